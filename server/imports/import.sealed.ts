import type { Work } from '#server/kernel/work.ts';
import type { Meanings } from '#shared/imports/meanings.ts';
import type { ImportTableRow, importRows } from './import.table.ts';

/** Under which name a part of an import is sealed. */
export const about = (id: number, part: string | number) => `import:${id}:${part}`;

/** A row's cells with whatever was put right in the wizard. */
export function fixed(
  work: Pick<Work, 'vault'>,
  row: typeof importRows.$inferSelect,
  cells: readonly string[],
): string[] {
  if (!row.fixes) return [...cells];
  const fixes = JSON.parse(work.vault.open(row.fixes, about(row.importId, `row ${row.row}`))) as Record<string, string>;
  return cells.map((cell, column) => fixes[column] ?? cell);
}

/** The same as it is stored: a mistaken column may hold anything. */
export const sealedMeanings = (work: Work, id: number, meanings: Meanings) =>
  work.vault.seal(JSON.stringify(meanings), about(id, 'meanings'));

/** What values of an import were said to mean. */
export const meaningsOf = (work: Work, { id, meanings }: ImportTableRow): Meanings =>
  meanings ? JSON.parse(work.vault.open(meanings, about(id, 'meanings'))) : {};
