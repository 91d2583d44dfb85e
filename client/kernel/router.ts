import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base } from './styles.ts';
import { loading, problem, t, type WordKey } from './words.ts';

/** A path and the page behind it; `:complaint-id` in the path becomes that attribute of the page element. */
export interface Route {
  readonly path: string;
  readonly tag: string;
  readonly title: WordKey;
  readonly load: () => Promise<unknown>;
}

/** A route that matches a path, with the attributes its page gets. */
export interface Match {
  readonly route: Route;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The first route whose path fits; undefined where there is no such page. */
export function matchRoute(routes: readonly Route[], path: string): Match | undefined {
  const asked = parts(path);
  for (const route of routes) {
    const wanted = parts(route.path);
    if (wanted.length !== asked.length) continue;
    if (!wanted.every((part, at) => part.startsWith(':') || part === asked[at])) continue;
    const named = wanted.flatMap((part, at) =>
      part.startsWith(':') ? [[part.slice(1), decodeURIComponent(asked[at]!)]] : [],
    );
    return { route, attributes: Object.fromEntries(named) };
  }
  return undefined;
}

const parts = (path: string) => path.split('/').filter(Boolean);

/** Goes to another page of the product without loading it anew. */
export function go(url: string, how: 'push' | 'replace' = 'push'): void {
  rememberScroll();
  if (how === 'push') history.pushState({}, '', url);
  else history.replaceState({}, '', url);
  window.dispatchEvent(new Event('address-changed'));
}

/** The page one was on before this one, as a pattern without any record's number; the desk at first. */
export const cameFrom = (): string => before;
let before = '/';

/** Keeps something with this entry of the history, so that coming back finds it: a scroll position, an active row. */
export function remember(key: string, value: unknown): void {
  history.replaceState({ ...(history.state as object), [key]: value }, '');
}

/** What was remembered with this entry; undefined on a page newly opened. */
export function recall<T>(key: string): T | undefined {
  return (history.state as Record<string, T> | null)?.[key];
}

const scroller = () => document.scrollingElement;
const rememberScroll = () => remember('scroll', scroller()?.scrollTop ?? 0);

/** Turns clicks on plain links into `go()`; links with modifiers, targets or downloads stay the browser's. */
function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return;
  const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
  if (!link?.href || link.target || link.hasAttribute('download')) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.pathname.startsWith('/api/')) return;
  if (url.pathname === location.pathname && url.hash) return;
  event.preventDefault();
  go(`${url.pathname}${url.search}`);
}

/** Shows the page of the address. Fires `page-shown` with the match once the page element stands. */
@customElement('route-outlet')
export class RouteOutlet extends LitElement {
  static override styles = [base];

  @property({ attribute: false }) routes: readonly Route[] = [];
  @state() private page: HTMLElement | undefined;
  @state() private missing = false;
  @state() private failure: unknown;
  #shownPath = '';
  #route: Route | undefined;

  readonly #changed = () => void this.#show();

  override connectedCallback(): void {
    super.connectedCallback();
    history.scrollRestoration = 'manual';
    window.addEventListener('popstate', this.#changed);
    window.addEventListener('address-changed', this.#changed);
    document.addEventListener('click', followLink);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#changed);
    window.removeEventListener('address-changed', this.#changed);
    document.removeEventListener('click', followLink);
  }

  protected override firstUpdated(): void {
    void this.#show();
  }

  async #show(): Promise<void> {
    const path = location.pathname;
    if (path === this.#shownPath) return;
    this.#shownPath = path;
    const found = matchRoute(this.routes, path);
    this.missing = !found;
    this.failure = undefined;
    if (!found) return;
    try {
      await found.route.load();
    } catch (error) {
      this.failure = error;
      this.#shownPath = '';
      return;
    }
    if (this.#shownPath === path) this.#stand(found);
  }

  #stand(match: Match): void {
    const page = document.createElement(match.route.tag);
    for (const [name, value] of Object.entries(match.attributes)) page.setAttribute(name, value);
    const first = this.page === undefined;
    before = this.#route?.path ?? '/';
    this.#route = match.route;
    this.page = page;
    document.title = `${t(match.route.title)} · ${t('app.name')}`;
    void this.updateComplete.then(() => {
      scroller()?.scrollTo(0, recall<number>('scroll') ?? 0);
      this.dispatchEvent(new CustomEvent('page-shown', { detail: { match, first } }));
    });
  }

  override render() {
    if (this.missing)
      return html`<p class="problem">${t('app.no_such_page')}</p><a class="button" href="/">${t('nav.home')}</a>`;
    if (this.failure)
      return html`${problem(this.failure)}<button @click=${() => location.reload()}>${t('action.retry')}</button>`;
    return this.page ?? (this.routes.length > 0 ? loading() : nothing);
  }
}
