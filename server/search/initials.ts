import { pinyin, polyphonic } from 'pinyin-pro';
import { STOP as STOP_SIGN } from '#shared/search/text.ts';

/** Beyond this many spellings of one stretch the rarer readings are left out. */
const MOST = 16;
/** A stretch of initials somebody types is rarely longer. */
const WINDOW = 6;
/** Parts one spelling from the next, so that no phrase runs across. */
const STOP = ` ${STOP_SIGN} `;

/** What comes before and after the name proper: the place, and the legal form. */
const PLACE = /^(甘肃省)?(甘南(藏族自治)?州)?(合作市|(临潭|卓尼|舟曲|迭部|玛曲|碌曲|夏河)县)?/;

/**
 * Initials of a name, every reading of every sign: 尕藏 answers to `gz` and to `gc`. Signs with one reading are spelt once;
 * around each other sign the stretch is spelt again for each of its readings.
 */
export function initialsOf(name: string): string {
  const signs = [...name.normalize('NFKC').replace(PLACE, '')].filter((sign) => /\p{Script=Han}|[a-z0-9]/iu.test(sign));
  if (signs.length === 0) return '';
  const readings = signs.map(initialsOfSign);
  const base = readings.map(([first]) => first!).join(' ');
  const more = new Set<string>();
  readings.forEach((choices, at) => {
    for (const other of choices.slice(1)) {
      const from = Math.max(0, at - WINDOW);
      const left = spellings(readings.slice(from, at));
      const right = spellings(readings.slice(at + 1, at + 1 + WINDOW));
      for (const before of left) for (const after of right) more.add([before, other, after].filter(Boolean).join(' '));
    }
  });
  return [base, ...[...more].slice(0, MOST * 4)].join(STOP);
}

function spellings(readings: readonly (readonly string[])[]): string[] {
  let all = [''];
  for (const choices of readings) {
    const next = all.flatMap((start) => choices.map((choice) => (start ? `${start} ${choice}` : choice)));
    all = next.length > MOST ? all.map((start) => (start ? `${start} ${choices[0]}` : choices[0]!)) : next;
  }
  return all;
}

const known = new Map<string, string[]>();

function initialsOfSign(sign: string): string[] {
  if (/[a-z0-9]/i.test(sign)) return [sign.toLowerCase()];
  let initials = known.get(sign);
  if (!initials) {
    const spelt = polyphonic(sign, { toneType: 'none', type: 'array' })[0] ?? '';
    const readings = (Array.isArray(spelt) ? spelt : String(spelt).split(' ')) as string[];
    initials = [...new Set(readings.map((reading) => reading[0]?.toLowerCase() ?? '').filter((c) => /[a-z]/.test(c)))];
    if (initials.length === 0) initials = [sign];
    known.set(sign, initials);
  }
  return initials;
}

/** Signs of a name that are spelt, without those that are only written. */
const spelt = (name: string) =>
  [...name.normalize('NFKC')].filter((sign) => /\p{Script=Han}|[a-z0-9]/iu.test(sign)).map(initialsOfSign);

/** Every way to read the initials of a whole name, at most sixteen: two names that may be the same share one. */
export const wholeInitials = (name: string): string[] =>
  spellings(spelt(name)).map((spelling) => spelling.replace(/ /g, ''));

/** A stretch of letters somebody types is rarely longer. */
const LONGEST = 12;
const LONGEST_PINYIN = 24;

/** A name as it may be typed in letters, from each of its signs on: initials by every reading, and full pinyin by the commonest. */
export function spokenForms(name: string): { beginnings: string[]; within: string[] } {
  const readings = spelt(name);
  const syllables = pinyinOf(name);
  const from = (at: number) =>
    spellings(readings.slice(at, at + LONGEST)).map((spelling) => spelling.replace(/ /g, ''));
  const sounds = (at: number) => syllables.slice(at).join('').slice(0, LONGEST_PINYIN);
  return {
    beginnings: [...new Set([...from(0), sounds(0)])].filter(Boolean),
    within: [
      ...new Set([...readings.flatMap((_, at) => from(at + 1)), ...syllables.map((_, at) => sounds(at + 1))]),
    ].filter(Boolean),
  };
}

/** A name in full pinyin, sign by sign, by the commonest readings: to sort by, and to be found by. */
export function pinyinOf(name: string): string[] {
  return pinyin(name.normalize('NFKC').toLowerCase(), {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  })
    .map((syllable) => syllable.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter(Boolean);
}
