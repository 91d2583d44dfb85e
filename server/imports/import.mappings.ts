import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import { headingKey, type ImportField, type ImportLedger } from '#shared/imports/import.fields.ts';
import type { Meanings } from '#shared/imports/meanings.ts';
import { importMappings } from './import.table.ts';

type Mapping = Partial<Record<ImportField, number>>;

/** By what files headed alike are known again; the same headings mean other things in another ledger. */
export const shapeOf = (ledger: ImportLedger, headings: readonly string[]) =>
  createHash('sha256')
    .update([...(ledger === 'complaint' ? [] : [ledger]), ...headings].map(headingKey).join('\n'))
    .digest('base64url')
    .slice(0, 22);

const about = (officeId: number, shape: string) => `import-mapping:${officeId}:${shape}`;

/** How the actor's office last matched the columns of files headed like this, and what it said their values mean. */
export async function remembered(work: Work, shape: string): Promise<{ mapping?: Mapping; meanings: Meanings }> {
  const { officeId } = work.actor;
  const at = and(eq(importMappings.officeId, officeId), eq(importMappings.shape, shape));
  const [found] = await work.tx.select().from(importMappings).where(at);
  if (!found) return { meanings: {} };
  const { mapping, meanings } = found;
  return { mapping, meanings: meanings ? JSON.parse(work.vault.open(meanings, about(officeId, shape))) : {} };
}

/** Keeps how columns were matched, and what values were said to mean, for the next file headed like this. */
export async function remember(work: Work, shape: string, mapping: Mapping, told: Meanings): Promise<void> {
  const { officeId } = work.actor;
  const meanings = work.vault.seal(JSON.stringify(told), about(officeId, shape));
  await work.tx
    .insert(importMappings)
    .values({ officeId, shape, mapping, meanings })
    .onConflictDoUpdate({ target: [importMappings.officeId, importMappings.shape], set: { mapping, meanings } });
}
