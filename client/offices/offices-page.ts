import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { today } from '#client/clocks/law.ts';
import '#client/dossiers/record-table.ts';
import { recordColumns } from '#client/dossiers/record-table.ts';
import '#client/elements/combo-box.ts';
import '#client/elements/reason-dialog.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call } from '#client/kernel/api.ts';
import { answersOf, fieldsOf } from '#client/kernel/fields.ts';
import { regionName } from '#client/kernel/places.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { type Faults, faultsOf } from '#shared/kernel/faults.ts';
import type { OfficeEntry } from '#shared/offices/directory.api.ts';
import { OfficeEdit, OfficeForm, OfficeMerger, officeApi } from '#shared/offices/office.api.ts';
import { REGION_CODES } from '#shared/offices/regions.ts';
import { allOffices, loadDirectory, officeName } from './directory.ts';

type Act = { readonly kind: 'found' } | { readonly kind: 'edit' | 'merge'; readonly office: OfficeEntry };

const EDITED = ['name', 'nameEn', 'shortName', 'phone', 'address'];

const officeColumns = () =>
  recordColumns<OfficeEntry>([
    { key: 'region', label: t('OfficeForm.region'), cell: ({ region }) => regionName(region) },
    { key: 'name', label: t('OfficeForm.name'), cell: ({ id }) => officeName(id) },
    { key: 'short', label: t('OfficeForm.shortName'), cell: ({ shortName }) => shortName },
    { key: 'phone', label: t('OfficeForm.phone'), cell: ({ phone }) => phone ?? '' },
    { key: 'valid', label: t('offices.valid'), cell: standing },
  ]);

function standing({ validFrom, validUntil, successorId }: OfficeEntry): string {
  if (!validUntil) return t('offices.since', { day: validFrom });
  const into = successorId ? ` · ${t('offices.into', { name: officeName(successorId) })}` : '';
  return `${validFrom} – ${validUntil}${into}`;
}

