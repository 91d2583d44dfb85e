import { createHash } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { changeDossier } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import { addMadeFile } from '#server/files/file.service.ts';
import type { Store } from '#server/files/store.ts';
import type { Work } from '#server/kernel/work.ts';
import type { PaperAnswer, PaperMaking } from '#shared/documents/document.api.ts';
import { formOf, makingsOf } from '#shared/documents/forms.ts';
import { placeOf } from '#shared/documents/places.ts';
import { mustsIn, type Values } from '#shared/documents/values.ts';
import { cleanFileName } from '#shared/files/file.name.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { documentWords } from '#shared/words/document.words.ts';
import { type Plan, paperData, planOf } from './document.plan.ts';
import { type DocumentRow, documents } from './document.table.ts';
import { fillPaper, placesOfTemplate } from './paper/paper.ts';
import { templateInUse } from './template.service.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A paper as it lies on disk before its row is written: what it holds, and under which hash. */
export interface Kept {
  readonly sha256: string;
  readonly size: number;
  readonly sealedAs: string | null;
}
/** A paper that was planned and printed outside any turn. */
export interface Printed extends Kept {
  readonly plan: Plan;
  readonly templateId: number | null;
  readonly standing: 'draft' | 'final';
  readonly answers: Readonly<Record<string, PaperAnswer>>;
}

/** What a version was made from, as it is sealed beside it. */
export interface Sources {
  readonly values: Values;
  readonly answers: Readonly<Record<string, PaperAnswer>>;
}

/** Which paper of a record: its form, for whom, and of which party. */
export type PaperKey = Pick<DocumentRow, 'dossierId' | 'form' | 'to' | 'party'>;

export const keyOf = ({ dossierId, form, to, party }: PaperKey): PaperKey => ({ dossierId, form, to, party });

const about = ({ dossierId, form, to, party, version }: PaperKey & Pick<DocumentRow, 'version'>) =>
  `document:${dossierId}:${form}:${to}:${version}${party > 0 ? `:${party}` : ''}`;

/** What a version was made from. */
export const sourcesOf = (work: Pick<Work, 'vault'>, row: DocumentRow): Sources =>
  JSON.parse(work.vault.open(row.facts, about(row))) as Sources;

/** Seals what a version is made from. */
export const sealSources = (work: Pick<Work, 'vault'>, key: Parameters<typeof about>[0], sources: Sources): Buffer =>
  work.vault.seal(JSON.stringify(sources), about(key));

const sealName = (sha256: string) => `paper:${sha256}`;

/** Keeps a paper's content; one that names whom only a reason opens lies sealed. */
export async function keepPaper(
  work: Pick<Work, 'vault'>,
  store: Store,
  bytes: Buffer,
  sealed: boolean,
): Promise<Kept> {
  const size = bytes.length;
  await store.checkRoom(size);
  if (!sealed) return { size, sealedAs: null, sha256: await store.keepBytes(bytes) };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const sealedAs = await store.keepBytes(work.vault.seal(bytes.toString('base64'), sealName(sha256)));
  return { size, sealedAs, sha256 };
}

/** A sealed paper's content as it was made. */
export async function unsealPaper(work: Pick<Work, 'vault'>, store: Store, { sealedAs, sha256 }: Omit<Kept, 'size'>) {
  const pieces: Buffer[] = [];
  for await (const piece of await store.read(sealedAs!)) pieces.push(piece as Buffer);
  return Buffer.from(work.vault.open(Buffer.concat(pieces), sealName(sha256)), 'base64');
}

const words: Record<string, readonly [string, string]> = documentWords;

/** `投诉终止调解决定书-致被投诉人-（夏）市监投终〔2026〕第1号.docx`; nobody's name stands in it. */
export function fileNameOf(
  { form: code, to, party, version }: Pick<DocumentRow, 'form' | 'to' | 'party' | 'version'>,
  mark: string | null,
): string {
  const form = formOf(code);
  const several = makingsOf(form).length > 1;
  const addressee = party > 0 ? `当事人之${party}` : several ? (words[`document.to.${to}`]?.[0] ?? '') : '';
  return cleanFileName(
    `${[form.name.replaceAll('/', '、'), addressee, mark ?? '', `第${version}版`].filter(Boolean).join('-')}.docx`,
  );
}

const stamp = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** The line over a paper that is not in force: what it lacks, who made it and when. */
function draftLine(work: Work, plan: Plan): string {
  const lacks = plan.missing.length > 0 ? `缺 ${plan.missing.length} 处` : '尚未编号';
  return `草　稿　　${lacks}，不得作为正式文书使用　　${work.actor.name} ${stamp.format(new Date(work.clock.now()))}`;
}

