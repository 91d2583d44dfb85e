import { Task, TaskStatus } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '#client/elements/reason-dialog.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call } from '#client/kernel/api.ts';
import { answersOf, faultSummary, fieldsOf, focusField } from '#client/kernel/fields.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { clockApi } from '#shared/clocks/clock.api.ts';
import type { ClockRule } from '#shared/clocks/clock.rules.ts';
import { dueOf } from '#shared/clocks/clock.ts';
import { RuleVersion, ruleFrom, versionOf } from '#shared/clocks/rule.form.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { type Faults, faultsOf } from '#shared/kernel/faults.ts';
import { clockName } from './face.ts';
import { loadLaw, workCalendar } from './law.ts';

/** Asks for a new version of one limit, beginning with the version that stands. Fires `rule-added`, `rule-cancelled`. */
@customElement('rule-dialog')
export class RuleDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`.fields { grid-template-columns: repeat(3, minmax(0, 1fr)); } @media (max-width: 640px) { .fields { grid-template-columns: minmax(0, 1fr); } }`,
  ];

  @property({ attribute: false }) rule!: ClockRule;
  @state() private faults: Faults = {};
  @state() private outlook = '';
  @query('form') private form!: HTMLFormElement;

  readonly #add = new Task(this, {
    autoRun: false,
    task: async ([rule]: readonly [ClockRule]) => {
      await call(clockApi.addRule, { body: { ...rule, pauses: [...rule.pauses] } as never });
      toast(t('law.rule_added', { rule: clockName(rule.name), day: rule.validFrom }));
      await loadLaw();
      this.dispatchEvent(new Event('rule-added'));
    },
    onError: (error) => {
      const fields = error instanceof Refusal ? (error.detail['fields'] as Faults | undefined) : undefined;
      if (fields) this.#say(fields);
    },
  });

  #say(faults: Faults): void {
    this.faults = faults;
    const [first] = Object.keys(faults);
    if (first) void this.updateComplete.then(() => focusField(this.renderRoot, first));
  }

  readonly #confirm = () => {
    const answers = answersOf(RuleVersion, this.form) as RuleVersion;
    const faults = faultsOf(RuleVersion, answers);
    this.#say(faults);
    if (Object.keys(faults).length === 0) void this.#add.run([ruleFrom(this.rule, answers)]);
  };

  /** What the form comes to for something that happens on its first day. */
  readonly #changed = () => {
    const answers = answersOf(RuleVersion, this.form) as RuleVersion;
    if (Object.keys(faultsOf(RuleVersion, answers)).length > 0) this.outlook = '';
    else {
      const on = answers.validFrom;
      const { dueOn, unsettledYear } = dueOf(ruleFrom(this.rule, answers), [{ kind: 'started', on }], workCalendar());
      this.outlook = dueOn ? t('law.outlook', { on, due: dueOn }) : t('clock.unsettled', { year: unsettledYear ?? '' });
    }
  };

  override render() {
    return html`<reason-dialog open no-reason heading=${t('law.new_version_of', { rule: clockName(this.rule.name) })} verb=${t('law.add_version')}
      .error=${Object.keys(this.faults).length > 0 ? undefined : this.#add.error} ?busy=${this.#add.status === TaskStatus.PENDING}
      .act=${{ changes: [t('law.version_does')] }}
      @act-confirmed=${this.#confirm} @act-cancelled=${() => this.dispatchEvent(new Event('rule-cancelled'))}>
      <form novalidate @submit=${(event: Event) => event.preventDefault()} @change=${this.#changed}>
        ${faultSummary(RuleVersion, this.faults)}
        ${fieldsOf(RuleVersion, this.faults, versionOf(this.rule), { optional: ['pauses'] })}
      </form>
      ${this.outlook ? html`<p role="status">${this.outlook}</p>` : nothing}
    </reason-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rule-dialog': RuleDialog;
  }
}
