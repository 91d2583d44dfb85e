import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import '#client/dossiers/record-table.ts';
import { recordColumns } from '#client/dossiers/record-table.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { listed, say, t } from '#client/kernel/words.ts';
import { CLOCK_NAMES, type ClockRule, nearOf } from '#shared/clocks/clock.rules.ts';
import { lastDayOf } from '#shared/clocks/rule.form.ts';
import { clockName } from './face.ts';
import './rule-dialog.ts';

const ORDER: readonly string[] = CLOCK_NAMES;
const length = ({ unit }: ClockRule, n: number) => t(`clock.unit.${unit}`, { n });

/** A version that no longer holds, or that another took the place of. */
const isPast = (rules: readonly ClockRule[], today: string) => (rule: ClockRule) =>
  (lastDayOf(rules, rule) ?? '9999') < today;

const columns = (rules: readonly ClockRule[], today: string) =>
  recordColumns<ClockRule>([
    {
      key: 'name',
      label: t('law.rule'),
      cell: (rule) =>
        html`${clockName(rule.name)}${rule.validFrom > today ? html` <small>${t('law.to_come')}</small>` : nothing}`,
    },
    { key: 'start', label: t('law.start'), cell: ({ name }) => say(`clock.starts.${name}`) ?? '' },
    { key: 'length', label: t('law.length'), whole: true, cell: (rule) => length(rule, rule.length) },
    {
      key: 'near',
      label: t('law.near'),
      whole: true,
      cell: (rule) => t(rule.unit === 'hour' ? 'law.near_hours' : 'law.near_days', { n: nearOf(rule) }),
    },
    {
      key: 'extension',
      label: t('law.extension'),
      cell: (rule) => (rule.extension ? `+${length(rule, rule.extension.length)} × ${rule.extension.times}` : ''),
    },
    {
      key: 'pauses',
      label: t('law.pauses'),
      cell: ({ pauses }) => listed(pauses.map(({ category }) => say(`clock.category.${category}`) ?? category)),
    },
    {
      key: 'law',
      label: t('clock.law'),
      cell: ({ custom, law, article }) => `${custom ? t('clock.custom') : law} ${article ?? ''}`,
    },
    {
      key: 'valid',
      label: t('law.valid'),
      cell: (rule) =>
        html`<span class="tab">${rule.validFrom} –</span> <span class="tab">${lastDayOf(rules, rule) ?? ''}</span>`,
    },
  ]);

/** Every limit in every version, with what starts it and its article; whoever keeps the rules adds a version. Fires `rules-changed`. */
@customElement('rule-table')
export class RuleTable extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`.head { display: flex; gap: var(--s-3); align-items: center; margin-bottom: var(--s-2); } label { font-size: var(--t-2); display: flex; gap: var(--s-1); align-items: center; }`,
  ];

  @property({ attribute: false }) rules: readonly ClockRule[] = [];
  @property() today = '';
  @state() private all = false;
  @state() private changing: ClockRule | undefined;

  override render() {
    const { rules, today } = this;
    const past = isPast(rules, today);
    const rows = [...rules]
      .filter((rule) => this.all || !past(rule))
      .sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name) || (a.validFrom < b.validFrom ? 1 : -1));
    const change = (rule: ClockRule) => () => {
      this.changing = rule;
    };
    const newest = (rule: ClockRule) =>
      rules.every(({ name, validFrom }) => name !== rule.name || validFrom <= rule.validFrom);
    return html`<section class="sheet">
      <div class="head"><h2>${t('law.rules')}</h2>
        <label><input type="checkbox" .checked=${this.all} @change=${(event: Event) => {
          this.all = (event.target as HTMLInputElement).checked;
        }} />${t('law.show_past')}</label></div>
      <record-table label=${t('law.rules')} .columns=${columns(rules, today)} .rows=${rows} .gone=${past}
        .actions=${may('clock.rule.edit') ? (rule: ClockRule) => (newest(rule) ? html`<button class="small" @click=${change(rule)}>${t('law.new_version')}</button>` : nothing) : undefined}></record-table>
      ${
        this.changing
          ? html`<rule-dialog .rule=${this.changing} @rule-cancelled=${() => this.#close()} @rule-added=${() => {
              this.#close();
              this.dispatchEvent(new Event('rules-changed'));
            }}></rule-dialog>`
          : nothing
      }
    </section>`;
  }

  #close(): void {
    this.changing = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rule-table': RuleTable;
  }
}
