import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '#client/elements/problem-line.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call } from '#client/kernel/api.ts';
import { answersOf, fieldsOf } from '#client/kernel/fields.ts';
import { instant } from '#client/kernel/format.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { PasswordChange, sessionApi } from '#shared/auth/session.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { type Faults, faultsOf } from '#shared/kernel/faults.ts';
import './account-factor.ts';
import './account-tokens.ts';
import { may, session } from './session.ts';

/** One's own account: password, second factor, where one is signed in, tokens for programs. */
@customElement('account-page')
export class AccountPage extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); max-width: 46rem; }
      form { display: grid; gap: var(--s-3); max-width: 24rem; }
      .first-do { background: var(--orpiment-t); color: var(--orpiment); padding: var(--s-2) var(--s-3); }
      td { overflow-wrap: anywhere; }
      @media (max-width: 640px) { :host { padding: var(--s-3); } }
    `,
  ];

  @state() private faults: Faults = {};

  readonly #password = new Task(this, {
    autoRun: false,
    task: async ([body]: readonly [{ password: string; newPassword: string }]) => {
      await call(sessionApi.password, { body });
      this.renderRoot.querySelector('form')?.reset();
      toast(t('account.changed'));
      if (session()?.must === 'change_password') location.assign('/');
    },
    onError: (error) => {
      this.faults = ((error instanceof Refusal && error.detail['fields']) || {}) as Faults;
    },
  });
  readonly #sessions = new Task(this, { args: () => [], task: (_, { signal }) => call(sessionApi.others, { signal }) });

  readonly #submit = (event: Event) => {
    event.preventDefault();
    const answers = answersOf(PasswordChange, this.renderRoot) as { password: string; newPassword: string };
    this.faults = faultsOf(PasswordChange, answers);
    const again = this.renderRoot.querySelector<HTMLInputElement>('#again')?.value;
    if (!this.faults['newPassword'] && again !== answers.newPassword)
      this.faults = { ...this.faults, newPassword: 'mismatch' };
    if (Object.keys(this.faults).length === 0) void this.#password.run([answers]);
  };

  async #end(id: number): Promise<void> {
    await call(sessionApi.endOther, { params: { id } });
    void this.#sessions.run();
  }

  override render() {
    const must = session()?.must;
    return html`<h1>${t('account.title')}</h1>
      ${must ? html`<p class="first-do" role="alert">${t(`account.must.${must}`)}</p>` : nothing}
      <section class="sheet"><h2>${t('account.password')}</h2>
        <form novalidate @submit=${this.#submit}>
          ${fieldsOf(PasswordChange, this.faults, {}, { name: 'AccountPassword' })}
          <div class="field"><label for="again">${t('auth.password_again')}</label><input id="again" type="password" autocomplete="new-password" /></div>
          ${Object.keys(this.faults).length === 0 ? html`<problem-line .error=${this.#password.error}></problem-line>` : nothing}
          <div><button class="primary" ?disabled=${this.#password.status === 1}>${t('account.password')}</button></div>
        </form>
      </section>
      <section class="sheet"><h2>${t('account.factor')}</h2><account-factor></account-factor></section>
      <section class="sheet"><h2>${t('account.sessions')}</h2>
        <table class="plain"><tbody>${this.#sessions.value?.map(
          (
            one,
          ) => html`<tr><td>${instant(one.seenAt)}</td><td class="tab">${one.address}</td><td>${browserOf(one.agent)}</td>
            <td>${one.current ? t('account.session_here') : html`<button class="small" @click=${() => this.#end(one.id)}>${t('account.session_end')}</button>`}</td></tr>`,
        )}</tbody></table>
        <problem-line .error=${this.#sessions.error}></problem-line>
      </section>
      ${may('token.issue') ? html`<section class="sheet"><h2>${t('account.tokens')}</h2><account-tokens></account-tokens></section>` : nothing}`;
  }
}

/** The browser's family and system out of its long name; the rest helps nobody. */
function browserOf(agent: string): string {
  const family = /(Firefox|Edg|Chrome|Safari)\/[\d]+/.exec(agent)?.[0]?.replace('Edg/', 'Edge/') ?? agent.slice(0, 24);
  const system = /\((?:[^;)]*; )?([^;)]+)/.exec(agent)?.[1] ?? '';
  return `${family} ${system}`.trim();
}

declare global {
  interface HTMLElementTagNameMap {
    'account-page': AccountPage;
  }
}
