import { and, count, eq, gte, inArray, isNull, like, lt } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import type { Tx } from '#server/db/database.ts';
import { changeDossier } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { type Reached, reachDossier } from '#server/dossiers/reach.service.ts';
import { keptFiles, sharedWith } from '#server/dossiers/veil.ts';
import type { Work } from '#server/kernel/work.ts';
import { ACCESS, type Access } from '#shared/auth/access.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { FILES_MOST, type FileAttaching, type StoredFile } from '#shared/files/file.api.ts';
import type { FileType } from '#shared/files/file.kinds.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import type { TakenIn } from './file.intake.ts';
import { type FileRow, files } from './file.table.ts';

const reaches = (access: Access, need: Access) => ACCESS.indexOf(access) >= ACCESS.indexOf(need);

const shown = ({ preview, sealedAs, uploadId, ...row }: FileRow): StoredFile => ({
  ...row,
  paper: uploadId?.startsWith('document:') === true,
  hasPreview: preview !== null,
  sealed: sealedAs !== null,
});

/** A record's files, in the order they were added; none for whoever may not read the whole record. */
export async function filesOf(work: Work, dossierId: number): Promise<StoredFile[]> {
  const reached = await reachDossier(work, dossierId, null, 'stub');
  if (!reaches(reached.access, 'read')) return [];
  const rows = await work.tx.select().from(files).where(eq(files.dossierId, dossierId)).orderBy(files.id);
  const may = await handedOn(work, reached);
  return rows.filter(may).map(shown);
}

/** Whether a file is this reader's to have: all of them, or what was handed on and what their own office added. */
async function handedOn(work: Pick<Work, 'tx' | 'actor'>, reached: Reached): Promise<(file: FileRow) => boolean> {
  const { officeId } = work.actor;
  const shared = await sharedWith(work.tx, reached, officeId);
  return ({ id, officeId: by }) => shared === null || by === officeId || shared.fileIds.has(id);
}

/** The pictures among a record's files that still stand. */
export async function picturesOf(tx: Tx, dossierId: number): Promise<ReadonlySet<number>> {
  const rows = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.dossierId, dossierId), isNull(files.removedAt), like(files.type, 'image/%')));
  return new Set(rows.map(({ id }) => id));
}

/** The only way to a file by its number: through its record. To whoever may not read that, it is not there. */
export async function reachFile(work: Pick<Work, 'tx' | 'actor'>, id: number, need: 'read' | 'edit') {
  const [file] = await work.tx.select().from(files).where(eq(files.id, id));
  if (!file || file.removedAt) throw new Refusal('not_found');
  const reached = await reachDossier(work, file.dossierId, null, 'stub');
  const { row, access } = reached;
  if (!reaches(access, 'read') || !(await handedOn(work, reached))(file)) throw new Refusal('not_found');
  if (!reaches(access, need)) throw new Refusal('forbidden', { need });
  return { file, dossier: row, access };
}

/** Attaches a file that was taken in; the same upload twice is one file. */
export async function addFile(work: Work, dossierId: number, ask: FileAttaching, taken: TakenIn | null) {
  const { row: before } = await reachDossier(work, dossierId, null, 'edit');
  const [known] = await work.tx.select().from(files).where(eq(files.uploadId, ask.uploadId));
  if (known) return again(work, known, before);
  if (!taken) throw invalid({ uploadId: 'not_finished' });
  checkVersion(before, ask.version);
  await checkSame(work, dossierId, taken.sha256);
  await checkRoom(work, dossierId);
  const [file] = await work.tx
    .insert(files)
    .values({
      ...taken,
      dossierId,
      uploadId: ask.uploadId,
      note: ask.note ? cleanText(ask.note) : null,
      personId: work.actor.personId,
      officeId: work.actor.officeId,
      at: work.clock.now(),
    })
    .returning();
  const { version } = await changeDossier(work, before, {});
  const { type, size, sha256, originalSha256 } = taken;
  await record(work, 'file.added', dossierId, {
    fileId: file!.id,
    type,
    size,
    sha256,
    ...(originalSha256 ? { originalSha256 } : {}),
  });
  return { file: shown(file!), version };
}

function again(work: Work, known: FileRow, dossier: DossierRow) {
  if (known.dossierId !== dossier.id || known.personId !== work.actor.personId)
    throw invalid({ uploadId: 'not_finished' });
  return { file: shown(known), version: dossier.version };
}

function checkVersion({ version }: DossierRow, asked: number) {
  if (version !== asked) throw new Refusal('changed_meanwhile', { version });
}

const here = (dossierId: number) => and(eq(files.dossierId, dossierId), isNull(files.removedAt));

