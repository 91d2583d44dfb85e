import { attempt } from '#server/db/database.ts';
import type { Work } from '#server/kernel/work.ts';
import { type Changed, keepOperation } from '#server/operations/operation.service.ts';
import type { ComplaintBulkEdit, ComplaintBulkStep } from '#shared/complaints/complaint.bulk.ts';
import type { ComplaintEdit } from '#shared/complaints/complaint.schema.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import type { NotDone } from '#shared/operations/operation.api.ts';
import { editComplaint } from './complaint.edit.ts';
import { readComplaint } from './complaint.read.ts';
import { stepComplaint } from './complaint.step.ts';

interface Asked {
  readonly id: number;
  readonly version: number;
}

/** Edits one record; what can be taken back is an operation. */
export async function editOne(work: Work, id: number, ask: ComplaintEdit) {
  const { changed } = await editComplaint(work, id, ask);
  const operation = await keepOperation(work, { act: 'edit', kind: 'complaint' }, [changed]);
  return { ...(await readComplaint(work, id)), operation };
}

/** Edits many records alike as one operation: each by every rule an edit has, with its own line; what is refused takes no other with it. */
export async function editMany(work: Work, { rows, change }: ComplaintBulkEdit) {
  const changed: (Changed | null)[] = [];
  const { done, failed } = await each(rows, async ({ id, version }) => {
    const edited = await editComplaint(work, id, { ...change, version });
    changed.push(edited.changed);
    return edited.row.version;
  });
  return { operation: await keepOperation(work, { act: 'edit', kind: 'complaint' }, changed), done, failed };
}

/** Takes the same step with many records; steps are not taken back. */
export function stepMany(work: Work, { rows, step }: ComplaintBulkStep) {
  return each(rows, async ({ id, version }) => (await stepComplaint(work, id, { step, version })).version);
}

async function each(rows: readonly Asked[], act: (row: Asked) => Promise<number>) {
  const done: Asked[] = [];
  const failed: NotDone[] = [];
  for (const row of rows) {
    const version = await attempt(() => act(row));
    if (version instanceof Refusal) failed.push({ id: row.id, ...whyNot(version) });
    else done.push({ id: row.id, version });
  }
  return { done, failed };
}

function whyNot({ code, detail }: Refusal): Omit<NotDone, 'id'> {
  const fields = detail['fields'] as Record<string, string> | undefined;
  return { code, ...(fields ? { fields } : {}) };
}
