import { session } from '#client/auth/session.ts';
import { call } from '#client/kernel/api.ts';
import { type Draft, DraftKeeper } from '#client/kernel/drafts.ts';
import { draftApi } from '#shared/drafts/draft.api.ts';

/** What quick entry keeps of an unfinished registration: the answers and the pasted note. */
export type EntryDraft = { readonly answers: Readonly<Record<string, unknown>>; readonly note: string };

const KEY = 'complaint.new';

/** One draft for each person: in this browser, and on the server so that another device finds it. */
export const entryKeeper = (onKept: (at: string, where: 'here' | 'server') => void) =>
  new DraftKeeper<EntryDraft>(`complaint.${session()?.person.id ?? 0}`, onKept, ({ answers, at }) =>
    call(draftApi.keep, { params: { key: KEY }, body: { kind: 'complaint', answers: { ...answers }, at } }),
  );

/** The unfinished registration in this browser; undefined where there is none. */
export const entryDraft = (): Draft<EntryDraft> | undefined => entryKeeper(() => undefined).found();

/** The newer of the copies here and on the server; only the one here while the server is away. */
export async function newestDraft(): Promise<Draft<EntryDraft> | undefined> {
  const here = entryDraft();
  const faces = await call(draftApi.list, {}).catch(() => []);
  const newer = faces.find(({ key, at }) => key === KEY && (!here || at > here.at));
  if (!newer) return here;
  const there = await call(draftApi.read, { params: { key: KEY } }).catch(() => undefined);
  if (!there) return here;
  return { answers: there.answers as unknown as EntryDraft, at: there.at };
}

/** Forgets the draft on the server once it has become a record. */
export const dropDraft = () => call(draftApi.drop, { params: { key: KEY } }).catch(() => undefined);
