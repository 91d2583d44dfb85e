import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { turnOf } from '#server/kernel/turns.ts';
import { fileApi, uploadApi } from '#shared/files/file.api.ts';
import { attachmentHeader } from '#shared/files/file.name.ts';
import { Refusal, type RefusalCode } from '#shared/kernel/errors.ts';
import { takeIn } from './file.intake.ts';
import { addFile, filesOf, noteOpening, reachFile, removeFile } from './file.service.ts';
import { Store } from './store.ts';
import { Uploads } from './upload.service.ts';

/** What the upload protocol answers, in the catalogue's words. */
const CODES: Readonly<Record<number, RefusalCode>> = {
  404: 'not_found',
  410: 'not_found',
  413: 'too_large',
  415: 'unsupported_type',
  423: 'overloaded',
  507: 'storage_full',
};

/** HTTP for files: resumable uploads, and what became of them. Reading is authorised again at every request. */
export const fileRoutes: FastifyPluginAsyncTypebox<{ folder: string }> = async (app, { folder }) => {
  const store = new Store(folder);
  const uploads = new Uploads(store);
  app.addContentTypeParser('application/offset+octet-stream', (_, payload, done) => done(null, payload));

  const pass = async (request: FastifyRequest, reply: FastifyReply) => {
    if (app.db.trouble) throw new Refusal('read_only', { reason: app.db.trouble });
    const { uploadId } = (request.params ?? {}) as { uploadId?: string };
    return answered(reply, await uploads.handle(webRequest(request), request.actor.personId, uploadId), request.id);
  };
  app.route({ ...uploadApi.begin, handler: pass });
  app.route({ ...uploadApi.go, method: [...uploadApi.go.method], handler: pass });

  app.route({ ...fileApi.list, handler: ({ reading, params }) => filesOf(reading, params.id) });
  app.route({
    ...fileApi.attach,
    handler: async (request, reply) => {
      const { params, body } = request;
      const taken = await takeIn(request.reading, { store, uploads }, params.id, body);
      const added = await request.turn((work) => addFile(work, params.id, body, taken));
      await uploads.forget(body.uploadId);
      return reply.code(201).send(added);
    },
  });
  app.route({
    ...fileApi.remove,
    handler: (request) => request.turn((work) => removeFile(work, request.params.id, request.body)),
  });

  /** Reaches a file for reading; of a restricted record each opening leaves a line first, also for a repeated key. */
  const opened = async (request: FastifyRequest, id: number, what: 'file' | 'preview') => {
    const { file, dossier } = await reachFile(request.reading, id, 'read');
    if (file.sealedAs) throw new Refusal('forbidden', { need: 'reason' });
    const trace = { requestId: request.id, address: request.ip };
    if (dossier.restricted)
      await turnOf(app, request.actor, trace, (work) => noteOpening(work, id, what), { evenWhenLow: true });
    return file;
  };
  app.route({
    ...fileApi.download,
    handler: async (request, reply) => {
      const { name, type, size, sha256 } = await opened(request, request.params.id, 'file');
      const content = await store.read(sha256);
      return sealed(reply)
        .headers({ 'content-disposition': attachmentHeader(name), 'content-length': size })
        .type(type)
        .send(content);
    },
  });
  app.route({
    ...fileApi.preview,
    handler: async (request, reply) => {
      const { preview } = await opened(request, request.params.id, 'preview');
      if (!preview) throw new Refusal('not_found');
      return sealed(reply)
        .header('content-disposition', 'inline')
        .type('image/jpeg')
        .send(await store.read(preview));
    },
  });
};

/** Whatever a file holds, a browser runs none of it and keeps none of it. */
export const sealed = (reply: FastifyReply) =>
  reply.headers({
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });

/** The request as the protocol's library takes it, with no header but the protocol's own. */
function webRequest(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (/^(tus-|upload-|content-)/.test(name) && typeof value === 'string') headers.set(name, value);
  const body = request.method === 'PATCH' ? Readable.toWeb(request.raw) : null;
  const init = { method: request.method, headers, body, duplex: 'half' };
  return new Request(`http://localhost${request.url}`, init as RequestInit);
}

async function answered(reply: FastifyReply, answer: Response, id: string) {
  reply.code(answer.status);
  for (const [name, value] of answer.headers) if (/^(tus-|upload-|location$)/.test(name)) reply.header(name, value);
  if (answer.status < 400) return reply.send();
  const code = CODES[answer.status] ?? (answer.status < 500 ? 'invalid_query' : 'bug');
  return reply.send({ code, detail: {}, id });
}
