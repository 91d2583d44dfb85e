import { and, eq, inArray } from 'drizzle-orm';
import { complaints } from '#server/complaints/complaint.table.ts';
import { dossierSights } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { ownOffices } from '#server/numbers/own-offices.ts';
import { offices } from '#server/offices/office.table.ts';
import type { ComplaintIntake } from '#shared/complaints/complaint.schema.ts';
import { routeFor } from '#shared/complaints/routing.ts';
import { isOwnNumber } from '#shared/dossiers/dossier.kinds.ts';
import { codeAdviceOf, isDamagedNumber } from '#shared/entities/identity.ts';
import type { ImportDefaults } from '#shared/imports/import.api.ts';
import type { ImportField } from '#shared/imports/import.fields.ts';
import type { Meanings } from '#shared/imports/meanings.ts';
import { dayFromCell, fenFromCell } from '#shared/imports/values.ts';
import { PREFECTURE } from '#shared/offices/regions.ts';
import { MATTER_NAMES, matterFrom, officeFrom, place, READ } from './import.values.ts';

export type Office = typeof offices.$inferSelect;

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
  readonly meanings: Meanings;
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
export async function against(
  work: Work,
  { mapping, defaults }: Pick<Against, 'mapping' | 'defaults'>,
  meanings: Meanings,
): Promise<Against> {
  const all = await work.tx.select().from(offices);
  return {
    own: await ownOffices(work),
    officeId: work.actor.officeId,
    mapping,
    defaults,
    offices: all,
    today: work.clock.today(),
    matterNames: MATTER_NAMES,
    meanings,
  };
}

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
  if (isOwnNumber(cell('foreignNumber'))) faults['foreignNumber'] = 'own_number';
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
    channel: READ.channel(cell('channel'), it) ?? it.defaults.channel,
    intake: READ.intake(cell('intake'), it) ?? it.defaults.intake,
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