/** S31: the offices of every region, those that ended among them. One is founded, renamed or merged; none is deleted, for records name it. */
@customElement('offices-page')
export class OfficesPage extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-3); }
      header { display: flex; gap: var(--s-3); align-items: center; flex-wrap: wrap; }
      header input[type='search'] { width: 18rem; }
      header label { display: inline-flex; gap: 6px; align-items: center; font-size: var(--t-2); }
      .space { flex: 1; }
      record-table { background: var(--sheet); border: 1px solid var(--rule); }
      @media (max-width: 640px) { :host { padding: var(--s-3); } header input[type='search'] { width: 100%; } }
    `,
  ];

  @state() private act: Act | undefined;
  @state() private faults: Faults = {};
  @state() private sought = '';
  @state() private former = false;

  readonly #do = new Task(this, {
    autoRun: false,
    task: async ([act, reason]: readonly [Act, string]) => {
      const said = await this.#take(act, reason);
      await loadDirectory();
      this.act = undefined;
      toast(said);
    },
    onError: (error) => {
      this.faults = (error instanceof Refusal ? (error.detail['fields'] as Faults | undefined) : undefined) ?? {};
    },
  });

  readonly #heard = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('directory-loaded', this.#heard);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('directory-loaded', this.#heard);
  }

  async #take(act: Act, reason: string): Promise<string> {
    if (act.kind === 'found') {
      const body = this.#checked(OfficeForm) as unknown as OfficeForm;
      return t('offices.founded', { name: (await call(officeApi.found, { body })).name });
    }
    const params = { id: act.office.id };
    if (act.kind === 'edit') {
      const told = answersOf(OfficeEdit, this.renderRoot);
      const body = {
        phone: null,
        address: null,
        ...this.#checked(OfficeEdit, { ...told, reason }),
      } as unknown as OfficeEdit;
      return t('offices.edited', { name: (await call(officeApi.edit, { params, body })).name });
    }
    const body = this.#checked(OfficeMerger, { ...answersOf(OfficeMerger, this.renderRoot), reason }) as {
      successorId: number;
      on: string;
      reason: string;
    };
    const { resettled } = await call(officeApi.merge, { params, body });
    return t('offices.merged', { name: act.office.name, count: resettled });
  }

  /** The form's answers, or the faults beside each field and nothing sent. */
  #checked(
    schema: typeof OfficeForm | typeof OfficeEdit | typeof OfficeMerger,
    told = answersOf(schema, this.renderRoot),
  ) {
    const answers = 'successorId' in told ? { ...told, successorId: Number(told['successorId']) } : told;
    this.faults = faultsOf(schema, answers);
    if (Object.keys(this.faults).length > 0) throw new Refusal('invalid_input', { fields: this.faults });
    return answers;
  }

  #ask(act: Act): void {
    this.faults = {};
    this.act = act;
  }

  override render() {
    return html`<header><h1>${t('nav.offices')}</h1>
        <input type="search" aria-label=${t('offices.find')} placeholder=${t('offices.find')} @input=${(
          event: Event,
        ) => {
          this.sought = (event.target as HTMLInputElement).value.trim().toLowerCase();
        }} />
        <label><input type="checkbox" @change=${(event: Event) => {
          this.former = (event.target as HTMLInputElement).checked;
        }} />${t('offices.former')}</label>
        <span class="space"></span>
        <button class="primary" @click=${() => this.#ask({ kind: 'found' })}>＋ ${t('offices.found')}</button>
      </header>
      ${this.#table()}${this.act ? this.#dialog(this.act) : nothing}`;
  }

  #table() {
    const fits = (office: OfficeEntry) =>
      (this.former || !office.validUntil) &&
      `${office.name} ${office.nameEn} ${office.shortName} ${regionName(office.region)}`
        .toLowerCase()
        .includes(this.sought);
    const rows = allOffices().filter(fits);
    if (rows.length === 0) return html`<p class="quiet">${t('offices.none')}</p>`;
    return html`<record-table label=${t('nav.offices')} .columns=${officeColumns()} .rows=${rows} .gone=${({ validUntil }: OfficeEntry) => validUntil !== null}
      .actions=${(office: OfficeEntry) => (office.validUntil ? nothing : this.#buttons(office))}></record-table>`;
  }

  #buttons(office: OfficeEntry) {
    return html`<button class="small" @click=${() => this.#ask({ kind: 'edit', office })}>${t('action.edit')}</button><button
      class="small" @click=${() => this.#ask({ kind: 'merge', office })}>${t('offices.merge')}</button>`;
  }

  #dialog(act: Act) {
    const heading = t(`offices.${act.kind}`) + (act.kind === 'found' ? '' : ` · ${officeName(act.office.id)}`);
    return html`<reason-dialog open heading=${heading} verb=${t(`offices.${act.kind}`)} ?needs-reason=${act.kind !== 'found'} ?no-reason=${act.kind === 'found'}
      .act=${{ changes: [t(`offices.${act.kind}_does`)], ...(act.kind === 'merge' ? { undoable: false } : {}) }}
      .error=${this.#do.status === 3 && Object.keys(this.faults).length === 0 ? this.#do.error : undefined} ?busy=${this.#do.status === 1}
      @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#do.run([act, event.detail.reason])}
      @act-cancelled=${() => {
        this.act = undefined;
      }}>${this.#form(act)}</reason-dialog>`;
  }

  #form(act: Act) {
    if (act.kind === 'edit') return fieldsOf(OfficeEdit, this.faults, act.office, { only: EDITED, name: 'OfficeForm' });
    const choice = (field: string, choices: readonly { value: string; label: string }[]) => (id: string) =>
      html`<combo-box id=${id} name=${field} label=${t(`OfficeForm.${field}` as 'OfficeForm.region')} .choices=${choices} ?invalid=${this.faults[field] !== undefined}></combo-box>`;
    if (act.kind === 'found') {
      const regions = REGION_CODES.map((code) => ({ value: code, label: regionName(code) }));
      return fieldsOf(
        OfficeForm,
        this.faults,
        { validFrom: today() },
        { custom: { region: choice('region', regions) } },
      );
    }
    const heirs = allOffices()
      .filter(({ id, region, validUntil }) => region === act.office.region && id !== act.office.id && !validUntil)
      .map(({ id }) => ({ value: String(id), label: officeName(id) }));
    const look = {
      only: ['successorId', 'on'],
      name: 'OfficeForm',
      custom: { successorId: choice('successorId', heirs) },
    };
    return fieldsOf(OfficeMerger, this.faults, { on: today() }, look);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'offices-page': OfficesPage;
  }
}
