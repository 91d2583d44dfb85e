import type { CodeClass } from './entity.lists.ts';

const CODE_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Text as it is stored: composed, without control signs and outer space; inner line breaks stay. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[ \u00a0\u3000]+$/gm, '')
    .trim();
}

/** Codes, numbers and telephones as they are stored: half-width, without spaces. */
export function halfWidth(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** A name as names are compared: width, case, spaces, dots and zeros do not tell two names apart. */
export function matchKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[·•‧・∙.]/g, '·')
    .replace(/[〇○]/g, '零')
    .replace(/[\s()[\]{}"'“”‘’《》〈〉,，。、;；:：\-_]/g, '');
}

/** True for a unified social credit code whose both check digits agree (GB 32100-2015, inner code GB 11714). */
export function isCreditCode(written: string): boolean {
  const code = halfWidth(written).toUpperCase();
  if (!/^[0-9A-HJ-NP-RTUWXY]{18}$/.test(code)) return false;
  return checkSignOf(code.slice(0, 17)) === code[17] && organisationCheckOf(code.slice(8, 16)) === code[16];
}

/** A credit code from its first eight signs and an organisation's eight, with both check digits put in: for samples. */
export function creditCodeOf(head: string, organisation: string): string {
  const body = `${head}${organisation}${organisationCheckOf(organisation)}`;
  return body + checkSignOf(body);
}

function checkSignOf(body: string): string {
  let sum = 0;
  let weight = 1;
  for (const sign of body) {
    sum += CODE_SIGNS.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return CODE_SIGNS[(31 - (sum % 31)) % 31]!;
}

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

function organisationCheckOf(body: string): string {
  const sum = [...body].reduce((total, sign, i) => total + Number.parseInt(sign, 36) * ORGANISATION_WEIGHTS[i]!, 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

const MISREAD: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', V: 'U', Z: '2' };

/** A credit code with its misread signs put right (O→0, I→1, l→1 or L …), only where the checks then agree; else null. */
export function suggestCreditCode(written: string): string | null {
  const typed = halfWidth(written);
  const mend = (text: string) => [...text.toUpperCase()].map((sign) => MISREAD[sign] ?? sign).join('');
  return (
    [mend(typed), mend(typed.replace(/l/g, '1'))].find(
      (mended) => mended !== typed.toUpperCase() && isCreditCode(mended),
    ) ?? null
  );
}

/** True for a fifteen-digit registration number of before 2015 with the right check digit (ISO 7064 MOD 11,10). */
export function isRegistrationNo(written: string): boolean {
  const number = halfWidth(written);
  if (!/^\d{15}$/.test(number)) return false;
  let rest = 10;
  for (const digit of number.slice(0, 14)) rest = (((rest + Number(digit)) % 10 || 10) * 2) % 11;
  return (rest + Number(number[14])) % 10 === 1;
}

/** What a number written as a code is, by its form alone. */
export function codeClassOf(written: string): CodeClass {
  const code = halfWidth(written).toUpperCase().replace(/-/g, '');
  if (/^[0-9A-Z]{18}$/.test(code)) return 'credit';
  if (/^\d{15}$/.test(code)) return 'registration';
  if (/^\d{13}$/.test(code)) return 'old_registration';
  return /^[0-9A-Z]{8}[0-9X]$/.test(code) ? 'organisation' : 'other';
}

/** What a person who typed a code is told: nothing, that its checks disagree (with a mended one where there is one), or that it is damaged. */
export interface CodeAdvice {
  readonly problem: 'check' | 'not_credit' | 'id_check' | 'not_id' | 'damaged';
  readonly mended: string | null;
}

/** Warns of a code and never blocks, except a number a spreadsheet has cut short: what it was cannot be known. */
export function codeAdviceOf(written: string): CodeAdvice | null {
  if (written.trim() === '' || isCreditCode(written)) return null;
  if (isDamagedNumber(written)) return { problem: 'damaged', mended: null };
  const credit = codeClassOf(written) === 'credit';
  return { problem: credit ? 'check' : 'not_credit', mended: suggestCreditCode(written) };
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** True for a resident's ID number with a real birth date and the right check digit (GB 11643). */
export function isIdNo(written: string): boolean {
  const id = halfWidth(written).toUpperCase();
  if (!/^[1-9]\d{16}[\dX]$/.test(id)) return false;
  const [year, month, day] = [id.slice(6, 10), id.slice(10, 12), id.slice(12, 14)];
  const birth = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(birth.getTime()) || birth.getUTCDate() !== Number(day) || Number(year) < 1880) return false;
  const sum = [...id.slice(0, 17)].reduce((total, digit, i) => total + Number(digit) * ID_WEIGHTS[i]!, 0);
  return '10X98765432'[sum % 11] === id[17];
}

/** The same of a resident's number; whatever else a person shows to be known by is kept as it was typed. */
export function idNoAdviceOf(written: string): CodeAdvice | null {
  if (written.trim() === '' || isIdNo(written)) return null;
  if (isDamagedNumber(written)) return { problem: 'damaged', mended: null };
  return { problem: /^\d{17}[\dXx]$/.test(halfWidth(written)) ? 'id_check' : 'not_id', mended: null };
}

/** Formats of fields that hold a number with check digits, each with what is told of it; schemas name them. */
export const NUMBER_FORMATS = { code: codeAdviceOf, id_no: idNoAdviceOf } as const;
export type NumberFormat = keyof typeof NUMBER_FORMATS;

/** True for a mobile number of the mainland. */
export function isMobile(written: string): boolean {
  return /^1[3-9]\d{9}$/.test(halfWidth(written).replace(/^(\+?86|0086)/, ''));
}

/** True for a long number Excel has damaged: digits rounded to zeros, or written as 6.2E+17. It is refused, never repaired. */
export function isDamagedNumber(written: string): boolean {
  const clean = halfWidth(written).toUpperCase();
  return /^\d(\.\d+)?E\+\d+$/.test(clean) || /^\d{15}0{3,}$/.test(clean);
}
