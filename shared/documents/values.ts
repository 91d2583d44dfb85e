import { maskIdNo, maskPhone } from '../kernel/masking.ts';
import type { FormCode } from './forms.ts';
import { formOf, placesOf } from './forms.ts';
import { optionalIn } from './layout.ts';
import { type PlaceName, placeOf } from './places.ts';

/** What fills a place: a text (a day as `2026年11月24日`), a tick, or the rows of a list. */
export type Value = string | boolean | readonly Readonly<Record<string, string>>[];
export type Values = Readonly<Partial<Record<PlaceName, Value>>>;

/** A day as papers write it: Arabic figures without leading zeros. @example dayOnPaper('2026-03-02') // '2026年3月2日' */
export function dayOnPaper(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** A moment as papers write it. @example momentOnPaper('2026-03-02T09:05') // '2026年3月2日9时05分' */
export function momentOnPaper(moment: string): string {
  const [day, time = ''] = moment.split('T');
  const [hour, minute = '00'] = time.split(':');
  return hour ? `${dayOnPaper(day!)}${Number(hour)}时${minute}分` : dayOnPaper(day!);
}

/** Chinese ordinals as the tick lists of forms number them. */
export const inWords = (n: number): string =>
  ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'][n] ?? String(n);

/** An amount in fen as a paper writes it in yuan: no decimals where there are none. */
export const yuanOnPaper = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2));

/** Whether a place is filled. A tick is: not ticked is an answer too. */
export function isFilled(place: PlaceName, value: Value | undefined): boolean {
  if (placeOf(place)?.shape === 'tick') return true;
  return Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value.trim() !== '';
}

/** The places a form still lacks, in the order of its paper; what issuing itself gives, and parts left out when empty, are not lacking. */
export function missingOf(code: FormCode, values: Values): PlaceName[] {
  const optional = optionalIn(formOf(code).layout);
  return placesOf(code).filter(
    (place) =>
      placeOf(place)?.source !== 'issue' &&
      !isFilled(place, values[place]) &&
      (formOf(code).must.includes(place) || !optional.has(place)),
  );
}

/** Those among the missing without which the form cannot be put in force. */
export const mustsIn = (code: FormCode, missing: readonly string[]): string[] =>
  formOf(code).must.filter((place) => missing.includes(place));

const PHONE = /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g;
const ID_NO = /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g;

/** Free text with telephones and ID numbers masked: a form has places of its own for those it lawfully names. */
export const withoutNumbers = (text: string): string =>
  text.replace(ID_NO, (found) => maskIdNo(found)).replace(PHONE, (found) => maskPhone(found));

/** Text with every secret word in it hidden, whatever blanks or width it is written with. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  let shown = text;
  for (const secret of secrets) {
    const signs = [...secret.normalize('NFKC').replace(/\s+/g, '')];
    if (signs.length < 2) continue;
    const spaced = signs.map((sign) => spellings(sign)).join('[\\s-]*');
    shown = shown.replace(new RegExp(spaced, 'gi'), '×'.repeat(Math.min(signs.length, 4)));
  }
  return shown;
}

/** A sign as it may be typed: half-width or full-width. */
function spellings(sign: string): string {
  const code = sign.codePointAt(0)!;
  const escaped = sign.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  return code > 0x20 && code < 0x7f ? `[${escaped}${String.fromCodePoint(code + 0xfee0)}]` : escaped;
}
