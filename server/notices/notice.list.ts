import { and, desc, eq, inArray, isNotNull, isNull, lt, max, type SQL, sql } from 'drizzle-orm';
import type { Static } from 'typebox';
import { dossierSights, dossiers } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { cursorOf, cursorParts } from '#shared/kernel/paging.ts';
import type { Notice, NoticeGroup, noticeApi } from '#shared/notices/notice.api.ts';
import { eventsOfNeed, NOTICE_EVENTS } from '#shared/notices/notice.events.ts';
import { type NoticeRow, notices } from './notice.table.ts';

type Asked = Static<typeof noticeApi.list.schema.querystring>;

/** Of one record's story this much is shown. */
const SHOWN_EACH = 20;

/** One's own notices for the office acted for, of records that office still sees. */
const own = ({ actor }: Pick<Work, 'actor'>) =>
  and(
    eq(notices.personId, actor.personId),
    eq(notices.officeId, actor.officeId),
    sql`exists (select 1 from ${dossierSights} where ${dossierSights.dossierId} = ${notices.dossierId} and ${dossierSights.officeId} = ${actor.officeId})`,
  );
const unread = and(isNull(notices.readAt), isNull(notices.doneAt));
const waiting = and(inArray(notices.event, eventsOfNeed('act')), isNull(notices.doneAt));
const told = and(waiting, isNotNull(notices.toldAt));

/** Records one was told about, the latest first, each with what was told. */
export async function listNotices(work: Work, ask: Asked) {
  const limit = ask.limit ?? 50;
  const groups = await work.tx
    .select({ dossierId: notices.dossierId, last: max(notices.id) })
    .from(notices)
    .where(and(own(work), ask.unread ? unread : undefined, needed(ask.need)))
    .groupBy(notices.dossierId)
    .having(after(ask.cursor))
    .orderBy(desc(max(notices.id)))
    .limit(limit + 1);
  const page = groups.slice(0, limit);
  const last = page[page.length - 1]?.last;
  return { rows: await groupsOf(work, page), next: groups.length > limit && last ? cursorOf(last) : null };
}

function needed(need: Asked['need']): SQL | undefined {
  if (need === undefined) return undefined;
  return need === 'act' ? waiting : inArray(notices.event, eventsOfNeed('know'));
}

function after(cursor: string | undefined): SQL | undefined {
  if (cursor === undefined) return undefined;
  const [last] = cursorParts(cursor) ?? [];
  if (typeof last !== 'number') throw new Refusal('invalid_query', { fields: { cursor: 'format' } });
  return lt(max(notices.id), last);
}

async function groupsOf(work: Work, page: { dossierId: number }[]): Promise<NoticeGroup[]> {
  const ids = page.map(({ dossierId }) => dossierId);
  if (ids.length === 0) return [];
  const { personId, officeId } = work.actor;
  const all = await work.tx
    .select({ notice: notices, number: dossiers.number, kind: dossiers.kind })
    .from(notices)
    .innerJoin(dossiers, eq(dossiers.id, notices.dossierId))
    .where(and(eq(notices.personId, personId), eq(notices.officeId, officeId), inArray(notices.dossierId, ids)))
    .orderBy(desc(notices.id));
  return ids.flatMap((dossierId) => {
    const mine = all.filter(({ notice }) => notice.dossierId === dossierId);
    const [first] = mine;
    if (!first) return [];
    const rows = mine.map(({ notice }) => shown(notice));
    return {
      dossierId,
      kind: first.kind,
      number: first.number,
      at: first.notice.at,
      unread: rows.filter(({ readAt, doneAt }) => !readAt && !doneAt).length,
      act: rows.some(({ need, doneAt }) => need === 'act' && !doneAt),
      notices: rows.slice(0, SHOWN_EACH),
    };
  });
}

const shown = ({ id, event, at, dueOn, readAt, doneAt, tellAt }: NoticeRow): Notice => ({
  id,
  event,
  need: NOTICE_EVENTS[event],
  at,
  dueOn,
  readAt,
  doneAt,
  tellAt,
});

/** How many records have something unread, and how many wait for this person and were told of, so that the band counts them. */
export async function countNotices(work: Work) {
  const records = async (which: SQL | undefined) => {
    const [row] = await work.tx
      .select({ n: sql<number>`count(distinct ${notices.dossierId})` })
      .from(notices)
      .where(and(own(work), which));
    return row!.n;
  };
  return { unread: await records(unread), act: await records(told) };
}
