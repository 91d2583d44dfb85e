import { letterKeys } from './keys.ts';
import { type Language, setLanguage } from './words.ts';

export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;
export const TEXT_SIZES = [16, 18, 20] as const;
export const DENSITIES = ['compact', 'standard', 'loose'] as const;

/** How one person wants the screen; kept in this browser and on the account. */
export interface Preferences {
  theme: (typeof THEMES)[number];
  textSize: (typeof TEXT_SIZES)[number];
  density: (typeof DENSITIES)[number];
  language: Language;
  /** Single-letter keys on; one switch turns all off. */
  letterKeys: boolean;
  /** For screen readers: the grid's cells are read one by one and F2 opens one, instead of a field lying over them. */
  cellReader: boolean;
}

const KEY = 'yipanqi.preferences';
const START: Preferences = {
  theme: 'auto',
  textSize: 16,
  density: 'standard',
  language: 'zh',
  letterKeys: true,
  cellReader: false,
};
const dark = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined;

let held: Preferences = { ...START, ...stored() };
let keepOnAccount: ((preferences: Preferences) => unknown) | undefined;

/** The preferences in force. */
export const preferences = (): Readonly<Preferences> => held;

/** Changes some preferences at once on screen, in this browser, and on the account of whoever is signed in. */
export function prefer(change: Partial<Preferences>): void {
  adopt(change);
  keepOnAccount?.(held);
}

/** Takes over what the account remembers, without sending it back. */
export function adopt(change: Partial<Preferences>): void {
  const before = held;
  held = { ...held, ...change };
  localStorage.setItem(KEY, JSON.stringify(held));
  apply();
  if (before.language !== held.language) void setLanguage(held.language);
  window.dispatchEvent(new Event('preferences-changed'));
}

/** Names who stores preferences on the account; nobody while signed out. */
export function keepPreferences(keep: typeof keepOnAccount): void {
  keepOnAccount = keep;
}

/** Puts theme, size and density onto the document at once, and its texts as soon as they are here; called once before the first paint. */
export async function startPreferences(): Promise<void> {
  dark?.addEventListener('change', apply);
  apply();
  await setLanguage(held.language);
}

function apply(): void {
  const root = document.documentElement;
  const theme = held.theme === 'auto' ? (dark?.matches ? 'dark' : 'light') : held.theme;
  root.setAttribute('data-theme', theme);
  root.setAttribute('data-size', String(held.textSize));
  root.setAttribute('data-density', held.density);
  letterKeys(held.letterKeys);
}

function stored(): Partial<Preferences> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof found === 'object' && found !== null ? (found as Partial<Preferences>) : {};
  } catch {
    return {};
  }
}
