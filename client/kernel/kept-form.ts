import { session } from '#client/auth/session.ts';
import { draftApi } from '#shared/drafts/draft.api.ts';
import { call } from './api.ts';
import { type Draft, DraftKeeper } from './drafts.ts';

/** One unfinished form for each person: in this browser, and on the server so that another device finds it. */
export function keptForm<T extends object>(kind: string) {
  const key = `${kind}.new`;
  const keeper = (onKept: (at: string, where: 'here' | 'server') => void) =>
    new DraftKeeper<T>(`${kind}.${session()?.person.id ?? 0}`, onKept, ({ answers, at }) =>
      call(draftApi.keep, { params: { key }, body: { kind, answers: { ...answers } as Record<string, unknown>, at } }),
    );
  /** The copy in this browser; undefined where there is none. */
  const here = (): Draft<T> | undefined => keeper(() => undefined).found();
  /** The newer of the copies here and on the server; only the one here while the server is away. */
  const newest = async (): Promise<Draft<T> | undefined> => {
    const own = here();
    const faces = await call(draftApi.list, {}).catch(() => []);
    const newer = faces.find((face) => face.key === key && (!own || face.at > own.at));
    if (!newer) return own;
    const there = await call(draftApi.read, { params: { key } }).catch(() => undefined);
    return there ? { answers: there.answers as unknown as T, at: there.at } : own;
  };
  /** Forgets the draft on the server once it has become a record. */
  const drop = () => call(draftApi.drop, { params: { key } }).catch(() => undefined);
  return { keeper, here, newest, drop };
}
