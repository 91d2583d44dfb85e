import { type Static, Type } from 'typebox';
import { ACCESS, SIGHTS } from '../auth/access.ts';
import { Officer } from '../cases/case.asks.ts';
import { PARTY_KINDS } from '../cases/case.lists.ts';
import { faceShape } from '../dossiers/dossier.face.ts';
import { recordShape } from '../dossiers/dossier.record.ts';
import { Day, Id, oneOf, orNull } from '../kernel/shapes.ts';
import { LOOK_BACK_RESULTS, RECTIFICATION_SOURCES, VISIT_PURPOSES, VISIT_RESULTS } from './rectification.lists.ts';
import { RECTIFICATION_STATES } from './rectification.workflow.ts';

/** One row of the rectification ledger (S22); a stub has only its first fields filled. */
export const RectificationRow = Type.Object(
  {
    id: Id,
    number: Type.String(),
    state: oneOf(RECTIFICATION_STATES, 'rectification.state'),
    county: Type.String(),
    ownerOfficeId: Id,
    restricted: Type.Boolean(),
    stub: Type.Boolean(),
    sight: oneOf(SIGHTS, 'sight'),
    title: Type.String(),
    source: orNull(oneOf(RECTIFICATION_SOURCES, 'rectification.source')),
    subjectId: orNull(Id),
    subjectName: orNull(Type.String()),
    creditCode: orNull(Type.String()),
    matter: orNull(Type.String()),
    township: orNull(Type.String()),
    handlerId: orNull(Id),
    /** The day of the order. */
    receivedOn: orNull(Day),
    /** The last day of the order in force, also after it ended. */
    deadlineOn: orNull(Day),
    orderNumber: orNull(Type.String()),
    askedUntil: orNull(Day),
    reportedOn: orNull(Day),
    result: orNull(oneOf(VISIT_RESULTS, 'rectification.result')),
    verifiedOn: orNull(Day),
    verifiers: orNull(Type.String()),
    rounds: orNull(Type.Integer()),
    pairs: orNull(Type.Integer()),
    pairsWhole: orNull(Type.Integer()),
    closedOn: orNull(Day),
    ...faceShape,
    version: Type.Integer(),
  },
  { $id: 'RectificationRow' },
);
export type RectificationRow = Static<typeof RectificationRow>;

/** One visit: who went, what they found, what was ordered after it. */
export const RectificationVisit = Type.Object({
  id: Id,
  purpose: oneOf(VISIT_PURPOSES, 'rectification.purpose'),
  visitedOn: Day,
  officers: Type.Array(Officer),
  result: oneOf([...VISIT_RESULTS, ...LOOK_BACK_RESULTS], 'rectification.result'),
  findings: orNull(Type.String()),
  /** The party's report it looked at. */
  reportedOn: orNull(Day),
  report: orNull(Type.String()),
  noPictures: orNull(Type.String()),
  caseId: orNull(Id),
  personId: orNull(Id),
});
export type RectificationVisit = Static<typeof RectificationVisit>;

/** An order: the first, or one that followed a visit or a reopening. */
export const RectificationRound = Type.Object({ id: Id, orderedOn: Day, until: Day, visitId: orNull(Id) });

/** A place before and after; a half that was never added or was taken out of the record is null. */
export const PicturePair = Type.Object({
  id: Id,
  spot: Type.String(),
  beforeId: orNull(Id),
  afterId: orNull(Id),
});
export type PicturePair = Static<typeof PicturePair>;

/** A rectification as its own page shows it. */
export const Rectification = Type.Object(
  {
    ...RectificationRow.properties,
    access: oneOf(ACCESS, 'access'),
    sourceNote: orNull(Type.String()),
    subjectKind: orNull(oneOf(PARTY_KINDS, 'case.party_kind')),
    problem: orNull(Type.String()),
    violated: orNull(Type.String()),
    basis: orNull(Type.String()),
    requirement: orNull(Type.String()),
    consequence: orNull(Type.String()),
    place: orNull(Type.String()),
    report: orNull(Type.String()),
    askedReason: orNull(Type.String()),
    askedBy: orNull(Id),
    announcedOn: orNull(Day),
    identityOpenings: Type.Integer(),
    orders: Type.Array(RectificationRound),
    visits: Type.Array(RectificationVisit),
    pictures: Type.Array(PicturePair),
    /** Samples that drew this record and wait for a visit. */
    drawn: Type.Array(Type.Object({ lookBackId: Id, title: Type.String(), officeId: Id, drawnOn: Day })),
    ...recordShape,
  },
  { $id: 'Rectification' },
);
export type Rectification = Static<typeof Rectification>;
