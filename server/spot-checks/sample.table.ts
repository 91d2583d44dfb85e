import { count, day, id, index, json, label, oneOf, ref, table, text } from '#columns';
import type { DisposalDone } from '#shared/spot-checks/sample.asks.ts';
import {
  CONCLUSIONS,
  OBJECTION_GROUNDS,
  OBJECTION_STATES,
  RETEST_REFUSALS,
  RETEST_STATES,
  SAMPLE_LAWS,
  VERDICTS,
} from '#shared/spot-checks/sample.lists.ts';
import { spotChecks } from './spot-check.table.ts';

/** The sample of a check of the kind sampling; the same id. */
export const samples = table('samples', {
  id: ref()
    .primaryKey()
    .references(() => spotChecks.id),
  law: oneOf(SAMPLE_LAWS).notNull(),
  sampleNumber: label(),
  brand: label(),
  spec: label(),
  batch: label(),
  producedOn: label(), // as the label says it
  quantity: label(),
  backup: label(),
  maker: label(),
  makerAddress: label(),
  basis: label(),
  takenOn: day().notNull(),
  sentOn: day(),
  reportNumber: label(),
  concludedOn: day(),
  receivedOn: day(),
  conclusion: oneOf(CONCLUSIONS),
  servedOn: day(),
  retest: oneOf(RETEST_STATES).notNull().default('none'),
  retestAskedOn: day(),
  retestRefusal: oneOf(RETEST_REFUSALS),
  retestLaboratory: label(),
  retestReport: label(),
  retestOn: day(),
  objection: oneOf(OBJECTION_STATES).notNull().default('none'),
  objectionGround: oneOf(OBJECTION_GROUNDS),
  objectionOn: day(),
  objectionText: text(),
  disposal: json<readonly DisposalDone[]>().notNull(),
});
export type SampleColumns = typeof samples.$inferSelect;

/** What a laboratory tested, of the first test (round 1) or the re-test (round 2). */
export const sampleItems = table(
  'sample_items',
  {
    id: id(),
    sampleId: ref()
      .notNull()
      .references(() => samples.id),
    round: count().notNull(),
    item: label().notNull(),
    measured: label(),
    standard: label(),
    unit: label(),
    method: label(),
    verdict: oneOf(VERDICTS).notNull(),
  },
  (t) => [index('sample_items_by_sample').on(t.sampleId, t.round)],
);
