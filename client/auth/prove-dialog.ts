import { Task } from '@lit/task';
import { html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import '#client/elements/dialog-box.ts';
import '#client/elements/problem-line.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { sessionApi } from '#shared/auth/session.api.ts';
import { session } from './session.ts';

/** Asks for the password (and code) once more before what needs a fresh proof. Fires `proved` or `prove-cancelled`. */
@customElement('prove-dialog')
export class ProveDialog extends LitElement {
  static override styles = [base, buttons, inputs];

  readonly #prove = new Task(this, {
    autoRun: false,
    task: async () => {
      const value = (id: string) => this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
      const code = value('code');
      await call(sessionApi.prove, { body: { password: value('password'), ...(code ? { code } : {}) } });
      this.dispatchEvent(new Event('proved'));
    },
  });

  override render() {
    return html`<dialog-box open heading=${t('account.prove')} @dialog-closed=${() => this.dispatchEvent(new Event('prove-cancelled'))}>
      <div class="field"><label for="password">${t('auth.password')}</label><input id="password" type="password" autofocus autocomplete="current-password" /></div>
      ${session()?.secondFactor ? html`<div class="field"><label for="code">${t('auth.code')}</label><input id="code" inputmode="numeric" /></div>` : nothing}
      <problem-line .error=${this.#prove.error}></problem-line>
      <button slot="buttons" class="primary" ?disabled=${this.#prove.status === 1} @click=${() => this.#prove.run()}>${t('account.confirm')}</button>
    </dialog-box>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prove-dialog': ProveDialog;
  }
}
