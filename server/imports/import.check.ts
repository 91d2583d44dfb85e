import { and, eq, inArray } from 'drizzle-orm';
import { complaints } from '#server/complaints/complaint.table.ts';
import { dossierSights } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { ownOffices } from '#server/numbers/own-offices.ts';
import { offices } from '#server/offices/office.table.ts';
import type { ComplaintIntake } from '#shared/complaints/complaint.schema.ts';
import { MATTER_CODES, matterOf, routeFor } from '#shared/complaints/routing.ts';
import { codeAdviceOf, isDamagedNumber } from '#shared/entities/identity.ts';
import type { ImportDefaults } from '#shared/imports/import.api.ts';
import type { ImportField } from '#shared/imports/import.fields.ts';
import { channelFromCell, dayFromCell, fenFromCell, intakeFromCell, regionFromCell } from '#shared/imports/values.ts';
import { PREFECTURE } from '#shared/offices/regions.ts';
import { matterWords } from '#shared/words/matter.words.ts';

type Office = typeof offices.$inferSelect;

/** What every row is read against. */
export interface Against {
  /** The actor's office and those it took over. */
  readonly own: readonly number[];
  readonly officeId: number;
  readonly mapping: Partial<Readonly<Record<ImportField, number>>>;
  readonly defaults: ImportDefaults;
  readonly offices: readonly Office[];
  readonly today: string;
  readonly matterNames: ReadonlyMap<string, string>;
}

/** A row as it would be registered, with what it brings beyond the intake; or what is wrong with it, by field. */
export interface Checked {
  readonly kind: 'complaint';
  /** By what the row is told to be there already. */
  readonly key: string | undefined;
  readonly doubtful: boolean;
  readonly intake: ComplaintIntake;
  /** The respondent's credit code as it stands there: it names the entity, and is kept with that. */
  readonly subjectCode: string;
  readonly reply: string;
  readonly repliedOn: string;
  readonly faults: Readonly<Record<string, string>>;
}

/** What registrations are read against, loaded once for a whole file. */
export async function against(work: Work, mapping: Against['mapping'], defaults: ImportDefaults): Promise<Against> {
  const all = await work.tx.select().from(offices);
  return {
    own: await ownOffices(work),
    officeId: work.actor.officeId,
    mapping,
    defaults,
    offices: all,
    today: work.clock.today(),
    matterNames: MATTER_NAMES,
  };
}

