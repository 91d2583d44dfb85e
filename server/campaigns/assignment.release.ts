import { and, eq, inArray, ne, notInArray } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { extendClock, faceOf, stopAllClocks } from '#server/clocks/clock.service.ts';
import type { Tx } from '#server/db/database.ts';
import { changeDossier } from '#server/dossiers/dossier.service.ts';
import { type DossierRow, dossiers } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { settleStep } from '#server/notices/notice.service.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import { daysBetween } from '#shared/kernel/calendar.ts';
import { assignments } from './campaign.table.ts';

/** What a campaign assigned and is still owed. */
export const openAssignments = (tx: Tx, campaignId: number): Promise<DossierRow[]> =>
  tx
    .select()
    .from(dossiers)
    .where(
      and(
        eq(dossiers.campaignId, campaignId),
        eq(dossiers.kind, 'assignment'),
        notInArray(dossiers.state, [...ENDS.assignment]),
      ),
    );

/** Excuses every office that still owes something, because the campaign was called off. */
export async function releaseOffices(work: Work, campaignId: number, reason: string, on: string): Promise<void> {
  for (const row of await openAssignments(work.tx, campaignId)) {
    await stopAllClocks(work, row.id, on);
    await work.tx.update(assignments).set({ excuse: reason }).where(eq(assignments.id, row.id));
    const face = await faceOf(work, row.id);
    const after = await changeDossier(work, row, { state: 'excused', closedOn: on, ...face });
    await record(work, 'assignment.stepped', row.id, {
      step: 'excuse',
      from: row.state,
      to: 'excused',
      on,
      reason,
      by: 'campaign',
    });
    await settleStep(work, after);
  }
}

/** Gives every office that still owes its report the campaign's new last day. */
export async function postponeReports(work: Work, campaignId: number, reportBy: string, reason: string): Promise<void> {
  const open = await openAssignments(work.tx, campaignId);
  const owned = await work.tx
    .select()
    .from(assignments)
    .where(
      and(
        inArray(
          assignments.id,
          open.map(({ id }) => id),
        ),
        ne(assignments.reportBy, reportBy),
      ),
    );
  for (const own of owned) {
    if (own.reportBy >= reportBy) continue;
    const row = open.find(({ id }) => id === own.id)!;
    const length = daysBetween(own.reportBy, reportBy);
    await extendClock(work, row.id, 'assignment.report', {
      on: work.clock.today(),
      about: own.rounds > 1 ? own.rounds : undefined,
      length,
      reason,
    });
    await work.tx.update(assignments).set({ reportBy }).where(eq(assignments.id, row.id));
    const after = await changeDossier(work, row, await faceOf(work, row.id));
    await record(work, 'assignment.postponed', row.id, { changes: { reportBy: [own.reportBy, reportBy] }, reason });
    await settleStep(work, after);
  }
}
