import { reachDossier } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import type { OfficePlace } from '#shared/auth/access.ts';
import type { MatrixCell } from '#shared/campaigns/campaign.schema.ts';
import { PREFECTURE } from '#shared/offices/regions.ts';
import { doneByOffice, isDone, litOf, membersOfMany, sum, talliesOf } from './campaign.figures.ts';
import { officesOf } from './campaign.read.ts';

/** Whether an office sees the records another one keeps: its own, its line's, those of its block. */
function seesRecordsOf(here: OfficePlace, there: OfficePlace): boolean {
  if (here.id === there.id) return true;
  if (here.department === 'coordination') return [PREFECTURE, there.region].includes(here.region);
  return here.region === PREFECTURE && here.department === there.department;
}

/** A campaign office by office (S08): every number is that of the list which its cell opens, counted for the same reader. */
export async function matrixOf(work: Work, id: number): Promise<{ at: string; cells: MatrixCell[] }> {
  await reachDossier(work, id, 'campaign', 'overview');
  const places = await officePlaces(work.tx);
  const here = places.find((one) => one.id === work.actor.officeId)!;
  const counted = (await talliesOf(work, [id])).filter(({ kind }) => kind !== 'assignment');
  const done = await doneByOffice(work, id, await membersOfMany(work.tx, [id]), counted);
  const lit = await litOf(work, id);
  const offices = await officesOf(work.tx, id);
  const beside = new Set(counted.map(({ ownerOfficeId }) => ownerOfficeId));
  for (const { officeId } of offices) beside.delete(officeId);
  const asked = [...offices, ...[...beside].map((officeId) => ({ ...NOT_ASKED, officeId }))];
  return {
    at: work.clock.now(),
    cells: asked.map(({ officeId, part, assignmentId, state, late, targets }) => {
      const own = counted.filter(({ ownerOfficeId }) => ownerOfficeId === officeId);
      const of = (rows: typeof lit.overdue) => sum(rows.filter(({ ownerOfficeId }) => ownerOfficeId === officeId));
      return {
        ...{ officeId, part, assignmentId, state, late },
        due: targets.reduce((all, { n }) => all + n, 0),
        seen: seesRecordsOf(here, places.find((one) => one.id === officeId)!),
        done: done.get(officeId) ?? 0,
        records: sum(own),
        finished: sum(own.filter(isDone)),
        overdue: of(lit.overdue),
        dueSoon: of(lit.dueSoon),
      };
    }),
  };
}

const NOT_ASKED = { part: null, assignmentId: null, state: null, late: false, targets: [] } as const;