/** Ledgers write matters in words; these are the ones that are not themselves a code. */
const MATTER_NAMES: ReadonlyMap<string, string> = new Map([
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

/** A cell's text without what spreadsheets leave around lines. */
export const clean = (text: string) =>
  text
    .replace(/\r/g, '')
    .replace(/[ \t\u3000]*\n[ \t\u3000]*/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();

/** Reads one row with every rule a registration has, so that nothing is written before all rows were read. */
export function checkRow(cells: readonly string[], it: Against): Checked {
  const faults: Record<string, string> = {};
  const cell = (field: ImportField) => {
    const column = it.mapping[field];
    const text = column === undefined ? '' : (cells[column] ?? '');
    if (!text.startsWith('\u0000')) return clean(text);
    faults[field] = 'damaged';
    return '';
  };
  const content = cell('content');
  const title = firstLine(cell('title') || content);
  const receivedOn = day('receivedOn', cell('receivedOn'), faults) ?? '';
  const repliedOn = day('repliedOn', cell('repliedOn'), faults) ?? receivedOn;
  const happenedOn = day('happenedOn', cell('happenedOn'), faults);
  const county = place(cell('county') || cell('address'), it, faults);
  const matter = matterFrom(cell('matter'), it) ?? '';
  const amount = cell('amountFen');
  const amountFen = amount ? fenFromCell(amount) : undefined;
  const idNo = cell('idNo');
  if (!content && !title) faults['content'] = 'required';
  else if (title.length < 2) faults['title'] = 'minLength';
  if (content.length > 20_000) faults['content'] = 'maxLength';
  if (!receivedOn && !faults['receivedOn']) faults['receivedOn'] = 'required';
  if (receivedOn > it.today) faults['receivedOn'] = 'future';
  if (!matter) faults['matter'] = cell('matter') ? 'unknown' : 'required';
  if (amount && amountFen === undefined) faults['amountFen'] = 'pattern';
  if (idNo && isDamagedNumber(idNo)) faults['idNo'] = 'damaged';
  const subjectCode = cell('subjectCode').slice(0, 60);
  if (codeAdviceOf(subjectCode)?.problem === 'damaged') faults['subjectCode'] = 'damaged';
  const name = cell('name').slice(0, 60);
  const phone = cell('phone').slice(0, 40);
  const office = cell('officeId');
  const officeId = office
    ? officeFrom(office, county, it)
    : routeFor(matter, county, it.today, it.offices, PREFECTURE)?.id;
  if (office && !officeId) faults['officeId'] = 'unknown';
  const intake: ComplaintIntake = {
    channel: channelFromCell(cell('channel')) ?? it.defaults.channel,
    intake: intakeFromCell(cell('intake')) ?? it.defaults.intake,
    anonymity: name || phone ? 'named' : 'anonymous',
    complainant: {
      ...(name ? { name } : {}),
      ...(phone ? { phone } : {}),
      ...(idNo && !faults['idNo'] ? { idNo } : {}),
    },
    ...optional({
      subjectName: cell('subjectName').slice(0, 200),
      subjectContact: cell('subjectContact').slice(0, 200),
    }),
    matter,
    title,
    content: content || title,
    demands: [],
    ...optional({
      demandText: cell('demandText').slice(0, 1000),
      township: cell('township').slice(0, 60),
      address: cell('address').slice(0, 200),
      foreignNumber: cell('foreignNumber').slice(0, 60),
    }),
    ...(amountFen === undefined ? {} : { amountFen }),
    ...(happenedOn && happenedOn <= receivedOn ? { happenedOn } : {}),
    county,
    receivedOn,
    consentPublic: false,
    consentEntrust: false,
    restricted: false,
    ...(officeId ? { officeId } : {}),
  };
  return {
    kind: 'complaint',
    key: intake.foreignNumber,
    doubtful: false,
    intake,
    subjectCode,
    reply: cell('reply'),
    repliedOn: repliedOn < receivedOn ? receivedOn : repliedOn,
    faults,
  };
}

const firstLine = (text: string) => (text.split('\n').find((line) => line.trim()) ?? '').trim().slice(0, 120);
const optional = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));

/** A day of a row; what is none is a fault. */
export function day(field: string, written: string, faults: Record<string, string>): string | undefined {
  if (!written) return undefined;
  const read = dayFromCell(written);
  if (!read) faults[field] = 'date';
  return read;
}

/** Which county a row is of. */
export function place(written: string, it: Against, faults: Record<string, string>): string {
  const found = written ? regionFromCell(written) : undefined;
  const county = found ?? it.defaults.county ?? '';
  if (!county) faults['county'] = written ? 'unknown' : 'required';
  return county;
}

/** The matter a row names, or the file's own. */
export function matterFrom(written: string, { defaults, matterNames }: Against): string | undefined {
  if (matterOf(written)) return written;
  const text = written.normalize('NFKC').replace(/\s/g, '');
  const named = text ? (OWN_NAMES.get(text) ?? matterNames.get(text) ?? longestIn(text, matterNames)) : undefined;
  const found = named ?? defaults.matter;
  return found && MATTER_CODES.includes(found) ? found : undefined;
}

/** The longest term a longer text holds: 餐饮服务 is catering before it is a service. */
function longestIn(text: string, names: ReadonlyMap<string, string>): string | undefined {
  const terms = [...OWN_NAMES, ...names].filter(([term]) => text.includes(term));
  return terms.sort(([a], [b]) => b.length - a.length)[0]?.[1];
}

/** An office by its full or short name; one merged since answers by its successor. */
export function officeFrom(written: string, county: string, { offices: all }: Against): number | undefined {
  const text = written.replace(/\s/g, '');
  const fits = (office: Office) =>
    office.name === text || office.shortName === text || (office.region === county && office.name.endsWith(text));
  const found = all.find((office) => fits(office) && !office.successorId) ?? all.find(fits);
  if (!found || found.department === 'coordination' || found.department === 'procuratorate') return undefined;
  return found.successorId ?? found.id;
}

/** What becomes of a row: what is wrong comes before what is there already, and that before what must be asked. */
export function verdictOf(
  { faults, doubtful }: { faults: Readonly<Record<string, string>>; doubtful: boolean },
  known: 'existing' | 'repeated' | undefined,
) {
  if (Object.keys(faults).length > 0) return 'faulty';
  return known ?? (doubtful ? 'doubtful' : 'good');
}

/** Of these foreign numbers, the ones that stand in records the actor's office sees already. */
export async function existingNumbers(work: Work, numbers: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (let at = 0; at < numbers.length; at += 400) {
    const rows = await work.tx
      .select({ number: complaints.foreignNumber })
      .from(complaints)
      .innerJoin(
        dossierSights,
        and(eq(dossierSights.dossierId, complaints.id), eq(dossierSights.officeId, work.actor.officeId)),
      )
      .where(inArray(complaints.foreignNumber, numbers.slice(at, at + 400)));
    for (const { number } of rows) if (number) found.add(number);
  }
  return found;
}