/** The blanks of what only putting it in force gives. */
const UNISSUED = { 文号: '〔　　　〕　　号', 成文日期: '　　　年　　月　　日' };

/** Plans and prints a paper. All that takes time; the turn that makes it a file comes after. */
export async function printPaper(work: Work, store: Store, dossierId: number, ask: PaperMaking): Promise<Printed> {
  const { row: dossier } = await reachDossier(work, dossierId, null, 'edit');
  const plan = await planOf(work, dossier, ask);
  const whole = mustsIn(plan.code, plan.missing).length === 0;
  const standing = plan.form.paper === null && whole ? 'final' : 'draft';
  const template = await templateInUse(work, store, plan.code);
  const places = template ? await placesOfTemplate(template.bytes) : plan.places;
  const draft = standing === 'draft';
  const data = {
    ...paperData(plan.values, { places, lacking: plan.missing, draft }),
    ...UNISSUED,
    ...(draft ? {} : { 成文日期: paperData({ 成文日期: work.clock.today() }, NOTHING)['成文日期']! }),
  };
  const bytes = await fillPaper(plan.code, template?.bytes ?? null, data, draft ? draftLine(work, plan) : null);
  const kept = await keepPaper(work, store, bytes, plan.sealed.length > 0);
  return { ...kept, plan, templateId: template?.id ?? null, standing, answers: answersOf(plan) };
}
const NOTHING = { places: [], lacking: [], draft: false } as const;

/** What stands in the places that are entered here, as it was printed: what the next version begins with. */
function answersOf({ values, places }: Plan): Record<string, PaperAnswer> {
  const own = places.filter((place) => placeOf(place)?.source === 'here' && values[place] !== undefined);
  return Object.fromEntries(own.map((place) => [place, values[place] as PaperAnswer]));
}

/** The next version of a paper in a record. */
export async function nextVersion(work: Work, { dossierId, form, to, party }: PaperKey): Promise<number> {
  const [last] = await work.tx
    .select({ version: documents.version })
    .from(documents)
    .where(
      and(
        eq(documents.dossierId, dossierId),
        eq(documents.form, form),
        eq(documents.to, to),
        eq(documents.party, party),
      ),
    )
    .orderBy(desc(documents.version))
    .limit(1);
  return (last?.version ?? 0) + 1;
}

/** Makes what was printed a version of the record's paper and a file of the record; versions before it stay as they are. */
export async function addPaper(work: Work, dossierId: number, ask: PaperMaking, printed: Printed) {
  const { row: before } = await reachDossier(work, dossierId, null, 'edit');
  if (before.version !== ask.version) throw new Refusal('changed_meanwhile', { version: before.version });
  const { plan, standing, templateId, answers } = printed;
  const paper = { dossierId, form: plan.code, to: plan.making.to, party: plan.party };
  const key = { ...paper, version: await nextVersion(work, paper) };
  const [row] = await work.tx
    .insert(documents)
    .values({
      ...key,
      standing,
      officeId: work.actor.officeId,
      templateId,
      missing: [...plan.missing],
      facts: sealSources(work, key, { values: plan.values, answers }),
      digest: plan.digest,
      sealed: printed.sealedAs !== null,
      personId: work.actor.personId,
      at: work.clock.now(),
    })
    .returning();
  const { sealed } = plan;
  if (sealed.length > 0)
    await record(work, 'identity.printed', dossierId, { documentId: row!.id, places: [...sealed] });
  const name = fileNameOf(key, standing === 'draft' ? '草稿' : null);
  return attachPaper(work, before, row!, { ...printed, name });
}

/** Makes a printed paper a file of the record and leaves its line. */
export async function attachPaper(
  work: Work,
  before: DossierRow,
  row: DocumentRow,
  { name, size, sha256, sealedAs }: Kept & { readonly name: string },
) {
  const official = row.numberId !== null;
  const file = await addMadeFile(work, before.id, {
    made: `document:${row.id}`,
    name,
    type: DOCX,
    size,
    sha256,
    sealedAs,
    official,
  });
  await work.tx.update(documents).set({ fileId: file.id }).where(eq(documents.id, row.id));
  const { version } = await changeDossier(work, before, {});
  await record(work, 'document.made', before.id, {
    documentId: row.id,
    document: name,
    form: row.form,
    to: row.to,
    version: row.version,
    standing: row.standing,
    sha256,
    sealed: row.sealed,
    missing: row.missing.length,
  });
  return { id: row.id, version };
}
