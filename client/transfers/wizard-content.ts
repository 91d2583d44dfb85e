import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '#client/elements/row-list.ts';
import { answersOf, faultSummary, fieldOf, focusField } from '#client/kernel/fields.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { Officer, Party } from '#shared/cases/case.asks.ts';
import { type Faults, type FormSchema, faultsOf } from '#shared/kernel/faults.ts';
import { GivenPenalty, TransferEdit, TransferGoods } from '#shared/transfers/transfer.asks.ts';
import type { Transfer } from '#shared/transfers/transfer.schema.ts';

type Values = Record<string, unknown>;
const schema = TransferEdit as unknown as FormSchema;
const PARTY_FIELDS = ['kind', 'name', 'creditCode', 'legalRep', 'idNo', 'phone', 'address'];
const LISTS = new Set(['parties', 'officers', 'penalties', 'goods']);

/** What each part of the wizard asks, by road. */
const FIELDS = {
  police: [
    'title',
    'crime',
    'crimeBasis',
    'summary',
    'basis',
    'salesFen',
    'goodsValueFen',
    'gainsFen',
    'lossFen',
    'parties',
    'officers',
    'penalties',
    'contact',
  ],
  department: ['title', 'summary', 'basis', 'goodsValueFen', 'parties', 'contact'],
  goods: ['goods'],
} as const;

const rows =
  (name: string, words: string, shape: unknown, only?: readonly string[]) =>
  (values: readonly unknown[], faults: Faults, least = 0) =>
    html`<row-list name=${name} words=${words} .schema=${shape as FormSchema} .only=${only} .rows=${values as []} .least=${least} .faults=${faults}></row-list>`;
const ROWS = {
  parties: rows('parties', 'Party', Party, PARTY_FIELDS),
  officers: rows('officers', 'Officer', Officer, ['name', 'certificate', 'validUntil']),
  penalties: rows('penalties', 'GivenPenalty', GivenPenalty),
  goods: rows('goods', 'TransferGoods', TransferGoods, [
    'name',
    'spec',
    'thousandths',
    'unit',
    'place',
    'perishable',
    'note',
  ]),
};

/** One page of what a transfer says, as a form. `changes()` is what was changed, or undefined with the faults beside their fields. Fires nothing. */
@customElement('wizard-content')
export class WizardContent extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      form { display: grid; gap: var(--s-3); }
      .fields { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--s-2) var(--s-4); }
      .wide { grid-column: 1 / -1; }
      .party { border-left: 3px solid var(--rule); padding-left: var(--s-3); font-size: var(--t-3); }
      textarea { min-height: 5rem; }
      .field > button { justify-self: start; width: fit-content; }
      @media (max-width: 640px) { .fields { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  @property({ attribute: false }) transfer!: Transfer;
  @property() page: 'content' | 'goods' = 'content';
  @state() private faults: Faults = {};
  @state() private parties = false;

  /** Faults the server found. */
  show(faults: Faults): void {
    this.faults = faults;
    void this.updateComplete.then(() => focusField(this.renderRoot, Object.keys(faults)[0]?.split('.')[0] ?? ''));
  }

  get #fields(): readonly string[] {
    if (this.page === 'goods') return FIELDS.goods;
    return this.transfer.road === 'police' ? FIELDS.police : FIELDS.department;
  }

  get #namesAnew(): boolean {
    return this.parties || this.transfer.parties.length === 0;
  }

  changes(): Values | undefined {
    const answers = answersOf(schema, this.renderRoot);
    const before = this.transfer as unknown as Values;
    const changed: Values = {};
    for (const field of this.#fields) {
      if (field === 'parties' && !this.#namesAnew) continue; // sealed as they are: only said anew
      const answer = answers[field] ?? (LISTS.has(field) ? [] : null);
      if (JSON.stringify(answer) !== JSON.stringify(before[field] ?? null)) changed[field] = answer;
    }
    const given = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== null));
    const faults = faultsOf({ ...schema, required: [] } as unknown as FormSchema, given);
    if (changed['title'] === null) faults['title'] = 'required';
    for (const list of ['parties', 'goods', 'officers', 'penalties'] as const)
      Object.assign(faults, rowFaults(list, changed[list]));
    this.show(faults);
    return Object.keys(faults).length > 0 ? undefined : changed;
  }

  override render() {
    return html`<form novalidate @submit=${(event: Event) => event.preventDefault()}>
      ${faultSummary(schema, this.faults)}
      <div class="fields">${this.#fields.map((field) => html`<div class=${LISTS.has(field) || field === 'title' ? 'wide' : ''}>${this.#field(field)}</div>`)}</div>
    </form>`;
  }

  #field(field: string) {
    const values = this.transfer as unknown as Values;
    const custom: Record<string, () => unknown> = {
      parties: () => this.#partyRows(),
      officers: () => ROWS.officers(this.transfer.officers, this.faults, 2),
      penalties: () => ROWS.penalties(this.transfer.penalties, this.faults),
      goods: () => ROWS.goods(this.transfer.goods, this.faults, 1),
    };
    const draw = custom[field];
    const look = { name: 'TransferEdit', ...(draw ? { custom: { [field]: draw } } : {}) };
    return fieldOf(schema, field, { faults: this.faults, values, look });
  }

  #partyRows() {
    if (this.#namesAnew) return ROWS.parties([], this.faults, 1);
    return html`${this.transfer.parties.map(({ kind, name, creditCode }) => html`<p class="party">${name} ${say(`case.party_kind.${kind}`)} ${creditCode ?? ''}</p>`)}
      <p class="helper">${t('transfers.parties_sealed')}</p>
      <button type="button" class="small" @click=${() => {
        this.parties = true;
      }}>${t('transfers.parties_anew')}</button>${nothing}`;
  }
}

const SHAPES = { parties: Party, goods: TransferGoods, officers: Officer, penalties: GivenPenalty };

function rowFaults(list: keyof typeof SHAPES, answers: unknown): Faults {
  const all: Faults = {};
  if (!Array.isArray(answers)) return all;
  answers.forEach((row: Values, at) => {
    for (const [field, rule] of Object.entries(faultsOf(SHAPES[list] as unknown as FormSchema, row)))
      all[`${list}.${at}.${field}`] = rule;
  });
  return all;
}

declare global {
  interface HTMLElementTagNameMap {
    'wizard-content': WizardContent;
  }
}
