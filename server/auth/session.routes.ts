import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DemoAccount, sessionApi } from '#shared/auth/session.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { changePassword, keepPreferences, readSession } from './account.service.ts';
import { policyOf } from './policy.service.ts';
import { confirmSecondFactor, endSecondFactor, startSecondFactor } from './second-factor.service.ts';
import { HOST_COOKIE, identify, LONGEST_MS, PLAIN_COOKIE } from './session.service.ts';
import { activate, isNew, makeFirst } from './setup.service.ts';
import { endSession, ownSessions, prove, signIn, switchPost } from './sign-in.service.ts';
import { issueToken, ownTokens, revokeToken } from './token.service.ts';

export interface SessionOptions {
  /** The one-time word of the first administrator's link; '' where none is to be made. */
  readonly setupToken: string;
  /** The accounts of a sample workspace, shown on the sign-in page; empty anywhere else. */
  readonly demo: readonly DemoAccount[];
}

const done = { done: true };
const trace = (request: FastifyRequest) => ({ requestId: request.id, address: request.ip });
const isSealed = (request: FastifyRequest) => request.protocol === 'https';

/** `__Host-` over TLS; a browser refuses that name without it, so a plain line gets the plain cookie. */
function giveCookie(request: FastifyRequest, reply: FastifyReply, secret: string, maxAge: number): void {
  const sealed = isSealed(request);
  reply.header(
    'set-cookie',
    `${sealed ? HOST_COOKIE : PLAIN_COOKIE}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAge}${sealed ? '; Secure' : ''}`,
  );
}

function inBrowser({ sessionId }: FastifyRequest): number {
  if (sessionId === null) throw new Refusal('forbidden', { need: 'session' });
  return sessionId;
}

/** HTTP for signing in and out and for one's own account. */
export const sessionRoutes: FastifyPluginAsyncTypebox<SessionOptions> = async (app, { setupToken, demo }) => {
  const inDemo = demo.length > 0;
  const sessionOf = (request: FastifyRequest) => readSession(request.reading, request, inDemo);

  app.route({ ...sessionApi.read, handler: sessionOf });
  app.route({
    ...sessionApi.begin,
    handler: async (request, reply) => {
      const entrance = { ...trace(request), agent: request.headers['user-agent'] ?? '', sealed: isSealed(request) };
      const secret = await signIn(app, entrance, request.body);
      giveCookie(request, reply, secret, LONGEST_MS / 1000);
      const cookie = `${isSealed(request) ? HOST_COOKIE : PLAIN_COOKIE}=${secret}`;
      const signedIn = await identify(app, { cookie });
      if (!signedIn) throw new Refusal('unauthenticated');
      return readSession({ ...request.reading, actor: signedIn.actor }, signedIn, inDemo);
    },
  });
  app.route({
    ...sessionApi.end,
    handler: async (request, reply) => {
      const id = inBrowser(request);
      await request.turn((work) => endSession(work, id), { evenWhenLow: true });
      giveCookie(request, reply, '', 0);
      return done;
    },
  });
  app.route({
    ...sessionApi.change,
    handler: async (request) => {
      const id = inBrowser(request);
      await request.turn((work) => switchPost(work, id, request.body.officeId));
      const signedIn = await identify(app, request.headers);
      if (!signedIn) throw new Refusal('unauthenticated');
      return readSession({ ...request.reading, actor: signedIn.actor }, signedIn, inDemo);
    },
  });
  app.route({ ...sessionApi.others, handler: (request) => ownSessions(request.reading, request.sessionId) });
  app.route({
    ...sessionApi.endOther,
    handler: async (request) => {
      await request.turn((work) => endSession(work, request.params.id));
      return done;
    },
  });
  app.route({
    ...sessionApi.prove,
    handler: async (request) => {
      const session = { id: inBrowser(request), personId: request.actor.personId };
      await prove(app, trace(request), session, request.body);
      return done;
    },
  });
  app.route({
    ...sessionApi.password,
    handler: async (request) => {
      const who = { actor: request.actor, trace: trace(request), sessionId: inBrowser(request) };
      await changePassword(app, who, request.body);
      return done;
    },
  });
  app.route({
    ...sessionApi.preferences,
    handler: async (request) => {
      await request.turn((work) => keepPreferences(work, request.body.preferences));
      return done;
    },
  });

  app.route({
    ...sessionApi.startSecondFactor,
    handler: async (request) => {
      const { person } = await sessionOf(request);
      return startSecondFactor(person.account);
    },
  });
  app.route({
    ...sessionApi.confirmSecondFactor,
    handler: (request) => request.turn((work) => confirmSecondFactor(work, request.body)),
  });
  app.route({
    ...sessionApi.endSecondFactor,
    handler: async (request) => {
      await request.turn(endSecondFactor);
      return done;
    },
  });

  app.route({
    ...sessionApi.setup,
    handler: async () => {
      const { helpPhone } = await policyOf(app.db.read);
      return { needed: setupToken !== '' && (await isNew(app.db.read)), helpPhone, accounts: [...demo] };
    },
  });
  app.route({
    ...sessionApi.makeFirst,
    handler: async (request, reply) =>
      reply.code(201).send(await makeFirst(app, trace(request), setupToken, request.body)),
  });
  app.route({
    ...sessionApi.activate,
    handler: async (request) => {
      await activate(app, trace(request), request.body);
      return done;
    },
  });

  app.route({ ...sessionApi.tokens, handler: ({ reading }) => ownTokens(reading) });
  app.route({
    ...sessionApi.issueToken,
    handler: async (request, reply) =>
      reply.code(201).send(await request.turn((work) => issueToken(work, request.body))),
  });
  app.route({
    ...sessionApi.revokeToken,
    handler: async (request) => {
      await request.turn((work) => revokeToken(work, request.params.id));
      return done;
    },
  });
};
