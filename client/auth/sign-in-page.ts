import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import './sign-in-form.ts';

/** One account of the sample workspace. */
export interface DemoAccount {
  readonly account: string;
  readonly name: string;
  readonly role: string;
  readonly office: string;
}

/**
 * S01: the way in. `demo` lists the accounts of a sample workspace and only exists there; choosing one fills the form. The form's
 * `signed-in` passes through.
 */
@customElement('sign-in-page')
export class SignInPage extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: grid; min-height: 100vh; grid-template-rows: auto 1fr; background: var(--desk); }
      header { background: var(--band); color: var(--band-ink); padding: var(--s-3) var(--s-5); font-weight: 600; font-size: var(--t-5); }
      main { display: grid; grid-template-columns: minmax(0, 24rem) minmax(0, 30rem); gap: var(--s-5); justify-content: center; align-content: start; padding: 10vh var(--s-4) var(--s-5); }
      main.alone { grid-template-columns: minmax(0, 24rem); }
      h1 { margin-bottom: var(--s-4); }
      .help { margin-top: var(--s-4); font-size: var(--t-2); color: var(--ink-2); }
      .demo { background: none; border-style: dashed; }
      .demo ul { display: grid; }
      .demo button { width: 100%; justify-content: flex-start; border: 0; border-top: 1px solid var(--rule); border-radius: 0; background: none; display: grid; grid-template-columns: 4.5rem 5rem minmax(0, 1fr); text-align: left; white-space: normal; padding: var(--s-1) var(--s-2); }
      .demo button:hover { background: var(--azurite-t); }
      .demo span { color: var(--ink-2); font-size: var(--t-2); }
      @media (max-width: 820px) {
        main, main.alone { grid-template-columns: minmax(0, 28rem); padding-top: var(--s-5); }
      }
    `,
  ];

  @property({ attribute: false }) demo: readonly DemoAccount[] = [];
  /** Said above the form: an account was just set up. */
  @property() note = '';
  @property({ attribute: 'demo-password' }) demoPassword = '';
  @state() private chosen = '';

  override render() {
    return html`<header>${t('app.name')}</header>
      <main class=${this.demo.length > 0 ? '' : 'alone'}>
        <section class="sheet">
          <h1>${t('auth.title')}</h1>
          ${this.note ? html`<p class="help" role="status">${this.note}</p>` : nothing}
          <sign-in-form .account=${this.chosen} .password=${this.chosen ? this.demoPassword : ''}
            @signed-in=${(event: CustomEvent) => this.dispatchEvent(new CustomEvent('signed-in', { detail: event.detail }))}></sign-in-form>
          <p class="help">${t('auth.help')}</p>
        </section>
        ${this.demo.length > 0 ? this.#accounts() : nothing}
      </main>`;
  }

  #accounts() {
    return html`<section class="sheet demo">
      <h2>${t('auth.demo')}</h2>
      <ul>${this.demo.map(
        (one) => html`<li><button @click=${() => {
          this.chosen = one.account;
        }}>
          <strong>${one.account}</strong><span>${one.role}</span><span>${one.name} ${one.office}</span></button></li>`,
      )}</ul>
      ${this.demoPassword ? html`<p class="help">${t('auth.demo_password', { password: this.demoPassword })}</p>` : nothing}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-page': SignInPage;
  }
}
