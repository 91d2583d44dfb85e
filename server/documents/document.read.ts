import { desc, eq, inArray } from 'drizzle-orm';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import { filesOf } from '#server/files/file.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { numbersOf } from '#server/numbers/number.register.ts';
import { ACCESS, type Access } from '#shared/auth/access.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import type { FormStanding, PaperList, PaperMade, PaperPreview, PlaceFilled } from '#shared/documents/document.api.ts';
import { copiesText, type Recipient } from '#shared/documents/form.ts';
import { type FormCode, formOf, formsOf, makingsOf } from '#shared/documents/forms.ts';
import { placeOf } from '#shared/documents/places.ts';
import { isFilled, mustsIn } from '#shared/documents/values.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { LEDGERS } from './document.facts.ts';
import { sourcesOf } from './document.make.ts';
import { type Plan, partiesFor, planner, planOf, writesPapers } from './document.plan.ts';
import { type DocumentRow, documents, documentTemplates } from './document.table.ts';
import { excusesOf } from './paper.gate.ts';
import { templateVersionOf } from './template.service.ts';

const reaches = (access: Access, need: Access) => ACCESS.indexOf(access) >= ACCESS.indexOf(need);

/** The only way to a paper by its number: through its record. To whoever may not read that, it is not there. */
export async function reachDocument(work: Work, id: number, need: 'read' | 'edit'): Promise<DocumentRow> {
  const [row] = await work.tx.select().from(documents).where(eq(documents.id, id));
  if (!row) throw new Refusal('not_found');
  const { access, row: dossier } = await reachDossier(work, row.dossierId, null, 'stub');
  if (!reaches(access, 'read')) throw new Refusal('not_found');
  if (!writesPapers(work, dossier) && !(await filesOf(work, dossier.id)).some(({ id: file }) => file === row.fileId))
    throw new Refusal('not_found');
  if (!reaches(access, need)) throw new Refusal('forbidden', { need });
  return row;
}

/** The papers of a record, and for whoever works on it the forms it may be made on; none for whoever may not read it whole. */
export async function listPapers(work: Work, dossierId: number): Promise<PaperList> {
  const { row: dossier, access } = await reachDossier(work, dossierId, null, 'stub');
  if (!reaches(access, 'read')) return { forms: [], made: [], excuses: [] };
  const works = reaches(access, 'edit') && writesPapers(work, dossier) && permissionsOf(work.actor).has('file.add');
  return {
    forms: works ? await standingsOf(work, dossier) : [],
    made: await madeOf(work, dossier, access),
    excuses: writesPapers(work, dossier) ? await excusesOf(work, dossier.id) : [],
  };
}

async function standingsOf(work: Work, dossier: DossierRow): Promise<FormStanding[]> {
  if (!LEDGERS[dossier.kind]) return [];
  const forms: FormStanding[] = [];
  const plan = planner(work, dossier);
  for (const code of formsOf(dossier.kind)) {
    const { fits, missing } = await plan({ form: code });
    const makings = makingsOf(formOf(code)).map(({ to, named = false }) => ({ to, named }));
    const copies = copiesText(formOf(code).copies);
    const parties = await partiesFor(work, dossier, formOf(code));
    forms.push({ form: code, fits, missing: mustsIn(code, missing), copies, makings, parties });
  }
  return forms;
}

