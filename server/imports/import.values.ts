import { MATTER_CODES, matterOf } from '#shared/complaints/routing.ts';
import { ELSEWHERE, type MeantField, meantBy } from '#shared/imports/meanings.ts';
import { channelFromCell, intakeFromCell, regionFromCell } from '#shared/imports/values.ts';
import { matterWords } from '#shared/words/matter.words.ts';
import type { Against, Office } from './import.check.ts';

/** Ledgers write matters in words; these are the ones that are not themselves a code. */
export const MATTER_NAMES: ReadonlyMap<string, string> = new Map([
  ['食品', 'food.quality'],
  ['药品', 'drug.medicine'],
  ['化妆品', 'drug.cosmetics'],
  ['医疗器械', 'drug.device'],
  ['价格', 'price.fraud'],
  ['计量', 'measure.short_weight'],
  ['广告', 'trade.advert'],
  ['商标', 'trade.trademark'],
  ['合同', 'trade.contract'],
  ['预付', 'commerce.prepaid'],
  ['种子', 'farm.seed'],
  ['农药', 'farm.pesticide'],
  ['肥料', 'farm.fertiliser'],
  ['农产品', 'farm.residue'],
  ['电梯', 'equipment.lift'],
  ['餐饮', 'food.catering'],
  ['服务', 'service.other'],
  ['质量', 'product.quality'],
]);

/** The list's own words for its matters, whole: what an office writes as the product shows it is that. */
const OWN_NAMES: ReadonlyMap<string, string> = new Map(
  MATTER_CODES.flatMap((code) => {
    const word = (matterWords as Record<string, readonly [string, string]>)[`matter.${code}`];
    return word ? [[word[0], code] as const] : [];
  }),
);

/** Which county a row is of. */
export function place(written: string, it: Against, faults: Record<string, string>): string {
  const found = written ? READ.county(written, it) : undefined;
  const county = found ?? it.defaults.county ?? '';
  if (!county) faults['county'] = written ? 'unknown' : 'required';
  return county;
}

/** The matter a row names, or the file's own. */
export function matterFrom(written: string, it: Against): string | undefined {
  const found = READ.matter(written, it) ?? it.defaults.matter;
  return found && MATTER_CODES.includes(found) ? found : undefined;
}

function matterNamed(written: string, { matterNames }: Against): string | undefined {
  if (matterOf(written)) return written;
  const text = written.normalize('NFKC').replace(/\s/g, '');
  return text ? (OWN_NAMES.get(text) ?? matterNames.get(text) ?? longestIn(text, matterNames)) : undefined;
}

const told =
  <V extends string>(field: MeantField, read: (written: string, it: Against) => V | undefined) =>
  (written: string, it: Against): V | undefined =>
    (meantBy(it.meanings, field, written) as V | undefined) ?? read(written, it);

/** How a word of each list is read: as somebody said it is meant, or else by its own. */
export const READ = {
  matter: told('matter', matterNamed),
  channel: told('channel', channelFromCell),
  intake: told('intake', intakeFromCell),
  county: told('county', regionFromCell),
} as const;

/** The longest term a longer text holds: 餐饮服务 is catering before it is a service. */
function longestIn(text: string, names: ReadonlyMap<string, string>): string | undefined {
  const terms = [...OWN_NAMES, ...names].filter(([term]) => text.includes(term));
  return terms.sort(([a], [b]) => b.length - a.length)[0]?.[1];
}

/** An office as it was said to be meant, or by its full or short name; one merged since answers by its successor. */
export function officeFrom(written: string, county: string, { offices: all, meanings }: Against): number | undefined {
  const meant = meantBy(meanings, 'officeId', written);
  if (meant !== undefined) return meant === ELSEWHERE ? undefined : Number(meant);
  const text = written.replace(/\s/g, '');
  const fits = (office: Office) =>
    office.name === text || office.shortName === text || (office.region === county && office.name.endsWith(text));
  const found = all.find((office) => fits(office) && !office.successorId) ?? all.find(fits);
  if (!found || found.department === 'coordination' || found.department === 'procuratorate') return undefined;
  return found.successorId ?? found.id;
}
