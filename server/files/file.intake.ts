import { stat } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import type { FileAttaching } from '#shared/files/file.api.ts';
import { type FileType, isPicture } from '#shared/files/file.kinds.ts';
import { cleanFileName, nameAs } from '#shared/files/file.name.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { type FileRow, files } from './file.table.ts';
import { typeOf } from './file.type.ts';
import { remakePicture } from './picture.ts';
import { hashOf, type Store } from './store.ts';
import type { Uploads } from './upload.service.ts';

/** A file whose content is kept and known, not yet a file of a record. */
export type TakenIn = Pick<
  FileRow,
  'name' | 'type' | 'size' | 'sha256' | 'originalSha256' | 'originalSize' | 'width' | 'height' | 'preview'
>;

/**
 * Takes an upload in: looks at its content, remakes pictures, keeps it on disk. All that takes time, done before the turn that
 * attaches it. Null where this upload became a file before, so that a repeated request finds it again.
 */
export async function takeIn(
  work: Work,
  { store, uploads }: { store: Store; uploads: Uploads },
  dossierId: number,
  ask: FileAttaching,
): Promise<TakenIn | null> {
  await reachDossier(work, dossierId, null, 'edit');
  const [before] = await work.tx.select({ id: files.id }).from(files).where(eq(files.uploadId, ask.uploadId));
  if (before) return null;
  const path = await uploads.finished(ask.uploadId, work.actor.personId);
  if (!path) throw invalid({ uploadId: 'not_finished' });
  const name = cleanFileName(ask.name);
  const type = await typeOf(path, name);
  const { size } = await stat(path);
  await store.checkRoom(size);
  if (isPicture(type)) return takePicture(store, path, name, { type, size });
  const plain = { originalSha256: null, originalSize: null, width: null, height: null, preview: null };
  return { ...plain, name: nameAs(name, type), type, size, sha256: await store.keepFile(path) };
}

async function takePicture(
  store: Store,
  path: string,
  name: string,
  sent: { type: FileType; size: number },
): Promise<TakenIn> {
  const originalSha256 = await hashOf(path);
  const { bytes, small, type, width, height } = await remakePicture(path, sent.type);
  return {
    name: nameAs(name, type),
    type,
    size: bytes.length,
    sha256: await store.keepBytes(bytes),
    originalSha256,
    originalSize: sent.size,
    width,
    height,
    preview: await store.keepBytes(small),
  };
}
