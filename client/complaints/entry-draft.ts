import { session } from '#client/auth/session.ts';
import { type Draft, DraftKeeper } from '#client/kernel/drafts.ts';

/** What quick entry keeps of an unfinished registration: the answers and the pasted note. */
export type EntryDraft = { readonly answers: Readonly<Record<string, unknown>>; readonly note: string };

/** One draft for each person on this computer, so that nobody finds another's. */
export const entryKeeper = (onKept: (at: string, where: 'here' | 'server') => void) =>
  new DraftKeeper<EntryDraft>(`complaint.${session()?.person.id ?? 0}`, onKept);

/** The unfinished registration in this browser; undefined where there is none. */
export const entryDraft = (): Draft<EntryDraft> | undefined => entryKeeper(() => undefined).found();
