import { desc, eq, sql } from 'drizzle-orm';
import { auditLines } from '#server/audit/audit.table.ts';
import { casesAgainst } from '#server/cases/party.entities.ts';
import { recordsOf, seenAmong } from '#server/dossiers/subject.service.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { visitsOf } from '#server/visits/visit.service.ts';
import type { SubjectRecord } from '#shared/dossiers/dossier.api.ts';
import type { EntityEvent } from '#shared/entities/entity.api.ts';
import { dayOfInstant } from '#shared/kernel/calendar.ts';
import { reachAny } from './entity.reach.ts';

const changes = prepared((tx) =>
  tx
    .select({
      at: auditLines.at,
      event: auditLines.event,
      personId: auditLines.personId,
      officeId: auditLines.officeId,
      detail: auditLines.detail,
    })
    .from(auditLines)
    .where(eq(auditLines.subject, sql.placeholder('subject')))
    .orderBy(desc(auditLines.id))
    .limit(300)
    .prepare(),
);

/** Lines about who is watched stand with the marks, before their audience alone. */
const SILENT = /^watch\./;

/**
 * Everything that happened with an entity in all departments, newest first, as far as the reader may see those records: restricted ones
 * apart as stubs without a day, records that are not the reader's to see not at all.
 */
export async function entityTimeline(work: Work, id: number) {
  await reachAny(work, id);
  const records = await recordsAbout(work, id);
  const events: EntityEvent[] = [];
  for (const record of records.filter(({ stub }) => !stub)) {
    events.push({ ...NOTHING, what: 'record', on: record.receivedOn!, officeId: record.ownerOfficeId, record });
    if (record.closedOn)
      events.push({ ...NOTHING, what: 'closed', on: record.closedOn, officeId: record.ownerOfficeId, record });
  }
  for (const visit of await visitsOf(work, id))
    events.push({ ...NOTHING, what: 'visit', on: visit.visitedOn, officeId: visit.officeId, visit });
  for (const { at, event, personId, officeId, detail } of await changes(work.tx).execute({ subject: `entity:${id}` }))
    if (!SILENT.test(event))
      events.push({ ...NOTHING, what: 'change', on: dayOfInstant(at), at, event, personId, officeId, detail });
  const order = (one: EntityEvent) => `${one.on} ${one.at ?? ''}`;
  events.sort((a, b) => (order(a) < order(b) ? 1 : order(a) > order(b) ? -1 : 0));
  return { events, stubs: records.filter(({ stub }) => stub) };
}

/** Records whose subject it is, and cases in which it is one party of several. */
async function recordsAbout(work: Work, id: number): Promise<SubjectRecord[]> {
  const records = await recordsOf(work, id);
  const known = new Set(records.map((one) => one.id));
  const more = (await casesAgainst(work, id)).filter((one) => !known.has(one));
  return [...records, ...(await seenAmong(work, more))];
}

const NOTHING = { at: null, event: null, personId: null, detail: null, record: null, visit: null } as const;
