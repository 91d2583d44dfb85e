import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { auditLines } from '#server/audit/audit.table.ts';
import { posts } from '#server/auth/person.table.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { holdersOf } from '#server/notices/audience.ts';
import { notify, settleAnswered } from '#server/notices/notice.service.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import type { Part } from '#shared/auth/access.ts';
import { VEILED } from '#shared/dossiers/dossier.kinds.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { changeDossier } from './dossier.service.ts';
import { type DossierRow, dossierLinks, dossierNames, dossierParts, dossierSights, dossiers } from './dossier.table.ts';
import { reachDossier } from './reach.service.ts';
import { settleSights } from './sights.service.ts';
import { sharedWith } from './veil.ts';

interface Asked {
  readonly version: number;
  readonly reason: string;
}

async function reachOwn(work: Work, id: number, version: number): Promise<DossierRow> {
  const { row } = await reachDossier(work, id, null, 'own');
  if (row.version !== version) throw new Refusal('changed_meanwhile', { version: row.version });
  return row;
}

/** Who takes part in a veiled record is settled by its steps: nobody is let in beside them. */
function checkByHand(dossier: DossierRow) {
  if (VEILED.includes(dossier.kind)) throw new Refusal('not_allowed_in_state', { part: 'by_step' });
}

/** Gives an office a part that a step of the record's own brings, or takes it away; the step's line tells of it. */
export async function setPart(
  work: Work,
  dossier: DossierRow,
  officeId: number,
  part: Exclude<Part, 'owner'> | null,
): Promise<void> {
  const { id } = dossier;
  if (part === null)
    await work.tx.delete(dossierParts).where(and(eq(dossierParts.dossierId, id), eq(dossierParts.officeId, officeId)));
  else
    await work.tx
      .insert(dossierParts)
      .values({ dossierId: id, officeId, part })
      .onConflictDoUpdate({ target: [dossierParts.dossierId, dossierParts.officeId], set: { part } });
  await settleSights(work, dossier);
}

/** The persons a restricted record is open to. */
export async function namesOf(tx: Work['tx'], dossierId: number): Promise<number[]> {
  const rows = await tx
    .select({ personId: dossierNames.personId })
    .from(dossierNames)
    .where(eq(dossierNames.dossierId, dossierId));
  return rows.map(({ personId }) => personId);
}

/** Names persons in a restricted record whom a step of it brings in. */
export async function nameIn(work: Work, dossierId: number, personIds: readonly number[]): Promise<void> {
  for (const personId of new Set(personIds))
    await work.tx.insert(dossierNames).values({ dossierId, personId }).onConflictDoNothing();
}

/** Takes another office in, as co-handler or reader. */
export async function addPart(work: Work, id: number, ask: Asked & { officeId: number; part: Exclude<Part, 'owner'> }) {
  const before = await reachOwn(work, id, ask.version);
  checkByHand(before);
  if (ask.officeId === before.ownerOfficeId) throw invalid({ officeId: 'owner' });
  if (!(await officePlaces(work.tx)).some((office) => office.id === ask.officeId))
    throw invalid({ officeId: 'unknown' });
  await work.tx
    .insert(dossierParts)
    .values({ dossierId: id, officeId: ask.officeId, part: ask.part })
    .onConflictDoUpdate({ target: [dossierParts.dossierId, dossierParts.officeId], set: { part: ask.part } });
  const after = await changeDossier(work, before, {});
  await settleSights(work, after);
  await record(work, 'dossier.part_added', id, { officeId: ask.officeId, part: ask.part, reason: ask.reason });
  await notify(work, id, 'part_added', await holdersOf(work.tx, ask.officeId, 'complaint.dispatch'));
  return { version: after.version };
}

/** Ends an office's part; a former owner's part cannot be ended, it only turns to reading. */
export async function endPart(work: Work, id: number, officeId: number, ask: Asked) {
  const before = await reachOwn(work, id, ask.version);
  checkByHand(before);
  const at = and(eq(dossierParts.dossierId, id), eq(dossierParts.officeId, officeId));
  const [part] = await work.tx.select().from(dossierParts).where(at);
  if (!part) throw new Refusal('not_found');
  if (part.former) throw new Refusal('not_allowed_in_state', { part: 'former' });
  await work.tx.delete(dossierParts).where(at);
  const after = await changeDossier(work, before, {});
  await settleSights(work, after);
  await record(work, 'dossier.part_ended', id, { officeId, part: part.part, reason: ask.reason });
  return { version: after.version };
}

/** Restricts a dossier to named persons, or lifts that. Whoever is named must serve in an office that sees it. */
export async function restrictDossier(
  work: Work,
  id: number,
  ask: Asked & { restricted: boolean; personIds: number[] },
) {
  const before = await reachOwn(work, id, ask.version);
  const names = ask.restricted ? [...new Set([...ask.personIds, work.actor.personId])] : [];
  if (names.length > 0) await checkNames(work, id, names);
  await work.tx.delete(dossierNames).where(eq(dossierNames.dossierId, id));
  for (const personId of names) await work.tx.insert(dossierNames).values({ dossierId: id, personId });
  const after = await changeDossier(work, before, { restricted: ask.restricted });
  await record(work, ask.restricted ? 'dossier.restricted' : 'dossier.opened_up', id, {
    personIds: names,
    reason: ask.reason,
  });
  await settleAnswered(work, id, 'access_asked');
  return { version: after.version };
}

