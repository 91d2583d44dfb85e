import { eq, inArray } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import { postsOf } from '#server/auth/session.service.ts';
import type { Bus } from '#server/kernel/outbox.ts';
import { type Parts, turnOf } from '#server/kernel/turns.ts';
import type { Work } from '#server/kernel/work.ts';
import type { Actor } from '#shared/auth/permissions.ts';
import { someRows } from './import.run.ts';
import { type ImportTableRow, imports } from './import.table.ts';
import { someBack } from './import.undo.ts';

type Everything = Parts & { bus: Bus; log: FastifyBaseLogger };

/** Imports somebody works on now, so that none is worked on twice. */
const going = new WeakMap<Parts['db'], Set<number>>();

/** What is done in the background by the state of an import: a few rows a turn, true while rows are left. */
const STEPS: Partial<Record<ImportTableRow['state'], (work: Work, id: number) => Promise<boolean>>> = {
  running: someRows,
  undoing: someBack,
};

/** Goes on with whatever imports are under way: just asked for, or left by a product that stopped. */
export async function workImports(parts: Everything): Promise<void> {
  const states = Object.keys(STEPS) as ImportTableRow['state'][];
  const rows = await parts.db.read.select().from(imports).where(inArray(imports.state, states));
  for (const row of rows) void workOn(parts, row);
}

/** Works on one import to its end; nobody waits for it. */
async function workOn(parts: Everything, row: ImportTableRow): Promise<void> {
  const { id, personId } = row;
  const busy = going.get(parts.db) ?? new Set();
  going.set(parts.db, busy);
  const actor = await actorOf(parts, row);
  if (busy.has(id) || !actor) return;
  busy.add(id);
  const trace = { requestId: `import-${id}`, address: '' };
  for (let left = true; left; ) {
    left = await turnOf(parts, actor, trace, async (work) => {
      const [now] = await work.tx.select({ state: imports.state }).from(imports).where(eq(imports.id, id));
      return (await STEPS[now!.state]?.(work, id)) ?? false;
    }).catch((error: unknown) => {
      parts.log.error({ err: { type: (error as Error).name, stack: (error as Error).stack } }, 'import stopped');
      return false;
    });
    parts.bus.send({ topic: 'job', id, event: 'import', personIds: [personId] });
    await new Promise((resolve) => setImmediate(resolve)); // others are served in between
  }
  busy.delete(id);
}

/** Whoever started it, with the roles they hold now: a right lost meanwhile is lost for the rest of the file. */
async function actorOf({ db }: Parts, { personId, officeId }: ImportTableRow): Promise<Actor | null> {
  const post = (await postsOf(db.read, personId)).find((one) => one.officeId === officeId);
  return post ? { personId, name: '', officeId, roles: post.roles, scope: null } : null;
}
