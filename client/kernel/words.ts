import { html, LitElement, nothing } from 'lit';
import type { WordKey } from '#client/words/index.ts';

/** One language of the product; Chinese is the source. */
export type Language = 'zh' | 'en';

/** Words of one domain: each key with its Chinese and its English text. */
export type Words = Record<string, readonly [zh: string, en: string]>;

export type { WordKey };

/** What a text may be filled with, by the name in its braces. */
export type Params = Record<string, string | number>;

/** A person reads one language: the other is not sent until it is asked for. */
const TEXTS = { zh: () => import('#client/words/zh.ts'), en: () => import('#client/words/en.ts') } as const;
let table: Readonly<Record<string, string>> = {};
let spoken: Language = 'zh';
let asked: Language = 'zh';

/** The language now spoken on screen. */
export const language = (): Language => spoken;

/** The text of a key in the language on screen, its `{name}` places filled. A key that does not exist does not compile. */
export function t(key: WordKey, params?: Params): string {
  return say(key, params) ?? key;
}

/**
 * The text of a key known only at run time; undefined where no such word exists. `{n:day|days}` is the first word where `n` is one,
 * the second for any other number.
 */
export function say(key: string, params?: Params): string | undefined {
  const text = table[key];
  if (text === undefined || !params) return text;
  return text
    .replace(/\{(\w+):([^|}]+)\|([^}]+)\}/g, (_, name: string, one: string, many: string) =>
      String(params[name]) === '1' ? one : many,
    )
    .replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** Every key that has a text. */
export const wordKeys = (): readonly string[] => Object.keys(table);

/** Names one after the other, as the language on screen lists them. */
export const listed = (names: readonly string[]): string => names.join(spoken === 'zh' ? '、' : ', ');

/** Switches every text on screen without leaving the page, once the texts are here: whatever is typed or open stays. */
export async function setLanguage(next: Language): Promise<void> {
  asked = next;
  const texts = (await TEXTS[next]()).default;
  if (asked !== next) return; // another was asked for meanwhile
  table = texts;
  spoken = next;
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
  window.dispatchEvent(new Event('language-changed'));
  redraw(document.body);
}

/** Asks every element of a tree, shadow roots included, to draw itself again. */
function redraw(node: Element): void {
  if (node instanceof LitElement) node.requestUpdate();
  for (const child of node.shadowRoot?.children ?? []) redraw(child);
  for (const child of node.children) redraw(child);
}

/** A name and what it is: `依据：第十五条` / `Basis: art. 15`. */
export const pair = (name: string, text: string): string => t('app.pair', { name, text });

/** A remark after a word, in brackets. */
export const aside = (text: string): string => (text ? t('app.aside', { text }) : '');

/** What stands where something is still on its way: quiet, and announced to a screen reader. */
export const loading = () => html`<p class="loading" role="status">${t('app.loading')}</p>`;

/** An error as one sentence, with its error id small beside it, for `task.render({ error: problem })`. */
export const problem = (error: unknown) => {
  if (error === undefined || isAbort(error)) return nothing;
  const id = errorIdOf(error);
  return html`<p class="problem" role="alert">
    ${sentenceOf(error)}${id ? html` <small>${t('app.error_id', { id })}</small>` : nothing}
  </p>`;
};

/** An error with a button to try again; what is not there, or not the reader's, offers another way instead, for asking again would not help. */
export const problemAgain = (error: unknown, again: () => void, instead: unknown = nothing) => {
  const final = ['not_found', 'forbidden'].includes(String((error as { code?: unknown } | undefined)?.code));
  return html`${problem(error)}${final ? instead : html`<button @click=${again}>${t('action.retry')}</button>`}`;
};

/** What went wrong in the reader's language; whatever has no sentence of its own is a bug. */
export function sentenceOf(error: unknown): string {
  const { code, detail } = error as { code?: string; detail?: Record<string, unknown> };
  const params: Params = {};
  for (const [name, value] of Object.entries(detail ?? {})) {
    if (typeof value === 'string' || typeof value === 'number') params[name] = value;
  }
  return say(`refusal.${code}.${detail?.['why']}`, params) ?? say(`refusal.${code}`, params) ?? t('refusal.bug');
}

/** The id under which the server logged an error, to be read out to the help desk. */
export function errorIdOf(error: unknown): string | undefined {
  const { id, detail } = error as { id?: unknown; detail?: { errorId?: unknown } };
  const found = detail?.errorId ?? id;
  return typeof found === 'string' ? found : undefined;
}

const isAbort = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';
