import { type Static, Type } from 'typebox';
import { ACCESS, SIGHTS } from '../auth/access.ts';
import { Officer } from '../cases/case.asks.ts';
import { PARTY_KINDS } from '../cases/case.lists.ts';
import { PaperLack } from '../documents/paper.lack.ts';
import { faceShape } from '../dossiers/dossier.face.ts';
import { recordShape } from '../dossiers/dossier.record.ts';
import { Day, Id, oneOf, orNull } from '../kernel/shapes.ts';
import { GivenPenalty, TransferGoods } from './transfer.asks.ts';
import { MATERIALS, RESULTS, ROADS } from './transfer.lists.ts';
import { SIDES, TRANSFER_STATES } from './transfer.states.ts';

/** One row of the ledger. Until the other side takes it on, it sees no more of it than the first fields down to the title. */
export const TransferRow = Type.Object(
  {
    id: Id,
    number: Type.String(),
    state: oneOf(TRANSFER_STATES, 'transfer.state'),
    road: orNull(oneOf(ROADS, 'transfer.road')),
    county: Type.String(),
    ownerOfficeId: Id,
    toOfficeId: orNull(Id),
    restricted: Type.Boolean(),
    stub: Type.Boolean(),
    sight: oneOf(SIGHTS, 'sight'),
    title: Type.String(),
    subjectId: orNull(Id),
    subjectName: orNull(Type.String()),
    receivedOn: orNull(Day),
    sentOn: orNull(Day),
    letterNumber: orNull(Type.String()),
    crime: orNull(Type.String()),
    goodsValueFen: orNull(Type.Integer()),
    handlerId: orNull(Id),
    closedOn: orNull(Day),
    ...faceShape,
    version: Type.Integer(),
  },
  { $id: 'TransferRow' },
);
export type TransferRow = Static<typeof TransferRow>;

/** A party as it stands in a transfer: a natural person masked, what is personal sealed. */
export const TransferParty = Type.Object({
  kind: oneOf(PARTY_KINDS, 'case.party_kind'),
  name: Type.String(),
  creditCode: orNull(Type.String()),
  legalRep: orNull(Type.String()),
  sealed: Type.Boolean(),
});
export type TransferParty = Static<typeof TransferParty>;

export const TransferMaterial = Type.Object({
  material: oneOf(MATERIALS, 'transfer.material'),
  fileIds: Type.Array(Id),
  none: orNull(Type.String()),
  missing: Type.Boolean(),
});

/** Where the police passed it on, and whether within the twenty-four hours. */
const Hop = Type.Object({ officeId: Id, toOfficeId: Id, at: Type.String(), reason: Type.String() });
export type TransferHop = Static<typeof Hop>;

/** A hand-over of goods and papers, as both sides signed it (移送规定 12). */
const HandOver = Type.Object({
  on: Day,
  at: Type.String(),
  handedBy: Type.String(),
  receivedBy: Type.String(),
  goods: Type.Array(TransferGoods),
});
export type TransferHandOver = Static<typeof HandOver>;

/** A transfer as its own page shows it. What a reader may not see is null or empty; `view` says how much it is. */
export const Transfer = Type.Object(
  {
    ...TransferRow.properties,
    access: oneOf(ACCESS, 'access'),
    view: oneOf(['stub', 'preview', 'content', 'whole'], 'transfer.view'),
    side: orNull(oneOf(SIDES, 'transfer.side')),
    copyOfficeId: orNull(Id),
    basis: orNull(Type.String()),
    crimeBasis: orNull(Type.String()),
    summary: orNull(Type.String()),
    salesFen: orNull(Type.Integer()),
    gainsFen: orNull(Type.Integer()),
    lossFen: orNull(Type.Integer()),
    parties: Type.Array(TransferParty),
    goods: Type.Array(TransferGoods),
    officers: Type.Array(Officer),
    penalties: Type.Array(GivenPenalty),
    materials: Type.Array(TransferMaterial),
    contact: orNull(Type.String()),
    reportedOn: orNull(Day),
    approvedBy: orNull(Id),
    approvedAt: orNull(Type.String()),
    disapproval: orNull(Type.String()),
    sentAt: orNull(Type.String()),
    signedBy: orNull(Type.String()),
    signedAt: orNull(Type.String()),
    /** When the receipt was entered here, where that was later than it was signed. */
    signedEnteredAt: orNull(Type.String()),
    ruled: Type.Boolean(),
    rejection: orNull(Type.String()),
    decisionNumber: orNull(Type.String()),
    decisionReason: orNull(Type.String()),
    reviewReason: orNull(Type.String()),
    asked: orNull(Type.String()),
    result: orNull(oneOf(RESULTS, 'transfer.result')),
    resultText: orNull(Type.String()),
    hops: Type.Array(Hop),
    handOver: orNull(HandOver),
    complainantAsked: orNull(Type.String()),
    complainantGranted: orNull(Type.String()),
    identityOpenings: Type.Integer(),
    ...recordShape,
    blockers: Type.Record(Type.String(), Type.Array(Type.String())),
    /** Papers the law asks for before a step, by step, and that are neither there nor explained. */
    lacks: Type.Record(Type.String(), Type.Array(PaperLack)),
  },
  { $id: 'Transfer' },
);
export type Transfer = Static<typeof Transfer>;
