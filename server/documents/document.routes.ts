import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sealed } from '#server/files/file.routes.ts';
import { Store } from '#server/files/store.ts';
import { Uploads } from '#server/files/upload.service.ts';
import { turnOf } from '#server/kernel/turns.ts';
import type { Work } from '#server/kernel/work.ts';
import { documentApi } from '#shared/documents/document.api.ts';
import { formOf } from '#shared/documents/forms.ts';
import { attachmentHeader } from '#shared/files/file.name.ts';
import { finishPaper, issuePaper } from './document.issue.ts';
import { addPaper, printPaper, unsealPaper } from './document.make.ts';
import { openPaper } from './document.open.ts';
import { listPapers, previewPaper, readPaper } from './document.read.ts';
import { standardPaper } from './paper/paper.ts';
import { endTemplate, listTemplates, reachTemplate, setTemplate, takeTemplate } from './template.service.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const asWord = (reply: FastifyReply, name: string, content: unknown) =>
  sealed(reply).header('content-disposition', attachmentHeader(name)).type(DOCX).send(content);

/** HTTP for papers: printing happens outside the turn that makes it a file. */
export const documentRoutes: FastifyPluginAsyncTypebox<{ folder: string }> = async (app, { folder }) => {
  const store = new Store(folder);
  const uploads = new Uploads(store);

  app.route({ ...documentApi.list, handler: ({ reading, params }) => listPapers(reading, params.id) });
  app.route({
    ...documentApi.preview,
    handler: ({ reading, params, query }) => previewPaper(reading, params.id, { form: params.form, ...query }),
  });
  app.route({
    ...documentApi.make,
    handler: async (request, reply) => {
      const { params, body } = request;
      const printed = await printPaper(request.reading, store, params.id, body);
      const { id, version } = await request.turn((work) => addPaper(work, params.id, body, printed));
      return reply.code(201).send({ paper: await readPaper(request.reading, id), version });
    },
  });

  /** A turn beside the one whose answer a repeated key finds again. */
  const aside = (request: FastifyRequest) => {
    const trace = { requestId: request.id, address: request.ip };
    return <T>(act: (work: Work) => Promise<T>) => turnOf(app, request.actor, trace, act);
  };
  app.route({
    ...documentApi.issue,
    handler: async (request, reply) => {
      const { id } = await request.turn((work) => issuePaper(work, request.params.id, request.body));
      const { version } = await finishPaper({ reading: request.reading, turn: aside(request) }, store, id);
      return reply.code(201).send({ paper: await readPaper(request.reading, id), version });
    },
  });
  app.route({
    ...documentApi.open,
    handler: async (request, reply) => {
      const file = await aside(request)((work) => openPaper(work, request.params.id, request.body));
      return asWord(reply, file.name, await unsealPaper(request.reading, store, file));
    },
  });

  app.route({ ...documentApi.templates, handler: ({ reading }) => listTemplates(reading) });
  app.route({
    ...documentApi.standard,
    handler: async ({ params }, reply) =>
      asWord(
        reply,
        `${formOf(params.form).name.replaceAll('/', '、')}-标准式样.docx`,
        await standardPaper(params.form),
      ),
  });
  app.route({
    ...documentApi.template,
    handler: async ({ reading, params }, reply) => {
      const { name, sha256 } = await reachTemplate(reading, params.id);
      return asWord(reply, name, await store.read(sha256));
    },
  });
  app.route({
    ...documentApi.setTemplate,
    handler: async (request, reply) => {
      const { body } = request;
      const taken = await takeTemplate(request.reading, { store, uploads }, body);
      const set = await request.turn((work) => setTemplate(work, body, taken));
      return reply.code(201).send(set);
    },
  });
  app.route({
    ...documentApi.backToStandard,
    handler: (request) => request.turn((work) => endTemplate(work, request.params.form, request.body)),
  });
};
