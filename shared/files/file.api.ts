import { type Static, Type } from 'typebox';
import { Id, orNull, Version } from '../kernel/shapes.ts';

const tags = ['files'];
const ById = Type.Object({ id: Id });

/** The largest file, and the piece of it one request should carry so that a broken line costs little. */
export const FILE_BYTES = 50 * 1024 * 1024;
export const UPLOAD_PIECE = 1024 * 1024;
/** Files one record may hold. */
export const FILES_MOST = 200;
/** Where resumable uploads go, by the tus protocol 1.0.0. */
export const UPLOAD_URL = '/api/uploads';

/** A file of a record. A removed one stays listed with who removed it, but is no longer handed out. */
export const StoredFile = Type.Object(
  {
    id: Id,
    dossierId: Id,
    name: Type.String(),
    note: orNull(Type.String()),
    type: Type.String(),
    size: Type.Integer(),
    /** SHA-256 of what is handed out, in hexadecimal. */
    sha256: Type.String(),
    /** The picture as it was sent, before it was scaled and stripped: proves that a kept original is the same. */
    originalSha256: orNull(Type.String()),
    originalSize: orNull(Type.Integer()),
    width: orNull(Type.Integer()),
    height: orNull(Type.Integer()),
    hasPreview: Type.Boolean(),
    /** Its content says who complained: it is opened with a reason, where its paper stands. */
    sealed: Type.Boolean(),
    /** Made by the product: it stands among the record's papers. */
    paper: Type.Boolean(),
    /** A paper in force: it is voided, not removed. */
    official: Type.Boolean(),
    personId: Type.Integer(),
    officeId: Type.Integer(),
    at: Type.String(),
    removedAt: orNull(Type.String()),
    removedBy: orNull(Type.Integer()),
  },
  { $id: 'StoredFile' },
);
export type StoredFile = Static<typeof StoredFile>;

/** An upload that becomes a file of a record; `name` as the person's computer called it. */
export const FileAttaching = Type.Object(
  {
    uploadId: Type.String({ minLength: 1, maxLength: 80 }),
    name: Type.String({ minLength: 1, maxLength: 300 }),
    note: Type.Optional(Type.String({ maxLength: 500 })),
    version: Version,
  },
  { $id: 'FileAttaching', additionalProperties: false },
);
export type FileAttaching = Static<typeof FileAttaching>;

/** The file and the record's version after it. */
const Changed = Type.Object({ file: StoredFile, version: Type.Integer() });
const content = (type: string, description: string) => ({
  description,
  content: { [type]: { schema: Type.String({ format: 'binary' }) } },
});

/** Files of records. Whoever sees a record only as a stub or in overview sees none. */
export const fileApi = {
  list: {
    method: 'GET',
    url: '/api/dossiers/:id/files',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, response: { 200: Type.Array(StoredFile) } },
  },
  attach: {
    method: 'POST',
    url: '/api/dossiers/:id/files',
    config: { can: 'file.add' },
    schema: { tags, params: ById, body: FileAttaching, response: { 201: Changed } },
  },
  download: {
    method: 'GET',
    url: '/api/files/:id',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, response: { 200: content('application/octet-stream', 'The file, to be saved') } },
  },
  preview: {
    method: 'GET',
    url: '/api/files/:id/preview',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, response: { 200: content('image/jpeg', 'A small picture of a picture') } },
  },
  remove: {
    method: 'DELETE',
    url: '/api/files/:id',
    config: { can: 'file.add' },
    schema: {
      tags,
      params: ById,
      body: Type.Object(
        { reason: Type.String({ minLength: 2, maxLength: 500 }), version: Version },
        { $id: 'FileRemoval', additionalProperties: false },
      ),
      response: { 200: Changed },
    },
  },
} as const;

/** Resumable uploads (tus 1.0.0, creation and termination): `Upload-Length` with POST, pieces with PATCH, where it stands with HEAD. */
export const uploadApi = {
  begin: {
    method: 'POST',
    url: UPLOAD_URL,
    config: { can: 'file.add' },
    schema: { tags: ['uploads'], description: 'Begins a resumable upload; Location names it' },
  },
  go: {
    method: ['HEAD', 'PATCH', 'DELETE'],
    url: `${UPLOAD_URL}/:uploadId`,
    config: { can: 'file.add' },
    schema: {
      tags: ['uploads'],
      description: 'Asks how far an upload is, sends its next piece, or gives it up',
      params: Type.Object({ uploadId: Type.String({ maxLength: 80 }) }),
    },
  },
} as const;
