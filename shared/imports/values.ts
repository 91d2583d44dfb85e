import type { CHANNELS, INTAKES } from '../complaints/complaint.lists.ts';
import { addDays, type Day, isDay } from '../kernel/calendar.ts';
import { REGIONS } from '../offices/regions.ts';

const two = (part: string) => part.padStart(2, '0');
/** Day 0 of a spreadsheet's serial dates, two days off because of its invented 29 February 1900. */
const SERIAL_ZERO = '1899-12-30';

/** A day as ledgers write it: `2026-9-3`, `2026.9.3`, `2026年9月3日`, `20260903`, with a time behind, or a serial number; undefined for no day. */
export function dayFromCell(written: string): Day | undefined {
  const text = written.normalize('NFKC').trim();
  const found =
    /^(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?(?!\d)/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (found) {
    const day = `${found[1]}-${two(found[2]!)}-${two(found[3]!)}`;
    return isDay(day) ? day : undefined;
  }
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(text);
  if (american) {
    const day = `${american[3]}-${two(american[1]!)}-${two(american[2]!)}`;
    return isDay(day) ? day : undefined;
  }
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text);
  return serial && Number(serial[1]) > 20_000 && Number(serial[1]) < 80_000
    ? addDays(SERIAL_ZERO, Number(serial[1]))
    : undefined;
}

/** Yuan as typed, to fen; undefined where it is no amount. */
export function fenFromCell(written: string): number | undefined {
  const found = /^[¥￥]?\s*(\d+(?:\.\d{1,4})?)\s*(万)?元?$/.exec(written.normalize('NFKC').replace(/[,，\s]/g, ''));
  if (!found) return undefined;
  const fen = Math.round(Number(found[1]) * (found[2] ? 1_000_000 : 100));
  return fen <= 1_000_000_000_000 ? fen : undefined;
}

/** A region by its name in full, in short, or by code. */
export function regionFromCell(written: string): string | undefined {
  const text = written
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^甘肃省?/, '')
    .replace(/^甘南(藏族自治)?州(?=.)/, '');
  return REGIONS.find(
    ({ code, name, short }) =>
      text === code ||
      text === name ||
      text === short ||
      text.startsWith(name) ||
      (text.length <= 4 && text.startsWith(short)),
  )?.code;
}

const CHANNEL_WORDS: Record<(typeof CHANNELS)[number], RegExp> = {
  hotline_12315: /12315/,
  hotline_12345: /12345|市长热线|政务热线/,
  phone: /电话|来电|电$/,
  visit: /来访|走访|当面|上门|现场|访/,
  letter: /来信|信函|邮寄|信件|信/,
  web: /网|微信|邮箱|app|留言|平台/i,
  superior: /上级|交办|督办/,
  department: /部门|移送|转办|转来/,
  media: /媒体|舆情|曝光|报道/,
  inspection: /检查|巡查|发现/,
};

/** How it came in, from whatever word a ledger uses; undefined where none fits. */
export const channelFromCell = (written: string) =>
  (Object.keys(CHANNEL_WORDS) as (typeof CHANNELS)[number][]).find((channel) => CHANNEL_WORDS[channel].test(written));

/** Complaint, report, both, or something without a limit. */
export function intakeFromCell(written: string): (typeof INTAKES)[number] | undefined {
  const complaint = /投诉|求决|申诉/.test(written);
  const report = /举报/.test(written);
  if (complaint && report) return 'both';
  if (complaint) return 'complaint';
  if (report) return 'report';
  if (/咨询|询问/.test(written)) return 'consultation';
  return /建议|意见|感谢|表扬/.test(written) ? 'suggestion' : undefined;
}
