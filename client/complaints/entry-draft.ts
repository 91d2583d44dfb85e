import { keptForm } from '#client/kernel/kept-form.ts';

/** What quick entry keeps of an unfinished registration: the answers and the pasted note. */
export type EntryDraft = { readonly answers: Readonly<Record<string, unknown>>; readonly note: string };

const kept = keptForm<EntryDraft>('complaint');

/** Keeps what is typed into quick entry. */
export const entryKeeper = kept.keeper;
/** The unfinished registration in this browser; undefined where there is none. */
export const entryDraft = kept.here;
/** The newer of the copies here and on the server; only the one here while the server is away. */
export const newestDraft = kept.newest;
/** Forgets the draft on the server once it has become a record. */
export const dropDraft = kept.drop;
