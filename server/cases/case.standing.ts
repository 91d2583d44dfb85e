import { eq, sql } from 'drizzle-orm';
import { clocksOf } from '#server/clocks/clock.service.ts';
import type { Tx } from '#server/db/database.ts';
import type { PaperStanding } from '#server/documents/paper.gate.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { prepared } from '#server/kernel/prepared.ts';
import { updating } from '#server/kernel/row-writes.ts';
import type { Work } from '#server/kernel/work.ts';
import { balanceOf } from '#shared/cases/case.money.ts';
import type { CaseFile } from '#shared/cases/case.sections.ts';
import type { CaseStanding } from '#shared/cases/case.steps.ts';
import type { CaseState } from '#shared/cases/case.workflow.ts';
import { limitationOf } from '#shared/cases/limitation.ts';
import { isImported } from '#shared/cases/not-stated.ts';
import { partiesOf } from './case.parties.ts';
import { type CaseColumns, type CasePartyRow, casePayments, cases } from './case.table.ts';
import { evidenceCount } from './evidence.service.ts';
import { goodsKept } from './goods.service.ts';
import { measuresStanding } from './measure.service.ts';

const byId = prepared((tx) =>
  tx
    .select()
    .from(cases)
    .where(eq(cases.id, sql.placeholder('id')))
    .prepare(),
);
export const paymentsOf = prepared((tx) =>
  tx
    .select()
    .from(casePayments)
    .where(eq(casePayments.caseId, sql.placeholder('id')))
    .orderBy(casePayments.id)
    .prepare(),
);

/** A case's own columns; its dossier was reached before, so it is there. */
export async function caseColumnsOf(tx: Tx, id: number): Promise<CaseColumns> {
  const [row] = await byId(tx).execute({ id });
  return row!;
}

/** Writes what changed of a case's own columns. */
export const updateCase = updating(cases);

/** A case with everything around it that decides what may be done next. */
export type WholeCase = CaseColumns & {
  readonly parties: readonly CasePartyRow[];
  readonly payments: readonly (typeof casePayments.$inferSelect)[];
  readonly evidence: number;
  readonly goods: number;
  readonly measures: number;
  readonly statementUntil: string | null;
  readonly archiving: boolean;
  readonly carrying: boolean;
};

type Ordered = Pick<WholeCase, 'penalties' | 'payments' | 'outcome' | 'payBy' | 'decidedOn' | 'sourceNote'>;

/** Reads a case and what belongs to it. */
export async function wholeCaseOf(tx: Tx, id: number, today: string): Promise<WholeCase> {
  const clocks = await clocksOf(tx, id);
  const running = (name: string) => clocks.find((clock) => clock.name === name && clock.running);
  return Object.assign(await caseColumnsOf(tx, id), {
    parties: await partiesOf(tx).execute({ id }),
    payments: await paymentsOf(tx).execute({ id }),
    evidence: await evidenceCount(tx, id),
    goods: await goodsKept(tx, id),
    measures: await measuresStanding(tx, id, today),
    statementUntil: running('case.statement')?.dueOn ?? null,
    archiving: running('case.archive') !== undefined,
    carrying: running('case.hand_in') !== undefined,
  });
}

/** What of a file decides whether its sections are complete. */
export function fileOf(own: WholeCase): CaseFile {
  return {
    ...own,
    parties: own.parties.map((party) => ({ ...party, hasIdNo: party.idMask !== null })),
  };
}

/** What is ordered, paid and left on a day. */
export const balanceOn = (own: Ordered, today: string) =>
  balanceOf(own.penalties, own.payments, own.outcome === 'penalty' ? own.payBy : null, today);

/** The sum still to be paid of what was decided; null before the decision, and where an import told nothing of what was paid. */
export function leftFenOf(own: Ordered, today: string): number | null {
  if (own.decidedOn === null) return null;
  if (isImported(own.sourceNote) && own.payments.length === 0) return null;
  const { left } = balanceOn(own, today);
  return Math.max(0, left.fine) + Math.max(0, left.gains) + Math.max(0, left.surcharge);
}

/** How a case stands in the words of the rules on papers; one that was decided before it came here has them where it was decided. */
export function papersAt(own: WholeCase, { batchId }: Pick<DossierRow, 'batchId'>): PaperStanding | null {
  if (batchId !== null && own.decidedOn !== null && own.decidedBy === null) return null;
  return {
    words: {
      程序: own.procedure,
      告知: own.toldOn === null ? 'no' : 'yes',
      结果: own.outcome ?? 'open',
      送达: own.serviceWay ?? 'none',
    },
    parties: own.parties.length,
  };
}

/** How a case stands today: open steps and blockers are computed from it, on the page and in the guard. */
export function standingOf(own: WholeCase, dossier: DossierRow, { clock }: Pick<Work, 'clock'>): CaseStanding {
  const today = clock.today();
  return {
    state: dossier.state as CaseState,
    procedure: own.procedure,
    proposesFiling: own.proposesFiling,
    file: fileOf(own),
    limitationOn: limitationOf(own.actEndedOn, own.graveHarm),
    foundOn: dossier.receivedOn,
    noticeApprovedBy: own.noticeApprovedBy,
    statementUntil: own.statementUntil,
    outcome: own.outcome,
    settled: balanceOn(own, today).settled,
    enforcementAskedOn: own.enforcementAskedOn,
    archived: !own.archiving,
    carrying: own.carrying,
    policeQuestion: own.policeQuestion,
    goodsKept: own.goods,
    measuresStanding: own.measures,
    today,
  };
}
