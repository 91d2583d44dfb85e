import { inLanguage } from './one-language.ts';

/** Every text in Chinese. */
export default inLanguage(0);
