import { eq, sql } from 'drizzle-orm';
import { lacksOf } from '#server/documents/paper.gate.ts';
import { dossierNames } from '#server/dossiers/dossier.table.ts';
import { linksOf } from '#server/dossiers/parts.service.ts';
import { type Reached, reachDossier } from '#server/dossiers/reach.service.ts';
import { partsOf } from '#server/dossiers/sights.service.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import type { Case } from '#shared/cases/case.schema.ts';
import { sectionsOf } from '#shared/cases/case.sections.ts';
import { blockersOf, caseStepsFor } from '#shared/cases/case.steps.ts';
import type { CaseState } from '#shared/cases/case.workflow.ts';
import { limitationOf } from '#shared/cases/limitation.ts';
import { stubOfCase } from './case.list.ts';
import { shownParty } from './case.parties.ts';
import { shownPenalties } from './case.penalties.ts';
import { balanceOn, leftFenOf, papersAt, standingOf, wholeCaseOf } from './case.standing.ts';

const namesOf = prepared((tx) =>
  tx
    .select({ personId: dossierNames.personId })
    .from(dossierNames)
    .where(eq(dossierNames.dossierId, sql.placeholder('id')))
    .prepare(),
);

/** A case as its reader may see it: a stub, an overview without personal data, or the file. */
export async function readCase(work: Work, id: number): Promise<Case> {
  const reached = await reachDossier(work, id, 'case', 'stub');
  return reached.access === 'stub' ? stubOf(reached) : whole(work, reached);
}

const NOTHING_TOLD = {
  sourceNote: null,
  foreignNumber: null,
  content: null,
  place: null,
  actEndedOn: null,
  graveHarm: null,
  limitationOn: null,
  illegalGainsFen: null,
  parties: [],
  officers: [],
  facts: null,
  nature: null,
  violated: null,
  basis: null,
  discretion: null,
  proposal: null,
  proposed: [],
  penalties: [],
  reviewGrounds: [],
  reviewOpinion: null,
  reviewerId: null,
  noticeApprovedBy: null,
  toldOn: null,
  hearingOffered: null,
  statement: null,
  statementText: null,
  statementAnswer: null,
  hearingAskedOn: null,
  hearingHeldOn: null,
  hearingPresider: null,
  hearingReport: null,
  discussedOn: null,
  discussion: null,
  decidedBy: null,
  servedOn: null,
  serviceWay: null,
  effectiveOn: null,
  payBy: null,
  payments: [],
  instalments: [],
  surchargeFen: null,
  leftFen: null,
  collectGround: null,
  urgedOn: null,
  enforcementAskedOn: null,
  ground: null,
  policeReason: null,
  sections: [],
  identityOpenings: 0,
  parts: [],
  names: [],
  links: [],
  openSteps: [],
  blockers: {},
  lacks: {},
};

function stubOf({ row, sight, access }: Reached): Case {
  const { createdBy, createdAt } = row;
  const stub = stubOfCase({ ...row, state: row.state as CaseState, sight });
  return { ...stub, ...NOTHING_TOLD, access, createdBy: createdBy || 1, createdAt };
}

/** What a block does not read of another office's case: it sees numbers, states and sums. */
const SILENT = [
  'content',
  'place',
  'facts',
  'nature',
  'discretion',
  'proposal',
  'reviewOpinion',
  'statementText',
  'statementAnswer',
  'hearingReport',
  'discussion',
  'policeReason',
  'sourceNote',
] as const;

async function whole(work: Work, { row, sight, access }: Reached): Promise<Case> {
  const today = work.clock.today();
  const own = await wholeCaseOf(work.tx, row.id, today);
  const standing = standingOf(own, row, work);
  const { ordered } = balanceOn(own, today);
  const outside = access === 'overview';
  const silent = outside && sight === 'block';
  const decided = own.decidedOn !== null;
  const openSteps = caseStepsFor(standing, access, permissionsOf(work.actor));
  // assigned, not spread: joining two wide objects by spreading costs more than their queries
  return Object.assign({}, row, own, {
    state: row.state as CaseState,
    stub: false as const,
    sight,
    access,
    createdBy: row.createdBy || 1,
    limitationOn: limitationOf(own.actEndedOn, own.graveHarm),
    parties: own.parties.map((party) => shownParty(party, outside)),
    officers: outside ? [] : [...own.officers],
    proposed: outside ? [] : shownPenalties(own.proposed),
    penalties: shownPenalties(own.penalties),
    reviewGrounds: [...own.reviewGrounds],
    payments: outside
      ? []
      : own.payments.map(({ id, duty, paidOn, amountFen, receipt }) => ({ id, duty, paidOn, amountFen, receipt })),
    instalments: [...own.instalments],
    surchargeFen: decided ? ordered.surcharge : null,
    leftFen: leftFenOf(own, today),
    sections: sectionsOf(standing.file).map(({ missing, ...section }) => ({ ...section, missing: [...missing] })),
    parts: await partsOf(work.tx).execute({ id: row.id }),
    names: (await namesOf(work.tx).execute({ id: row.id })).map(({ personId }) => personId),
    links: await linksOf(work, row.id),
    openSteps,
    lacks: await lacksOf(work, row, openSteps, papersAt(own, row)),
    blockers: blockersOf(standing) as Record<string, string[]>,
    ...(silent ? Object.fromEntries(SILENT.map((name) => [name, null])) : {}),
  });
}
