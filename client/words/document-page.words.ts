import type { Words } from '#client/kernel/words.ts';

/** The screens of papers and of templates, and what the audit says of them. */
export const documentPageWords = {
  'event.document.made': ['生成文书', 'Made a paper'],
  'event.document.issued': ['签发文书 {number}', 'Issued a paper, {number}'],
  'event.template.set': ['启用文书模板', 'Put a template in use'],
  'event.template.ended': ['恢复标准式样', 'Went back to the standard paper'],
} as const satisfies Words;
