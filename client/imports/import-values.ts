import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { session } from '#client/auth/session.ts';
import { matterChoices } from '#client/complaints/entry-fields.ts';
import type { Choice } from '#client/elements/combo/choice.ts';
import '#client/elements/combo-box.ts';
import '#client/elements/problem-line.ts';
import { call } from '#client/kernel/api.ts';
import { number } from '#client/kernel/format.ts';
import { countyChoices } from '#client/kernel/places.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { handlingOffices, officeName } from '#client/offices/directory.ts';
import { CHANNELS, INTAKES } from '#shared/complaints/complaint.lists.ts';
import { type Import, type ImportValue, importApi } from '#shared/imports/import.api.ts';
import { ELSEWHERE, MEANT_FIELDS, type MeantField } from '#shared/imports/meanings.ts';

const keyOf = ({ field, written }: Pick<ImportValue, 'field' | 'written'>) => `${field} ${written}`;

/** The file's words that nobody knows, each once: what it means among ours is said for all its rows, and remembered. Fires `values-told`. */
@customElement('import-values')
export class ImportValues extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      .groups { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: var(--s-3) var(--s-5); align-items: start; }
      .groups { margin-top: var(--s-2); }
      h3 { font-size: var(--t-2); color: var(--ink-2); font-weight: 600; margin: 0 0 var(--s-1); }
      .line { display: grid; grid-template-columns: minmax(0, 1fr) 4rem 13rem; gap: var(--s-2); align-items: center; border-bottom: 1px solid var(--rule); padding: 2px 0; font-size: var(--t-3); }
      .line span { overflow-wrap: anywhere; }
      .line small { text-align: right; font-variant-numeric: tabular-nums; }
      .bar { display: flex; flex-wrap: wrap; gap: var(--s-3); align-items: center; margin-top: var(--s-3); }
      @media (max-width: 640px) {
        .groups { grid-template-columns: minmax(0, 1fr); }
        .line { grid-template-columns: minmax(0, 1fr) auto; padding: var(--s-1) 0; }
        .line combo-box { grid-column: 1 / -1; }
      }
    `,
  ];

  @property({ attribute: false }) import!: Import;
  @state() private told: ReadonlyMap<string, { field: MeantField; written: string; meaning: string | null }> =
    new Map();

  readonly #values = new Task(this, {
    args: () => [this.import.id, JSON.stringify([this.import.mapping, this.import.counts, this.import.sheet])] as const,
    task: ([id], { signal }) => call(importApi.values, { params: { id }, signal }),
  });
  readonly #tell = new Task(this, {
    autoRun: false,
    task: async () => {
      const values = [...this.told.values()];
      await call(importApi.mean, { params: { id: this.import.id }, body: { values } });
      this.told = new Map();
      void this.#values.run();
      this.dispatchEvent(new Event('values-told'));
    },
  });

  override render() {
    const values = this.#values.value ?? [];
    if (values.length === 0) return html`<problem-line .error=${this.#values.error}></problem-line>`;
    const open = values.filter(({ meaning }) => meaning === null).length;
    return html`<section class="sheet">
      <h2>${t('imports.step.values')} <small>${open > 0 ? t('imports.values_open', { n: open }) : t('imports.values_done')}</small></h2>
      <p class="helper">${t('imports.values_helper')}</p>
      <div class="groups">${MEANT_FIELDS.map((field) =>
        this.#group(
          field,
          values.filter((one) => one.field === field),
        ),
      )}</div>
      <problem-line .error=${this.#tell.error}></problem-line>
      <div class="bar"><button class="primary" ?disabled=${this.told.size === 0 || this.#tell.status === 1} @click=${() => this.#tell.run()}>${t('imports.values_tell', { n: this.told.size })}</button></div>
    </section>`;
  }

  #group(field: MeantField, values: readonly ImportValue[]) {
    if (values.length === 0) return nothing;
    const choices = this.#choices(field);
    return html`<div><h3>${t(`import.field.${field}`)}</h3>${values.map((one) => this.#line(one, choices))}</div>`;
  }

  #line(one: ImportValue, choices: readonly Choice[]) {
    const said = this.told.get(keyOf(one));
    const value = (said ? said.meaning : one.meaning) ?? '';
    return html`<div class="line"><span>${one.written}</span><small>${t('imports.rows', { n: number(one.rows) })}</small>
      <combo-box label=${t('imports.means', { written: one.written })} placeholder=${this.#meanwhile(one.field)} .value=${value} .choices=${choices}
        @change=${(event: Event) => this.#say(one, (event.target as HTMLElement & { value: string }).value)}></combo-box></div>`;
  }

  #say(one: ImportValue, value: string): void {
    const { field, written } = one;
    const told = new Map(this.told);
    if (value === (one.meaning ?? '')) told.delete(keyOf(one));
    else told.set(keyOf(one), { field, written, meaning: value || null });
    this.told = told;
  }

  /** What such rows get while nobody says: what holds for the whole file, or they are not taken in. */
  #meanwhile(field: MeantField): string {
    const { defaults, ledger } = this.import;
    const given = field === 'officeId' ? undefined : defaults[field];
    if (field === 'officeId' && ledger === 'case' && defaults.issuers === 'other') return t('imports.elsewhere');
    if (!given) return t('imports.not_taken');
    return this.#choices(field).find(({ value }) => value === given)?.label ?? given;
  }

  #choices(field: MeantField): readonly Choice[] {
    const named = (values: readonly string[], prefix: string) =>
      values.map((value) => ({ value, label: say(`${prefix}.${value}`) ?? value }));
    if (field === 'matter') return matterChoices();
    if (field === 'county') return countyChoices();
    if (field === 'channel') return named(CHANNELS, 'complaint.channel');
    if (field === 'intake') return named(INTAKES, 'complaint.intake');
    if (this.import.ledger !== 'case') return handlingOffices();
    const own = session()?.officeId ?? 0;
    return [
      { value: ELSEWHERE, label: t('imports.elsewhere') },
      { value: String(own), label: officeName(own) },
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'import-values': ImportValues;
  }
}
