import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { FileStore } from '@tus/file-store';
import { ERRORS, Server, type Upload } from '@tus/server';
import { FILE_BYTES, UPLOAD_URL } from '#shared/files/file.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import type { Store } from './store.ts';

/** Uploads one person may have under way. */
const UNDER_WAY = 20;
/** Set by us on every request, so that an upload is named after who began it. */
const PERSON = 'x-person';

/** Half-done files, each reachable only by who began it. Names and types the browser tells are not kept. */
export class Uploads {
  readonly #store: Store;
  readonly #files: FileStore;
  readonly #server: Server;

  constructor(store: Store) {
    this.#store = store;
    this.#files = new FileStore({ directory: store.uploads });
    this.#server = new Server({
      path: UPLOAD_URL,
      datastore: this.#files,
      maxSize: FILE_BYTES,
      relativeLocation: true,
      allowedOrigins: [],
      namingFunction: (request) => `${request.headers.get(PERSON)}-${randomBytes(16).toString('hex')}`,
      onUploadCreate: async () => ({ metadata: {} }),
      onResponseError: (_, error) => (error === ERRORS.FILE_WRITE_ERROR ? { status_code: 507, body: '' } : undefined),
    });
  }

  /** One request of the protocol, by the person who sends it; somebody else's upload is not there. */
  async handle(request: Request, personId: number, uploadId?: string): Promise<Response> {
    if (uploadId !== undefined) checkOwn(uploadId, personId);
    else await this.#checkBegin(Number(request.headers.get('upload-length') ?? 0), personId);
    request.headers.set(PERSON, String(personId));
    return this.#server.handleWeb(request);
  }

  async #checkBegin(size: number, personId: number) {
    const names = await readdir(this.#store.uploads);
    if (names.filter((name) => name.startsWith(`${personId}-`) && !name.endsWith('.json')).length >= UNDER_WAY)
      throw new Refusal('too_many', { most: UNDER_WAY, seconds: 3600 });
    await this.#store.checkRoom(Number.isSafeInteger(size) ? Math.min(size, FILE_BYTES) : 0);
  }

  /** Where a person's finished upload lies; undefined where there is none or it is not all there. */
  async finished(uploadId: string, personId: number): Promise<string | undefined> {
    if (!isOwn(uploadId, personId)) return undefined;
    const upload: Upload | undefined = await this.#files.getUpload(uploadId).catch(() => undefined);
    if (!upload?.size || upload.offset !== upload.size) return undefined;
    return upload.storage?.path;
  }

  /** Forgets an upload that became a file. */
  async forget(uploadId: string): Promise<void> {
    await this.#files.remove(uploadId).catch(() => undefined);
  }
}

const isOwn = (uploadId: string, personId: number) =>
  /^\d+-[0-9a-f]{32}$/.test(uploadId) && uploadId.startsWith(`${personId}-`);

function checkOwn(uploadId: string, personId: number) {
  if (!isOwn(uploadId, personId)) throw new Refusal('not_found');
}
