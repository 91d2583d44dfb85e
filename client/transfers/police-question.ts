import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may, session } from '#client/auth/session.ts';
import '#client/elements/reason-dialog.ts';
import { call } from '#client/kernel/api.ts';
import { answersOf, fieldsOf } from '#client/kernel/fields.ts';
import { yuan } from '#client/kernel/format.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import type { FormSchema } from '#shared/kernel/faults.ts';
import { type Question, questionApi } from '#shared/transfers/question.api.ts';

type Act =
  | { readonly kind: 'facts' }
  | { readonly kind: 'reason'; readonly of: Question }
  | { readonly kind: 'approve' | 'refuse'; readonly of: Question };
const facts = questionApi.sayFacts.schema.body as unknown as FormSchema;
/** What stands in the way is drawn as such; what is answered is quiet. */
const LOUD: readonly string[] = ['open', 'asked'];

/** 应移送未移送: whether a record should go to the police, by which threshold, and what was answered. Fires `question-answered`. */
@customElement('police-question')
export class PoliceQuestion extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: block; }
      .sheet.open { border-left: 4px solid var(--orpiment); }
      li { border-top: 1px solid var(--rule); padding: var(--s-2) 0; display: grid; gap: 2px; font-size: var(--t-3); }
      .loud { color: var(--orpiment); font-weight: 600; }
      .quiet { color: var(--malachite); }
      small { color: var(--ink-2); }
      .actions { display: flex; flex-wrap: wrap; gap: var(--s-2); margin-top: var(--s-1); }
      @media (max-width: 640px) { .sheet { border-radius: 0; padding: var(--s-3); } }
      @media print { .actions { display: none; } }
    `,
  ];

  @property({ type: Number }) dossier = 0;
  @property() number = '';
  /** Read again whenever the record changed. */
  @property({ type: Number }) version = 0;
  /** The reader's own office owns the record. */
  @property({ type: Boolean }) own = false;
  @state() private act: Act | undefined;

  readonly #asked = new Task(this, {
    args: () => [this.dossier, this.version] as const,
    task: ([id], { signal }) => call(questionApi.read, { params: { id }, signal }),
  });
  readonly #do = new Task(this, {
    autoRun: false,
    task: async ([act, reason]: readonly [Act, string]) => {
      const params = { id: this.dossier };
      if (act.kind === 'facts') {
        const said = answersOf(facts, this.renderRoot);
        const body = { salesFen: 0, lossFen: 0, signs: [], ...said } as never;
        await call(questionApi.sayFacts, { params, body });
      } else if (act.kind === 'reason')
        await call(questionApi.giveReason, { params, body: { offence: act.of.offence, reason } });
      else {
        const reasonId = act.of.reasonId!;
        const approved = act.kind === 'approve';
        const body = { reasonId, approved, ...(approved ? {} : { refusal: reason }) };
        await call(questionApi.decideReason, { params, body });
      }
      this.act = undefined;
      void this.#asked.run();
      this.dispatchEvent(new Event('question-answered'));
    },
  });

  override render() {
    const asked = this.#asked.value;
    if (!asked) return nothing;
    const { questions, open } = asked;
    if (questions.length === 0 && !(this.own && may('transfer.draft'))) return nothing;
    return html`<section class="sheet ${open ? 'open' : ''}"><h2>${t('crime.title')}</h2>
      ${open ? html`<p class="helper">${t('crime.open_note')}</p>` : questions.length === 0 ? html`<p class="helper">${t('crime.none')}</p>` : nothing}
      <ul>${questions.map((one) => this.#question(one))}</ul>
      ${this.own && may('transfer.draft') ? html`<div class="actions"><button class="small" @click=${() => this.#ask({ kind: 'facts' })}>${t('crime.say_facts')}</button></div>` : nothing}
      ${this.act ? this.#dialog(this.act) : nothing}</section>`;
  }

  #question(one: Question) {
    const { offence, article, reached, standing, source, sourceArticle, compared } = one;
    const loud = LOUD.includes(standing);
    return html`<li><span><strong>${say(`crime.offence.${offence}`) ?? offence}</strong> <small>${article}</small> <span class=${loud ? 'loud' : 'quiet'}>${say(`crime.standing.${standing}`)}</span></span>
      <span>${reached.map(({ measure, fromFen, sign }) => (sign ? say(`crime.sign.${sign}`) : t('crime.reached', { what: say(`crime.measure.${measure}`) ?? '', from: yuan(fromFen ?? 0) }))).join('；')}</span>
      <small>${source} ${sourceArticle}${compared ? nothing : html` · ${t('crime.not_compared')}`}</small>
      ${one.reason ? html`<span>${one.reason}</span>` : nothing}${one.refusal ? html`<span class="loud">${one.refusal}</span>` : nothing}
      ${one.transferId ? html`<a href="/transfers/${one.transferId}">${one.transferNumber}</a>` : nothing}
      ${this.own && loud ? this.#actions(one) : nothing}</li>`;
  }

  #actions(one: Question) {
    const decides = one.standing === 'asked' && may('transfer.approve_police') && one.askedBy !== session()?.person.id;
    return html`<div class="actions">${
      may('transfer.draft')
        ? html`<a class="button small" href="/transfers/new?road=police&source=${this.number}">${t('crime.transfer')}</a>${
            one.standing === 'open'
              ? html`<button class="small" @click=${() => this.#ask({ kind: 'reason', of: one })}>${t('crime.give_reason')}</button>`
              : nothing
          }`
        : nothing
    }${
      decides
        ? html`<button class="small" @click=${() => this.#ask({ kind: 'approve', of: one })}>${t('crime.approve')}</button><button class="small" @click=${() => this.#ask({ kind: 'refuse', of: one })}>${t('crime.refuse')}</button>`
        : nothing
    }</div>`;
  }

  #ask(act: Act): void {
    this.act = act;
  }

  #dialog(act: Act) {
    const words = {
      facts: ['crime.say_facts', 'crime.facts_does'],
      reason: ['crime.give_reason', 'crime.reason_does'],
      approve: ['crime.approve', 'crime.approve_does'],
      refuse: ['crime.refuse', 'crime.refuse_does'],
    } as const;
    const [title, does] = words[act.kind];
    const changes = [t(does), ...('of' in act && act.of.reason ? [act.of.reason] : [])];
    const needs = act.kind === 'reason' || act.kind === 'refuse';
    const { salesFen, lossFen, signs } = this.#asked.value!;
    return html`<reason-dialog open heading="${t(title)} ${this.number}" verb=${t(title)} ?needs-reason=${needs} ?no-reason=${!needs} .act=${{ changes }} .most=${4000}
      .error=${this.#do.error} ?busy=${this.#do.status === 1}
      @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#do.run([act, event.detail.reason])}
      @act-cancelled=${() => {
        this.act = undefined;
      }}>${act.kind === 'facts' ? fieldsOf(facts, {}, { salesFen, lossFen, signs }) : nothing}</reason-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'police-question': PoliceQuestion;
  }
}
