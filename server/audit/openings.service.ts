import { and, eq, gt } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { auditLines } from './audit.table.ts';

/** How long an opened identity may stand on a screen. */
export const OPEN_SECONDS = 60;
/** Openings one person may make within an hour, over all ledgers. */
const OPENINGS_AN_HOUR = 60;

/** Refuses whoever opens identities faster than anybody could work with them. */
export async function checkOpeningPace(work: Work) {
  const hourAgo = new Date(Date.parse(work.clock.now()) - 3_600_000).toISOString();
  const opened = await work.tx
    .select({ id: auditLines.id })
    .from(auditLines)
    .where(
      and(
        eq(auditLines.personId, work.actor.personId),
        eq(auditLines.event, 'identity.opened'),
        gt(auditLines.at, hourAgo),
      ),
    )
    .limit(OPENINGS_AN_HOUR);
  if (opened.length >= OPENINGS_AN_HOUR) throw new Refusal('too_many', { seconds: 3600 });
}
