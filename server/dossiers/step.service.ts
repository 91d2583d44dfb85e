import { record } from '#server/audit/audit.service.ts';
import { unproved } from '#server/auth/proof.ts';
import { type ClockTurns, type ClockWhere, faceOf, stopAllClocks, turnClocks } from '#server/clocks/clock.service.ts';
import { checkPapers, type PaperStanding } from '#server/documents/paper.gate.ts';
import type { Work } from '#server/kernel/work.ts';
import { changesOf } from '#shared/audit/audit.events.ts';
import type { Access } from '#shared/auth/access.ts';
import { type Permission, permissionsOf } from '#shared/auth/permissions.ts';
import type { ClockName } from '#shared/clocks/clock.rules.ts';
import type { Kind } from '#shared/dossiers/dossier.kinds.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import type { Step } from '#shared/kernel/workflow.ts';
import { changeDossier, type DossierChange, giveDossier, turnFormerOwners } from './dossier.service.ts';
import type { DossierRow } from './dossier.table.ts';
import { reachDossier } from './reach.service.ts';

/** What every request for a step says; a ledger's own request says more. */
export interface StepAsk {
  readonly step: string;
  readonly version: number;
  readonly on?: string | undefined;
  readonly reason?: string | undefined;
  /** Why a paper the law asks for before the step is not there. */
  readonly without?: string | undefined;
}

/** What a step works with: both rows as they were, the request, and the day it counts from. */
export interface Standing<Own, Ask extends StepAsk> {
  readonly work: Work;
  readonly dossier: DossierRow;
  readonly own: Own;
  readonly ask: Ask;
  readonly on: string;
}

/** What a step changes beside the clocks its row names; the state is the row's unless another is given. */
export interface Move<Own> {
  readonly state?: string;
  readonly toOfficeId?: number;
  readonly dossier?: DossierChange;
  readonly own?: Partial<Own>;
  /** The very moment it took effect, where the paper tells it. */
  readonly moment?: string;
  /** Clocks the step turns beyond its row, each of the record or of something in it. */
  readonly turns?: readonly (ClockTurns & ClockWhere & { readonly on?: string })[];
  /** What the audit line says beyond step, states, day, reason and changed fields. */
  readonly facts?: Record<string, unknown>;
}

/** A step that was taken, as others are told of it: the rows before and after. */
export interface Stepped<Own, Ask extends StepAsk> {
  readonly step: Ask['step'];
  readonly ask: Ask;
  readonly before: DossierRow;
  readonly after: DossierRow;
  readonly own: Own;
}

/** A ledger as its steps are taken: its table of steps, its own row, and what each step does to it. */
export interface StepLedger<Own extends object, Ask extends StepAsk> {
  readonly kind: Kind;
  step(name: Ask['step']): Step<string, Permission, ClockName> & { readonly access?: Access };
  columnsOf(tx: Work['tx'], id: number): Promise<Own>;
  /** The steps this reader may take now: the page's buttons are the same list. */
  open(own: Own, dossier: DossierRow, access: Access, permissions: ReadonlySet<Permission>): readonly string[];
  readonly moves: {
    readonly [name in Ask['step']]: (at: Standing<Own, Ask>) => Move<Own> | Promise<Move<Own>>;
  };
  save(tx: Work['tx'], id: number, change: Partial<Own>): Promise<unknown>;
  /** Where the record stands in the words of the rules on papers; null where none apply to it. */
  papers?(work: Work, own: Own, dossier: DossierRow): PaperStanding | null | Promise<PaperStanding | null>;
  /** States in which no work is owed: entering one stops every clock but the named. */
  readonly ends: readonly string[];
  readonly outlive?: readonly ClockName[];
  /** What of the request the audit line repeats. */
  facts?(ask: Ask): Record<string, unknown>;
  /** What a step does to other rows: what was told, what was paid, what was merged. */
  also?(at: Standing<Own, Ask>, move: Move<Own>): Promise<void>;
  tell?(work: Work, stepped: Stepped<Own, Ask>): Promise<void>;
}

