const DIGIT: Readonly<Record<string, number>> = Object.fromEntries(
  ['零〇', '一壹', '二贰貳两兩', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].flatMap((forms, digit) =>
    [...forms].map((form) => [form, digit]),
  ),
);
const UNIT: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const MYRIAD: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/** Every character a Chinese numeral is written with, for use within a regular expression's brackets. */
export const NUMERALS = [...Object.keys(DIGIT), ...Object.keys(UNIT), ...Object.keys(MYRIAD)].join('');

/**
 * A whole number in Chinese numerals, plain or capital; undefined for what is none or can be read in two ways, as 三百五 (350 or 305).
 * @example chineseNumber('壹仟零肆拾叁') // 1043
 */
export function chineseNumber(written: string): number | undefined {
  let rest = written;
  let total = 0;
  for (const power of [1e8, 1e4]) {
    const at = [...rest].findIndex((sign) => MYRIAD[sign] === power);
    if (at < 0) continue;
    const high = belowMyriad(rest.slice(0, at), false);
    if (!high) return undefined;
    total += high * power;
    rest = rest.slice(at + 1);
  }
  if (rest === '' && total > 0) return total;
  const low = belowMyriad(rest, total > 0);
  return low === undefined ? undefined : total + low;
}

/** Up to four places, each unit once and falling; a bare digit ends the number only after 零, 十 or nothing. */
function belowMyriad(written: string, follows: boolean): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let unit = 10_000;
  let zero = false;
  let first = !follows;
  if (written === '') return undefined;
  for (const sign of written) {
    const value = DIGIT[sign];
    const power = UNIT[sign];
    if (power !== undefined) {
      if (power >= unit || digit === 0) return undefined;
      if (digit === undefined && !(power === 10 && (first || zero || total > 0))) return undefined;
      total += (digit ?? 1) * power;
      unit = power;
      digit = undefined;
      zero = false;
    } else if (value === undefined || (digit !== undefined && digit !== 0)) return undefined;
    else {
      if (value === 0 && written.length > 1) zero = true;
      digit = value === 0 && written.length > 1 ? undefined : value;
    }
    first = false;
  }
  if (digit === undefined) return zero && total === 0 && !follows ? undefined : total;
  if (total === 0 && !follows) return zero ? undefined : digit;
  return zero || unit === 10 ? total + digit : undefined;
}

/** Whole fen of a decimal figure times a power of ten; undefined where it is finer than a fen or beyond any sum. */
function fenOf(figure: string, power: number): number | undefined {
  const found = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(figure);
  if (!found) return undefined;
  const places = 2 + power;
  const behind = found[2] ?? '';
  if (/[1-9]/.test(behind.slice(places)) || (power === 0 && behind.length > 2)) return undefined;
  const fen = Number(found[1]!.replace(/,/g, '') + behind.slice(0, places).padEnd(places, '0'));
  return fen <= 1e14 ? fen : undefined;
}

const POWERS: Readonly<Record<string, number>> = { '': 0, 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 萬: 4, 亿: 8, 億: 8 };

/** The fen of a yuan figure in whichever way it is written (2,000.5 · 0.0030万 · 1万5千 · 贰仟); undefined where there are two ways to read it. */
export function fenOfYuan(written: string): number | undefined {
  const figure = /^([\d,]+(?:\.\d+)?)([百佰千仟万萬亿億]?)$/.exec(written);
  if (figure) return fenOf(figure[1]!, POWERS[figure[2]!]!);
  const mixed = /^(\d+)[万萬](\d)([千仟百佰])$/.exec(written) ?? /^(\d+)[万萬](\d{4})()$/.exec(written);
  if (mixed) return Number(mixed[1]) * 1e6 + Number(mixed[2]) * 10 ** POWERS[mixed[3]!]! * 100;
  const whole = chineseNumber(written);
  return whole === undefined ? undefined : whole * 100;
}

/** A single digit before 角 or 分. */
export const oneDigit = (written: string): number | undefined =>
  /^\d$/.test(written) ? Number(written) : DIGIT[written];
