import { and, desc, eq, sql } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import { reachDossier, standingDossier } from '#server/dossiers/reach.service.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import type { Kind } from '#shared/dossiers/dossier.kinds.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import type { Question, Questions } from '#shared/transfers/question.api.ts';
import { type CrimeFacts, type CrimeQuestion, covers, questionsOf } from '#shared/transfers/thresholds.ts';
import { UNSENT } from '#shared/transfers/transfer.workflow.ts';
import { crimeFacts, type NoTransferRow, noTransfers } from './question.table.ts';
import { thresholdsOf } from './threshold.service.ts';
import { onTransfer, type QuestionStanding } from './transfer.sources.ts';
import { transfers } from './transfer.table.ts';

type Reading = Pick<Work, 'tx'>;

const saidOf = prepared((tx) =>
  tx
    .select()
    .from(crimeFacts)
    .where(eq(crimeFacts.id, sql.placeholder('id')))
    .prepare(),
);

/** Everything the product knows of a possible crime in a record: its own fields, and what was said for the question. */
async function factsOf({ tx }: Reading, id: number, kind: Kind): Promise<CrimeFacts> {
  const source = onTransfer[kind];
  if (!source) throw new Refusal('not_found');
  const own = await source.facts(tx, await standingDossier(tx, id, kind));
  const [said] = await saidOf(tx).execute({ id });
  return { ...own, salesFen: said?.salesFen ?? 0, lossFen: said?.lossFen ?? 0, signs: said?.signs ?? [] };
}

async function ask(work: Reading, id: number, kind: Kind): Promise<Questions> {
  const facts = await factsOf(work, id, kind);
  const raised = questionsOf(await thresholdsOf(work.tx), facts);
  if (raised.length === 0)
    return { ...facts, signs: [...facts.signs] as Questions['signs'], open: false, questions: [] };
  const reasons = await work.tx
    .select()
    .from(noTransfers)
    .where(eq(noTransfers.sourceId, id))
    .orderBy(desc(noTransfers.id));
  const sent = await transferFor(work, id);
  const questions = raised.map((one) => answerTo(one, facts, reasons, sent));
  const open = questions.some(({ standing }) => standing === 'open' || standing === 'asked');
  return { ...facts, signs: [...facts.signs] as Questions['signs'], open, questions };
}

/** The transfer to the police that answers for a record: the latest that left, or that the chief did not approve. */
async function transferFor({ tx }: Reading, sourceId: number) {
  const rows = await tx
    .select({ id: dossiers.id, number: dossiers.number, state: dossiers.state, disapproval: transfers.disapproval })
    .from(transfers)
    .innerJoin(dossiers, eq(dossiers.id, transfers.id))
    .where(and(eq(transfers.sourceId, sourceId), eq(transfers.road, 'police')))
    .orderBy(desc(transfers.id));
  const pending: readonly string[] = [...UNSENT, 'withdrawn'];
  return rows.find(({ state, disapproval }) => disapproval !== null || !pending.includes(state));
}

function answerTo(
  { threshold, reached }: CrimeQuestion,
  facts: CrimeFacts,
  reasons: readonly NoTransferRow[],
  sent: Awaited<ReturnType<typeof transferFor>>,
): Question {
  const { offence, article, source, sourceArticle, compared } = threshold;
  const reason = reasons.find((one) => one.offence === offence && (one.state !== 'approved' || covers(one, facts)));
  const standing = sent
    ? sent.disapproval === null
      ? 'transferred'
      : 'answered'
    : reason?.state === 'approved'
      ? 'answered'
      : reason?.state === 'asked'
        ? 'asked'
        : 'open';
  return {
    offence,
    article,
    source,
    sourceArticle,
    compared,
    reached: [...reached],
    standing,
    reason: sent?.disapproval ?? reason?.reason ?? null,
    reasonId: reason?.id ?? null,
    askedBy: reason?.askedBy ?? null,
    decidedBy: reason?.decidedBy ?? null,
    refusal: reason?.refusal ?? null,
    transferId: sent?.id ?? null,
    transferNumber: sent?.number ?? null,
  };
}

