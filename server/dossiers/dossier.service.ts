import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import { kept, prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { type Kind, numberOf, PRIVATE } from '#shared/dossiers/dossier.kinds.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { type DossierRow, dossierNumbers, dossierParts, dossiers } from './dossier.table.ts';
import { refreshCopies, settleSights, viewersOf } from './sights.service.ts';

/** What a ledger says of a new dossier; number, version and times are given here. */
export type NewDossier = Pick<DossierRow, 'kind' | 'title' | 'county' | 'ownerOfficeId' | 'state' | 'receivedOn'> &
  Partial<
    Pick<
      DossierRow,
      'subjectId' | 'subjectName' | 'township' | 'handlerId' | 'restricted' | 'batchId' | 'closedOn' | 'campaignId'
    >
  >;

/** Fields of the spine that a change may set; a change of `ownerOfficeId` goes through `giveDossier`. */
export type DossierChange = Partial<
  Omit<DossierRow, 'id' | 'kind' | 'number' | 'version' | 'createdBy' | 'createdAt' | 'updatedAt' | 'ownerOfficeId'>
>;

const draw = prepared((tx) =>
  tx
    .insert(dossierNumbers)
    .values({ kind: sql.placeholder('kind'), year: sql.placeholder('year'), last: 1 })
    .onConflictDoUpdate({
      target: [dossierNumbers.kind, dossierNumbers.year],
      set: { last: sql`${dossierNumbers.last} + 1` },
    })
    .returning({ last: dossierNumbers.last })
    .prepare(),
);

const insert = prepared((tx) =>
  tx
    .insert(dossiers)
    .values({
      kind: sql.placeholder('kind'),
      number: sql.placeholder('number'),
      title: sql.placeholder('title'),
      subjectId: sql.placeholder('subjectId'),
      subjectName: sql.placeholder('subjectName'),
      county: sql.placeholder('county'),
      township: sql.placeholder('township'),
      ownerOfficeId: sql.placeholder('ownerOfficeId'),
      handlerId: sql.placeholder('handlerId'),
      state: sql.placeholder('state'),
      receivedOn: sql.placeholder('receivedOn'),
      closedOn: sql.placeholder('closedOn'),
      restricted: sql.placeholder('restricted'),
      batchId: sql.placeholder('batchId'),
      campaignId: sql.placeholder('campaignId'),
      createdBy: sql.placeholder('createdBy'),
      createdAt: sql.placeholder('now'),
      updatedAt: sql.placeholder('now'),
    })
    .returning()
    .prepare(),
);

/** The next number of a kind and year, drawn inside the turn that uses it: none twice, none lost. */
async function drawNumber(work: Work, kind: Kind, year: number): Promise<string> {
  const [drawn] = await draw(work.tx).execute({ kind, year });
  return numberOf(kind, year, drawn!.last);
}

/** Opens a dossier with its number; numbers run by the year of registration, not of receipt. Its clocks and sights follow. */
export async function openDossier(work: Work, fresh: NewDossier): Promise<DossierRow> {
  const number = await drawNumber(work, fresh.kind, Number(work.clock.today().slice(0, 4)));
  const absent = {
    subjectId: null,
    subjectName: null,
    township: null,
    handlerId: null,
    batchId: null,
    campaignId: null,
    closedOn: null,
    restricted: false,
  };
  const [row] = await insert(work.tx).execute({
    ...absent,
    ...fresh,
    number,
    createdBy: work.actor.personId,
    now: work.clock.now(),
  });
  return row!;
}

type Changed = keyof DossierChange | 'updatedAt';
const columns = getTableColumns(dossiers);
const namesIn = (values: Partial<Record<Changed, unknown>>) =>
  (Object.keys(values) as Changed[]).filter((name) => name in columns && values[name] !== undefined);

/** Steps change the same few sets of columns again and again: each set is prepared once. */
const changes = kept<ReturnType<typeof prepareChange>>();
const changing = (tx: Tx, names: readonly Changed[]) => changes(tx, names.join(), () => prepareChange(tx, names));

function prepareChange(tx: Tx, names: readonly Changed[]) {
  const put = names.map((name) => [name, sql`${sql.param(sql.placeholder(name), columns[name])}`]);
  return tx
    .update(dossiers)
    .set({ ...Object.fromEntries(put), version: sql`${dossiers.version} + 1` })
    .where(and(eq(dossiers.id, sql.placeholder('id')), eq(dossiers.version, sql.placeholder('was'))))
    .returning()
    .prepare();
}

/** Changes a dossier made at `version`; throws `changed_meanwhile` where somebody else was first. Sights follow. */
export async function changeDossier(work: Work, before: DossierRow, change: DossierChange): Promise<DossierRow> {
  const { id, version } = before;
  const values = { ...change, updatedAt: work.clock.now() };
  const [after] = await changing(work.tx, namesIn(values)).execute({ ...values, id, was: version });
  if (!after) throw new Refusal('changed_meanwhile');
  const alone = ({ kind, state }: DossierRow) => PRIVATE[kind]?.includes(state) ?? false;
  if (after.county === before.county && alone(after) === alone(before)) await refreshCopies(work.tx, after);
  else await settleSights(work, after);
  await announce(work, after, 'changed');
  return after;
}

/** Gives a dossier to another office. The office before stays in it: as co-handler, and as reader once it is closed. */
export async function giveDossier(
  work: Work,
  before: DossierRow,
  toOfficeId: number,
  change: DossierChange = {},
): Promise<DossierRow> {
  if (toOfficeId !== before.ownerOfficeId) {
    await keepFormer(work, before.id, before.ownerOfficeId);
    await work.tx
      .delete(dossierParts)
      .where(and(eq(dossierParts.dossierId, before.id), eq(dossierParts.officeId, toOfficeId)));
  }
  const [after] = await work.tx
    .update(dossiers)
    .set({
      ...change,
      ownerOfficeId: toOfficeId,
      handlerId: change.handlerId ?? null,
      version: before.version + 1,
      updatedAt: work.clock.now(),
    })
    .where(and(eq(dossiers.id, before.id), eq(dossiers.version, before.version)))
    .returning();
  if (!after) throw new Refusal('changed_meanwhile');
  await settleSights(work, after);
  await announce(work, after, 'given');
  return after;
}

/** Keeps an office that had a dossier in it: a new owner never throws the old one out. */
export async function keepFormer(work: Work, dossierId: number, officeId: number): Promise<void> {
  await work.tx
    .insert(dossierParts)
    .values({ dossierId, officeId, part: 'co_handler', former: true })
    .onConflictDoUpdate({
      target: [dossierParts.dossierId, dossierParts.officeId],
      set: { part: 'co_handler', former: true },
    });
}

/** Lets former owners read on after closing, and handle again after reopening. */
export async function turnFormerOwners(work: Work, dossier: DossierRow, part: 'co_handler' | 'reader'): Promise<void> {
  await work.tx
    .update(dossierParts)
    .set({ part })
    .where(and(eq(dossierParts.dossierId, dossier.id), eq(dossierParts.former, true)));
  await settleSights(work, dossier);
}

/** Tells whoever sees the dossier that something about it is new, once the turn is on disk. */
export async function announce(work: Work, dossier: DossierRow, event: string): Promise<void> {
  work.outbox.put({ topic: 'dossier', id: dossier.id, event, officeIds: await viewersOf(work.tx, dossier.id) });
}
