import type { Database } from '#server/db/database.ts';
import type { Message } from '#server/kernel/outbox.ts';
import type { Actor } from '#shared/auth/permissions.ts';

/** Who a request comes from. `must` names what this person has to do before any permission counts. */
export interface SignedIn {
  readonly actor: Actor;
  readonly sessionId: number | null;
  readonly tokenId: number | null;
  /** When this session last gave its password (and second factor); null for a token. */
  readonly provedAt: string | null;
  readonly must: 'enrol_second_factor' | 'change_password' | null;
}

/** Somebody known, with the moments (in ms) between which a request may come. */
export interface Known {
  readonly signedIn: SignedIn;
  readonly createdAt: number;
  readonly endsAt: number;
  /** A token has no idle limit. */
  readonly idleMs: number;
  seenAt: number;
  flushedAt: number;
}

/** Above this many the cache starts afresh: forgotten sessions are only ever looked up again. */
const MOST = 5000;

/** Digest → who is signed in, exact because every change empties it: of one person, or whole. */
export class SessionCache {
  readonly #known = new Map<string, Known>();
  #generation = 0;

  get(digest: string): Known | undefined {
    return this.#known.get(digest);
  }

  /** What was read before a change may not be kept after it: `since` is the generation before the reading. */
  keep(digest: string, known: Known, since: number): void {
    if (since !== this.#generation) return;
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(digest, known);
  }

  get generation(): number {
    return this.#generation;
  }

  drop(digest: string): void {
    this.#known.delete(digest);
  }

  forget(personId: number | 'everybody'): void {
    this.#generation += 1;
    if (personId === 'everybody') this.#known.clear();
    for (const [digest, { signedIn }] of this.#known)
      if (signedIn.actor.personId === personId) this.#known.delete(digest);
  }

  /** Follows the messages that leave a turn once it is on disk. */
  readonly hear = ({ topic, event, id }: Message): void => {
    if (topic !== 'directory') return;
    this.forget(event.startsWith('person.') || event.startsWith('session.') ? id : 'everybody');
  };
}

const caches = new WeakMap<Database, SessionCache>();

/** The one cache of a database. */
export function sessionCache(db: Database): SessionCache {
  const known = caches.get(db);
  if (known) return known;
  const fresh = new SessionCache();
  caches.set(db, fresh);
  return fresh;
}