async function madeOf(work: Work, dossier: DossierRow, access: Access): Promise<PaperMade[]> {
  const all = await work.tx
    .select()
    .from(documents)
    .where(eq(documents.dossierId, dossier.id))
    .orderBy(desc(documents.id));
  const files = await filesOf(work, dossier.id);
  const handed = ({ fileId }: DocumentRow) => files.some(({ id }) => id === fileId);
  const rows = writesPapers(work, dossier) ? all : all.filter(handed);
  const { own } = await numbersOf(work, dossier.id);
  const templates = await templateVersions(work, rows);
  const held = permissionsOf(work.actor);
  const parties = rows.some(({ party }) => party > 0)
    ? ((await LEDGERS[dossier.kind]?.partiesOf?.(work, dossier.id)) ?? [])
    : [];
  return rows.map((row) => {
    const file = files.find(({ id }) => id === row.fileId);
    const number = own.find(({ id }) => id === row.numberId);
    const { issuedBy, paper } = formOf(row.form);
    const newest = !rows.some((one) => samePaper(one, row) && one.version > row.version);
    const mayIssue = access === 'own' && held.has(issuedBy) && mustsIn(row.form, row.missing).length === 0;
    return {
      id: row.id,
      form: row.form,
      to: row.to,
      party: row.party,
      partyName: row.party > 0 ? (parties[row.party - 1] ?? null) : null,
      version: row.version,
      standing: number?.standing === 'void' ? 'void' : row.standing,
      number: number?.text ?? null,
      numberId: row.numberId,
      templateVersion: row.templateId ? (templates.get(row.templateId) ?? null) : null,
      missing: row.missing,
      fileId: file && !file.removedAt ? file.id : null,
      fileName: file?.name ?? null,
      sha256: file?.sha256 ?? null,
      size: file?.size ?? null,
      sealed: row.sealed,
      issuable: row.standing === 'draft' && paper !== null && newest && mayIssue,
      personId: row.personId,
      at: row.at,
    };
  });
}

/** Whether two rows are versions of one paper. */
const samePaper = (one: DocumentRow, other: DocumentRow) =>
  one.form === other.form && one.to === other.to && one.party === other.party;

async function templateVersions(work: Work, rows: readonly DocumentRow[]): Promise<Map<number, number>> {
  const ids = [...new Set(rows.flatMap(({ templateId }) => (templateId ? [templateId] : [])))];
  if (ids.length === 0) return new Map();
  const found = await work.tx.select().from(documentTemplates).where(inArray(documentTemplates.id, ids));
  return new Map(found.map(({ id, version }) => [id, version]));
}

/** One made paper as its reader sees it. */
export async function readPaper(work: Work, id: number): Promise<PaperMade> {
  const { dossierId } = await reachDocument(work, id, 'read');
  const { row: dossier, access } = await reachDossier(work, dossierId, null, 'read');
  return (await madeOf(work, dossier, access)).find((paper) => paper.id === id)!;
}

/** What a paper would say now, place by place, beginning with what was entered for its last version. */
export async function previewPaper(
  work: Work,
  dossierId: number,
  ask: { form: FormCode; to?: Recipient | undefined; party?: number | undefined },
): Promise<PaperPreview> {
  const { row: dossier } = await reachDossier(work, dossierId, null, 'edit');
  const fresh = await planOf(work, dossier, ask);
  const [last] = await work.tx
    .select()
    .from(documents)
    .where(eq(documents.dossierId, dossierId))
    .orderBy(desc(documents.id))
    .then((rows) =>
      rows.filter((row) => row.form === ask.form && row.to === fresh.making.to && row.party === fresh.party),
    );
  const answers = last ? sourcesOf(work, last).answers : {};
  const plan = last ? await planOf(work, dossier, { ...ask, answers }) : fresh;
  return {
    form: ask.form,
    to: plan.making.to,
    party: plan.party,
    named: plan.making.named === true,
    fits: plan.fits,
    places: plan.places.filter((place) => placeOf(place)!.source !== 'issue').map((place) => shownPlace(plan, place)),
    templateVersion: await templateVersionOf(work, ask.form),
  };
}

function shownPlace(plan: Plan, place: Plan['places'][number]): PlaceFilled {
  const { source, shape, columns } = placeOf(place)!;
  const value = plan.values[place];
  const sealed = plan.sealed.includes(place);
  const text = typeof value === 'boolean' ? (value ? 'true' : 'false') : typeof value === 'string' ? value : null;
  return {
    place,
    source,
    shape,
    must: plan.form.must.includes(place),
    filled: isFilled(place, value),
    sealed,
    text: sealed ? null : text,
    rows: Array.isArray(value) ? value.map((row) => ({ ...row })) : null,
    columns: columns ? [...columns] : null,
  };
}
