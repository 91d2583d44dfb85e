import { eq, sql } from 'drizzle-orm';
import { dossierNames } from '#server/dossiers/dossier.table.ts';
import { linksOf } from '#server/dossiers/parts.service.ts';
import { type Reached, reachDossier } from '#server/dossiers/reach.service.ts';
import { partsOf } from '#server/dossiers/sights.service.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import type { Rectification } from '#shared/rectifications/rectification.schema.ts';
import { rectificationStepsFor } from '#shared/rectifications/rectification.steps.ts';
import type { RectificationState } from '#shared/rectifications/rectification.workflow.ts';
import { drawnFor } from './look-back.service.ts';
import { pairsOf } from './picture.pairs.ts';
import { stubOfRectification } from './rectification.list.ts';
import { deadlineOf, ordersOf, rectificationOf, visitsOf } from './rectification.standing.ts';
import type { VisitRow } from './rectification.table.ts';

const namesOf = prepared((tx) =>
  tx
    .select({ personId: dossierNames.personId })
    .from(dossierNames)
    .where(eq(dossierNames.dossierId, sql.placeholder('id')))
    .prepare(),
);

/** A rectification as its reader may see it: a stub, an overview without persons and pictures, or the whole. */
export async function readRectification(work: Work, id: number): Promise<Rectification> {
  const reached = await reachDossier(work, id, 'rectification', 'stub');
  return reached.access === 'stub' ? stubOf(reached) : whole(work, reached);
}

const NOTHING_TOLD = {
  sourceNote: null,
  subjectKind: null,
  problem: null,
  violated: null,
  basis: null,
  requirement: null,
  consequence: null,
  place: null,
  report: null,
  askedReason: null,
  askedBy: null,
  announcedOn: null,
  identityOpenings: 0,
  orders: [],
  visits: [],
  pictures: [],
  drawn: [],
  parts: [],
  names: [],
  links: [],
  openSteps: [],
};

function stubOf({ row, sight, access }: Reached): Rectification {
  const { createdBy, createdAt } = row;
  const stub = stubOfRectification({ ...row, state: row.state as RectificationState, sight });
  return { ...stub, ...NOTHING_TOLD, access, createdBy: createdBy || 1, createdAt };
}

/** What a block does not read of another office's order: it sees numbers, states and days. */
const SILENT = ['problem', 'requirement', 'consequence', 'place', 'report', 'sourceNote', 'askedReason'] as const;

async function whole(work: Work, { row, sight, access }: Reached): Promise<Rectification> {
  const own = await rectificationOf(work.tx, row.id);
  const outside = access === 'overview';
  const silent = outside && sight === 'block';
  const deadlineOn = await deadlineOf(work.tx, row.id);
  const state = row.state as RectificationState;
  // assigned, not spread: joining wide objects by spreading costs more than their queries
  return Object.assign({}, NOTHING_TOLD, row, own, {
    ...(silent ? Object.fromEntries(SILENT.map((name) => [name, null])) : {}),
    state,
    stub: false as const,
    sight,
    access,
    createdBy: row.createdBy || 1,
    deadlineOn,
    verifiers: outside ? null : own.verifiers,
    orders: await ordersOf(work.tx).execute({ id: row.id }),
    visits: (await visitsOf(work.tx).execute({ id: row.id })).map((visit) => shownVisit(visit, outside, silent)),
    pictures: outside ? [] : await pairsOf(work.tx, row.id),
    drawn: own.drawn ? await drawnFor(work.tx, row.id) : [],
    parts: await partsOf(work.tx).execute({ id: row.id }),
    names: (await namesOf(work.tx).execute({ id: row.id })).map(({ personId }) => personId),
    links: await linksOf(work, row.id),
    openSteps: rectificationStepsFor(
      { ...own, state, deadlineOn, today: work.clock.today() },
      access,
      permissionsOf(work.actor),
    ),
  });
}

function shownVisit(visit: VisitRow, outside: boolean, silent: boolean): Rectification['visits'][number] {
  const { id, purpose, visitedOn, officers, result, findings, reportedOn, report, noPictures, caseId, personId } =
    visit;
  return {
    id,
    purpose,
    visitedOn,
    result,
    caseId,
    findings: silent ? null : findings,
    reportedOn,
    report: silent ? null : report,
    noPictures: silent ? null : noPictures,
    officers: outside ? [] : [...officers],
    personId: outside ? null : personId || 1,
  };
}
