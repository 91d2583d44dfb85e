import type { FastifyError, FastifyInstance } from 'fastify';
import { refusalOf } from '#server/db/connection.ts';
import { Refusal, type RefusalCode } from '#shared/kernel/errors.ts';

/** What the framework itself refuses, in the catalogue's words. */
const FRAMEWORK: Record<string, RefusalCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_input',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid_input',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_input',
  FST_UNDER_PRESSURE: 'overloaded',
  FST_REQ_FILE_TOO_LARGE: 'too_large',
};

/** Every failure leaves as `{ code, detail, id }`: a refusal says what and why, anything else only that it is a bug. */
export function useProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = known(error);
    if (refusal) {
      if (refusal.status === 429 || refusal.status === 503)
        reply.header('retry-after', String(refusal.detail['seconds'] ?? 5));
      return reply.code(refusal.status).send({ code: refusal.code, detail: refusal.detail, id: request.id });
    }
    request.log.error({ err: { type: error.name, stack: error.stack } }, 'bug');
    return reply.code(500).send({ code: 'bug', detail: {}, id: request.id });
  });
  app.setNotFoundHandler((request, reply) => reply.code(404).send({ code: 'not_found', detail: {}, id: request.id }));
}

function known(error: FastifyError): Refusal | null {
  if (error instanceof Refusal) return error;
  const code = FRAMEWORK[error.code];
  if (code) return new Refusal(code);
  const stored = refusalOf(error);
  if (stored instanceof Refusal) return stored;
  if (error.statusCode === 429) return new Refusal('too_many');
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return new Refusal('invalid_input', { fields: { body: 'malformed' } });
  return null;
}