async function checkSame(work: Work, dossierId: number, sha256: string) {
  const [same] = await work.tx
    .select({ id: files.id })
    .from(files)
    .where(and(here(dossierId), eq(files.sha256, sha256)));
  if (same) throw new Refusal('already_exists', { fileId: same.id });
}

async function checkRoom(work: Work, dossierId: number) {
  const [held] = await work.tx.select({ n: count() }).from(files).where(here(dossierId));
  if (held!.n >= FILES_MOST) throw new Refusal('too_large', { most: FILES_MOST });
}

/** Copies files of one record to another, both within the actor's reach; the content is stored once. Answers the copies' ids. */
export async function copyFiles(work: Work, fileIds: readonly number[], to: DossierRow): Promise<number[]> {
  const made: number[] = [];
  for (const fileId of fileIds) {
    const { file } = await reachFile(work, fileId, 'read');
    if (file.sealedAs) throw new Refusal('forbidden', { need: 'reason' }); // who complained goes nowhere by itself
    await checkSame(work, to.id, file.sha256);
    await checkRoom(work, to.id);
    const { id: _, ...content } = file;
    const [copy] = await work.tx
      .insert(files)
      .values({
        ...content,
        official: false,
        dossierId: to.id,
        uploadId: `copy:${to.id}:${fileId}`,
        personId: work.actor.personId,
        officeId: work.actor.officeId,
        at: work.clock.now(),
      })
      .returning();
    made.push(copy!.id);
    await record(work, 'file.copied', to.id, { fileId: copy!.id, fromId: file.dossierId, sha256: file.sha256 });
  }
  return made;
}

/** Which of these are files of a record that still stand. */
export async function standingFiles(tx: Tx, dossierId: number, fileIds: readonly number[]): Promise<Set<number>> {
  if (fileIds.length === 0) return new Set();
  const rows = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.dossierId, dossierId), isNull(files.removedAt), inArray(files.id, [...fileIds])));
  return new Set(rows.map(({ id }) => id));
}

/** What the product itself makes a file of a record from; `made` names it, so that it is one file however often it is asked for. */
export interface Made {
  readonly made: string;
  readonly name: string;
  readonly type: FileType;
  readonly size: number;
  readonly sha256: string;
  readonly sealedAs: string | null;
  readonly official: boolean;
}

/** Makes what the product made a file of the record; whoever calls it has reached the record and writes the line. */
export async function addMadeFile(work: Work, dossierId: number, { made, ...file }: Made): Promise<FileRow> {
  await checkRoom(work, dossierId);
  const { personId, officeId } = work.actor;
  const [row] = await work.tx
    .insert(files)
    .values({ ...file, uploadId: made, dossierId, personId, officeId, at: work.clock.now() })
    .returning();
  return row!;
}

/** Leaves the line that a file of a restricted record was opened: by whom, from where. */
export async function noteOpening(work: Work, id: number, what: 'file' | 'preview'): Promise<void> {
  const { file } = await reachFile(work, id, 'read');
  await record(work, 'file.opened', file.dossierId, { fileId: id, what });
}

/** Takes a file out of an open record: by who added it, or by the owning office. It stays on disk and in the list. */
export async function removeFile(work: Work, id: number, ask: { reason: string; version: number }) {
  const { file, dossier, access } = await reachFile(work, id, 'edit');
  if (file.official) throw new Refusal('not_allowed_in_state', { state: 'in_force' });
  if (file.personId !== work.actor.personId && access !== 'own') throw new Refusal('forbidden', { need: 'own' });
  checkVersion(dossier, ask.version);
  if (dossier.closedOn || (await keptFiles(work.tx, dossier)).has(id))
    throw new Refusal('not_allowed_in_state', { state: dossier.state });
  const [after] = await work.tx
    .update(files)
    .set({ removedAt: work.clock.now(), removedBy: work.actor.personId })
    .where(eq(files.id, id))
    .returning();
  const { version } = await changeDossier(work, dossier, {});
  await record(work, 'file.removed', dossier.id, { fileId: id, sha256: file.sha256, reason: ask.reason });
  return { file: shown(after!), version };
}

/** Every content whose hash begins so and that some row names, removed or not. */
export async function contentNamed(tx: Tx, prefix: string): Promise<Set<string>> {
  const named = new Set<string>();
  for (const column of [files.sha256, files.preview, files.sealedAs]) {
    const rows = await tx
      .select({ sha256: column })
      .from(files)
      .where(and(gte(column, prefix), lt(column, `${prefix}g`)));
    for (const { sha256 } of rows) if (sha256) named.add(sha256);
  }
  return named;
}
