import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '#client/kernel/api.ts';
import { answersOf, faultSummary, fieldsOf } from '#client/kernel/fields.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { Activation, FirstAdministrator, sessionApi } from '#shared/auth/session.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { type Faults, faultsOf } from '#shared/kernel/faults.ts';
import '#client/elements/problem-line.ts';

/**
 * The two pages one opens with a word given by somebody: the first administrator's (`token`, from the one-time link) and everybody
 * else's, who got a code. Fires `key-used` when a password is set.
 */
@customElement('key-page')
export class KeyPage extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: grid; justify-content: center; align-content: start; grid-template-columns: minmax(0, 30rem); padding: 8vh var(--s-4); min-height: 100vh; background: var(--desk); }
      form, .codes { display: grid; gap: var(--s-3); margin-top: var(--s-3); }
      .code { font-size: var(--t-5); user-select: all; }
    `,
  ];

  /** The one-time word of the first administrator's link; left out, the page asks for an activation code. */
  @property() token = '';
  @state() private faults: Faults = {};
  @state() private codes: readonly { role: string; account: string; code: string }[] = [];

  readonly #send = new Task(this, {
    autoRun: false,
    task: async ([answers]: readonly [Record<string, string>]) => {
      if (!this.token) {
        await call(sessionApi.activate, { body: answers as { code: string; account: string; password: string } });
        this.dispatchEvent(new Event('key-used'));
        return;
      }
      const body = { ...answers, token: this.token } as {
        token: string;
        account: string;
        name: string;
        password: string;
      };
      this.codes = (await call(sessionApi.makeFirst, { body })).codes;
    },
    onError: (error) => {
      const fields = error instanceof Refusal ? error.detail['fields'] : undefined;
      if (fields) this.faults = fields as Faults;
    },
  });

  get #schema() {
    return this.token ? FirstAdministrator : Activation;
  }

  readonly #submit = (event: Event) => {
    event.preventDefault();
    const answers = answersOf(this.#schema, this.renderRoot) as Record<string, string>;
    const again = this.renderRoot.querySelector<HTMLInputElement>('#again')?.value;
    this.faults = faultsOf(this.#schema, this.token ? { ...answers, token: this.token } : answers);
    if (!this.faults['password'] && answers['password'] !== again)
      this.faults = { ...this.faults, password: 'mismatch' };
    if (Object.keys(this.faults).length === 0) void this.#send.run([answers]);
  };

  override render() {
    if (this.codes.length > 0) return this.#handOut();
    const only = this.token ? ['account', 'name', 'password'] : ['code', 'account', 'password'];
    return html`<section class="sheet">
      <h1>${t(this.token ? 'auth.first_title' : 'auth.activate_title')}</h1>
      <p>${t(this.token ? 'auth.first_text' : 'auth.activate_text')}</p>
      <form novalidate @submit=${this.#submit}>
        ${faultSummary(this.#schema, this.faults, 'Account')}
        ${fieldsOf(this.#schema, this.faults, {}, { only, name: 'Account' })}
        <div class="field"><label for="again">${t('auth.password_again')}</label><input id="again" type="password" autocomplete="new-password" /></div>
        ${Object.keys(this.faults).length === 0 ? html`<problem-line .error=${this.#send.error}></problem-line>` : nothing}
        <button class="primary" ?disabled=${this.#send.status === 1}>${t('auth.set_password')}</button>
      </form>
    </section>`;
  }

  #handOut() {
    return html`<section class="sheet">
      <h1>${t('auth.codes_title')}</h1>
      <p>${t('auth.codes_text')}</p>
      <dl class="facts codes">${this.codes.map(
        ({ role, account, code }) =>
          html`<dt>${say(`role.${role}`) ?? role}</dt><dd>${account} <div class="code">${code}</div></dd>`,
      )}</dl>
      <div class="actions"><button @click=${() => print()}>${t('action.print')}</button>
        <button class="primary" @click=${() => this.dispatchEvent(new Event('key-used'))}>${t('auth.begin')}</button></div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'key-page': KeyPage;
  }
}
