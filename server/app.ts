import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyPluginAsync, type FastifyServerOptions, LogController } from 'fastify';
import { PROOF_MINUTES } from '#shared/auth/session.api.ts';
import { auditRoutes } from './audit/audit.routes.ts';
import { personRoutes } from './auth/person.routes.ts';
import { type SessionOptions, sessionRoutes } from './auth/session.routes.ts';
import { campaignRoutes } from './campaigns/campaign.routes.ts';
import { caseRoutes } from './cases/case.routes.ts';
import { clockRoutes } from './clocks/clock.routes.ts';
import { complaintRoutes } from './complaints/complaint.routes.ts';
import { foldersOf } from './data-folder.ts';
import { documentRoutes } from './documents/document.routes.ts';
import { dossierRoutes } from './dossiers/dossier.routes.ts';
import { draftRoutes } from './drafts/draft.routes.ts';
import { entityRoutes } from './entities/entity.routes.ts';
import { exportRoutes } from './exports/export.routes.ts';
import { feedbackRoutes } from './feedback/feedback.routes.ts';
import { fieldRoutes } from './fields/field.routes.ts';
import { fileRoutes } from './files/file.routes.ts';
import { importRoutes } from './imports/import.routes.ts';
import { useChecks } from './kernel/checks.ts';
import { crossSite } from './kernel/cross-site.ts';
import { guard } from './kernel/guard.ts';
import { headers } from './kernel/headers.ts';
import { healthRoutes } from './kernel/health.ts';
import { type Limits, limits, ORDINARY } from './kernel/limits.ts';
import { pages } from './kernel/pages.ts';
import { useProblems } from './kernel/problems.ts';
import { type Parts, turnsPlugin } from './kernel/turns.ts';
import { noticeRoutes } from './notices/notice.routes.ts';
import { numberRoutes } from './numbers/number.routes.ts';
import { officeRoutes } from './offices/office.routes.ts';
import { operationRoutes } from './operations/operation.routes.ts';
import { rectificationRoutes } from './rectifications/rectification.routes.ts';
import { searchRoutes } from './search/search.routes.ts';
import { drawRoutes } from './spot-checks/draw.routes.ts';
import { spotCheckRoutes } from './spot-checks/spot-check.routes.ts';
import { streamRoutes } from './stream/stream.routes.ts';
import { systemRoutes } from './system/system.routes.ts';
import { transferRoutes } from './transfers/transfer.routes.ts';
import { viewRoutes } from './views/view.routes.ts';
import { visitRoutes } from './visits/visit.routes.ts';

/** The readable reference: its routes are a library's, so their openness is declared for them. */
const DOCS = '/api/docs';

/** How the description tells that a call needs the password given just now. */
const PROVED = {
  description: `Needs the password given within ${PROOF_MINUTES} minutes in a browser session, else answers 401 sign_in_again; a token is refused.`,
  'x-needs-proof': true,
};

export interface AppOptions {
  readonly logger?: FastifyServerOptions['logger'];
  /** The built client; without it only the API is served. */
  readonly clientFolder?: string;
  readonly version?: string;
  readonly limits?: Limits;
  readonly session?: SessionOptions;
  /** Addresses of a proxy whose word on the caller's address and on TLS is taken. */
  readonly trustProxy?: string | false;
}

/** Builds the whole server from its parts: plugins, guard, answers to failures, then the list of everything, by hand. */
export async function buildApp(parts: Parts, options: AppOptions = {}) {
  const app = Fastify({
    logger: options.logger ?? false,
    genReqId: requestIds(),
    bodyLimit: 1_048_576,
    requestTimeout: 30_000,
    keepAliveTimeout: 10_000,
    maxRequestsPerSocket: 1000,
    trustProxy: options.trustProxy ?? false,
    logController: new LogController({ disableRequestLogging: true }),
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
    transform: ({ schema, url, route }) => ({ schema: route.config?.proof ? { ...schema, ...PROVED } : schema, url }),
  });
  await app.register(turnsPlugin, parts);
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith(DOCS)) route.config = { ...route.config, can: 'anyone' };
  });
  await app.register(headers);
  await app.register(limits, { limits: options.limits ?? ORDINARY });
  await app.register(crossSite);
  await app.register(guard);
  await app.register(referenceRoutes);

  await app.register(sessionRoutes, options.session ?? { setupToken: '', demo: [] });
  await app.register(personRoutes);
  await app.register(auditRoutes);
  await app.register(officeRoutes);
  await app.register(dossierRoutes);
  await app.register(draftRoutes);
  await app.register(fileRoutes, { folder: foldersOf(dirname(parts.db.file)).files });
  await app.register(numberRoutes);
  await app.register(documentRoutes, { folder: foldersOf(dirname(parts.db.file)).files });
  await app.register(clockRoutes);
  await app.register(complaintRoutes);
  await app.register(caseRoutes);
  await app.register(rectificationRoutes);
  await app.register(campaignRoutes);
  await app.register(spotCheckRoutes);
  await app.register(drawRoutes);
  await app.register(entityRoutes);
  await app.register(visitRoutes);
  await app.register(transferRoutes);
  await app.register(operationRoutes);
  await app.register(importRoutes);
  await app.register(exportRoutes);
  await app.register(searchRoutes);
  await app.register(viewRoutes);
  await app.register(noticeRoutes);
  await app.register(feedbackRoutes);
  await app.register(fieldRoutes);
  await app.register(streamRoutes);
  await app.register(systemRoutes);
  await app.register(healthRoutes, { version: options.version ?? '0.1.0' });
  if (options.clientFolder) await app.register(pages, { folder: options.clientFolder });
  return app;
}

/** Names requests so that a log line and a failure on a screen find each other: a word of this start, and a number. */
function requestIds(): () => string {
  const start = randomBytes(6).toString('base64url');
  let n = 0;
  return () => {
    n += 1;
    return `${start}-${n.toString(36)}`;
  };
}

/** The whole API described: for machines and, readable, for people. */
const referenceRoutes: FastifyPluginAsync = async (app) => {
  app.route({
    method: 'GET',
    url: '/api/openapi.json',
    config: { can: 'anyone' },
    schema: { hide: true },
    handler: async () => app.swagger(),
  });
  await app.register(swaggerUi, { routePrefix: DOCS, staticCSP: true });
};
