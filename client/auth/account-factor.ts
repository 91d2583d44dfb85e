import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { call } from '#client/kernel/api.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { sessionApi } from '#shared/auth/session.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import '#client/elements/problem-line.ts';
import { session } from './session.ts';

/** The second factor of one's own account: set up with a scanned or typed key, proved by a code, ended with the password. */
@customElement('account-factor')
export class AccountFactor extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-2); justify-items: start; }
      .key { font-size: var(--t-5); user-select: all; overflow-wrap: anywhere; }
      input { width: 10rem; letter-spacing: 0.2em; }
      .codes { columns: 2; }
    `,
  ];

  @state() private on = session()?.secondFactor ?? false;
  @state() private offered: { secret: string; uri: string } | undefined;
  @state() private codes: readonly string[] = [];

  readonly #run = new Task(this, {
    autoRun: false,
    task: async ([act]: readonly ['start' | 'confirm' | 'end']) => {
      if (act === 'start') this.offered = await call(sessionApi.startSecondFactor, {});
      if (act === 'confirm') {
        const code = this.renderRoot.querySelector('input')?.value.replace(/\s/g, '') ?? '';
        const told = await call(sessionApi.confirmSecondFactor, { body: { secret: this.offered!.secret, code } });
        this.codes = told.recoveryCodes;
        this.offered = undefined;
        this.on = true;
      }
      if (act === 'end') {
        await call(sessionApi.endSecondFactor, {});
        this.on = false;
        this.codes = [];
      }
    },
  });

  override render() {
    const fault =
      this.#run.error instanceof Refusal
        ? (this.#run.error.detail['fields'] as { code?: string } | undefined)?.code
        : undefined;
    return html`<p>${t(this.on ? 'account.factor_on' : 'account.factor_off')}</p>
      ${this.offered ? this.#key(this.offered, fault) : nothing}
      ${
        this.codes.length > 0
          ? html`<p>${t('account.factor_codes')}</p><ul class="codes code">${this.codes.map((one) => html`<li>${one}</li>`)}</ul>`
          : nothing
      }
      ${fault ? nothing : html`<problem-line .error=${this.#run.error}></problem-line>`}
      ${this.offered ? nothing : html`<button @click=${() => this.#run.run([this.on ? 'end' : 'start'])}>${t(this.on ? 'account.factor_end' : 'account.factor_start')}</button>`}`;
  }

  #key({ secret, uri }: { secret: string; uri: string }, fault: string | undefined) {
    return html`<p>${t('account.factor_text')}</p>
      <p class="code key">${secret.match(/.{1,4}/g)?.join(' ')}</p>
      <a href=${uri}>otpauth://</a>
      <div class="field"><label for="code">${t('auth.code')}</label><input id="code" inputmode="numeric" autocomplete="one-time-code" aria-invalid=${fault ? 'true' : 'false'} />
        ${fault ? html`<span class="fault">${say(`fault.${fault}`)}</span>` : nothing}</div>
      <button class="primary" @click=${() => this.#run.run(['confirm'])}>${t('account.confirm')}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-factor': AccountFactor;
  }
}