/** Takes one step: checks it, turns the clocks, moves the record, leaves the audit line, tells who must act next. */
export async function stepDossier<Own extends object, Ask extends StepAsk>(
  ledger: StepLedger<Own, Ask>,
  work: Work,
  id: number,
  ask: Ask,
): Promise<DossierRow> {
  const row = ledger.step(ask.step);
  const { row: dossier, access } = await reachDossier(work, id, ledger.kind, row.access ?? 'own');
  const own = await ledger.columnsOf(work.tx, id);
  if (dossier.version !== ask.version) throw new Refusal('changed_meanwhile', { version: dossier.version });
  const on = dayOf(work, dossier, ask);
  if (!ledger.open(own, dossier, access, permissionsOf(work.actor)).includes(ask.step))
    throw new Refusal('not_allowed_in_state', { state: dossier.state, step: ask.step });
  const refused = row.needsProof && work.proof ? unproved(work.proof, work.clock.now()) : undefined;
  if (refused) throw refused;
  if (row.needsReason && !ask.reason?.trim()) throw invalid({ reason: 'required' });

  const papers = (await ledger.papers?.(work, own, dossier)) ?? null;
  const without = papers
    ? await checkPapers(work, dossier, { step: ask.step, on, without: ask.without }, papers)
    : undefined;
  const at = { work, dossier, own, ask, on };
  const move = await ledger.moves[ask.step as Ask['step']](at);
  const after = await apply(ledger, at, move);
  await record(work, `${ledger.kind}.stepped`, id, {
    step: ask.step,
    from: dossier.state,
    to: after.state,
    on,
    reason: ask.reason,
    without,
    ...(move.toOfficeId ? { officeId: move.toOfficeId } : {}),
    ...ledger.facts?.(ask),
    ...move.facts,
    changes: move.own ? changesOf<object>(own, move.own) : undefined,
  });
  await ledger.tell?.(work, { step: ask.step, ask, before: dossier, after, own });
  return after;
}

/** The day a step counts from: today, or the day on the paper; never before receipt and never in the future. */
function dayOf(work: Work, dossier: DossierRow, ask: StepAsk): string {
  const on = ask.on ?? work.clock.today();
  if (on > work.clock.today()) throw invalid({ on: 'future' });
  if (on < dossier.receivedOn) throw invalid({ on: 'before_receipt' });
  return on;
}

async function apply<Own extends object, Ask extends StepAsk>(
  ledger: StepLedger<Own, Ask>,
  at: Standing<Own, Ask>,
  move: Move<Own>,
): Promise<DossierRow> {
  const { work, dossier, ask, on } = at;
  const step = ledger.step(ask.step);
  const state = move.state ?? step.to;
  if (move.own && Object.keys(move.own).length > 0) await ledger.save(work.tx, dossier.id, move.own);
  await ledger.also?.(at, move);
  const now = move.moment ?? (on === work.clock.today() ? work.clock.now() : undefined); // a day alone has no moment
  await turnClocks(work, dossier.id, step, on, { moment: now });
  for (const turn of move.turns ?? [])
    await turnClocks(work, dossier.id, turn, turn.on ?? on, { ...(turn.on ? {} : { moment: now }), ...turn });
  const [ended, before] = [ledger.ends.includes(state), ledger.ends.includes(dossier.state)];
  if (ended && !before) await stopAllClocks(work, dossier.id, on, ledger.outlive);
  const change = { ...move.dossier, state, ...(await faceOf(work, dossier.id)) };
  const after =
    move.toOfficeId && move.toOfficeId !== dossier.ownerOfficeId
      ? await giveDossier(work, dossier, move.toOfficeId, change)
      : await changeDossier(work, dossier, change);
  if (ended && !before) await turnFormerOwners(work, after, 'reader');
  if (before && !ended) await turnFormerOwners(work, after, 'co_handler');
  return after;
}
