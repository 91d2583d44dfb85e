import { type Column, type SQL, sql } from 'drizzle-orm';

/**
 * A column of a condition that must not choose the index. The planner guesses from samples, and for a list guesses wrongly: it would rather
 * read and sort whatever fits one filter than walk the order of the list as far as a page goes.
 */
export const aside = (column: Column): SQL => sql`+${column}`;