/** What is asked of a record, for whoever reads it whole. */
export async function readQuestions(work: Work, id: number): Promise<Questions> {
  const { row } = await reachDossier(work, id, null, 'read');
  return ask(work, id, row.kind);
}

/** Says the sums and signs a record's own fields do not carry. */
export async function sayCrimeFacts(
  work: Work,
  id: number,
  said: { salesFen: number; lossFen: number; signs: string[] },
): Promise<Questions> {
  const { row } = await reachDossier(work, id, null, 'own');
  const before = await factsOf(work, id, row.kind);
  const stored = { ...said, personId: work.actor.personId, at: work.clock.now() };
  await work.tx
    .insert(crimeFacts)
    .values({ id, ...stored })
    .onConflictDoUpdate({ target: crimeFacts.id, set: stored });
  const { salesFen, lossFen, signs } = before;
  await record(work, 'question.facts_said', id, {
    changes: { salesFen: [salesFen, said.salesFen], lossFen: [lossFen, said.lossFen], signs: [signs, said.signs] },
  });
  return settleQuestion(work, id, row.kind);
}

/** Proposes to the chief not to transfer for an offence, with the reason; the facts of this day are kept beside it. */
export async function giveReason(work: Work, id: number, { offence, reason }: { offence: string; reason: string }) {
  const { row } = await reachDossier(work, id, null, 'own');
  const { questions } = await ask(work, id, row.kind);
  const question = questions.find((one) => one.offence === offence);
  if (!question) throw invalid({ offence: 'unknown' });
  if (question.standing !== 'open') throw new Refusal('not_allowed_in_state', { state: question.standing });
  const { salesFen, goodsValueFen, gainsFen, lossFen, signs } = await factsOf(work, id, row.kind);
  await work.tx.insert(noTransfers).values({
    sourceId: id,
    offence,
    state: 'asked',
    reason: cleanText(reason),
    salesFen,
    goodsValueFen,
    gainsFen,
    lossFen,
    signs,
    askedBy: work.actor.personId,
    askedAt: work.clock.now(),
  });
  await record(work, 'question.reason_given', id, { offence, reason });
  return settleQuestion(work, id, row.kind);
}

/** The chief approves a reason not to transfer, or refuses it: then it is to be transferred, or another reason given. */
export async function decideReason(
  work: Work,
  id: number,
  { reasonId, approved, refusal }: { reasonId: number; approved: boolean; refusal?: string },
) {
  const { row } = await reachDossier(work, id, null, 'own');
  const at = and(eq(noTransfers.id, reasonId), eq(noTransfers.sourceId, id));
  const [reason] = await work.tx.select().from(noTransfers).where(at);
  if (!reason) throw new Refusal('not_found');
  if (reason.state !== 'asked') throw new Refusal('not_allowed_in_state', { state: reason.state });
  if (reason.askedBy === work.actor.personId) throw new Refusal('forbidden', { need: 'another_person' });
  if (!approved && !refusal?.trim()) throw invalid({ refusal: 'required' });
  await work.tx
    .update(noTransfers)
    .set({
      state: approved ? 'approved' : 'refused',
      decidedBy: work.actor.personId,
      decidedAt: work.clock.now(),
      refusal: approved ? null : refusal!,
    })
    .where(at);
  await record(work, approved ? 'question.reason_approved' : 'question.reason_refused', id, {
    offence: reason.offence,
    reason: approved ? reason.reason : refusal!,
  });
  return settleQuestion(work, id, row.kind);
}

/** Asks a record anew after its facts or its transfers changed, and tells its ledger how the question stands. */
export async function settleQuestion(work: Work, id: number, kind: Kind): Promise<Questions> {
  const asked = await ask(work, id, kind);
  await onTransfer[kind]?.question?.(work, id, standingOf(asked));
  return asked;
}

function standingOf({ open, questions }: Questions): QuestionStanding {
  if (questions.length === 0) return null;
  if (open) return 'open';
  return questions.some(({ standing }) => standing === 'transferred') ? 'transferred' : 'answered';
}
