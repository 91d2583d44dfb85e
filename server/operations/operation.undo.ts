import { eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { attempt } from '#server/db/database.ts';
import { linkAgain, unlinkDossiers } from '#server/dossiers/link.service.ts';
import { undoImport } from '#server/imports/import.undo.ts';
import type { Work } from '#server/kernel/work.ts';
import { stable } from '#shared/audit/audit.events.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { ROWS_AT_ONCE, type Undone } from '#shared/operations/operation.api.ts';
import {
  addRows,
  type Changed,
  canRedo,
  keepOperation,
  onlyOwnSince,
  reachOperation,
  rowsLeft,
  shown,
  turnRows,
} from './operation.service.ts';
import { type OperationRow, operations } from './operation.table.ts';
import { EDITS } from './reversers.ts';

type Row = Awaited<ReturnType<typeof rowsLeft>>['rows'][number];
type Kept = Undone['kept'][number];

/** What became of some rows: what was done to them in turn, and which were left as they are. */
interface Turned {
  readonly did: readonly Changed[];
  readonly removed: readonly string[];
  readonly kept: readonly Kept[];
}

/**
 * Takes back one's own operation: what nobody changed since is again as it was, the rest is named and stays as others left it. It is a
 * change like any other, with its own audit lines, and taking it back does the first one again.
 */
export async function undoOperation(work: Work, id: number): Promise<Undone> {
  const operation = await reachOperation(work, id);
  if (operation.way === 'undone' && !canRedo(operation)) throw new Refusal('not_allowed_in_state', { way: 'undone' });
  if (operation.act === 'import') return undoBatch(work, operation);
  const { rows, more } = await rowsLeft(work, id, ROWS_AT_ONCE);
  if (rows.length === 0) throw new Refusal('not_allowed_in_state', { way: 'undone' });
  const turned =
    operation.act === 'link' ? await turnLinks(work, operation, rows) : await turnEdits(work, operation, rows);
  await turnRows(
    work,
    id,
    rows.map(({ at }) => at),
  );
  const by = await keepReversal(work, operation, turned.did);
  const left = more ? operation.rows - rows[rows.length - 1]!.at - 1 : 0;
  await leaveLine(work, operation, turned);
  const { did, removed, kept } = turned;
  return {
    ...shown({ ...operation, ...by }),
    restored: did.length,
    removed: removed.length,
    kept: [...kept],
    left,
  };
}

const wayBack = ({ way }: OperationRow) => (way === 'undone' ? 'redone' : 'undone');

/** The reversal is an operation itself; what goes on in a later call is added to it. */
async function keepReversal(work: Work, operation: OperationRow, did: readonly Changed[]) {
  const way = wayBack(operation);
  if (operation.reversedBy !== null && operation.reversedBy !== operation.id) {
    const [before] = await work.tx.select().from(operations).where(eq(operations.id, operation.reversedBy));
    await addRows(work, before!, did);
    return { id: operation.reversedBy, way } as const;
  }
  const { act, kind, id } = operation;
  const reversedBy = (await keepOperation(work, { act, kind, way, reverses: id }, did)) ?? id; // nothing could be turned: it is over all the same
  await work.tx.update(operations).set({ reversedBy }).where(eq(operations.id, id));
  return { id: reversedBy, way } as const;
}

async function leaveLine(work: Work, operation: OperationRow, { did, removed, kept }: Turned) {
  await record(work, `operation.${wayBack(operation)}`, `operation:${operation.id}`, {
    act: operation.act,
    kind: operation.kind,
    restored: did.length,
    ...(removed.length > 0 ? { removed } : {}),
    ...(kept.length > 0 ? { kept: kept.map(({ number }) => number ?? '') } : {}),
  });
}

async function turnEdits(work: Work, operation: OperationRow, rows: readonly Row[]): Promise<Turned> {
  const did: Changed[] = [];
  const removed: string[] = [];
  const kept: Kept[] = [];
  for (const row of rows) {
    const turned = await turnRow(work, operation, row);
    if ('why' in turned) kept.push(turned);
    else if (turned.made) removed.push(turned.made);
    else did.push(turned);
  }
  return { did, removed, kept };
}

/** Each row by itself: one that is refused takes no other with it. */
async function turnRow(work: Work, operation: OperationRow, row: Row): Promise<Changed | Kept> {
  const edits = EDITS[operation.kind];
  if (!edits) throw new Refusal('not_allowed_in_state', { kind: operation.kind });
  const { subjectId: id } = row;
  const standing = await attempt(() => edits.standing(work, id));
  if (standing instanceof Refusal) return { number: null, why: standing.code };
  const { version, number, now } = standing;
  const fields = Object.keys(row.after);
  const untouched =
    (await onlyOwnSince(work, operation.kind, row, version)) &&
    fields.every((field) => stable(now[field] ?? null) === stable(row.after[field] ?? null));
  if (!untouched) return { number, why: 'changed_meanwhile' };
  const done = await attempt(async () => {
    if (!row.made) return edits.restore(work, id, version, row.before, operation.id);
    await edits.remove?.(work, id);
    return version;
  });
  if (done instanceof Refusal) return { number, why: done.code };
  return { id, version: done, before: row.after, after: row.before, ...(row.made ? { made: row.made } : {}) };
}

/** A link is there or not: undone it is taken away, redone it is made again. */
async function turnLinks(work: Work, operation: OperationRow, rows: readonly Row[]): Promise<Turned> {
  const did: Changed[] = [];
  const kept: Kept[] = [];
  for (const { subjectId: id, before, after } of rows) {
    const link = (operation.way === 'undone' ? before : after) as { toId: number; link: 'related' };
    const turn = operation.way === 'undone' ? linkAgain : unlinkDossiers;
    const turned = await attempt(() => turn(work, id, link));
    if (turned === true) did.push({ id, version: null, before: after, after: before });
    else kept.push({ number: null, why: turned instanceof Refusal ? turned.code : 'changed_meanwhile' });
  }
  return { did, removed: [], kept };
}

/** An import is taken back by its own rule, records somebody worked on excepted. */
async function undoBatch(work: Work, operation: OperationRow): Promise<Undone> {
  const { rows } = await rowsLeft(work, operation.id, 1);
  if (!rows[0]) throw new Refusal('not_allowed_in_state', { way: 'undone' });
  const { undone, kept } = await undoImport(work, rows[0].subjectId);
  return {
    ...shown(operation),
    way: 'undone',
    restored: 0,
    removed: undone,
    kept: kept.map(({ number }) => ({ number, why: 'changed_meanwhile' })),
    left: 0,
  };
}
