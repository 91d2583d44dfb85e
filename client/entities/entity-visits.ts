import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may, session } from '#client/auth/session.ts';
import { today } from '#client/clocks/law.ts';
import '#client/elements/reason-dialog.ts';
import { call } from '#client/kernel/api.ts';
import { answersOf, fieldOf } from '#client/kernel/fields.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { loading, problem, t } from '#client/kernel/words.ts';
import { officeName, officeOf, officeShort } from '#client/offices/directory.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { type Faults, type FormSchema, faultsOf } from '#shared/kernel/faults.ts';
import { NOT_ENFORCING } from '#shared/offices/departments.ts';
import { type Visit, VisitLog, visitApi } from '#shared/visits/visit.api.ts';
import { COUNTS, type VisitPurpose } from '#shared/visits/visit.ts';
import { word } from './entity-look.ts';
import { entityTags } from './entity-styles.ts';
import './visit-cap.ts';

const schema = VisitLog as unknown as FormSchema;

/** This year's visits of all departments, how many count and how many may; whoever inspects logs one here. Fires `visit-logged`. */
@customElement('entity-visits')
export class EntityVisits extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    entityTags,
    css`
      .head { display: flex; flex-wrap: wrap; gap: var(--s-2) var(--s-4); align-items: center; margin-bottom: var(--s-3); }
      .count { font-size: var(--t-5); font-variant-numeric: tabular-nums; }
      .full { color: var(--cinnabar); font-weight: 600; }
      .scroll { overflow-x: auto; }
      tr.cancelled td { color: var(--ink-3); text-decoration: line-through; }
      tr.cancelled td.why { text-decoration: none; }
      .fields { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } .fields { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  @property({ type: Number }) entity = 0;
  @property() county = '';
  /** An entity that was merged away is visited no more. */
  @property({ type: Boolean }) past = false;
  @state() private logging = false;
  @state() private cancelling: Visit | undefined;
  @state() private faults: Faults = {};
  @state() private purpose: VisitPurpose | '' = '';

  readonly #visits = new Task(this, {
    args: () => [this.entity] as const,
    task: ([id], { signal }) => call(visitApi.ofEntity, { params: { id }, query: {}, signal }),
  });
  readonly #log = new Task(this, {
    autoRun: false,
    task: async ([body]: readonly [VisitLog]) => {
      await call(visitApi.log, { params: { id: this.entity }, body });
      this.#done();
    },
    onError: (error) => {
      if (error instanceof Refusal) this.faults = (error.detail['fields'] as Faults | undefined) ?? {};
    },
  });
  readonly #cancel = new Task(this, {
    autoRun: false,
    task: async ([id, reason]: readonly [number, string]) => {
      await call(visitApi.cancel, { params: { id }, body: { reason } });
      this.#done();
    },
  });

  #done(): void {
    this.logging = false;
    this.cancelling = undefined;
    this.faults = {};
    void this.#visits.run();
    this.dispatchEvent(new Event('visit-logged'));
  }

  /** A coordinating office never inspects, whatever its people may do elsewhere. */
  get #inspects(): boolean {
    const office = officeOf(session()?.officeId);
    return may('visit.log') && !this.past && office !== undefined && !NOT_ENFORCING.includes(office.department);
  }

  #confirmed(): void {
    const form = this.renderRoot.querySelector('.fields')!;
    const officers = ['officer1', 'officer2', 'officer3']
      .map((name) => form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value.trim() ?? '')
      .filter(Boolean);
    const answers = { ...answersOf(schema, form), officers };
    this.faults = faultsOf(schema, answers);
    if (officers.length < 2) this.faults = { ...this.faults, officers: 'two_officers' };
    if (Object.keys(this.faults).length === 0) void this.#log.run([answers as unknown as VisitLog]);
  }

  override render() {
    return html`<section class="sheet"><h2>${t('entity.tab.visits')}</h2>
      ${this.#visits.render({ pending: loading, error: problem, complete: (told) => this.#told(told) })}
    </section>${this.logging ? this.#form() : nothing}${this.cancelling ? this.#cancellation(this.cancelling) : nothing}`;
  }

  #told({ year, cap, counted, visits }: { year: number; cap: number; counted: number; visits: readonly Visit[] }) {
    return html`<div class="head">
        <span class="count ${counted >= cap ? 'full' : ''}">${t('visit.counted', { year, n: counted, cap })}</span>
        ${counted >= cap ? html`<span class="tag past">${t('visit.full')}</span>` : nothing}
        ${
          this.#inspects
            ? html`<button class="primary" @click=${() => {
                this.logging = true;
              }}>${t('visit.log')}</button>`
            : nothing
        }
        <visit-cap county=${this.county} .year=${year} .cap=${cap} @cap-set=${() => this.#done()}></visit-cap>
      </div>
      ${visits.length === 0 ? html`<p class="helper">${t('visit.none', { year })}</p>` : this.#table(visits)}`;
  }

  #table(visits: readonly Visit[]) {
    const mine = session()?.officeId;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('entity.tab.visits')}><table class="plain">
      <thead><tr>${(['visitedOn', 'officeId', 'purpose', 'officers', 'noticeNumber'] as const).map((one) => html`<th scope="col">${t(`VisitLog.${one}`)}</th>`)}<th></th></tr></thead>
      <tbody>${visits.map(
        (
          visit,
        ) => html`<tr class=${visit.cancelledAt ? 'cancelled' : ''}><td class="when">${visit.visitedOn}</td><td>${officeShort(visit.officeId)}</td>
          <td>${word('visit.purpose', visit.purpose)} ${visit.counts ? nothing : html`<small>${t('visit.not_counted')}</small>`}</td>
          <td>${visit.officers.map((one) => html`<div>${one}</div>`)}</td><td>${visit.noticeNumber ?? ''}</td>
          <td class="why">${
            visit.cancelledAt
              ? t('visit.cancelled', { reason: visit.cancelReason ?? '' })
              : html`${visit.overCapReason ? html`<small>${t('visit.over', { reason: visit.overCapReason })}</small>` : nothing}
                ${
                  visit.officeId === mine && may('visit.log')
                    ? html`<button class="small no-print" @click=${() => {
                        this.cancelling = visit;
                      }}>${t('visit.cancel')}</button>`
                    : nothing
                }`
          }</td></tr>`,
      )}</tbody></table></div>`;
  }

  #form() {
    const { counted = 0, cap = 0 } = this.#visits.value ?? {};
    const over = counted >= cap && (this.purpose === '' || COUNTS[this.purpose]);
    const asked = { faults: this.faults, values: { visitedOn: today() }, look: { name: 'VisitLog' } };
    const officer = (name: string, at: number) =>
      html`<input name=${name} id="field-${name}" autocomplete="off" aria-label=${t('visit.officer', { n: at })} placeholder=${t('visit.officer_placeholder')} />`;
    return html`<reason-dialog open no-reason heading=${t('visit.log')} verb=${t('visit.log')} ?busy=${this.#log.status === 1}
        .error=${Object.keys(this.faults).length > 0 ? undefined : this.#log.error}
        .act=${{ changes: [t('visit.body', { office: officeName(session()?.officeId) })] }}
        @act-confirmed=${() => this.#confirmed()} @act-cancelled=${() => {
          this.logging = false;
          this.faults = {};
        }}>
      <div class="fields" @change=${(event: Event) => {
        const { name, value } = event.target as HTMLSelectElement;
        if (name === 'purpose') this.purpose = value as VisitPurpose;
      }}>
        ${fieldOf(schema, 'visitedOn', asked)}${fieldOf(schema, 'purpose', asked)}
        <div class="field wide" data-field="officers"><span class="label"><span class="must" aria-hidden="true">*</span>${t('VisitLog.officers')}</span>
          ${['officer1', 'officer2', 'officer3'].map((name, at) => officer(name, at + 1))}
          ${this.faults['officers'] ? html`<span class="fault">${t('fault.two_officers')}</span>` : nothing}</div>
        ${fieldOf(schema, 'noticeNumber', asked)}
        ${over ? html`<p class="problem wide">${t('visit.full_warning', { n: counted, cap })}</p>${fieldOf(schema, 'overCapReason', asked)}` : nothing}
      </div>
    </reason-dialog>`;
  }

  #cancellation({ id, visitedOn }: Visit) {
    return html`<reason-dialog open needs-reason heading="${t('visit.cancel')} ${visitedOn}" verb=${t('visit.cancel')} .most=${500}
      .act=${{ changes: [t('visit.cancel_does')] }} .error=${this.#cancel.error} ?busy=${this.#cancel.status === 1}
      @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#cancel.run([id, event.detail.reason])}
      @act-cancelled=${() => {
        this.cancelling = undefined;
      }}></reason-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'entity-visits': EntityVisits;
  }
}
