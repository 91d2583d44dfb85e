import { readFile } from 'node:fs/promises';
import { and, desc, eq, gte, isNull, lt } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import type { Tx } from '#server/db/database.ts';
import { typeOf } from '#server/files/file.type.ts';
import type { Store } from '#server/files/store.ts';
import type { Uploads } from '#server/files/upload.service.ts';
import type { Work } from '#server/kernel/work.ts';
import type { TemplateVersion } from '#shared/documents/document.api.ts';
import { type FormCode, formOf } from '#shared/documents/forms.ts';
import { PLACES, placeOf } from '#shared/documents/places.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { cleanFileName, nameAs } from '#shared/files/file.name.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { documentTemplates, type TemplateRow } from './document.table.ts';
import { placesOfTemplate } from './paper/paper.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** A template is a few pages; what is larger is something else. */
const MOST = 4 * 1024 * 1024;
/** Words that stand in a repeated row. */
const COLUMNS = new Set<string>([
  '序号',
  ...Object.values(PLACES).flatMap((place) => ('columns' in place ? (place.columns ?? []) : [])),
]);

const inUse = (tx: Tx, officeId: number, form: FormCode) =>
  tx
    .select()
    .from(documentTemplates)
    .where(
      and(
        eq(documentTemplates.officeId, officeId),
        eq(documentTemplates.form, form),
        isNull(documentTemplates.endedAt),
      ),
    )
    .orderBy(desc(documentTemplates.version))
    .limit(1);

async function read(store: Store, sha256: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of await store.read(sha256)) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** The template the actor's office makes a form by; null where the standard paper serves. */
export async function templateInUse(work: Work, store: Store, form: FormCode) {
  const [row] = await inUse(work.tx, work.actor.officeId, form);
  return row ? { id: row.id, bytes: await read(store, row.sha256) } : null;
}

/** The version of it; null for the standard paper. */
export async function templateVersionOf(work: Work, form: FormCode): Promise<number | null> {
  const [row] = await inUse(work.tx, work.actor.officeId, form);
  return row?.version ?? null;
}

/** A template's content, whichever version a paper was made by. */
export async function templateBytes({ tx }: Pick<Work, 'tx'>, store: Store, id: number): Promise<Buffer> {
  const [row] = await tx.select().from(documentTemplates).where(eq(documentTemplates.id, id));
  return read(store, row!.sha256);
}

/** A template of the actor's own office. */
export async function reachTemplate(work: Work, id: number): Promise<TemplateRow> {
  const [row] = await work.tx.select().from(documentTemplates).where(eq(documentTemplates.id, id));
  if (!row || row.officeId !== work.actor.officeId) throw new Refusal('not_found');
  return row;
}

/** Every template the actor's office ever used, newest first. */
export async function listTemplates(work: Work): Promise<TemplateVersion[]> {
  const rows = await work.tx
    .select()
    .from(documentTemplates)
    .where(eq(documentTemplates.officeId, work.actor.officeId))
    .orderBy(desc(documentTemplates.id));
  return rows.map(shown);
}

function shown({ id, form, version, endedAt, name, size, sha256, note, personId, at }: TemplateRow): TemplateVersion {
  return { id, form, version, current: endedAt === null, name, size, sha256, note, personId, at };
}

/** A template that was looked into and kept, before the turn that puts it in use. */
export interface TakenTemplate {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** Looks into an uploaded template: a Word file that runs and fetches nothing, whose places are all known and which says all its form must. */
export async function takeTemplate(
  work: Work,
  { store, uploads }: { store: Store; uploads: Uploads },
  ask: { form: FormCode; uploadId: string; name: string },
): Promise<TakenTemplate> {
  const path = await uploads.finished(ask.uploadId, work.actor.personId);
  if (!path) throw invalid({ uploadId: 'not_finished' });
  const name = cleanFileName(ask.name);
  const type = await typeOf(path, name);
  if (type !== DOCX) throw new Refusal('unsupported_type', { reason: 'not_word' });
  const bytes = await readFile(path);
  if (bytes.length > MOST) throw new Refusal('too_large', { most: MOST });
  const places = await placesOfTemplate(bytes);
  const unknown = places.filter((place) => !placeOf(place) && !COLUMNS.has(place));
  const lacking = formOf(ask.form).must.filter((place) => !places.includes(place));
  if (unknown.length > 0 || lacking.length > 0) {
    const fields = { uploadId: unknown.length > 0 ? 'unknown_places' : 'places_lacking' };
    throw new Refusal('invalid_input', { fields, unknown, lacking });
  }
  return { name: nameAs(name, type), size: bytes.length, sha256: await store.keepBytes(bytes) };
}

/** Puts a template in use for the actor's office; the one before ends and stays readable. */
export async function setTemplate(
  work: Work,
  ask: { form: FormCode; note?: string; replaces: number },
  taken: TakenTemplate,
): Promise<TemplateVersion> {
  const { officeId, personId } = work.actor;
  const now = work.clock.now();
  await endCurrent(work, ask.form, ask.replaces);
  const [last] = await work.tx
    .select({ version: documentTemplates.version })
    .from(documentTemplates)
    .where(and(eq(documentTemplates.officeId, officeId), eq(documentTemplates.form, ask.form)))
    .orderBy(desc(documentTemplates.version))
    .limit(1);
  const version = (last?.version ?? 0) + 1;
  const [row] = await work.tx
    .insert(documentTemplates)
    .values({
      ...taken,
      officeId,
      form: ask.form,
      version,
      note: ask.note ? cleanText(ask.note) : null,
      personId,
      at: now,
    })
    .returning();
  await record(work, 'template.set', `office:${officeId}`, { form: ask.form, version, sha256: taken.sha256 });
  return shown(row!);
}

/** Goes back to the standard paper; the office's templates stay readable. */
export async function endTemplate(work: Work, form: FormCode, ask: { reason: string; replaces: number }) {
  await endCurrent(work, form, ask.replaces);
  await record(work, 'template.ended', `office:${work.actor.officeId}`, {
    form,
    version: ask.replaces,
    reason: ask.reason,
  });
  return { form };
}

/** Ends the version in use, where it is still the one its editor saw. */
async function endCurrent(work: Work, form: FormCode, replaces: number) {
  const [current] = await inUse(work.tx, work.actor.officeId, form);
  if ((current?.version ?? 0) !== replaces) throw new Refusal('changed_meanwhile');
  if (!current) return;
  await work.tx
    .update(documentTemplates)
    .set({ endedAt: work.clock.now(), endedBy: work.actor.personId })
    .where(eq(documentTemplates.id, current.id));
}

/** Every template's content whose hash begins so: kept as long as its row is. */
export async function templatesNamed(tx: Tx, prefix: string): Promise<Set<string>> {
  const rows = await tx
    .select({ sha256: documentTemplates.sha256 })
    .from(documentTemplates)
    .where(and(gte(documentTemplates.sha256, prefix), lt(documentTemplates.sha256, `${prefix}g`)));
  return new Set(rows.map(({ sha256 }) => sha256));
}
