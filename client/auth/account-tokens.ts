import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '#client/elements/problem-line.ts';
import { call } from '#client/kernel/api.ts';
import { instant } from '#client/kernel/format.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { sessionApi } from '#shared/auth/session.api.ts';

const DAYS = 90;

/** Tokens with which a program may read what their owner may read; each is shown once, and ends by itself or by hand. */
@customElement('account-tokens')
export class AccountTokens extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      form { display: flex; gap: var(--s-2); align-items: end; margin-top: var(--s-3); flex-wrap: wrap; }
      .secret { user-select: all; overflow-wrap: anywhere; }
    `,
  ];

  @state() private secret = '';

  readonly #list = new Task(this, { args: () => [], task: (_, { signal }) => call(sessionApi.tokens, { signal }) });
  readonly #issue = new Task(this, {
    autoRun: false,
    task: async () => {
      const name = this.renderRoot.querySelector<HTMLInputElement>('#name')!.value.trim();
      const made = await call(sessionApi.issueToken, { body: { name, scope: ['dossier.read'], days: DAYS } });
      this.secret = made.secret;
      void this.#list.run();
    },
  });

  async #end(id: number): Promise<void> {
    await call(sessionApi.revokeToken, { params: { id } });
    void this.#list.run();
  }

  override render() {
    return html`${
      this.#list.value?.length
        ? html`<table class="plain"><tbody>${this.#list.value.map(
            ({ id, name, expiresAt }) =>
              html`<tr><td>${name}</td><td class="tab">→ ${instant(expiresAt)}</td><td><button class="small" @click=${() => this.#end(id)}>${t('account.token_end')}</button></td></tr>`,
          )}</tbody></table>`
        : nothing
    }
      <form @submit=${(event: Event) => {
        event.preventDefault();
        void this.#issue.run();
      }}>
        <div class="field"><label for="name">${t('account.token_name')}</label><input id="name" maxlength="60" required /></div>
        <button>${t('account.token_new')}</button>
      </form>
      ${this.secret ? html`<p role="status">${t('account.token_once')}<br /><code class="secret">${this.secret}</code></p>` : nothing}
      <problem-line .error=${this.#issue.error}></problem-line>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-tokens': AccountTokens;
  }
}
