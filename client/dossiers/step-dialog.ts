import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { clockName } from '#client/clocks/face.ts';
import '#client/elements/reason-dialog.ts';
import { answersOf, focusField } from '#client/kernel/fields.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import type { PaperLack } from '#shared/documents/paper.lack.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { type Faults, type FormSchema, faultsOf } from '#shared/kernel/faults.ts';
import { clocksIn } from '#shared/kernel/workflow.ts';
import type { StepBook, Stepping } from './step-book.ts';
import { withoutPaper } from './without-paper.ts';

/**
 * S17: asks for what a step needs, saying first what it will do, and takes it. Fires `record-stepped` `{ record, step }`, and
 * `step-cancelled`; what was typed stays while the server refuses.
 */
@customElement('step-dialog')
export class StepDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      .telling { border-left: 3px solid var(--rule); padding-left: var(--s-3); }
      .without { display: grid; gap: var(--s-1); justify-items: start; font-size: var(--t-3); }
      .without textarea { width: 100%; min-height: 4rem; }
      .telling legend { font-weight: 600; color: var(--ink); margin-bottom: var(--s-1); }
      .fields { grid-template-columns: repeat(3, minmax(0, 1fr)); }
      @media (max-width: 640px) { .fields { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  @property({ attribute: false }) record!: Stepping;
  @property({ attribute: false }) book!: StepBook<Stepping>;
  @property() step = '';
  @state() private faults: Faults = {};
  /** The record's version after files were added to it from within the dialog. */
  #grown = 0;

  readonly #take = new Task(this, {
    autoRun: false,
    task: async ([reason]: readonly [string]) => {
      const { step, record } = this;
      const body = {
        ...(await this.#facts()),
        ...this.#explained(),
        step,
        version: Math.max(record.version, this.#grown),
        ...(reason ? { reason } : {}),
      };
      const after = await this.book.take(record, body);
      this.dispatchEvent(new CustomEvent('record-stepped', { detail: { record: after, step } }));
    },
    onError: (error) => {
      const fields = error instanceof Refusal ? (error.detail['fields'] as Faults | undefined) : undefined;
      this.faults = Object.fromEntries(
        Object.entries(fields ?? {}).map(([field, rule]) => [field.replace('telling.', ''), rule]),
      );
      const first = Object.keys(this.faults)[0];
      if (first) void this.updateComplete.then(() => focusField(this.renderRoot, first));
    },
  });

  get #ask() {
    return this.book.asks[this.step] ?? { asks: [] };
  }

  /** What is answered, as the endpoint takes it; throws the faults beside their fields. */
  async #facts(): Promise<Record<string, unknown>> {
    const { asks, must = [] } = this.#ask;
    const answers = Object.fromEntries(
      Object.entries(answersOf(this.book.schema, this.renderRoot)).filter(([field]) => asks.includes(field)),
    );
    const read = await this.book.read?.(answers, this.renderRoot, this.#ask);
    const asked = { ...this.book.schema, required: [] } as unknown as FormSchema;
    const faults: Faults = { ...read, ...faultsOf(asked, answers) };
    for (const field of must) {
      const answer = answers[field];
      if (answer === undefined || (Array.isArray(answer) && answer.length === 0)) faults[field] = 'required';
    }
    if (Object.keys(faults).length > 0) throw invalid(faults);
    return answers;
  }

  get #lacks(): readonly PaperLack[] {
    return this.record.lacks?.[this.step] ?? [];
  }

  /** Why a paper is not there, in the words of whoever takes the step without it. */
  #explained(): { without?: string } {
    if (this.#lacks.length === 0) return {};
    const without = this.renderRoot.querySelector<HTMLTextAreaElement>('[name="without"]')?.value.trim() ?? '';
    if (without.length < 2) throw invalid({ without: 'paper_lacking' });
    return { without };
  }

  override render() {
    const { asks, noReason, reasonWord, undoable, must = [] } = this.#ask;
    const { kind } = this.book;
    const row = this.book.row(this.step);
    const verb = say(`${kind}.step.${this.step}`) ?? this.step;
    const clocks = [
      ...clocksIn(row.stops).map((name) => `${t('clock.event.stopped')} ${clockName(name)}`),
      ...clocksIn(row.starts).map((name) => `${t('clock.event.started')} ${clockName(name)}`),
    ];
    const told = say(`${kind}.told.${this.step}`);
    const act = {
      changes: [say(`${kind}.does.${this.step}`) ?? ''],
      ...(told ? { told: [told] } : {}),
      clocks,
      ...(undoable === undefined ? {} : { undoable }),
    };
    const asked = { record: this.record, step: this.step, faults: this.faults, must };
    const placed = this.#lacks.length > 0 ? [...asks, 'without'] : asks;
    const unplaced = Object.keys(this.faults).every((field) => !placed.includes(field.split('.')[0]!));
    return html`<reason-dialog open heading="${verb} ${this.record.number}" verb=${verb} ?no-reason=${noReason} ?needs-reason=${row.needsReason}
      .act=${act} reason-label=${reasonWord ? (say(reasonWord) ?? '') : ''}
      .error=${unplaced ? this.#take.error : undefined} ?busy=${this.#take.status === 1} .most=${4000}
      @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#take.run([event.detail.reason])}
      @act-cancelled=${() => this.dispatchEvent(new Event('step-cancelled'))}
      @files-added=${(event: CustomEvent<{ version: number }>) => {
        this.#grown = event.detail.version;
      }}>
      ${asks.map((field) => this.book.control(field, asked))}
      ${this.#lacks.length > 0 ? withoutPaper(this.#lacks, this.faults['without'], () => this.dispatchEvent(new Event('step-cancelled'))) : nothing}
    </reason-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'step-dialog': StepDialog;
  }
}
