import { type Static, Type } from 'typebox';
import { ACCESS, SIGHTS } from '../auth/access.ts';
import { PaperLack } from '../documents/paper.lack.ts';
import { faceShape } from '../dossiers/dossier.face.ts';
import { recordShape } from '../dossiers/dossier.record.ts';
import { Day, Id, oneOf, orNull } from '../kernel/shapes.ts';
import { Officer, Party, PenaltyShape } from './case.asks.ts';
import { CASE_OUTCOMES, CASE_SOURCES, DUTIES, PROCEDURES, SERVICE_WAYS, STATEMENTS } from './case.lists.ts';
import { CASE_STATES } from './case.workflow.ts';

/** One row of the case ledger (S15); a stub has only its first fields filled. Parties stand masked where they are natural persons. */
export const CaseRow = Type.Object(
  {
    id: Id,
    number: Type.String(),
    state: oneOf(CASE_STATES, 'case.state'),
    county: Type.String(),
    ownerOfficeId: Id,
    restricted: Type.Boolean(),
    stub: Type.Boolean(),
    sight: oneOf(SIGHTS, 'sight'),
    title: Type.String(),
    procedure: orNull(oneOf(PROCEDURES, 'case.procedure')),
    source: orNull(oneOf(CASE_SOURCES, 'case.source')),
    subjectId: orNull(Id),
    subjectName: orNull(Type.String()),
    creditCode: orNull(Type.String()),
    matter: orNull(Type.String()),
    violation: orNull(Type.String()),
    township: orNull(Type.String()),
    handlerId: orNull(Id),
    receivedOn: orNull(Day),
    filedOn: orNull(Day),
    decidedOn: orNull(Day),
    decisionNumber: orNull(Type.String()),
    closedOn: orNull(Day),
    outcome: orNull(oneOf(CASE_OUTCOMES, 'case.outcome')),
    goodsValueFen: orNull(Type.Integer()),
    fineFen: orNull(Type.Integer()),
    gainsFen: orNull(Type.Integer()),
    policeQuestion: orNull(Type.String()),
    ...faceShape,
    version: Type.Integer(),
  },
  { $id: 'CaseRow' },
);
export type CaseRow = Static<typeof CaseRow>;

const Told = Type.Object({ ...Party.properties, id: Id, idNo: Type.Optional(orNull(Type.String())) });

/** What must be complete before a decision, and what of it is missing. */
export const SectionShape = Type.Object({
  key: Type.String(),
  state: oneOf(['done', 'missing', 'not_needed'], 'case.section_state'),
  missing: Type.Array(Type.String()),
});

/** A case as its own page shows it. */
export const Case = Type.Object(
  {
    ...CaseRow.properties,
    access: oneOf(ACCESS, 'access'),
    sourceNote: orNull(Type.String()),
    foreignNumber: orNull(Type.String()),
    content: orNull(Type.String()),
    place: orNull(Type.String()),
    actEndedOn: orNull(Day),
    graveHarm: orNull(Type.Boolean()),
    /** Until when a penalty is possible at all, reckoned from the end of the act (行政处罚法 36). */
    limitationOn: orNull(Day),
    illegalGainsFen: orNull(Type.Integer()),
    parties: Type.Array(Told),
    officers: Type.Array(Officer),
    facts: orNull(Type.String()),
    nature: orNull(Type.String()),
    violated: orNull(Type.String()),
    basis: orNull(Type.String()),
    discretion: orNull(Type.String()),
    proposal: orNull(Type.String()),
    proposed: Type.Array(PenaltyShape),
    penalties: Type.Array(PenaltyShape),
    reviewGrounds: Type.Array(Type.String()),
    reviewOpinion: orNull(Type.String()),
    reviewerId: orNull(Id),
    noticeApprovedBy: orNull(Id),
    toldOn: orNull(Day),
    hearingOffered: orNull(Type.Boolean()),
    statement: orNull(oneOf(STATEMENTS, 'case.statement')),
    statementText: orNull(Type.String()),
    statementAnswer: orNull(Type.String()),
    hearingAskedOn: orNull(Day),
    hearingHeldOn: orNull(Day),
    hearingPresider: orNull(Type.String()),
    hearingReport: orNull(Type.String()),
    discussedOn: orNull(Day),
    discussion: orNull(Type.String()),
    decidedBy: orNull(Id),
    servedOn: orNull(Day),
    serviceWay: orNull(oneOf(SERVICE_WAYS, 'case.way')),
    /** When it counts as served: thirty days after a public notice. */
    effectiveOn: orNull(Day),
    payBy: orNull(Day),
    payments: Type.Array(
      Type.Object({
        id: Id,
        duty: oneOf(DUTIES, 'case.duty'),
        paidOn: Day,
        amountFen: Type.Integer(),
        receipt: orNull(Type.String()),
      }),
    ),
    instalments: Type.Array(Type.Object({ on: Day, amountFen: Type.Integer() })),
    surchargeFen: orNull(Type.Integer()),
    leftFen: orNull(Type.Integer()),
    collectGround: orNull(Type.String()),
    urgedOn: orNull(Day),
    enforcementAskedOn: orNull(Day),
    ground: orNull(Type.String()),
    policeReason: orNull(Type.String()),
    sections: Type.Array(SectionShape),
    identityOpenings: Type.Integer(),
    ...recordShape,
    blockers: Type.Record(Type.String(), Type.Array(Type.String())),
    /** Papers the law asks for before a step, by step, and that are neither there nor explained. */
    lacks: Type.Record(Type.String(), Type.Array(PaperLack)),
  },
  { $id: 'Case' },
);
export type Case = Static<typeof Case>;
