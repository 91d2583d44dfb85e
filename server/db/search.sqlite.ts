import { type Column, eq, type Placeholder, type SQL, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { prepared } from '#server/kernel/prepared.ts';

/** The index's face to the query builder; the virtual table itself is made by its own migration. */
const searchTexts = sqliteTable('search_texts', {
  rowid: integer().notNull(),
  head: text(),
  body: text(),
  initials: text(),
});

const remove = prepared((tx) =>
  tx
    .delete(searchTexts)
    .where(eq(searchTexts.rowid, sql.placeholder('id')))
    .prepare(),
);
const insert = prepared((tx) =>
  tx
    .insert(searchTexts)
    .values({
      rowid: sql.placeholder('id'),
      head: sql.placeholder('head'),
      body: sql.placeholder('body'),
      initials: sql.placeholder('initials'),
    })
    .prepare(),
);

type Tx = Parameters<typeof insert>[0];

/** The words of one dossier: what its stub's neighbours show, what only its readers read, and initials of its names. */
export interface Words {
  readonly head: string;
  readonly body: string;
  readonly initials: string;
}

/** Stores the words of one dossier; `fresh` where nothing can have been stored under its id before. */
export async function storeWords(tx: Tx, id: number, words: Words, fresh: boolean): Promise<void> {
  if (!fresh) await remove(tx).execute({ id });
  await insert(tx).execute({ id, ...words });
}

/** To select from where the newest answering texts come first: they are walked only as far as a limit asks. */
export const newestTexts = searchTexts;

/** Where a text of `newestTexts` answers a question. */
export const textAnswers = (question: Placeholder): SQL => sql`${searchTexts} match ${question}`;

/** Where an id belongs to a text that answers; questions are made by `shared/search/text.ts`. */
export function textMatches(id: Column, question: Placeholder): SQL {
  return sql`${id} in (select rowid from search_texts where search_texts match ${question})`;
}

/** Forgets the words of a dossier that is no more. */
export async function forgetWords(tx: Tx, id: number): Promise<void> {
  await remove(tx).execute({ id });
}
