import type { Words } from '#client/kernel/words.ts';
import { actionWords } from './action.words.ts';
import { appWords } from './app.words.ts';
import { authWords } from './auth.words.ts';
import { elementWords } from './element.words.ts';
import { faultWords } from './fault.words.ts';
import { refusalWords } from './refusal.words.ts';
import { settingsWords } from './settings.words.ts';

/** Every text of the product, both languages side by side. A domain adds one line here. */
export const words = {
  ...appWords,
  ...actionWords,
  ...elementWords,
  ...faultWords,
  ...refusalWords,
  ...authWords,
  ...settingsWords,
} as const satisfies Words;

/** A key that has a text in both languages. */
export type WordKey = keyof typeof words;
