import { words } from './index.ts';

/** Every text in one of its two languages; the build puts the outcome in the place of what is computed here. */
export const inLanguage = (at: 0 | 1): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(words).map(([key, texts]) => [key, texts[at]]));
