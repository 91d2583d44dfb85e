import { session } from '#client/auth/session.ts';
import { DraftKeeper } from '#client/kernel/drafts.ts';

/** What is typed about a new entity, kept in this browser until it is filed. */
export const filingKeeper = (onKept: (at: string) => void) =>
  new DraftKeeper<Record<string, unknown>>(`entity.${session()?.person.id ?? 0}`, onKept);
