import { type Column, eq, type Placeholder, type SQL, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { prepared } from '#server/kernel/prepared.ts';

/** The words of one row: what its stub's neighbours show, what only its readers read, and initials of its names. */
export interface Words {
  readonly head: string;
  readonly body: string;
  readonly initials: string;
}

/** One index's face to the query builder; the virtual table itself is made by its own migration. Rows are found by their id. */
function wordsIn(name: string) {
  const texts = sqliteTable(name, { rowid: integer().notNull(), head: text(), body: text(), initials: text() });
  const remove = prepared((tx) =>
    tx
      .delete(texts)
      .where(eq(texts.rowid, sql.placeholder('id')))
      .prepare(),
  );
  const insert = prepared((tx) =>
    tx
      .insert(texts)
      .values({
        rowid: sql.placeholder('id'),
        head: sql.placeholder('head'),
        body: sql.placeholder('body'),
        initials: sql.placeholder('initials'),
      })
      .prepare(),
  );
  type Tx = Parameters<typeof insert>[0];
  return {
    /** Stores the words of one row; `fresh` where nothing can have been stored under its id before. */
    async store(tx: Tx, id: number, words: Words, fresh: boolean): Promise<void> {
      if (!fresh) await remove(tx).execute({ id });
      await insert(tx).execute({ id, ...words });
    },
    /** Forgets the words of a row that is no more. */
    async forget(tx: Tx, id: number): Promise<void> {
      await remove(tx).execute({ id });
    },
    /** To select from where the newest answering texts come first: they are walked only as far as a limit asks. */
    newest: texts,
    /** Where a text of `newest` answers a question. */
    answers: (question: Placeholder): SQL => sql`${texts} match ${question}`,
    /** Where an id belongs to a text that answers; questions are made by `shared/search/text.ts`. */
    holding: (id: Column | SQL, question: Placeholder): SQL =>
      sql`${id} in (select rowid from ${texts} where ${texts} match ${question})`,
  };
}

const dossierWords = wordsIn('search_texts');
/** Stores the words of one dossier; `fresh` where nothing can have been stored under its id before. */
export const storeWords = dossierWords.store;
/** Forgets the words of a dossier that is no more. */
export const forgetWords = dossierWords.forget;
/** To select from where the newest answering texts come first: they are walked only as far as a limit asks. */
export const newestTexts = dossierWords.newest;
/** Where a text of `newestTexts` answers a question. */
export const textAnswers = dossierWords.answers;
/** Where an id belongs to a text that answers; questions are made by `shared/search/text.ts`. */
export const textMatches = dossierWords.holding;

/** The words of entities: by what a name, a number or an address is found. */
export const entityWords = wordsIn('entity_texts');
