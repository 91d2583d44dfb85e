import { count, day, index, json, label, oneOf, ref, table, text } from '#columns';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import type { Officer } from '#shared/cases/case.asks.ts';
import { PARTY_KINDS } from '#shared/cases/case.lists.ts';
import type { Answered } from '#shared/spot-checks/checklist.ts';
import type { Instruments } from '#shared/spot-checks/sample.asks.ts';
import { CONCLUSIONS } from '#shared/spot-checks/sample.lists.ts';
import { CHECK_KINDS, CHECK_RESULTS, FOLLOW_UPS } from '#shared/spot-checks/spot-check.lists.ts';
import { VISIT_PURPOSES } from '#shared/visits/visit.ts';

/** What is particular to a spot check; the same id as its dossier. */
export const spotChecks = table(
  'spot_checks',
  {
    id: ref()
      .primaryKey()
      .references(() => dossiers.id),
    checkKind: oneOf(CHECK_KINDS).notNull(),
    purpose: oneOf(VISIT_PURPOSES).notNull(),
    task: label(),
    approval: label(),
    subjectKind: oneOf(PARTY_KINDS).notNull(),
    creditCode: label(),
    matter: label().notNull(),
    place: label(),
    plannedOn: day().notNull(),
    until: day().notNull(),
    plans: count().notNull().default(1), // each plan has a clock of its own, which ends on the day it names
    begunOn: day(),
    officers: json<readonly Officer[]>().notNull(),
    inspectors: label(), // their names, so that lists show them
    noticeNumber: label(),
    entryCode: label(),
    visitId: ref(), // as it stands among the visits of all departments
    nth: count(),
    list: label(),
    listVersion: label(),
    answers: json<readonly Answered[]>().notNull(),
    problems: count().notNull().default(0),
    drawId: ref(), // the draw that chose it, and the two who were drawn to go
    drawnIds: json<readonly number[]>(),
    product: label(), // of a sample, with its laboratory and what it comes to, so that lists show them
    laboratory: label(),
    conclusion: oneOf(CONCLUSIONS),
    instruments: json<readonly Instruments[]>(),
    result: oneOf(CHECK_RESULTS),
    followUp: oneOf(FOLLOW_UPS),
    findings: text(),
    party: text(),
    endedOn: day(),
    recordedBy: ref(),
    confirmedBy: ref(),
    returnedFields: json<readonly string[]>().notNull(),
    returnedReason: text(),
    finishedOn: day(),
    settled: text(),
    publishedOn: day(),
    publishedAt: label(),
  },
  (t) => [index('spot_checks_by_credit_code').on(t.creditCode)],
);
export type SpotCheckColumns = typeof spotChecks.$inferSelect;
