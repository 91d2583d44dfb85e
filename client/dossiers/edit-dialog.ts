import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '#client/elements/conflict-dialog.ts';
import { clashes, type FieldVersions } from '#client/elements/conflict/merge.ts';
import '#client/elements/reason-dialog.ts';
import { answersOf, fieldLabel, fieldOf, focusField } from '#client/kernel/fields.ts';
import { timeOf } from '#client/kernel/format.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { listed, t } from '#client/kernel/words.ts';
import { tellDone } from '#client/operations/undo.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { type Faults, type FormSchema, faultsOf } from '#shared/kernel/faults.ts';

type Values = Record<string, unknown>;

/** A record that can be edited. */
export interface Editable {
  readonly id: number;
  readonly number: string;
  readonly version: number;
  readonly state: string;
}

/** What of a ledger's record may be edited, how its fields are named and drawn, and how a change is sent. */
export interface EditBook<R extends Editable> {
  readonly fields: readonly string[];
  readonly schema: FormSchema;
  /** The name field words are looked up by. */
  readonly words: (field: string) => string;
  readonly prose: ReadonlySet<string>;
  /** Lists that are empty where nothing is said. */
  readonly lists: ReadonlySet<string>;
  /** Whether the record is done, so that one field at a time is corrected; left out, `closed` is the state that says so. */
  closed?(record: R): boolean;
  /** A field as the form would answer it unchanged, where the record tells it otherwise. */
  was?(record: R, field: string): unknown;
  /** What of the form cannot be read by its fields' names, and fields that change along with another. */
  read?(form: ParentNode): Values;
  readonly along?: Readonly<Record<string, readonly string[]>>;
  /** Fields drawn by hand. */
  controls(record: R, faults: Faults): Readonly<Record<string, (id: string) => unknown>>;
  save(record: R, body: Values): Promise<R>;
}

/**
 * Edits what was written down while the record is open; corrects exactly one field with a reason once it is closed. Where somebody saved
 * meanwhile, what does not clash is merged and the rest is asked field by field. Fires `record-edited` `{ record }`, `edit-cancelled`.
 */
@customElement('edit-dialog')
export class EditDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`.fields { grid-template-columns: repeat(2, minmax(0, 1fr)); } @media (max-width: 640px) { .fields { grid-template-columns: minmax(0, 1fr); } }`,
  ];

  @property({ attribute: false }) record!: Editable;
  @property({ attribute: false }) book!: EditBook<Editable>;
  /** The field that has the focus when the form opens; otherwise its first. */
  @property() first = '';
  @state() private faults: Faults = {};
  @state() private which = 'title';
  @state() private conflict: readonly FieldVersions[] = [];
  #base!: Editable;
  #mine: Values = {};
  #theirs: Values = {};
  #version = 0;
  #reason = '';
  readonly #openedAt = new Date();

  readonly #save = new Task(this, {
    autoRun: false,
    task: async ([changed]: readonly [Values]) => {
      const body = { ...changed, version: this.#version, ...(this.#reason ? { reason: this.#reason } : {}) };
      const after = await this.book.save(this.record, body);
      const { operation } = after as { readonly operation?: number | null };
      const fields = Object.keys(changed).map((field) => fieldLabel(this.book.schema, field, this.book.words(field)));
      if (operation)
        tellDone(t('operation.changed_one', { number: this.record.number, fields: listed(fields) }), operation);
      this.dispatchEvent(new CustomEvent('record-edited', { detail: { record: after } }));
    },
    onError: (error) => this.#refused(error),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#base = this.record;
    this.#version = this.record.version;
  }

  protected override firstUpdated(): void {
    if (this.first) setTimeout(() => focusField(this.renderRoot, this.first)); // after the dialog has put it into its first field
  }

  get #closed(): boolean {
    return this.book.closed?.(this.record) ?? this.record.state === 'closed';
  }

  #confirmed(reason: string): void {
    this.#reason = reason;
    const only = this.#closed ? [this.which] : this.book.fields;
    const answers: Values = { ...answersOf(this.book.schema, this.renderRoot), ...this.book.read?.(this.renderRoot) };
    const before = this.#base as unknown as Values;
    const changed: Values = {};
    for (const field of only.flatMap((one) => [one, ...(this.book.along?.[one] ?? [])])) {
      const answer = answers[field] ?? (this.book.lists.has(field) ? [] : null);
      const was = this.book.was?.(this.#base, field) ?? before[field] ?? null;
      if (JSON.stringify(answer) !== JSON.stringify(was)) changed[field] = answer;
    }
    const given = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== null));
    this.faults = faultsOf({ ...this.book.schema, required: [] } as unknown as FormSchema, given);
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
      label: fieldLabel(this.book.schema, field, this.book.words(field)),
      base: text(this.#base as unknown as Values),
      theirs: text(this.#theirs),
      mine: text(this.#mine),
      prose: this.book.prose.has(field),
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
    const other = { number: this.record.number, name: '', time: timeOf(new Date()), opened: timeOf(this.#openedAt) };
    return html`<reason-dialog open heading="${title} ${this.record.number}" verb=${t('action.save')} ?needs-reason=${this.#closed} ?no-reason=${!this.#closed}
        reason-label=${t('ComplaintEdit.reason')} .error=${Object.keys(this.faults).length > 0 || this.conflict.length > 0 ? undefined : this.#save.error} ?busy=${this.#save.status === 1}
        @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#confirmed(event.detail.reason)}
        @act-cancelled=${() => this.dispatchEvent(new Event('edit-cancelled'))}>
        ${this.#closed ? this.#choose() : nothing}
        <div class="fields">${(this.#closed ? [this.which] : this.book.fields).map((field) => this.#field(field))}</div>
      </reason-dialog>
      <conflict-dialog ?open=${this.conflict.length > 0} .fields=${this.conflict} .other=${other} @conflict-merged=${this.#merged}
        @conflict-discarded=${() => this.dispatchEvent(new Event('edit-cancelled'))}
        @conflict-drafted=${() => {
          this.conflict = [];
        }}></conflict-dialog>`;
  }

  #field(field: string) {
    const custom = this.book.controls(this.record, this.faults);
    const values = this.#base as unknown as Values;
    return fieldOf(this.book.schema, field, {
      faults: this.faults,
      values,
      look: { name: this.book.words(field), custom },
    });
  }

  #choose() {
    return html`<div class="field"><label for="which">${t('record.correct_which')}</label>
      <select id="which" @change=${(event: Event) => {
        this.which = (event.target as HTMLSelectElement).value;
      }}>${this.book.fields.map((field) => html`<option value=${field} ?selected=${field === this.which}>${fieldLabel(this.book.schema, field, this.book.words(field))}</option>`)}</select></div>`;
  }
}

const shown = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return listed(value.map(shown));
  return typeof value === 'object' ? Object.values(value).map(shown).join(' ') : String(value);
};

declare global {
  interface HTMLElementTagNameMap {
    'edit-dialog': EditDialog;
  }
}
