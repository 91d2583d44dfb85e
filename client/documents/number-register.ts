import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { may, session } from '#client/auth/session.ts';
import { pathOf } from '#client/dossiers/ledgers.ts';
import '#client/dossiers/record-table.ts';
import { recordColumns } from '#client/dossiers/record-table.ts';
import '#client/elements/reason-dialog.ts';
import { Address, changeQuery } from '#client/kernel/address.ts';
import { call } from '#client/kernel/api.ts';
import { instant } from '#client/kernel/format.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { loading, problem, say, t } from '#client/kernel/words.ts';
import { officeShort, personName } from '#client/offices/directory.ts';
import { type NumberYear, numberApi, type OfficialNumber } from '#shared/numbers/number.api.ts';

const keyOf = ({ officeId, paper, year }: Pick<NumberYear, 'officeId' | 'paper' | 'year'>) =>
  `${officeId}.${paper}.${year}`;

/** The office's numbers of one paper and year, in their order: what each is for, and voided ones with who, when and why. Fires nothing. */
@customElement('number-register')
export class NumberRegister extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      .line { display: flex; flex-wrap: wrap; gap: var(--s-2) var(--s-4); align-items: center; font-size: var(--t-3); margin-bottom: var(--s-2); }
      select { width: auto; max-width: 100%; }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
    `,
  ];

  @state() private voiding: OfficialNumber | undefined;
  @state() private more: readonly OfficialNumber[] = [];
  @state() private next: string | null = null;
  readonly #address = new Address(this);

  readonly #years = new Task(this, {
    args: () => [],
    task: (_, { signal }) => call(numberApi.years, { signal }),
  });
  readonly #rows = new Task(this, {
    args: () => [this.#wanted && keyOf(this.#wanted)] as const,
    task: async (_, { signal }) => {
      const wanted = this.#wanted;
      const page = wanted ? await call(numberApi.register, { query: askOf(wanted), signal }) : { rows: [], next: null };
      this.more = [];
      this.next = page.next;
      return page.rows;
    },
  });
  readonly #further = new Task(this, {
    autoRun: false,
    task: async () => {
      const page = await call(numberApi.register, { query: { ...askOf(this.#wanted!), cursor: this.next! } });
      this.more = [...this.more, ...page.rows];
      this.next = page.next;
    },
  });
  readonly #void = new Task(this, {
    autoRun: false,
    task: async ([{ id }, reason]: readonly [OfficialNumber, string]) => {
      await call(numberApi.void, { params: { id }, body: { reason } });
      this.voiding = undefined;
      void this.#years.run();
      void this.#rows.run();
    },
  });

  /** What the address names; otherwise the newest year there is. */
  get #wanted(): NumberYear | undefined {
    const { query } = this.#address;
    const own = session()?.officeId;
    const years = this.#years.value ?? [];
    const named = years.filter(
      ({ paper, year }) => paper === query.get('register') && String(year) === query.get('year'),
    );
    return named.find(({ officeId }) => String(officeId) === (query.get('of') ?? String(own))) ?? named[0] ?? years[0];
  }

  override render() {
    return html`<section class="sheet"><h2>${t('numbers.register')}</h2>
      ${this.#years.render({
        pending: loading,
        error: (error) =>
          html`${problem(error)}<button @click=${() => this.#years.run()}>${t('action.retry')}</button>`,
        complete: (years) =>
          years.length === 0
            ? html`<p class="helper">${t('numbers.none')}</p>`
            : html`${this.#choice(years)}${this.#table()}`,
      })}
      ${this.#further.status === 3 ? problem(this.#further.error) : nothing}
      ${
        this.voiding
          ? html`<reason-dialog open needs-reason danger heading="${t('papers.void')} ${this.voiding.text}" verb=${t('papers.void')} .act=${{ changes: [t('papers.void_does')], undoable: false }}
              .error=${this.#void.error} ?busy=${this.#void.status === 1} @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#void.run([this.voiding!, event.detail.reason])}
              @act-cancelled=${() => {
                this.voiding = undefined;
              }}></reason-dialog>`
          : nothing
      }</section>`;
  }

  #choice(years: readonly NumberYear[]) {
    const wanted = this.#wanted!;
    const choose = (event: Event) => {
      const year = years.find((one) => keyOf(one) === (event.target as HTMLSelectElement).value)!;
      changeQuery({ register: year.paper, year: String(year.year), of: String(year.officeId) });
    };
    return html`<div class="line"><select aria-label=${t('numbers.register')} @change=${choose}>${years.map(
      (one) =>
        html`<option value=${keyOf(one)} ?selected=${one === wanted}>${one.year} ${say(`paper.${one.paper}`)} ${officeShort(one.officeId)}</option>`,
    )}</select><span>${t('numbers.sums', { last: wanted.last, used: wanted.used, voided: wanted.voided, outside: wanted.outside })}</span></div>`;
  }

  #table() {
    return this.#rows.render({
      pending: loading,
      error: (error) => html`${problem(error)}<button @click=${() => this.#rows.run()}>${t('action.retry')}</button>`,
      complete: (rows) => html`<record-table label=${t('numbers.register')} .rows=${[...rows, ...this.more]}
          .columns=${COLUMNS()} .gone=${({ standing }: OfficialNumber) => standing === 'void'}
          .actions=${(row: OfficialNumber) => (may('number.keep') && row.standing === 'used' ? this.#voidButton(row) : nothing)}></record-table>
        ${this.next ? html`<button ?disabled=${this.#further.status === 1} @click=${() => this.#further.run()}>${t('numbers.more')}</button>` : nothing}`,
    });
  }

  #voidButton(row: OfficialNumber) {
    return html`<button class="small" @click=${() => {
      this.voiding = row;
    }}>${t('papers.void')}</button>`;
  }
}

const askOf = ({ officeId, paper, year }: NumberYear) => ({ officeId, paper, year });

const COLUMNS = () =>
  recordColumns<OfficialNumber>([
    {
      key: 'text',
      label: t('numbers.number'),
      whole: true,
      cell: ({ text, until }) => (until ? `${text} – ${until}` : text),
    },
    { key: 'standing', label: t('numbers.standing'), cell: ({ standing }) => t(`number.standing.${standing}`) },
    { key: 'for', label: t('numbers.for'), cell: recordOf },
    { key: 'by', label: t('numbers.by'), cell: ({ personId, at }) => `${personName(personId)} ${instant(at)}` },
    {
      key: 'why',
      label: t('numbers.why'),
      cell: ({ reason, note, voidedBy, voidedAt }) =>
        [reason ?? note ?? '', voidedBy ? `${personName(voidedBy)} ${instant(voidedAt ?? '')}` : '']
          .filter(Boolean)
          .join(' · '),
    },
  ]);

function recordOf({ dossierId, dossierKind, dossierNumber, dossierTitle }: OfficialNumber) {
  if (dossierId === null || dossierKind === null) return '';
  return html`<span><a href=${pathOf({ kind: dossierKind, id: dossierId })}>${dossierNumber}</a> ${dossierTitle ?? ''}</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'number-register': NumberRegister;
  }
}
