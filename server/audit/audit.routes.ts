import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { auditApi } from '#shared/audit/audit.api.ts';
import { listAudit } from './audit.list.ts';
import { verifyAudit } from './audit.verify.ts';

/** HTTP for those who watch over the audit. */
export const auditRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...auditApi.list, handler: ({ reading, query }) => listAudit(reading, query) });
  app.route({
    ...auditApi.verify,
    handler: async () => {
      const { lines, broken, head } = await verifyAudit(app.db.read);
      return { lines, brokenAt: broken?.id ?? null, head };
    },
  });
};
