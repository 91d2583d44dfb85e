import { randomBytes } from 'node:crypto';
import swagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyServerOptions } from 'fastify';
import { clockRoutes } from './clocks/clock.routes.ts';
import { complaintRoutes } from './complaints/complaint.routes.ts';
import { dossierRoutes } from './dossiers/dossier.routes.ts';
import { useChecks } from './kernel/checks.ts';
import { guard } from './kernel/guard.ts';
import { useProblems } from './kernel/problems.ts';
import { type Parts, turnsPlugin } from './kernel/turns.ts';

export interface AppOptions {
  readonly logger?: FastifyServerOptions['logger'];
  /** The built client; without it only the API is served. */
  readonly clientFolder?: string;
  readonly version?: string;
  /** Requests a second for one address and one person; 0 switches the limits off. */
  readonly limits?: { address: number; person: number };
}

/** Builds the whole server from its parts: plugins, guard, answers to failures, then the list of everything, by hand. */
export async function buildApp(parts: Parts, options: AppOptions = {}) {
  const app = Fastify({
    logger: options.logger ?? false,
    genReqId: () => randomBytes(9).toString('base64url'),
    bodyLimit: 1_048_576,
    requestTimeout: 30_000,
    keepAliveTimeout: 10_000,
    maxRequestsPerSocket: 1000,
    trustProxy: false,
    disableRequestLogging: true,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.server.headersTimeout = 10_000;
  app.removeContentTypeParser('text/plain');
  useChecks(app);
  useProblems(app);

  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Yipanqi',
        description: '一盘棋: the shared quality ledger of one prefecture',
        version: options.version ?? '0.1.0',
      },
    },
  });
  await app.register(turnsPlugin, parts);
  await app.register(guard);

  await app.register(dossierRoutes);
  await app.register(clockRoutes);
  await app.register(complaintRoutes);
  return app;
}
