import { Task, TaskStatus } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import '#client/elements/empty-state.ts';
import '#client/elements/problem-line.ts';
import '#client/elements/reason-dialog.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call } from '#client/kernel/api.ts';
import { shortInstant } from '#client/kernel/format.ts';
import { PagedRows } from '#client/kernel/paged-rows.ts';
import { cameFrom } from '#client/kernel/router.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { officeShort, personName } from '#client/offices/directory.ts';
import { openRoutes, ROUTES } from '#client/routes.ts';
import { type Feedback, feedbackApi } from '#shared/feedback/feedback.api.ts';

const SCOPES = ['own', 'open', 'all'] as const;
type Scope = (typeof SCOPES)[number];

/** A page by its pattern, as the navigation calls it. */
const pageName = (path: string): string => {
  const route = ROUTES.find((one) => one.path === path);
  return route ? t(route.title) : path;
};

/** What people say about the product itself: anybody says it, whoever reads it sees every word and answers. Fires nothing. */
@customElement('feedback-page')
export class FeedbackPage extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); max-width: 52rem; align-content: start; }
      form { display: grid; gap: var(--s-3); }
      form .field { max-width: none; }
      .foot { display: flex; gap: var(--s-3); align-items: center; flex-wrap: wrap; }
      .foot small { flex: 1; }
      .scopes { display: flex; flex-wrap: wrap; gap: var(--s-2); }
      [aria-pressed="true"] { border-color: var(--azurite); background: var(--azurite-t); color: var(--azurite); font-weight: 600; }
      li { background: var(--sheet); border-bottom: 1px solid var(--rule); padding: var(--s-3); display: grid; gap: var(--s-1); justify-items: start; }
      li p { white-space: pre-wrap; overflow-wrap: anywhere; }
      .answer { border-left: 3px solid var(--azurite); padding-left: var(--s-3); margin-top: var(--s-1); }
      small { color: var(--ink-2); }
      @media (max-width: 640px) { :host { padding: var(--s-3) 0; } h1, .scopes { padding: 0 var(--s-3); } .sheet { border-radius: 0; } }
    `,
  ];

  @state() private scope: Scope = may('feedback.read') ? 'open' : 'own';
  @state() private answering: Feedback | undefined;
  @state() private unfilled = false;
  @query('#text') private text!: HTMLTextAreaElement;
  @query('#page') private page!: HTMLSelectElement;

  readonly #rows = new PagedRows<Feedback>(this, (cursor, limit, signal) => {
    const query = { limit, ...(cursor ? { cursor } : {}) };
    if (this.scope === 'own') return call(feedbackApi.own, { query, signal });
    return call(feedbackApi.list, { query: { ...query, ...(this.scope === 'open' ? { open: true } : {}) }, signal });
  });
  readonly #give = new Task(this, {
    autoRun: false,
    task: async () => {
      await call(feedbackApi.give, { body: { page: this.page.value, text: this.text.value.trim() } });
      this.text.value = '';
      toast(t('feedback.given'));
      void this.#show(may('feedback.read') ? this.scope : 'own');
    },
  });
  readonly #answer = new Task(this, {
    autoRun: false,
    task: async ([id, text]: readonly [number, string]) => {
      this.#rows.replace(await call(feedbackApi.answer, { params: { id }, body: { text } }));
      this.answering = undefined;
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#rows.reload();
  }

  #show(scope: Scope): Promise<void> {
    this.scope = scope;
    return this.#rows.reload(true);
  }

  readonly #submit = (event: Event) => {
    event.preventDefault();
    this.unfilled = this.text.value.trim().length < 2;
    if (this.unfilled) this.text.focus();
    else void this.#give.run();
  };

  override render() {
    return html`<h1>${t('app.feedback')}</h1>
      ${this.#form()}
      ${
        may('feedback.read')
          ? html`<div class="scopes">${SCOPES.map((scope) => html`<button class="small" aria-pressed=${scope === this.scope ? 'true' : 'false'} @click=${() => this.#show(scope)}>${t(`feedback.${scope}`)}</button>`)}</div>`
          : nothing
      }
      <problem-line .error=${this.#rows.error}></problem-line>
      ${this.#rows.rows.length === 0 && !this.#rows.busy ? html`<empty-state text=${t('feedback.none')}></empty-state>` : html`<ul>${this.#rows.rows.map((one) => this.#one(one))}</ul>`}
      ${this.#rows.more ? html`<p><button @click=${() => this.#rows.readOn()}>${t('feedback.more')}</button></p>` : nothing}
      ${
        this.answering
          ? html`<reason-dialog open needs-reason heading=${t('feedback.answer')} verb=${t('feedback.answer')} reason-label=${t('feedback.answer_text')}
              .error=${this.#answer.error} ?busy=${this.#answer.status === TaskStatus.PENDING} .act=${{ changes: [this.answering.text] }}
              @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#answer.run([this.answering!.id, event.detail.reason])}
              @act-cancelled=${() => {
                this.answering = undefined;
              }}></reason-dialog>`
          : nothing
      }`;
  }

  #form() {
    const from = cameFrom();
    const pages = [...new Set([from, ...openRoutes().map(({ path }) => path)])].filter((path) => path !== '/feedback');
    return html`<form class="sheet" novalidate @submit=${this.#submit}>
      <div class="field"><label for="page">${t('feedback.page')}</label>
        <select id="page">${pages.map((path) => html`<option value=${path} ?selected=${path === from}>${pageName(path)}</option>`)}</select></div>
      <div class="field"><label for="text"><span class="must" aria-hidden="true">*</span>${t('feedback.text')}</label>
        <textarea id="text" maxlength="2000" aria-invalid=${this.unfilled ? 'true' : 'false'} aria-describedby="text-fault"></textarea>
        ${this.unfilled ? html`<span class="fault" id="text-fault">${t('fault.required')}</span>` : nothing}</div>
      <problem-line .error=${this.#give.error}></problem-line>
      <div class="foot"><small>${t('feedback.helper')}</small><button class="primary" ?disabled=${this.#give.status === TaskStatus.PENDING}>${t('feedback.give')}</button></div>
    </form>`;
  }

  #one(one: Feedback) {
    const who = this.scope === 'own' ? '' : `${personName(one.personId)} ${officeShort(one.officeId)} · `;
    return html`<li><small>${pageName(one.page)} · ${who}<time datetime=${one.at}>${shortInstant(one.at)}</time></small>
      <p>${one.text}</p>
      ${
        one.answeredAt
          ? html`<div class="answer"><small>${personName(one.answeredBy)} · <time datetime=${one.answeredAt}>${shortInstant(one.answeredAt)}</time></small><p>${one.answer}</p></div>`
          : may('feedback.read')
            ? html`<button class="small" @click=${() => {
                this.answering = one;
              }}>${t('feedback.answer')}</button>`
            : html`<small>${t('feedback.unanswered')}</small>`
      }</li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'feedback-page': FeedbackPage;
  }
}
