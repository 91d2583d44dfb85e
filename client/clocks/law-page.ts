import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import '#client/dossiers/record-table.ts';
import { recordColumns } from '#client/dossiers/record-table.ts';
import '#client/elements/problem-line.ts';
import '#client/elements/reason-dialog.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { listed, say, t } from '#client/kernel/words.ts';
import '#client/transfers/threshold-table.ts';
import { clockApi } from '#shared/clocks/clock.api.ts';
import type { ClockRule } from '#shared/clocks/clock.rules.ts';
import { noticeOf } from '#shared/clocks/notice.ts';
import type { CalendarYear } from '#shared/kernel/calendar.ts';
import { clockName } from './face.ts';
import { loadLaw } from './law.ts';

const yearColumns = () =>
  recordColumns<CalendarYear>([
    { key: 'year', label: t('law.year'), whole: true, cell: ({ year }) => year },
    { key: 'off', label: t('law.off'), cell: ({ off }) => Object.keys(off).length },
    { key: 'work', label: t('law.work'), cell: ({ work }) => listed(work.map((day) => day.slice(5))) },
    { key: 'source', label: t('law.source'), cell: ({ source }) => source },
  ]);

const length = ({ unit }: ClockRule, n: number) => t(`clock.unit.${unit}`, { n });

const ruleColumns = () =>
  recordColumns<ClockRule>([
    { key: 'name', label: t('law.rule'), cell: ({ name }) => clockName(name) },
    { key: 'length', label: t('law.length'), cell: (rule) => length(rule, rule.length) },
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
      key: 'valid',
      label: t('law.valid'),
      cell: ({ validFrom, validUntil }) =>
        html`<span class="tab">${validFrom} –</span> <span class="tab">${validUntil ?? ''}</span>`,
    },
    {
      key: 'law',
      label: t('clock.law'),
      cell: ({ custom, law, article }) => `${custom ? t('clock.custom') : law} ${article ?? ''}`,
    },
  ]);

/** S32: the limits in force with their articles, and the working-day calendar by year; a year's notice is loaded from its file. Fires nothing. */
@customElement('law-page')
export class LawPage extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); max-width: 72rem; }
      .alarm { background: var(--orpiment-t); color: var(--orpiment); padding: var(--s-2) var(--s-3); }
      @media (max-width: 640px) { :host { padding: var(--s-3); } }
    `,
  ];

  @state() private offered: CalendarYear | undefined;
  @state() private unreadable = false;
  @query('input[type="file"]') private input!: HTMLInputElement;

  readonly #law = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      const [rules, calendar] = await Promise.all([
        call(clockApi.rules, { signal }),
        call(clockApi.calendar, { signal }),
      ]);
      return { rules, calendar };
    },
  });
  readonly #store = new Task(this, {
    autoRun: false,
    task: async ([year]: readonly [CalendarYear]) => {
      const { moved } = await call(clockApi.putYear, {
        params: { year: year.year },
        body: {
          ...year,
          off: { ...year.off },
          work: [...year.work],
          festivals: [...year.festivals],
          ...(year.local ? { local: { ...year.local } } : { local: {} }),
        },
      });
      this.offered = undefined;
      toast(t('law.stored', { year: year.year, n: moved.length }));
      await loadLaw();
      void this.#law.run();
    },
  });

  async #read(): Promise<void> {
    const file = this.input.files?.[0];
    this.input.value = '';
    if (!file) return;
    this.offered = noticeOf(await file.text());
    this.unreadable = this.offered === undefined;
  }

  override render() {
    const { rules = [], calendar } = this.#law.value ?? {};
    const offered = this.offered;
    return html`<h1>${t('law.title')}</h1>
      ${calendar?.alarm ? html`<p class="alarm" role="status">${t('home.calendar_missing', { year: calendar.missingYear ?? '' })}</p>` : nothing}
      <problem-line .error=${this.#law.error}></problem-line>
      <section class="sheet"><h2>${t('law.calendar')}</h2>
        <record-table label=${t('law.calendar')} .columns=${yearColumns()} .rows=${calendar?.years ?? []}></record-table>
        ${
          may('calendar.edit')
            ? html`<input type="file" hidden accept=".json" @change=${() => this.#read()} />
              <p><button @click=${() => this.input.click()}>${t('law.load')}</button> <small>${t('law.load_helper')}</small></p>
              ${this.unreadable ? html`<p class="problem" role="alert">${t('law.unreadable')}</p>` : nothing}`
            : nothing
        }
      </section>
      <section class="sheet"><h2>${t('law.rules')}</h2>
        <record-table label=${t('law.rules')} .columns=${ruleColumns()} .rows=${rules}></record-table>
      </section>
      <threshold-table></threshold-table>
      ${
        offered
          ? html`<reason-dialog open no-reason heading=${t('law.load_year', { year: offered.year })} verb=${t('law.load')} .error=${this.#store.error} ?busy=${this.#store.status === 1}
              .act=${{ changes: [t('law.load_does', { off: Object.keys(offered.off).length, work: offered.work.length })] }}
              @act-confirmed=${() => this.#store.run([offered])} @act-cancelled=${() => {
                this.offered = undefined;
              }}></reason-dialog>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'law-page': LawPage;
  }
}
