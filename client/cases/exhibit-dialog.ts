import { Task } from '@lit/task';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '#client/elements/reason-dialog.ts';
import { call } from '#client/kernel/api.ts';
import { answersOf, fieldsOf, focusField } from '#client/kernel/fields.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { fileApi } from '#shared/files/file.api.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { type Faults, type FormSchema, faultsOf } from '#shared/kernel/faults.ts';
import { type ExhibitAct, formOf } from './exhibit-acts.ts';

/** Asks for what an act on evidence, a measure or goods needs, and does it. Fires `exhibit-done` and `act-cancelled`. */
@customElement('exhibit-dialog')
export class ExhibitDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`.fields { grid-template-columns: repeat(2, minmax(0, 1fr)); } @media (max-width: 640px) { .fields { grid-template-columns: minmax(0, 1fr); } }`,
  ];

  @property({ attribute: false }) act!: ExhibitAct;
  @property({ type: Number, attribute: 'case-id' }) caseId = 0;
  @property({ type: Number }) version = 0;
  @state() private faults: Faults = {};

  readonly #files = new Task(this, {
    args: () => [this.caseId] as const,
    task: ([id], { signal }) => call(fileApi.list, { params: { id }, signal }),
  });

  readonly #do = new Task(this, {
    autoRun: false,
    task: async ([reason]: readonly [string]) => {
      const form = formOf(this.act);
      const answers = answersOf(form.schema, this.renderRoot);
      const required = (form.schema.required ?? []).filter((field) => form.only.includes(field));
      const faults = faultsOf({ ...form.schema, required } as unknown as FormSchema, answers);
      if (Object.keys(faults).length > 0) throw invalid(faults);
      await form.send(this.caseId, {
        ...answers,
        version: this.version,
        ...(reason && form.reason !== 'none' ? { reason } : {}),
      });
      this.dispatchEvent(new Event('exhibit-done'));
    },
    onError: (error) => {
      this.faults = (error instanceof Refusal ? (error.detail['fields'] as Faults | undefined) : undefined) ?? {};
      const [first] = Object.keys(this.faults);
      if (first) focusField(this.renderRoot, first);
    },
  });

  override render() {
    const form = formOf(this.act);
    const { kind } = this.act;
    const verb =
      this.act.kind === 'turn'
        ? (say(`case.measure_turn.${this.act.turn}`) ?? '')
        : t(`exhibits.${kind === 'move' ? 'act' : kind}` as 'exhibits.act');
    const placed = Object.keys(this.faults).some((field) => form.only.includes(field));
    const { fileId: _, ...values } = form.values;
    return html`<reason-dialog open heading=${verb} verb=${verb} ?no-reason=${form.reason === 'none'} ?needs-reason=${form.reason === 'must'}
      .act=${{ changes: [say(`exhibits.does.${kind}`) ?? ''] }} .error=${placed ? undefined : this.#do.error} ?busy=${this.#do.status === 1}
      @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#do.run([event.detail.reason])}
      @act-cancelled=${() => this.dispatchEvent(new Event('act-cancelled'))}>
      ${fieldsOf(form.schema, this.faults, values, { only: form.only, name: form.words, custom: { fileId: (id) => this.#fileChoice(id) } })}
    </reason-dialog>`;
  }

  /** Files of the record itself: evidence names one by its number and keeps its hash. */
  #fileChoice(id: string) {
    const known = (this.#files.value ?? []).filter(({ removedAt }) => !removedAt);
    return html`<select id=${id} name="fileId"><option value=""></option>${known.map(
      (file) => html`<option value=${file.id}>${file.name}</option>`,
    )}</select>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'exhibit-dialog': ExhibitDialog;
  }
}
