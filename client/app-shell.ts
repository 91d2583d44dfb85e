import { ContextProvider } from '@lit/context';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { DemoAccount } from '#shared/auth/session.api.ts';
import { sessionApi } from '#shared/auth/session.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { actorOf, holdSession, readSession, type Session, session } from './auth/session.ts';
import './auth/sign-in-page.ts';
import './elements/command-palette.ts';
import './elements/dialog-box.ts';
import './elements/toast-line.ts';
import { actorContext } from './kernel/actor-context.ts';
import { call, whoAsksAgain } from './kernel/api.ts';
import { adopt, keepPreferences, type Preferences } from './kernel/preferences.ts';
import './kernel/router.ts';
import { go } from './kernel/router.ts';
import { base, buttons } from './kernel/styles.ts';
import { loading, problem, t } from './kernel/words.ts';
import { openRoutes, ROUTES } from './routes.ts';
import './shell/phone-bar.ts';
import './shell/side-rail.ts';
import './shell/top-band.ts';
import { startListening } from './shell/live.ts';
import { startWork } from './shell/start-work.ts';

type Stage = 'starting' | 'failed' | 'key' | 'out' | 'in';

/** The frame of the product: who am I, navigation, the page of the address, and signing in again without losing the page. */
@customElement('app-shell')
export class AppShell extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host { display: block; min-height: 100vh; }
      .frame { display: grid; grid-template: 44px minmax(0, 1fr) / 168px minmax(0, 1fr); height: 100vh; }
      top-band { grid-column: 1 / -1; }
      main { overflow: auto; padding: var(--s-3) var(--s-4); position: relative; scroll-padding: 6rem 0 2rem; }
      route-outlet { display: block; height: 100%; }
      .skip { position: absolute; left: -999px; top: 4px; background: var(--sheet); padding: var(--s-2); z-index: 99; }
      .skip:focus { left: 4px; }
      .lost { grid-column: 1 / -1; }
      .bar { background: var(--orpiment-t); color: var(--orpiment); padding: var(--s-1) var(--s-4); font-size: var(--t-2); margin: calc(-1 * var(--s-3)) calc(-1 * var(--s-4)) var(--s-2); }
      .alone { padding: var(--s-5); }
      @media (max-width: 640px) {
        .frame { display: block; height: auto; padding-bottom: 4rem; }
        side-rail { display: none; }
        main { padding: 0; overflow: visible; }
        route-outlet { height: auto; }
        .bar { margin: 0; }
      }
      @media print { .frame { display: block; height: auto; } top-band, side-rail, phone-bar { display: none; } main { padding: 0; overflow: visible; } }
    `,
  ];

  @state() private stage: Stage = 'starting';
  @state() private demo: readonly DemoAccount[] = [];
  @state() private note = '';
  @state() private phone = '';
  @state() private failure: unknown;
  @state() private again: (() => void) | undefined;
  @state() private proving: ((proved: boolean) => void) | undefined;
  @state() private otherPerson = false;
  @state() private lost = false;
  @state() private keys = false;

  readonly #actor = new ContextProvider(this, { context: actorContext });
  #stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    whoAsksAgain({ signIn: () => this.#signInAgain(), prove: () => this.#proveAgain() });
    window.addEventListener('server-lost', () => {
      this.lost = true;
    });
    window.addEventListener('server-found', () => {
      this.lost = false;
    });
    window.addEventListener('keys-asked', () => void this.#showKeys());
    window.addEventListener('language-changed', () => this.requestUpdate());
    void this.#start();
  }

  async #start(): Promise<void> {
    if (location.pathname === '/setup' || location.pathname === '/activate') {
      await import('./auth/key-page.ts');
      this.stage = 'key';
      return;
    }
    try {
      await this.#enter(await readSession());
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) await this.#showSignIn();
      else this.#fail(error);
    }
  }

  /** The list of keys over whatever page is open. */
  async #showKeys(): Promise<void> {
    await import('./elements/key-list.ts');
    this.keys = true;
  }

  #fail(error: unknown): void {
    this.failure = error;
    this.stage = 'failed';
  }

  async #showSignIn(note = ''): Promise<void> {
    this.stage = 'out';
    this.note = note;
    const told = await call(sessionApi.setup, {}).catch(() => undefined);
    this.demo = told?.accounts ?? [];
    this.phone = told?.helpPhone ?? '';
    if (told?.needed) this.note = t('auth.first_needed');
  }

  async #enter(entered: Session): Promise<void> {
    holdSession(entered);
    this.#actor.setValue(actorOf(entered));
    adopt(entered.preferences as Partial<Preferences>);
    keepPreferences((preferences) =>
      call(sessionApi.preferences, { body: { preferences: { ...preferences } } }).catch(() => undefined),
    );
    await startWork();
    this.#stopListening?.();
    this.#stopListening = startListening();
    if (entered.must) go('/account', 'replace');
    this.stage = 'in';
  }

  /** Keeps the page as it is and asks for the password over it; whatever was called goes on afterwards. */
  #signInAgain(): Promise<void> {
    return new Promise((resolve) => {
      const before = this.again;
      this.again = () => {
        before?.();
        resolve();
      };
    });
  }

  /** Asks for the password over the page, once for all that wait for it. */
  async #proveAgain(): Promise<boolean> {
    await import('./auth/prove-dialog.ts');
    return new Promise((resolve) => {
      const before = this.proving;
      this.proving = (proved) => {
        this.proving = undefined;
        before?.(proved);
        resolve(proved);
      };
    });
  }

  readonly #signedInAgain = (event: CustomEvent<{ session: Session }>) => {
    const same = event.detail.session.person.id === session()?.person.id;
    this.otherPerson = !same;
    if (!same) return;
    holdSession(event.detail.session);
    this.again?.();
    this.again = undefined;
  };

  readonly #left = () => {
    this.#stopListening?.();
    keepPreferences(undefined);
    holdSession(undefined);
    void this.#showSignIn();
  };

  readonly #switched = (event: CustomEvent<{ session: Session }>) => {
    void this.#enter(event.detail.session).then(() => location.assign('/'));
  };

  override render() {
    if (this.stage === 'starting') return html`<div class="alone">${loading()}</div>`;
    if (this.stage === 'failed')
      return html`<div class="alone">${problem(this.failure)}<button @click=${() => location.reload()}>${t('action.retry')}</button></div>`;
    if (this.stage === 'key')
      return html`<key-page .token=${location.pathname === '/setup' ? location.hash.slice(1) : ''} @key-used=${() => {
        go('/', 'replace');
        void this.#showSignIn(t('auth.done'));
      }}></key-page>`;
    if (this.stage === 'out')
      return html`<sign-in-page .demo=${this.demo} .note=${this.note} .phone=${this.phone} @signed-in=${(
        event: CustomEvent<{ session: Session }>,
      ) => this.#enter(event.detail.session).catch((error: unknown) => this.#fail(error))}></sign-in-page>`;
    return this.#frame();
  }

  #frame() {
    const routes = openRoutes();
    return html`<a class="skip" href="#main" @click=${this.#skip}>${t('app.skip')}</a>
      <div class="frame" @signed-out=${this.#left} @post-switched=${this.#switched}>
        <top-band></top-band>
        <side-rail .routes=${routes}></side-rail>
        <main id="main" tabindex="-1">
          ${this.lost ? html`<p class="bar" role="status">${t('app.offline')}</p>` : nothing}
          <route-outlet .routes=${ROUTES}></route-outlet>
        </main>
        <phone-bar .routes=${routes}></phone-bar>
      </div>
      <command-palette></command-palette><toast-line></toast-line>
      <complaint-entry></complaint-entry><case-entry></case-entry><rectification-entry></rectification-entry><spot-check-entry></spot-check-entry><case-summary-form></case-summary-form><campaign-entry></campaign-entry>
      ${
        this.keys
          ? html`<dialog-box open wide heading=${t('keys.title')} @dialog-closed=${() => {
              this.keys = false;
            }}><key-list></key-list></dialog-box>`
          : nothing
      }
      ${
        this.proving
          ? html`<prove-dialog @proved=${() => this.proving?.(true)} @prove-cancelled=${() => this.proving?.(false)}></prove-dialog>`
          : nothing
      }
      ${this.again ? this.#overlay() : nothing}`;
  }

  readonly #skip = (event: Event) => {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('#main')?.focus();
  };

  #overlay() {
    return html`<dialog-box open heading=${t('app.session_over')}>
      <p>${t('app.session_over_text')}</p>
      ${this.otherPerson ? html`<p class="problem" role="alert">${t('app.other_person')}</p>` : nothing}
      <sign-in-form .account=${session()?.person.account ?? ''} @signed-in=${this.#signedInAgain}></sign-in-form>
    </dialog-box>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'app-shell': AppShell;
  }
}
