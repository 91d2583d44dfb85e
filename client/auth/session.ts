import { type Static, Type } from 'typebox';
import { call } from '#client/kernel/api.ts';
import type { Actor, Role } from '#shared/auth/permissions.ts';

const Id = Type.Integer({ minimum: 1 });
const Post = Type.Object({ id: Id, officeId: Id, roles: Type.Array(Type.String()) });

/** Who is signed in: the person, the post acted from, the other posts held, and how they want the screen. */
export const Session = Type.Object({
  person: Type.Object({ id: Id, name: Type.String(), account: Type.String() }),
  post: Post,
  posts: Type.Array(Post),
  permissions: Type.Array(Type.String()),
  preferences: Type.Record(Type.String(), Type.Unknown()),
});
export type Session = Static<typeof Session>;

const session = {
  read: { method: 'GET', url: '/api/session', schema: { response: { 200: Session } } },
  begin: {
    method: 'POST',
    url: '/api/session',
    schema: {
      body: Type.Object({ account: Type.String(), password: Type.String(), code: Type.Optional(Type.String()) }),
      response: { 200: Session },
    },
  },
  end: { method: 'DELETE', url: '/api/session', schema: {} },
  change: {
    method: 'PATCH',
    url: '/api/session',
    schema: { body: Type.Object({ postId: Id }), response: { 200: Session } },
  },
} as const;

/** Who is signed in in this browser. */
export const readSession = () => call(session.read, {});

/** Signs in; a `second_factor_needed` refusal asks for the code as well. */
export const signIn = (body: { account: string; password: string; code?: string }) => call(session.begin, { body });

/** Signs out here; other sessions of the same person stay. */
export const signOut = () => call(session.end, {});

/** Acts from another of one's posts from now on. */
export const switchPost = (postId: number) => call(session.change, { body: { postId } });

/** The signed-in person as rules and buttons know them. */
export function actorOf({ person, post }: Session): Actor {
  return { personId: person.id, name: person.name, officeId: post.officeId, roles: post.roles as Role[], scope: null };
}
