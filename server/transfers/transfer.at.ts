import type { Move, Standing } from '#server/dossiers/step.service.ts';
import { filesOf, standingFiles } from '#server/files/file.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import type { TransferStepAsk } from '#shared/transfers/transfer.asks.ts';
import { transferBlockers } from '#shared/transfers/transfer.steps.ts';
import type { TransferStepName } from '#shared/transfers/transfer.workflow.ts';
import { namedIn } from './transfer.identities.ts';
import { type AboutTransfer, onTransfer } from './transfer.sources.ts';
import { standingOf } from './transfer.standing.ts';
import type { TransferColumns } from './transfer.table.ts';

/** What a transfer's step works with, and what it changes. */
export type At = Standing<TransferColumns, TransferStepAsk>;
export type TransferMove = Move<TransferColumns>;
export type TransferMoves<Name extends TransferStepName = TransferStepName> = {
  readonly [name in Name]: (at: At) => TransferMove | Promise<TransferMove>;
};

/** The transfer as its source is told of it. */
export const aboutOf = ({ dossier, own, ask }: At): AboutTransfer => ({
  transferId: dossier.id,
  number: dossier.number,
  road: own.road,
  ask,
});

export const closing = (on: string) => ({ closedOn: on });

/** The moment a step took effect: the time on the paper, or now; null where only its day is known. */
export function momentOf({ ask, on, work }: At): string | null {
  if (!ask.time) return on === work.clock.today() ? work.clock.now() : null;
  const moment = new Date(`${on}T${ask.time}:00+08:00`).toISOString();
  if (moment > work.clock.now()) throw invalid({ time: 'future' });
  return moment;
}

/** A step is never dated before the one it follows. */
export function checkOrder({ own, on }: At): void {
  if (on < own.movedOn) throw invalid({ on: 'before_last_event' });
}

/** Throws with everything that still stands in a step's way. */
export function checkUnblocked({ own, dossier }: At, step: TransferStepName): void {
  const blockers = transferBlockers(standingOf(own, dossier))[step];
  if (blockers) throw new Refusal('not_allowed_in_state', { state: dossier.state, blockers });
}

/** Files that belong to the step; they must stand in the transfer, and stay there from now on. */
export async function papersOf({ work, dossier, own, ask }: At): Promise<readonly number[]> {
  const fileIds = ask.fileIds ?? [];
  if ((await standingFiles(work.tx, dossier.id, fileIds)).size < fileIds.length) throw invalid({ fileIds: 'unknown' });
  return [...new Set([...own.papers, ...fileIds])];
}

/** Whoever reported it to the head does not decide on it. */
export function checkAnother({ own, work, dossier }: At): void {
  if (own.reportedBy === work.actor.personId || dossier.createdBy === work.actor.personId)
    throw new Refusal('forbidden', { need: 'another_person' });
}

/**
 * Keeps those out of the open text who must not be named in it: the complainant anywhere, unless a second person granted it, and a
 * natural person among the parties in the title, which stands in lists.
 */
export async function checkUnnamed(at: At): Promise<void> {
  const { work, dossier, own } = at;
  if (await namedIn(work, dossier.id, dossier.title)) throw invalid({ title: 'names_party' });
  const source = own.sourceKind ? onTransfer[own.sourceKind] : undefined;
  if (!source?.names || !own.sourceId || own.complainantGranted) return;
  for (const [field, text] of await textsOf(work, at))
    if (await source.names(work, own.sourceId, text)) throw invalid({ [field]: 'names_complainant' });
}

async function textsOf(work: Work, { dossier, own }: At): Promise<[field: string, text: string][]> {
  const files = (await filesOf(work, dossier.id)).filter(({ removedAt }) => removedAt === null);
  const fields = ['summary', 'basis', 'crimeBasis', 'contact'] as const;
  return [
    ['title', dossier.title],
    ...fields.map((field): [string, string] => [field, own[field] ?? '']),
    ['goods', own.goods.map(({ name, note }) => `${name} ${note ?? ''}`).join('\n')],
    ['files', files.map(({ name, note }) => `${name} ${note ?? ''}`).join('\n')],
  ];
}
