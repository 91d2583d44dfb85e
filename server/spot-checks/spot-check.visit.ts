import type { Standing } from '#server/dossiers/step.service.ts';
import { visitCounts } from '#server/visits/visit.count.ts';
import { logVisit } from '#server/visits/visit.service.ts';
import type { Officer } from '#shared/cases/case.asks.ts';
import type { SpotCheckStep } from '#shared/spot-checks/spot-check.asks.ts';
import type { SpotCheckStanding } from './spot-check.standing.ts';
import type { SpotCheckColumns } from './spot-check.table.ts';

/** Ends the limit of the plan that stands. */
export const stopVisit = ({ plans }: Pick<SpotCheckColumns, 'plans'>) =>
  ({ stops: 'spot_check.visit', about: plans }) as const;

/** Writes the visit where every department reads it before it goes; a street stall without a file stands nowhere. */
export async function enter(
  { work, dossier, own, ask, on }: Standing<SpotCheckStanding, SpotCheckStep>,
  officers: readonly Officer[],
): Promise<Pick<SpotCheckColumns, 'visitId' | 'nth'>> {
  if (!dossier.subjectId) return { visitId: null, nth: null };
  const { id } = await logVisit(work, dossier.subjectId, {
    visitedOn: on,
    purpose: own.purpose,
    officers: officers.map(({ name }) => name),
    ...(ask.noticeNumber ? { noticeNumber: ask.noticeNumber } : {}),
    ...(ask.overCapReason ? { overCapReason: ask.overCapReason } : {}),
  });
  const counted = await visitCounts(work, [dossier.subjectId], Number(on.slice(0, 4)));
  return { visitId: id, nth: counted.get(dossier.subjectId) ?? 0 };
}
