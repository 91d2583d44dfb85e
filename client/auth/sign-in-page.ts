import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { prefer, preferences } from '#client/kernel/preferences.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { language, say, t } from '#client/kernel/words.ts';
import type { DemoAccount } from '#shared/auth/session.api.ts';
import './sign-in-form.ts';

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
      header { background: var(--band); color: var(--band-ink); padding: var(--s-2) var(--s-5); font-weight: 600; font-size: var(--t-5); display: flex; align-items: center; min-height: 3rem; }
      header span { flex: 1; }
      header button { background: none; border-color: var(--band-ink-2); color: var(--band-ink); min-height: 2rem; }
      header button:hover { background: var(--azurite-h); }
      main { display: grid; grid-template-columns: minmax(0, 24rem) minmax(0, 34rem); gap: var(--s-5); justify-content: center; align-content: start; align-items: start; padding: 8vh var(--s-4) var(--s-5); }
      main.alone { grid-template-columns: minmax(0, 24rem); }
      h1 { margin-bottom: var(--s-4); }
      .help { margin-top: var(--s-4); font-size: var(--t-2); color: var(--ink-2); }
      .demo { background: none; border-style: dashed; align-self: start; }
      .demo button { width: 100%; border: 0; border-top: 1px solid var(--rule); border-radius: 0; background: none; display: grid; grid-template-columns: 6rem minmax(0, 7.5rem) minmax(0, 1fr); justify-items: start; gap: var(--s-2); text-align: left; white-space: normal; padding: 0 var(--s-2); min-height: 2rem; }
      .demo button:hover, .demo button[aria-pressed="true"] { background: var(--azurite-t); }
      .demo span { color: var(--ink-2); font-size: var(--t-2); }
      @media (max-width: 820px) {
        main, main.alone { grid-template-columns: minmax(0, 28rem); padding-top: var(--s-4); }
        header { padding: var(--s-2) var(--s-4); font-size: var(--t-4); }
        .demo button { grid-template-columns: 6rem minmax(0, 1fr); min-height: 2.75rem; gap: 0 var(--s-2); }
        .demo span:last-child { grid-column: 2; }
      }
    `,
  ];

  @property({ attribute: false }) demo: readonly DemoAccount[] = [];
  /** Said above the form: an account was just set up, or the first administrator is still to be made. */
  @property() note = '';
  @property() phone = '';
  @state() private chosen: DemoAccount | undefined;

  override render() {
    return html`<header><span>${t('app.name')}</span>
        <button lang=${language() === 'zh' ? 'en' : 'zh'} @click=${this.#turn}>${language() === 'zh' ? 'English' : '中文'}</button></header>
      <main class=${this.demo.length > 0 ? '' : 'alone'}>
        <section class="sheet">
          <h1>${t('auth.title')}</h1>
          ${this.note ? html`<p class="help" role="status">${this.note}</p>` : nothing}
          <sign-in-form .account=${this.chosen?.account ?? ''} .password=${this.chosen?.password ?? ''}
            @signed-in=${(event: CustomEvent) => this.dispatchEvent(new CustomEvent('signed-in', { detail: event.detail }))}></sign-in-form>
          <p class="help">${t('auth.help')}${this.phone ? ` ${this.phone}` : ''}</p>
        </section>
        ${this.demo.length > 0 ? this.#accounts() : nothing}
      </main>`;
  }

  readonly #turn = () => {
    prefer({ language: preferences().language === 'zh' ? 'en' : 'zh' });
    this.requestUpdate();
  };

  #accounts() {
    const zh = language() === 'zh';
    return html`<section class="sheet demo">
      <h2>${t('auth.demo')}</h2>
      <ul>${this.demo.map(
        (one) => html`<li><button aria-pressed=${one === this.chosen ? 'true' : 'false'} @click=${() => {
          this.chosen = one;
        }}>
          <strong>${one.account}</strong><span>${one.roles.map((role) => say(`role.${role}`) ?? role).join(', ')}</span><span>${one.name} ${zh ? one.office : one.officeEn}</span></button></li>`,
      )}</ul>
      <p class="help">${t('auth.demo_password', { password: this.demo[0]?.password ?? '' })}</p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-page': SignInPage;
  }
}
