import { Task, TaskStatus } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import '#client/elements/dialog-box.ts';
import '#client/elements/problem-line.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { PROOF_MINUTES, sessionApi } from '#shared/auth/session.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { lockedMinutes, session } from './session.ts';

/**
 * Asks for the password (and code) once more before what needs a fresh proof; whatever waits for it goes on by itself. Fires `proved` or
 * `prove-cancelled`.
 */
@customElement('prove-dialog')
export class ProveDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      form { display: grid; gap: var(--s-3); }
      .code { letter-spacing: 0.3em; }
    `,
  ];

  @state() private codeAsked = session()?.secondFactor ?? false;
  @state() private unfilled = false;
  @query('#password') private password!: HTMLInputElement;
  @query('#code') private code!: HTMLInputElement | null;

  readonly #prove = new Task(this, {
    autoRun: false,
    task: async () => {
      const code = this.code?.value.normalize('NFKC').replace(/\s/g, '');
      await call(sessionApi.prove, { body: { password: this.password.value, ...(code ? { code } : {}) } });
      this.dispatchEvent(new Event('proved'));
    },
    onError: (error) => {
      const wanted = error instanceof Refusal && error.code === 'second_factor_needed';
      this.codeAsked ||= wanted;
      void this.updateComplete.then(() => (wanted ? this.code?.focus() : this.password.select()));
    },
  });

  readonly #submit = (event: Event) => {
    event.preventDefault();
    this.unfilled = this.password.value === '' || (this.codeAsked && this.code?.value === '');
    if (!this.unfilled) void this.#prove.run();
    else (this.password.value === '' ? this.password : this.code)?.focus();
  };

  readonly #cancel = () => this.dispatchEvent(new Event('prove-cancelled'));

  override render() {
    const { account, name } = session()?.person ?? { account: '', name: '' };
    return html`<dialog-box open heading=${t('prove.title')} @dialog-closed=${this.#cancel}>
      <p>${t('prove.why', { name, minutes: PROOF_MINUTES })}</p>
      <form id="proof" novalidate @submit=${this.#submit}>
        <input hidden name="username" autocomplete="username" .value=${account} />
        <div class="field"><label for="password">${t('auth.password')}</label><input id="password" type="password" autofocus autocomplete="current-password" /></div>
        ${
          this.codeAsked
            ? html`<div class="field"><label for="code">${t('auth.code')}</label><input id="code" class="code" inputmode="numeric" autocomplete="one-time-code" aria-describedby="code-helper" />
              <small id="code-helper">${t('auth.code_helper')}</small></div>`
            : nothing
        }
        ${this.#problem()}
      </form>
      <button slot="buttons" type="button" @click=${this.#cancel}>${t('action.cancel')}</button>
      <button slot="buttons" form="proof" class="primary" ?disabled=${this.#prove.status === TaskStatus.PENDING}>${t('prove.go_on')}</button>
    </dialog-box>`;
  }

  #problem() {
    const { error } = this.#prove;
    const said = (text: string) => html`<p class="problem" role="alert">${text}</p>`;
    if (this.unfilled) return said(t('prove.fill'));
    if (!(error instanceof Refusal)) return html`<problem-line .error=${error}></problem-line>`;
    if (error.code === 'sign_in_failed') return said(t(this.codeAsked ? 'prove.wrong_both' : 'prove.wrong'));
    const minutes = lockedMinutes(error);
    return html`<problem-line .error=${error}></problem-line>${minutes ? html`<p>${t('auth.locked_minutes', { minutes })}</p>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prove-dialog': ProveDialog;
  }
}
