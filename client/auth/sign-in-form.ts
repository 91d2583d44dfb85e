import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import '#client/elements/problem-line.ts';
import { lockedMinutes, type Session, signIn } from './session.ts';

/**
 * Account, password and, where the account has one, the one-time code; pasting is allowed everywhere and there is no puzzle. `account`
 * fills it in. Fires `signed-in` `{ session }`.
 */
@customElement('sign-in-form')
export class SignInForm extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      form { display: grid; gap: var(--s-3); }
      .pair { display: flex; }
      .pair input { border-right: 0; border-radius: 2px 0 0 2px; }
      .pair button { border-radius: 0 2px 2px 0; color: var(--ink-2); }
      .primary { min-height: 2.75rem; font-size: var(--t-4); }
      .code { letter-spacing: 0.3em; font-size: var(--t-5); }
    `,
  ];

  @property() account = '';
  @property() password = '';
  @state() private codeAsked = false;
  @state() private seen = false;
  @state() private unfilled = false;
  @query('#account') private accountField!: HTMLInputElement;
  @query('#password') private passwordField!: HTMLInputElement;
  @query('#code') private codeField!: HTMLInputElement | null;

  readonly #sign = new Task(this, {
    autoRun: false,
    task: async () => {
      const code = this.codeField?.value.normalize('NFKC').replace(/\D/g, '');
      const session = await signIn({
        account: this.accountField.value.trim(),
        password: this.passwordField.value,
        ...(code ? { code } : {}),
      });
      this.dispatchEvent(new CustomEvent<{ session: Session }>('signed-in', { detail: { session } }));
    },
    onError: (error) => this.#refused(error),
  });

  #refused(error: unknown): void {
    if (error instanceof Refusal && error.code === 'second_factor_needed') {
      this.codeAsked = true;
      void this.updateComplete.then(() => this.codeField?.focus());
    } else (this.codeField ?? this.passwordField).select();
  }

  readonly #submit = (event: Event) => {
    event.preventDefault();
    this.unfilled = this.accountField.value.trim() === '' || this.passwordField.value === '';
    if (!this.unfilled) void this.#sign.run();
    else (this.accountField.value.trim() === '' ? this.accountField : this.passwordField).focus();
  };

  override render() {
    return html`<form novalidate @submit=${this.#submit}>
      <div class="field">
        <label for="account">${t('auth.account')}</label>
        <input id="account" name="username" autocomplete="username" autocapitalize="off" spellcheck="false" autofocus .value=${this.account} />
      </div>
      <div class="field">
        <label for="password">${t('auth.password')}</label>
        <div class="pair">
          <input id="password" name="password" type=${this.seen ? 'text' : 'password'} autocomplete="current-password" .value=${this.password} />
          <button type="button" aria-pressed=${this.seen ? 'true' : 'false'} title=${t('auth.show_password')} aria-label=${t('auth.show_password')}
            @click=${() => {
              this.seen = !this.seen;
            }}>${this.seen ? '••' : 'Aa'}</button>
        </div>
      </div>
      ${
        this.codeAsked
          ? html`<div class="field"><label for="code">${t('auth.code')}</label>
              <input id="code" class="code" name="code" inputmode="numeric" autocomplete="one-time-code" aria-describedby="code-helper" />
              <small id="code-helper">${t('auth.code_helper')}</small></div>`
          : nothing
      }
      ${this.unfilled ? html`<p class="problem" role="alert">${t('auth.fill_both')}</p>` : this.#problem()}
      <button class="primary" ?disabled=${this.#sign.status === 1}>${t('action.sign_in')}</button>
    </form>`;
  }

  #problem() {
    return this.#sign.render({
      error: (error) => {
        if (error instanceof Refusal && error.code === 'second_factor_needed' && !this.codeField?.value) return nothing;
        const minutes = lockedMinutes(error);
        return html`<problem-line .error=${error}></problem-line>${minutes ? html`<p>${t('auth.locked_minutes', { minutes })}</p>` : nothing}`;
      },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-form': SignInForm;
  }
}
