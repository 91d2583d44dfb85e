import { bytes, count, day, flag, id, index, instant, json, label, money, oneOf, ref, table, text } from '#columns';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import type { Officer } from '#shared/cases/case.asks.ts';
import {
  CASE_OUTCOMES,
  CASE_SOURCES,
  DUTIES,
  PARTY_KINDS,
  type PenaltyKind,
  PROCEDURES,
  SERVICE_WAYS,
  STATEMENTS,
} from '#shared/cases/case.lists.ts';
import { CASE_STATES } from '#shared/cases/case.workflow.ts';

/** A penalty as it is stored: every field there, null where nothing was said. */
export interface StoredPenalty {
  readonly kind: PenaltyKind;
  readonly amountFen: number | null;
  readonly note: string | null;
}

/** What is particular to a violation case; the same id as its dossier. */
export const cases = table(
  'cases',
  {
    id: ref()
      .primaryKey()
      .references(() => dossiers.id),
    procedure: oneOf(PROCEDURES).notNull(),
    source: oneOf(CASE_SOURCES).notNull(),
    sourceNote: label(),
    foreignNumber: label(),
    matter: label().notNull(),
    violation: label().notNull(),
    content: text().notNull(),
    place: label(),
    creditCode: label(), // the first party's, so that lists show and filter it
    actEndedOn: day(),
    graveHarm: flag().notNull(),
    goodsValueFen: money(),
    illegalGainsFen: money(),
    officers: json<readonly Officer[]>().notNull(),
    filedOn: day(),
    facts: text(),
    nature: text(),
    violated: text(),
    basis: text(),
    discretion: text(),
    proposal: text(),
    proposed: json<readonly StoredPenalty[]>().notNull(),
    proposesFiling: flag(), // what the officers proposed to the head; null while nothing is
    stateBefore: oneOf(CASE_STATES), // where a suspended case, or one with the police, goes on
    reviewGrounds: json<readonly string[]>().notNull(),
    reviewOpinion: text(),
    reviewerId: ref(),
    reviewedAfterHearing: flag().notNull().default(false),
    noticeApprovedBy: ref(),
    toldOn: day(),
    hearingOffered: flag(),
    statement: oneOf(STATEMENTS),
    statementText: text(),
    statementAnswer: text(),
    hearingAskedOn: day(),
    hearingHeldOn: day(),
    hearingPresider: label(),
    hearingReport: text(),
    discussedOn: day(),
    discussion: text(),
    penalties: json<readonly StoredPenalty[]>().notNull(),
    fineFen: money(), // sums of the decision, kept so that lists can filter and add them up
    gainsFen: money(),
    outcome: oneOf(CASE_OUTCOMES),
    decidedOn: day(),
    decidedBy: ref(),
    decisionNumber: label(),
    servedOn: day(),
    serviceWay: oneOf(SERVICE_WAYS),
    effectiveOn: day(), // when it counts as served
    payBy: day(),
    instalments: json<readonly { on: string; amountFen: number }[]>().notNull(),
    collectGround: label(), // why the fine was taken on the spot
    urgedOn: day(),
    enforcementAskedOn: day(),
    ground: label(),
    policeQuestion: label(),
    policeReason: text(),
    identityOpenings: count().notNull().default(0),
  },
  (t) => [index('cases_by_credit_code').on(t.creditCode), index('cases_by_decision_number').on(t.decisionNumber)],
);
export type CaseColumns = typeof cases.$inferSelect;

/** Who is proceeded against. What is personal about a party is sealed; a natural person's name stands masked wherever lists go. */
export const caseParties = table(
  'case_parties',
  {
    id: id(),
    caseId: ref()
      .notNull()
      .references(() => cases.id),
    at: count().notNull(), // the order in which they are named
    kind: oneOf(PARTY_KINDS).notNull(),
    name: label().notNull(),
    creditCode: label(),
    noCode: label(),
    legalRep: label(),
    entityId: ref(),
    idMask: label(),
    sealed: bytes(), // ID number, telephone and address
  },
  (t) => [index('case_parties_by_case').on(t.caseId, t.at), index('case_parties_by_entity').on(t.entityId)],
);
export type CasePartyRow = typeof caseParties.$inferSelect;

/** Money that came in, towards which duty; a wrong entry is taken back by an entry of its own. */
export const casePayments = table(
  'case_payments',
  {
    id: id(),
    caseId: ref()
      .notNull()
      .references(() => cases.id),
    duty: oneOf(DUTIES).notNull(),
    paidOn: day().notNull(),
    amountFen: money().notNull(),
    receipt: label(),
    personId: ref().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('case_payments_by_case').on(t.caseId)],
);
