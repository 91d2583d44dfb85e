import { count, day, flag, id, index, instant, label, money, oneOf, ref, table, text } from '#columns';
import { EVIDENCE_KINDS } from '#shared/cases/case.lists.ts';
import { GOODS_ACTS, MEASURE_KINDS, MEASURE_STATES } from '#shared/cases/exhibit.api.ts';
import { cases } from './case.table.ts';

const ofCase = () =>
  ref()
    .notNull()
    .references(() => cases.id);

/** Evidence with its source and its file's hash. A new version is a new row that replaces the one before; none is deleted. */
export const evidence = table(
  'evidence',
  {
    id: id(),
    caseId: ofCase(),
    kind: oneOf(EVIDENCE_KINDS).notNull(),
    title: label().notNull(),
    source: label().notNull(),
    collectedOn: day().notNull(),
    collectedBy: label().notNull(),
    place: label(),
    fileId: ref(),
    sha256: label(),
    version: count().notNull(),
    replacesId: ref(),
    replaced: flag().notNull().default(false),
    withdrawnOn: day(),
    withdrawnBecause: text(),
    personId: ref().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('evidence_by_case').on(t.caseId)],
);

/** Registered preservation, sealing and seizure; each runs a limit of its own. */
export const measures = table(
  'measures',
  {
    id: id(),
    caseId: ofCase(),
    kind: oneOf(MEASURE_KINDS).notNull(),
    state: oneOf(MEASURE_STATES).notNull(),
    urgent: flag().notNull(),
    basis: label().notNull(),
    place: label().notNull(),
    goods: text().notNull(),
    takenOn: day(),
    takenAt: instant(),
    askedBy: ref().notNull(),
    approvedBy: ref(),
    endedOn: day(),
    reason: text(),
  },
  (t) => [index('measures_by_case').on(t.caseId)],
);

/** Goods in keeping. `kept` is what the acts leave, in thousandths of the unit. */
export const goods = table(
  'goods',
  {
    id: id(),
    caseId: ofCase(),
    measureId: ref().references(() => measures.id),
    name: label().notNull(),
    spec: label(),
    unit: label().notNull(),
    thousandths: count().notNull(),
    kept: count().notNull(),
    valueFen: money(),
    place: label().notNull(),
    perishable: flag().notNull(),
  },
  (t) => [index('goods_by_case').on(t.caseId)],
);

/** Append-only: every hand-over, by whom, from whom, to whom. */
export const goodsActs = table(
  'goods_acts',
  {
    id: id(),
    goodsId: ref()
      .notNull()
      .references(() => goods.id),
    act: oneOf(GOODS_ACTS).notNull(),
    on: day().notNull(),
    thousandths: count().notNull(),
    place: label(),
    from: label().notNull(),
    to: label().notNull(),
    reason: text(),
    personId: ref().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('goods_acts_by_goods').on(t.goodsId)],
);
