import {
  bytes,
  count,
  day,
  flag,
  id,
  index,
  instant,
  json,
  label,
  money,
  oneOf,
  pair,
  ref,
  table,
  text,
} from '#columns';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import {
  ANONYMITIES,
  CHANNELS,
  DECISIONS,
  INTAKES,
  OUTCOMES,
  TELLING_WAYS,
  TOLD,
} from '#shared/complaints/complaint.lists.ts';

/** What is particular to a complaint or report; the same id as its dossier. */
export const complaints = table(
  'complaints',
  {
    id: ref()
      .primaryKey()
      .references(() => dossiers.id),
    intake: oneOf(INTAKES).notNull(),
    channel: oneOf(CHANNELS).notNull(),
    anonymity: oneOf(ANONYMITIES).notNull(),
    complainantMask: label(), // 张*: what everybody who sees the record may read of the complainant
    subjectContact: label(),
    matter: label().notNull(),
    content: text().notNull(),
    demands: json<string[]>().notNull(),
    demandText: text(),
    amountFen: money(),
    happenedOn: day(),
    address: label(),
    foreignNumber: label(),
    goods: label(),
    consentPublic: flag().notNull(),
    consentEntrust: flag().notNull(),
    dispatchedBy: ref(), // the office to which a return goes back
    ruled: flag().notNull().default(false), // dispatched by ruling: it cannot be given back again
    complaintDecision: oneOf(DECISIONS),
    reportDecision: oneOf(DECISIONS),
    ground: label(),
    outcome: oneOf(OUTCOMES),
    summary: text(),
    recoveredFen: money(),
    caseNumber: label(),
    satisfied: flag(),
    officers: json<string[]>(),
    submittedBy: ref(),
    identityOpenings: count().notNull().default(0),
  },
  (t) => [index('complaints_by_foreign_number').on(t.foreignNumber)],
);
export type ComplaintColumns = typeof complaints.$inferSelect;

/** Who complains, sealed by the vault; read by one operation only. */
export const complainants = table('complainants', {
  id: ref()
    .primaryKey()
    .references(() => dossiers.id),
  sealed: bytes().notNull(),
});

/** Keyed digests of a complainant's phone, its last four digits and ID number: exact look-ups without the values. */
export const complainantMarks = table(
  'complainant_marks',
  {
    dossierId: ref()
      .notNull()
      .references(() => dossiers.id),
    mark: oneOf(['phone', 'tail', 'id_no']).notNull(),
    digest: label().notNull(),
  },
  (t) => [pair(t.dossierId, t.mark), index('complainant_marks_by_digest').on(t.digest, t.dossierId)],
);

/** What was told to whom, when and how. */
export const tellings = table(
  'tellings',
  {
    id: id(),
    dossierId: ref()
      .notNull()
      .references(() => dossiers.id),
    to: oneOf(TOLD).notNull(),
    way: oneOf(TELLING_WAYS).notNull(),
    toldOn: day().notNull(),
    text: text().notNull(),
    personId: ref().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('tellings_by_dossier').on(t.dossierId)],
);
