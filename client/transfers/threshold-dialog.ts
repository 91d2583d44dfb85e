import { Task, TaskStatus } from '@lit/task';
import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '#client/elements/reason-dialog.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call } from '#client/kernel/api.ts';
import { answersOf, faultSummary, fieldsOf, focusField } from '#client/kernel/fields.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { type Faults, type FormSchema, faultsOf } from '#shared/kernel/faults.ts';
import { questionApi } from '#shared/transfers/question.api.ts';
import { ThresholdVersion, thresholdAsked, thresholdFrom } from '#shared/transfers/threshold.form.ts';
import type { CrimeThreshold } from '#shared/transfers/thresholds.ts';

const schema = ThresholdVersion as unknown as FormSchema;

/** Asks for a new version of one threshold, beginning with the one that stands. Fires `threshold-added`, `threshold-cancelled`. */
@customElement('threshold-dialog')
export class ThresholdDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`.fields { grid-template-columns: repeat(2, minmax(0, 1fr)); } @media (max-width: 640px) { .fields { grid-template-columns: minmax(0, 1fr); } }`,
  ];

  @property({ attribute: false }) threshold!: CrimeThreshold;
  @state() private faults: Faults = {};
  @query('form') private form!: HTMLFormElement;

  readonly #add = new Task(this, {
    autoRun: false,
    task: async ([version]: readonly [CrimeThreshold]) => {
      await call(questionApi.addThreshold, {
        body: { ...version, matters: [...version.matters], any: version.any.map((one) => ({ ...one })) },
      });
      toast(t('crime.version_added', { offence: this.#offence, day: version.validFrom }));
      this.dispatchEvent(new Event('threshold-added'));
    },
    onError: (error) => {
      const fields = error instanceof Refusal ? (error.detail['fields'] as Faults | undefined) : undefined;
      if (fields) this.#say(fields);
    },
  });

  get #offence(): string {
    return say(`crime.offence.${this.threshold.offence}`) ?? this.threshold.offence;
  }

  #say(faults: Faults): void {
    this.faults = faults;
    const [first] = Object.keys(faults);
    if (first) void this.updateComplete.then(() => focusField(this.renderRoot, first));
  }

  readonly #confirm = () => {
    const answers = answersOf(schema, this.form) as ThresholdVersion;
    const told = { ...answers, sums: answers.sums ?? [], signs: answers.signs ?? [] };
    const empty: Faults = told.sums.length + told.signs.length === 0 ? { sums: 'required' } : {};
    this.#say({ ...faultsOf(schema, told), ...empty });
    if (Object.keys(this.faults).length === 0) void this.#add.run([thresholdFrom(this.threshold, told)]);
  };

  override render() {
    return html`<reason-dialog open no-reason heading=${t('law.new_version_of', { rule: this.#offence })} verb=${t('law.add_version')}
      .error=${Object.keys(this.faults).length > 0 ? undefined : this.#add.error} ?busy=${this.#add.status === TaskStatus.PENDING}
      .act=${{ changes: [t('crime.version_does')] }}
      @act-confirmed=${this.#confirm} @act-cancelled=${() => this.dispatchEvent(new Event('threshold-cancelled'))}>
      <form novalidate @submit=${(event: Event) => event.preventDefault()}>
        ${faultSummary(schema, this.faults)}
        ${fieldsOf(schema, this.faults, thresholdAsked(this.threshold) as never, { optional: ['sums', 'signs'] })}
      </form>
    </reason-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'threshold-dialog': ThresholdDialog;
  }
}
