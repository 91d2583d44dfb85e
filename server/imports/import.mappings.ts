import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import { headingKey, type ImportField } from '#shared/imports/import.fields.ts';
import { importMappings } from './import.table.ts';

/** By what files headed alike are known again. */
export const shapeOf = (headings: readonly string[]) =>
  createHash('sha256').update(headings.map(headingKey).join('\n')).digest('base64url').slice(0, 22);

/** How the actor's office last matched the columns of files headed like this. */
export async function remembered(work: Work, shape: string) {
  const at = and(eq(importMappings.officeId, work.actor.officeId), eq(importMappings.shape, shape));
  const [found] = await work.tx.select().from(importMappings).where(at);
  return found?.mapping;
}

/** Keeps how columns were matched for the next file headed like this. */
export async function remember(work: Work, shape: string, mapping: Partial<Record<ImportField, number>>) {
  const row = { officeId: work.actor.officeId, shape, mapping };
  await work.tx
    .insert(importMappings)
    .values(row)
    .onConflictDoUpdate({ target: [importMappings.officeId, importMappings.shape], set: { mapping } });
}
