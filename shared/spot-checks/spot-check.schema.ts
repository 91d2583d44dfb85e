import { type Static, Type } from 'typebox';
import { ACCESS, SIGHTS } from '../auth/access.ts';
import { Officer } from '../cases/case.asks.ts';
import { PARTY_KINDS } from '../cases/case.lists.ts';
import { faceShape } from '../dossiers/dossier.face.ts';
import { recordShape } from '../dossiers/dossier.record.ts';
import { Day, Id, oneOf, orNull } from '../kernel/shapes.ts';
import { VISIT_PURPOSES } from '../visits/visit.ts';
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
    returnedFields: Type.Array(Type.String()),
    returnedReason: orNull(Type.String()),
    settled: orNull(Type.String()),
    publishedAt: orNull(Type.String()),
    ...recordShape,
  },
  { $id: 'SpotCheck' },
);
export type SpotCheck = Static<typeof SpotCheck>;
