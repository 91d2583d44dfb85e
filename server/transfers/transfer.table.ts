import { bytes, count, day, flag, index, instant, json, label, money, oneOf, ref, table, text } from '#columns';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import type { Officer } from '#shared/cases/case.asks.ts';
import { KINDS } from '#shared/dossiers/dossier.kinds.ts';
import type { GivenPenalty, TransferGoods } from '#shared/transfers/transfer.asks.ts';
import { RESULTS, ROADS } from '#shared/transfers/transfer.lists.ts';
import type { TransferHandOver, TransferHop, TransferParty } from '#shared/transfers/transfer.schema.ts';
import type { MaterialsStanding } from '#shared/transfers/transfer.steps.ts';

/** What is particular to a transfer; the same id as its dossier. Once submitted its content is what is sent: nothing is looked up elsewhere. */
export const transfers = table(
  'transfers',
  {
    id: ref()
      .primaryKey()
      .references(() => dossiers.id),
    road: oneOf(ROADS).notNull(),
    sourceId: ref().references(() => dossiers.id),
    sourceKind: oneOf(KINDS),
    toOfficeId: ref().notNull(),
    copyOfficeId: ref(), // the procuratorate that reads a copy
    summary: text(),
    basis: text(),
    crime: label(),
    crimeBasis: text(),
    salesFen: money(),
    goodsValueFen: money(),
    gainsFen: money(),
    lossFen: money(),
    contact: label(),
    parties: json<readonly TransferParty[]>().notNull(),
    goods: json<readonly TransferGoods[]>().notNull(),
    officers: json<readonly Officer[]>().notNull(),
    penalties: json<readonly GivenPenalty[]>().notNull(),
    materials: json<MaterialsStanding>().notNull(),
    papers: json<readonly number[]>().notNull(), // files that belong to steps taken
    movedOn: day().notNull(), // the day of the last step: none is dated before it
    reportedOn: day(),
    reportedBy: ref(),
    approvedBy: ref(),
    approvedAt: instant(),
    disapproval: text(),
    letterId: ref(), // the number of its letter in the register
    letterNumber: label(),
    sentOn: day(),
    sentAt: instant(),
    sentLine: ref(), // the last audit line before it was sent: what came before stays with the sender
    signedBy: label(),
    signedAt: instant(),
    signedEnteredAt: instant(),
    ruled: flag().notNull().default(false),
    rejection: text(),
    decisionNumber: label(),
    decisionReason: text(),
    reviewReason: text(),
    asked: text(), // what the police asked for besides
    result: oneOf(RESULTS),
    resultText: text(),
    hops: json<readonly TransferHop[]>().notNull(),
    handOver: json<TransferHandOver>(),
    complainantAsked: text(),
    complainantAskedBy: ref(),
    complainantGranted: text(),
    identityOpenings: count().notNull().default(0),
  },
  (t) => [index('transfers_by_receiver').on(t.toOfficeId), index('transfers_by_source').on(t.sourceId)],
);
export type TransferColumns = typeof transfers.$inferSelect;

/** Who is named in a transfer, sealed; complainants only where a second person granted it. */
export const transferIdentities = table('transfer_identities', {
  id: ref()
    .primaryKey()
    .references(() => dossiers.id),
  sealed: bytes().notNull(),
});
