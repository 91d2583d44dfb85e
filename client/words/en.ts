import { inLanguage } from './one-language.ts';

/** Every text in English. */
export default inLanguage(1);
