import type { Day } from '../kernel/calendar.ts';
import { extract, type Found } from './extraction.ts';

const WHO = ['name', 'phone', 'idNo'] as const;

/** What of a text tells who somebody is: it belongs to the identity, for the text is read by everybody who sees the record. */
export const identityIn = (text: string, today: Day): Found[] =>
  extract(text, today).filter(({ kind }) => (WHO as readonly string[]).includes(kind));

/** Words that only lead to what is taken out. */
const LEAD = /(?:联系|手机|来电)?(?:电话|手机|号码|手机号|身份证号?码?|证件号码?|姓名)(?:是|为)?[:：]?\s*$/;
/** Brackets and commas left around nothing. */
const EMPTY: readonly (readonly [RegExp, string])[] = [
  [/[（(【[][\s，,、;；:：]*[)）】\]]/g, ''],
  [/([，,、;；])[\s，,、;；]+/g, '$1'],
  [/[，,、;；:：\s]+([。；;])/g, '$1'],
  [/[。；;][\s，,、;；:：]*(?=[。；;])/g, ''],
  [/^[\s，,、;；:：。]+/g, ''],
];

/** A text without the names, telephones and ID numbers it tells, and without what only led to them. */
export function withoutIdentity(written: string, today: Day): string {
  const plain = written.normalize('NFKC');
  let text = plain.length === written.length ? written : plain; // places are those of the plain text
  for (const { from, to } of identityIn(plain, today).reverse())
    text = text.slice(0, from).replace(LEAD, '') + text.slice(to);
  for (const [pattern, left] of EMPTY) text = text.replace(pattern, left);
  return text;
}
