import { expect } from 'vitest';
import type { Asker } from './world.ts';

const TUS = { 'tus-resumable': '1.0.0' };
const PIECE = { ...TUS, 'content-type': 'application/offset+octet-stream' };

/** Begins an upload of so many bytes; answers its number. */
export async function beginUpload(who: Asker, length: number): Promise<string> {
  const begun = await who.post('/api/uploads', undefined, { ...TUS, 'upload-length': String(length) });
  expect(begun.statusCode, begun.body).toBe(201);
  return String(begun.headers.location).split('/').pop()!;
}

/** Sends a piece of an upload. */
export const sendPiece = (who: Asker, uploadId: string, offset: number, bytes: Buffer) =>
  who.patch(`/api/uploads/${uploadId}`, bytes, {
    ...PIECE,
    'upload-offset': String(offset),
    'content-length': String(bytes.length),
  });

/** A whole upload in one piece; answers its number. */
export async function upload(who: Asker, bytes: Buffer): Promise<string> {
  const uploadId = await beginUpload(who, bytes.length);
  const sent = await sendPiece(who, uploadId, 0, bytes);
  expect(sent.statusCode, sent.body).toBe(204);
  return uploadId;
}

/** Uploads and attaches; answers what the server said. */
export async function attach(who: Asker, dossier: { id: number; version: number }, name: string, bytes: Buffer) {
  const uploadId = await upload(who, bytes);
  return who.post(`/api/dossiers/${dossier.id}/files`, { uploadId, name, version: dossier.version });
}
