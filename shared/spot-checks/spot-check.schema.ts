import { type Static, Type } from 'typebox';
import { ACCESS, SIGHTS } from '../auth/access.ts';
import { Officer } from '../cases/case.asks.ts';
import { PARTY_KINDS } from '../cases/case.lists.ts';
import { faceShape } from '../dossiers/dossier.face.ts';
import { recordShape } from '../dossiers/dossier.record.ts';
import { Day, Id, oneOf, orNull } from '../kernel/shapes.ts';
import { VISIT_PURPOSES } from '../visits/visit.ts';
import { DisposalDone, Instruments, TestedItem } from './sample.asks.ts';
import {
  CONCLUSIONS,
  OBJECTION_GROUNDS,
  OBJECTION_STATES,
  RETEST_REFUSALS,
  RETEST_STATES,
  SAMPLE_LAWS,
} from './sample.lists.ts';
import { ItemAnswered } from './spot-check.asks.ts';
import { CHECK_KINDS, CHECK_RESULTS, FOLLOW_UPS } from './spot-check.lists.ts';
import { SPOT_CHECK_STATES } from './spot-check.workflow.ts';

/** One row of the ledger of spot checks (S09); a stub has only its first fields filled. */
export const SpotCheckRow = Type.Object(
  {
    id: Id,
    number: Type.String(),
    state: oneOf(SPOT_CHECK_STATES, 'spot_check.state'),
    county: Type.String(),
    ownerOfficeId: Id,
    restricted: Type.Boolean(),
    stub: Type.Boolean(),
    sight: oneOf(SIGHTS, 'sight'),
    title: Type.String(),
    checkKind: orNull(oneOf(CHECK_KINDS, 'spot_check.kind')),
    purpose: orNull(oneOf(VISIT_PURPOSES, 'visit.purpose')),
    task: orNull(Type.String()),
    subjectId: orNull(Id),
    subjectName: orNull(Type.String()),
    creditCode: orNull(Type.String()),
    matter: orNull(Type.String()),
    township: orNull(Type.String()),
    handlerId: orNull(Id),
    receivedOn: orNull(Day),
    plannedOn: orNull(Day),
    /** The day it began at the business. */
    begunOn: orNull(Day),
    inspectors: orNull(Type.String()),
    /** The how manyeth visit of the year it was, of all departments. */
    nth: orNull(Type.Integer()),
    product: orNull(Type.String()),
    laboratory: orNull(Type.String()),
    /** Of a sample, what it comes to in the end. */
    conclusion: orNull(oneOf(CONCLUSIONS, 'sample.conclusion')),
    result: orNull(oneOf(CHECK_RESULTS, 'spot_check.result')),
    problems: orNull(Type.Integer()),
    followUp: orNull(oneOf(FOLLOW_UPS, 'spot_check.follow_up')),
    finishedOn: orNull(Day),
    publishedOn: orNull(Day),
    closedOn: orNull(Day),
    ...faceShape,
    version: Type.Integer(),
  },
  { $id: 'SpotCheckRow' },
);
export type SpotCheckRow = Static<typeof SpotCheckRow>;

const text = () => orNull(Type.String());

/** A sample with what was tested, first and again. */
export const Sample = Type.Object({
  law: oneOf(SAMPLE_LAWS, 'sample.law'),
  sampleNumber: text(),
  brand: text(),
  spec: text(),
  batch: text(),
  producedOn: text(),
  quantity: text(),
  backup: text(),
  maker: text(),
  makerAddress: text(),
  basis: text(),
  takenOn: Day,
  sentOn: orNull(Day),
  reportNumber: text(),
  concludedOn: orNull(Day),
  receivedOn: orNull(Day),
  conclusion: orNull(oneOf(CONCLUSIONS, 'sample.conclusion')),
  servedOn: orNull(Day),
  retest: oneOf(RETEST_STATES, 'sample.retest'),
  retestAskedOn: orNull(Day),
  retestRefusal: orNull(oneOf(RETEST_REFUSALS, 'sample.refusal')),
  retestLaboratory: text(),
  retestReport: text(),
  retestOn: orNull(Day),
  objection: oneOf(OBJECTION_STATES, 'sample.objection'),
  objectionGround: orNull(oneOf(OBJECTION_GROUNDS, 'sample.ground')),
  objectionOn: orNull(Day),
  objectionText: text(),
  disposal: Type.Array(DisposalDone),
  items: Type.Array(TestedItem),
  retested: Type.Array(TestedItem),
});
export type Sample = Static<typeof Sample>;

/** A spot check as its own page shows it. */
export const SpotCheck = Type.Object(
  {
    ...SpotCheckRow.properties,
    access: oneOf(ACCESS, 'access'),
    subjectKind: orNull(oneOf(PARTY_KINDS, 'case.party_kind')),
    approval: orNull(Type.String()),
    place: orNull(Type.String()),
    until: orNull(Day),
    officers: Type.Array(Officer),
    noticeNumber: orNull(Type.String()),
    entryCode: orNull(Type.String()),
    visitId: orNull(Id),
    /** The checklist in the version it is answered by. */
    list: orNull(Type.String()),
    listVersion: orNull(Type.String()),
    answers: Type.Array(ItemAnswered),
    findings: orNull(Type.String()),
    party: orNull(Type.String()),
    endedOn: orNull(Day),
    recordedBy: orNull(Id),
    confirmedBy: orNull(Id),
    /** What a reviewer sent back, and why; empty once it was handed in again. */
    drawId: orNull(Id),
    /** The two who were drawn to go. */
    drawnIds: orNull(Type.Array(Id)),
    instruments: orNull(Type.Array(Instruments)),
    sample: orNull(Sample),
    returnedFields: Type.Array(Type.String()),
    returnedReason: orNull(Type.String()),
    settled: orNull(Type.String()),
    publishedAt: orNull(Type.String()),
    ...recordShape,
  },
  { $id: 'SpotCheck' },
);
export type SpotCheck = Static<typeof SpotCheck>;