async function checkNames(work: Work, id: number, personIds: number[]) {
  const inSight = await work.tx
    .selectDistinct({ personId: posts.personId })
    .from(posts)
    .innerJoin(dossierSights, and(eq(dossierSights.officeId, posts.officeId), eq(dossierSights.dossierId, id)))
    .where(inArray(posts.personId, personIds));
  if (inSight.length < personIds.length) throw invalid({ personIds: 'not_in_sight' });
}

/** Asks the owner for access to a restricted record one sees only the stub of. */
export async function askAccess(work: Work, id: number, ask: { reason: string }) {
  const { row } = await reachDossier(work, id, null, 'stub');
  await record(work, 'dossier.access_asked', id, { reason: ask.reason });
  work.outbox.put({ topic: 'dossier', id, event: 'access_asked', officeIds: [row.ownerOfficeId] });
  await notify(work, id, 'access_asked', await holdersOf(work.tx, row.ownerOfficeId, 'dossier.restrict'));
  return { asked: true };
}

/** Says of a record what came of it; both tell of the other. The line on the new record is its registration's. */
export async function becomeOf(work: Work, from: Pick<DossierRow, 'id'>, toId: number): Promise<void> {
  await work.tx.insert(dossierLinks).values({ fromId: from.id, toId, link: 'became' }).onConflictDoNothing();
  await record(work, 'dossier.linked', from.id, { toId, link: 'became' });
}

/** Links that go out from a record, or come in to it: one end is given, the other is read where its reader sees it. */
const linked = (given: typeof dossierLinks.fromId | typeof dossierLinks.toId, other: typeof given) =>
  prepared((tx) =>
    tx
      .select({
        link: dossierLinks.link,
        id: dossiers.id,
        kind: dossiers.kind,
        number: dossiers.number,
        state: dossiers.state,
      })
      .from(dossierLinks)
      .innerJoin(dossiers, eq(dossiers.id, other))
      .innerJoin(
        dossierSights,
        and(eq(dossierSights.dossierId, dossiers.id), eq(dossierSights.officeId, sql.placeholder('officeId'))),
      )
      .where(eq(given, sql.placeholder('id')))
      .prepare(),
  );
const outgoing = linked(dossierLinks.fromId, dossierLinks.toId);
const incoming = linked(dossierLinks.toId, dossierLinks.fromId);

/** The campaign a record is under, as the last of its links. */
const campaign = prepared((tx) =>
  tx
    .select({ id: dossiers.id, kind: dossiers.kind, number: dossiers.number, state: dossiers.state })
    .from(dossiers)
    .innerJoin(
      dossierSights,
      and(eq(dossierSights.dossierId, dossiers.id), eq(dossierSights.officeId, sql.placeholder('officeId'))),
    )
    .where(
      eq(dossiers.id, sql`(select under.campaign_id from ${dossiers} under where under.id = ${sql.placeholder('id')})`),
    )
    .prepare(),
);

/** Links in both directions, each with the number and state of the record at the other end, where its reader sees that. */
export async function linksOf(work: Pick<Work, 'tx' | 'actor'>, id: number) {
  const ask = { id, officeId: work.actor.officeId };
  const out = await outgoing(work.tx).execute(ask);
  const back = await incoming(work.tx).execute(ask);
  const above = await campaign(work.tx).execute(ask);
  return [
    ...above.map((row) => ({ ...row, link: 'campaign' as const, direction: 'to' as const })),
    ...out.map((row) => ({ ...row, direction: 'to' as const })),
    ...back.map((row) => ({ ...row, direction: 'from' as const })),
  ];
}

const story = prepared((tx) =>
  tx
    .select({
      id: auditLines.id,
      at: auditLines.at,
      event: auditLines.event,
      personId: auditLines.personId,
      officeId: auditLines.officeId,
      detail: auditLines.detail,
    })
    .from(auditLines)
    .where(eq(auditLines.dossierId, sql.placeholder('id')))
    .orderBy(desc(auditLines.id))
    .limit(1000)
    .prepare(),
);

/** A record's story, newest first, from where it is the reader's to know; an overview is told what happened, not the particulars. */
export async function timelineOf(work: Work, id: number) {
  const reached = await reachDossier(work, id, null, 'stub');
  if (reached.access === 'stub') return [];
  const shared = await sharedWith(work.tx, reached, work.actor.officeId);
  const steps = `${reached.row.kind}.stepped`;
  const from = shared?.storyFrom ?? Number.MAX_SAFE_INTEGER;
  const all = await story(work.tx).execute({ id });
  const lines = shared ? all.filter((line) => line.id >= from && line.event === steps) : all;
  const outside = reached.access === 'overview';
  return lines.map(({ id: line, at, event, personId, officeId, detail }) => ({
    id: line,
    at,
    event,
    personId,
    officeId,
    detail: outside ? { step: detail['step'], from: detail['from'], to: detail['to'] } : detail,
  }));
}
