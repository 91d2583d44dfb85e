import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '#client/elements/combo-box.ts';
import '#client/elements/conflict-dialog.ts';
import { clashes, type FieldVersions } from '#client/elements/conflict/merge.ts';
import '#client/elements/reason-dialog.ts';
import { call } from '#client/kernel/api.ts';
import { answersOf, fieldLabel, fieldsOf } from '#client/kernel/fields.ts';
import { timeOf } from '#client/kernel/format.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { complaintApi } from '#shared/complaints/complaint.api.ts';
import { OWN_FIELD_NAMES } from '#shared/complaints/complaint.own-fields.ts';
import { type Complaint, ComplaintEdit } from '#shared/complaints/complaint.schema.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { type Faults, type FormSchema, faultsOf } from '#shared/kernel/faults.ts';
import { matterChoices } from './entry-fields.ts';

const FIELDS = [
  'title',
  'subjectName',
  'subjectContact',
  'matter',
  'content',
  'demands',
  'demandText',
  'amountFen',
  'happenedOn',
  'township',
  'address',
  ...OWN_FIELD_NAMES,
] as const;
const PROSE: ReadonlySet<string> = new Set(['content', 'demandText']);
const schema = ComplaintEdit as unknown as FormSchema;
type Values = Record<string, unknown>;

/**
 * Edits what was registered while the record is open; corrects exactly one field with a reason once it is closed. Where somebody saved
 * meanwhile, what does not clash is merged and the rest is asked field by field. Fires `complaint-edited` `{ complaint }`, `edit-cancelled`.
 */
@customElement('complaint-edit-dialog')
export class ComplaintEditDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`.fields { grid-template-columns: repeat(2, minmax(0, 1fr)); } @media (max-width: 640px) { .fields { grid-template-columns: minmax(0, 1fr); } }`,
  ];

  @property({ attribute: false }) complaint!: Complaint;
  @state() private faults: Faults = {};
  @state() private which = 'title';
  @state() private conflict: readonly FieldVersions[] = [];
  #base!: Complaint;
  #mine: Values = {};
  #theirs: Values = {};
  #version = 0;
  #reason = '';
  readonly #openedAt = new Date();

  readonly #save = new Task(this, {
    autoRun: false,
    task: async ([changed]: readonly [Values]) => {
      const body = { ...changed, version: this.#version, ...(this.#reason ? { reason: this.#reason } : {}) };
      const after = await call(complaintApi.edit, { params: { id: this.complaint.id }, body: body as ComplaintEdit });
      this.dispatchEvent(new CustomEvent('complaint-edited', { detail: { complaint: after } }));
    },
    onError: (error) => this.#refused(error),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#base = this.complaint;
    this.#version = this.complaint.version;
  }

  get #closed(): boolean {
    return this.complaint.state === 'closed';
  }

  #confirmed(reason: string): void {
    this.#reason = reason;
    const only = this.#closed ? [this.which] : FIELDS;
    const answers = answersOf(schema, this.renderRoot);
    const before = this.#base as unknown as Values;
    const changed: Values = {};
    for (const field of only) {
      const answer = answers[field] ?? (field === 'demands' ? [] : null);
      if (JSON.stringify(answer) !== JSON.stringify(before[field] ?? null)) changed[field] = answer;
    }
    const given = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== null));
    this.faults = faultsOf({ ...schema, required: [] } as unknown as FormSchema, given);
    if (changed['title'] === null) this.faults = { ...this.faults, title: 'required' };
    if (Object.keys(this.faults).length > 0) return;
    if (Object.keys(changed).length === 0) {
      this.dispatchEvent(new Event('edit-cancelled'));
      return;
    }
    this.#mine = changed;
    void this.#save.run([changed]);
  }

  #refused(error: unknown): void {
    if (!(error instanceof Refusal)) return;
    const fields = error.detail['fields'] as Faults | undefined;
    if (fields) this.faults = fields;
    const current = error.detail['current'] as Values | undefined;
    if (error.code !== 'changed_meanwhile' || !current) return;
    this.#theirs = current;
    this.#version = Number(error.detail['version']);
    const versions = Object.keys(this.#mine).map((field) => this.#versionsOf(field));
    if (clashes(versions)) this.conflict = versions;
    else void this.#save.run([this.#mine]);
  }

  #versionsOf(field: string): FieldVersions {
    const text = (values: Values) => shown(values[field]);
    return {
      key: field,
      label: fieldLabel(schema, field, 'ComplaintIntake'),
      base: text(this.#base as unknown as Values),
      theirs: text(this.#theirs),
      mine: text(this.#mine),
      prose: PROSE.has(field),
    };
  }

  /** What was taken over from the other stays as it is; mine is sent; both is one text after the other. */
  readonly #merged = (event: CustomEvent<{ values: Record<string, string> }>) => {
    const next: Values = {};
    for (const [field, text] of Object.entries(event.detail.values)) {
      if (text === shown(this.#theirs[field])) continue;
      next[field] = text === shown(this.#mine[field]) ? this.#mine[field] : text;
    }
    this.conflict = [];
    if (Object.keys(next).length > 0) void this.#save.run([next]);
    else this.dispatchEvent(new Event('edit-cancelled'));
  };

  override render() {
    const title = t(this.#closed ? 'record.correct' : 'record.edit');
    const other = { number: this.complaint.number, name: '', time: timeOf(new Date()), opened: timeOf(this.#openedAt) };
    return html`<reason-dialog open heading="${title} ${this.complaint.number}" verb=${t('action.save')} ?needs-reason=${this.#closed} ?no-reason=${!this.#closed}
        reason-label=${t('ComplaintEdit.reason')} .error=${Object.keys(this.faults).length > 0 || this.conflict.length > 0 ? undefined : this.#save.error} ?busy=${this.#save.status === 1}
        @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#confirmed(event.detail.reason)}
        @act-cancelled=${() => this.dispatchEvent(new Event('edit-cancelled'))}>
        ${this.#closed ? this.#choose() : nothing}
        ${fieldsOf(schema, this.faults, this.#base as unknown as Values, {
          only: this.#closed ? [this.which] : FIELDS,
          name: 'ComplaintIntake',
          custom: {
            matter: (id) =>
              html`<combo-box id=${id} name="matter" label=${t('ComplaintIntake.matter')} .value=${this.#base.matter ?? ''} .choices=${matterChoices()}></combo-box>`,
          },
        })}
      </reason-dialog>
      <conflict-dialog ?open=${this.conflict.length > 0} .fields=${this.conflict} .other=${other} @conflict-merged=${this.#merged}
        @conflict-discarded=${() => this.dispatchEvent(new Event('edit-cancelled'))}
        @conflict-drafted=${() => {
          this.conflict = [];
        }}></conflict-dialog>`;
  }

  #choose() {
    return html`<div class="field"><label for="which">${t('record.correct_which')}</label>
      <select id="which" @change=${(event: Event) => {
        this.which = (event.target as HTMLSelectElement).value;
      }}>${FIELDS.map((field) => html`<option value=${field} ?selected=${field === this.which}>${fieldLabel(schema, field, 'ComplaintIntake')}</option>`)}</select></div>`;
  }
}

const shown = (value: unknown): string =>
  value === null || value === undefined ? '' : Array.isArray(value) ? value.join('、') : String(value);

declare global {
  interface HTMLElementTagNameMap {
    'complaint-edit-dialog': ComplaintEditDialog;
  }
}
