import { call } from '#client/kernel/api.ts';
import type { Actor, Permission, Role } from '#shared/auth/permissions.ts';
import { type Session, sessionApi } from '#shared/auth/session.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';

export type { Session } from '#shared/auth/session.api.ts';

let held: Session | undefined;

/** Who is signed in; undefined before and after. */
export const session = (): Session | undefined => held;

/** Takes over who is signed in; undefined once nobody is. */
export function holdSession(next: Session | undefined): void {
  held = next;
}

/** Whether whoever is signed in may do this at all; the server decides anyway. */
export const may = (permission: Permission): boolean => held?.permissions.includes(permission) ?? false;

/** Who is signed in in this browser. */
export const readSession = () => call(sessionApi.read, {});

/** Signs in; a `second_factor_needed` refusal asks for the code as well. */
export const signIn = (body: { account: string; password: string; code?: string }) => call(sessionApi.begin, { body });

/** Signs out here; other sessions of the same person stay. */
export const signOut = () => call(sessionApi.end, {});

/** Acts from another of one's posts from now on. */
export const switchPost = (officeId: number) => call(sessionApi.change, { body: { officeId } });

/** How many minutes a locked account has to wait, where the server says. */
export function lockedMinutes(error: unknown): number | undefined {
  if (!(error instanceof Refusal) || error.code !== 'locked_out') return undefined;
  const seconds = error.detail['seconds'] ?? error.detail['retryAfter'];
  return typeof seconds === 'number' ? Math.max(1, Math.ceil(seconds / 60)) : undefined;
}

/** The signed-in person as rules and buttons know them. */
export function actorOf({ person, officeId, roles }: Session): Actor {
  return { personId: person.id, name: person.name, officeId, roles: roles as Role[], scope: null };
}
