import { type Static, Type } from 'typebox';
import { ACCESS, SIGHTS } from '../auth/access.ts';
import { campaignAsked } from '../campaigns/campaign.link.ts';
import { faceShape } from '../dossiers/dossier.face.ts';
import { recordShape } from '../dossiers/dossier.record.ts';
import { WATCH_LEVELS } from '../entities/entity.lists.ts';
import { Day, Fen, Id, oneOf, orNull, Version } from '../kernel/shapes.ts';
import { ANONYMITIES, CHANNELS, DECISIONS, DEMANDS, INTAKES, OUTCOMES, TELLING_WAYS, TOLD } from './complaint.lists.ts';
import { ownFieldsAsked, ownFieldsEdited, ownFieldsTold } from './complaint.own-fields.ts';
import { COMPLAINT_STATES, COMPLAINT_STEP_NAMES } from './complaint.workflow.ts';

const County = Type.String({ pattern: '^6230\\d\\d$', words: 'region' });

/** Who complains: a compartment of its own, sealed at rest and opened only with a reason. */
export const Complainant = Type.Object(
  {
    name: Type.Optional(Type.String({ maxLength: 60 })),
    sex: Type.Optional(Type.String({ maxLength: 4 })),
    phone: Type.Optional(Type.String({ maxLength: 40 })),
    idNo: Type.Optional(Type.String({ maxLength: 30 })),
    address: Type.Optional(Type.String({ maxLength: 200 })),
    agent: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { $id: 'Complainant', additionalProperties: false },
);
export type Complainant = Static<typeof Complainant>;

/** What is written down when the telephone rings. */
export const ComplaintIntake = Type.Object(
  {
    channel: oneOf(CHANNELS, 'complaint.channel'),
    intake: oneOf(INTAKES, 'complaint.intake'),
    anonymity: oneOf(ANONYMITIES, 'complaint.anonymity'),
    complainant: Complainant,
    subjectId: Type.Optional(Id),
    subjectName: Type.Optional(Type.String({ maxLength: 200 })),
    subjectContact: Type.Optional(Type.String({ maxLength: 200 })),
    matter: Type.String({ maxLength: 40, words: 'matter' }),
    title: Type.String({ minLength: 2, maxLength: 120 }),
    content: Type.String({ minLength: 1, maxLength: 20_000 }),
    demands: Type.Array(oneOf(DEMANDS, 'complaint.demand'), { maxItems: DEMANDS.length, uniqueItems: true }),
    demandText: Type.Optional(Type.String({ maxLength: 1000 })),
    amountFen: Type.Optional(Fen),
    happenedOn: Type.Optional(Day),
    county: County,
    township: Type.Optional(Type.String({ maxLength: 60 })),
    address: Type.Optional(Type.String({ maxLength: 200 })),
    foreignNumber: Type.Optional(Type.String({ maxLength: 60 })),
    receivedOn: Day,
    consentPublic: Type.Boolean(),
    consentEntrust: Type.Boolean(),
    restricted: Type.Boolean(),
    ...ownFieldsAsked,
    ...campaignAsked,
    /** To which office it goes at once; left out, it stays to be dispatched. */
    officeId: Type.Optional(Id),
  },
  { $id: 'ComplaintIntake', additionalProperties: false },
);
export type ComplaintIntake = Static<typeof ComplaintIntake>;

const State = oneOf(COMPLAINT_STATES, 'complaint.state');
const Decision = oneOf(DECISIONS, 'complaint.decision');

/** One row of the ledger. A stub (a restricted record seen by one not named in it) has only its first fields filled. */
export const ComplaintRow = Type.Object(
  {
    id: Id,
    number: Type.String(),
    state: State,
    county: Type.String(),
    ownerOfficeId: Id,
    restricted: Type.Boolean(),
    stub: Type.Boolean(),
    sight: oneOf(SIGHTS, 'sight'),
    title: Type.String(),
    intake: orNull(oneOf(INTAKES, 'complaint.intake')),
    complainantMask: orNull(Type.String()),
    subjectId: orNull(Id),
    subjectName: orNull(Type.String()),
    /** How urgently the reader is asked to keep an eye on the subject. */
    watch: orNull(oneOf(WATCH_LEVELS, 'watch.level')),
    matter: orNull(Type.String()),
    township: orNull(Type.String()),
    handlerId: orNull(Id),
    channel: orNull(oneOf(CHANNELS, 'complaint.channel')),
    foreignNumber: orNull(Type.String()),
    receivedOn: orNull(Day),
    closedOn: orNull(Day),
    outcome: orNull(oneOf(OUTCOMES, 'complaint.outcome')),
    returns: Type.Integer(),
    amountFen: orNull(Type.Integer()),
    ...ownFieldsTold,
    ...faceShape,
    version: Type.Integer(),
  },
  { $id: 'ComplaintRow' },
);
export type ComplaintRow = Static<typeof ComplaintRow>;

/** What was told to whom, when and how. */
export const Telling = Type.Object({
  id: Id,
  to: oneOf(TOLD, 'complaint.told'),
  way: oneOf(TELLING_WAYS, 'complaint.way'),
  toldOn: Day,
  text: Type.String(),
  personId: Id,
});

/** A complaint as its own page shows it. Identity is not in it: only the mask, and how often it was opened. */
export const Complaint = Type.Object(
  {
    ...ComplaintRow.properties,
    access: oneOf(ACCESS, 'access'),
    anonymity: orNull(oneOf(ANONYMITIES, 'complaint.anonymity')),
    subjectContact: orNull(Type.String()),
    content: orNull(Type.String()),
    demands: Type.Array(Type.String()),
    demandText: orNull(Type.String()),
    happenedOn: orNull(Day),
    address: orNull(Type.String()),
    consentPublic: orNull(Type.Boolean()),
    consentEntrust: orNull(Type.Boolean()),
    ruled: Type.Boolean(),
    complaintDecision: orNull(Decision),
    reportDecision: orNull(Decision),
    ground: orNull(Type.String()),
    summary: orNull(Type.String()),
    recoveredFen: orNull(Type.Integer()),
    satisfied: orNull(Type.Boolean()),
    officers: Type.Array(Type.String()),
    submittedBy: orNull(Id),
    identityOpenings: Type.Integer(),
    ...recordShape,
    tellings: Type.Array(Telling),
  },
  { $id: 'Complaint' },
);
export type Complaint = Static<typeof Complaint>;

/** One step with the facts it may carry; which of them a step needs is checked by the service, field by field. */
export const ComplaintStep = Type.Object(
  {
    step: oneOf(COMPLAINT_STEP_NAMES, 'complaint.step'),
    version: Version,
    on: Type.Optional(Day),
    reason: Type.Optional(Type.String({ maxLength: 4000 })),
    officeId: Type.Optional(Id),
    handlerId: Type.Optional(Id),
    ground: Type.Optional(Type.String({ maxLength: 40 })),
    outcome: Type.Optional(oneOf(OUTCOMES, 'complaint.outcome')),
    officers: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 6 })),
    intoId: Type.Optional(Id),
    newFact: Type.Optional(Type.Boolean()),
    recoveredFen: Type.Optional(Fen),
    caseNumber: Type.Optional(Type.String({ maxLength: 80 })),
    satisfied: Type.Optional(Type.Boolean()),
    bothConsent: Type.Optional(Type.Boolean()),
    telling: Type.Optional(
      Type.Object(
        {
          to: oneOf(TOLD, 'complaint.told'),
          way: oneOf(TELLING_WAYS, 'complaint.way'),
          toldOn: Day,
          text: Type.String({ minLength: 1, maxLength: 8000 }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { $id: 'ComplaintStep', additionalProperties: false },
);
export type ComplaintStep = Static<typeof ComplaintStep>;

/** Fields that may be edited in place while the record is open, or corrected one at a time once it is closed. */
export const ComplaintEdit = Type.Object(
  {
    version: Version,
    reason: Type.Optional(Type.String({ maxLength: 2000 })),
    title: Type.Optional(Type.String({ minLength: 2, maxLength: 120 })),
    content: Type.Optional(Type.String({ minLength: 1, maxLength: 20_000 })),
    matter: Type.Optional(Type.String({ maxLength: 40 })),
    subjectId: Type.Optional(orNull(Id)),
    subjectName: Type.Optional(orNull(Type.String({ maxLength: 200 }))),
    subjectContact: Type.Optional(orNull(Type.String({ maxLength: 200 }))),
    demands: Type.Optional(
      Type.Array(oneOf(DEMANDS, 'complaint.demand'), { maxItems: DEMANDS.length, uniqueItems: true }),
    ),
    demandText: Type.Optional(orNull(Type.String({ maxLength: 1000 }))),
    amountFen: Type.Optional(orNull(Fen)),
    happenedOn: Type.Optional(orNull(Day)),
    township: Type.Optional(orNull(Type.String({ maxLength: 60 }))),
    address: Type.Optional(orNull(Type.String({ maxLength: 200 }))),
    foreignNumber: Type.Optional(orNull(Type.String({ maxLength: 60 }))),
    handlerId: Type.Optional(orNull(Id)),
    summary: Type.Optional(orNull(Type.String({ maxLength: 8000 }))),
    recoveredFen: Type.Optional(orNull(Fen)),
    outcome: Type.Optional(oneOf(OUTCOMES, 'complaint.outcome')),
    ...ownFieldsEdited,
  },
  { $id: 'ComplaintEdit', additionalProperties: false },
);
export type ComplaintEdit = Static<typeof ComplaintEdit>;
