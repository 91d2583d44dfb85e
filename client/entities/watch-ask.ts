import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { session } from '#client/auth/session.ts';
import { today } from '#client/clocks/law.ts';
import '#client/elements/combo-box.ts';
import type { Choice } from '#client/elements/combo-box.ts';
import '#client/elements/reason-dialog.ts';
import { call } from '#client/kernel/api.ts';
import { answersOf, fieldOf } from '#client/kernel/fields.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { allOffices, officeName, officeShort, standingOffices } from '#client/offices/directory.ts';
import { WatchAsk as Shape, watchApi } from '#shared/entities/watch.api.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { type Faults, type FormSchema, faultsOf } from '#shared/kernel/faults.ts';
import type { Department } from '#shared/offices/departments.ts';

const schema = Shape as unknown as FormSchema;
const DAYS = 90;

/** Asks for a watch mark: how urgent, how long, for whose eyes, and why. Fires `watch-asked`, `ask-cancelled`. */
@customElement('watch-ask')
export class WatchAsk extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      .fields { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      .chosen { display: flex; flex-wrap: wrap; gap: var(--s-1); }
      @media (max-width: 640px) { .fields { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  @property({ type: Number }) entity = 0;
  @state() private offices: readonly number[] = [];
  @state() private faults: Faults = {};

  readonly #ask = new Task(this, {
    autoRun: false,
    task: async ([body]: readonly [Shape]) => {
      await call(watchApi.ask, { params: { id: this.entity }, body });
      this.dispatchEvent(new Event('watch-asked'));
    },
    onError: (error) => {
      if (error instanceof Refusal) this.faults = (error.detail['fields'] as Faults | undefined) ?? {};
    },
  });

  /** Departments that have an office today. */
  get #departments(): Department[] {
    return [
      ...new Set(
        allOffices()
          .filter(({ validUntil }) => !validUntil)
          .map(({ department }) => department as Department),
      ),
    ];
  }

  #confirmed(reason: string): void {
    const form = this.renderRoot.querySelector('.fields')!;
    const departments = [...form.querySelectorAll<HTMLInputElement>('[name="departments"]:checked')].map(
      ({ value }) => value,
    );
    const answers = { ...answersOf(schema, form), departments, offices: [...this.offices], reason };
    this.faults = faultsOf(schema, answers);
    if (Object.keys(this.faults).length === 0) void this.#ask.run([answers as unknown as Shape]);
  }

  override render() {
    const asked = {
      faults: this.faults,
      values: { level: 'focus', validFrom: today(), validUntil: addDays(today(), DAYS) },
      look: { name: 'WatchAsk' },
    };
    const own = officeName(session()?.officeId);
    return html`<reason-dialog open needs-reason heading=${t('watch.ask')} verb=${t('watch.ask')} reason-label=${t('WatchAsk.reason')} .most=${1000}
        .act=${{ changes: [t('watch.ask_does', { office: own })] }} ?busy=${this.#ask.status === 1}
        .error=${Object.keys(this.faults).length > 0 ? undefined : this.#ask.error}
        @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#confirmed(event.detail.reason)}
        @act-cancelled=${() => this.dispatchEvent(new Event('ask-cancelled'))}>
      <div class="fields">
        ${fieldOf(schema, 'level', asked)}<div></div>
        ${fieldOf(schema, 'validFrom', asked)}${fieldOf(schema, 'validUntil', asked)}
        <div class="field wide"><span class="label" id="departments">${t('WatchAsk.departments')}</span>
          <div class="choices" role="group" aria-labelledby="departments">${this.#departments.map((one) => html`<label><input type="checkbox" name="departments" value=${one} />${t(`department.${one}`)}</label>`)}</div></div>
        <div class="field wide"><label for="office">${t('WatchAsk.offices')}</label>${this.#officeBox()}</div>
      </div>
    </reason-dialog>`;
  }

  #officeBox() {
    const left = standingOffices().filter(({ value }) => !this.offices.includes(Number(value)));
    return html`<div class="chosen">${this.offices.map(
      (id) =>
        html`<button type="button" class="small" aria-label="${t('action.remove')} ${officeShort(id)}" @click=${() => {
          this.offices = this.offices.filter((one) => one !== id);
        }}>${officeShort(id)} ×</button>`,
    )}</div>
    <combo-box id="office" label=${t('WatchAsk.offices')} .choices=${left} .value=${''} .text=${''} @choice-made=${(
      event: CustomEvent<{ choice?: Choice }>,
    ) => {
      const { choice } = event.detail;
      if (!choice) return;
      this.offices = [...this.offices, Number(choice.value)];
      const box = event.target as HTMLElement & { value: string; text: string };
      box.value = '';
      box.text = '';
    }}></combo-box>${this.faults['offices'] ? html`<span class="fault">${t('fault.unknown')}</span>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'watch-ask': WatchAsk;
  }
}
