import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { changeDossier } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import type { Store } from '#server/files/store.ts';
import type { Bus } from '#server/kernel/outbox.ts';
import { type Parts, turnOf } from '#server/kernel/turns.ts';
import { SYSTEM, type Work } from '#server/kernel/work.ts';
import { numbersWaiting } from '#server/numbers/number.register.ts';
import { drawOfficialNumber } from '#server/numbers/number.service.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import { formOf, placesOf } from '#shared/documents/forms.ts';
import { dayOnPaper, missingOf, mustsIn } from '#shared/documents/values.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { LEDGERS } from './document.facts.ts';
import { attachPaper, fileNameOf, keepPaper, keyOf, nextVersion, sealSources, sourcesOf } from './document.make.ts';
import { paperData, planOf } from './document.plan.ts';
import { reachDocument } from './document.read.ts';
import { type DocumentRow, documents } from './document.table.ts';
import { fillPaper, placesOfTemplate } from './paper/paper.ts';
import { templateBytes } from './template.service.ts';

/** A paper left without its file this long was interrupted between its number and its file. */
const INTERRUPTED_MS = 60_000;

/**
 * Puts a draft in force: the number is drawn, or the one a step drew is taken, in the same turn that makes it the record's next version.
 * Refused while anything it must say is missing, where the record is not at it, and where the record has changed since it was drafted.
 */
export async function issuePaper(work: Work, id: number, ask: { version: number }) {
  const draft = await reachDocument(work, id, 'edit');
  const { row: before } = await reachDossier(work, draft.dossierId, null, 'own');
  if (before.version !== ask.version) throw new Refusal('changed_meanwhile', { version: before.version });
  await checkIssuable(work, before, draft);
  const form = formOf(draft.form);
  const number = await numberFor(work, before, draft);
  const key = { ...keyOf(draft), version: await nextVersion(work, draft) };
  const sources = sourcesOf(work, draft);
  const values = { ...sources.values, 文号: number.text, 成文日期: work.clock.today() };
  const [row] = await work.tx
    .insert(documents)
    .values({
      ...key,
      standing: 'final',
      officeId: work.actor.officeId,
      templateId: draft.templateId,
      missing: [],
      facts: sealSources(work, key, { ...sources, values }),
      digest: draft.digest,
      sealed: draft.sealed,
      numberId: number.id,
      personId: work.actor.personId,
      at: work.clock.now(),
    })
    .returning();
  await changeDossier(work, before, {});
  await LEDGERS[before.kind]?.issued?.(work, before.id, draft.form, number.text);
  await record(work, 'document.issued', before.id, {
    documentId: row!.id,
    form: draft.form,
    to: draft.to,
    number: number.text,
    document: form.name,
  });
  return { id: row!.id };
}

async function checkIssuable(work: Work, dossier: DossierRow, draft: DocumentRow) {
  const form = formOf(draft.form);
  if (!permissionsOf(work.actor).has(form.issuedBy)) throw new Refusal('forbidden', { permission: form.issuedBy });
  const newest = (await nextVersion(work, draft)) - 1;
  if (draft.standing !== 'draft' || draft.version !== newest || form.paper === null)
    throw new Refusal('not_allowed_in_state', { state: draft.standing });
  const musts = mustsIn(draft.form, draft.missing);
  if (musts.length > 0) throw new Refusal('invalid_input', { fields: Object.fromEntries(musts.map(asFault)) });
  const { answers } = sourcesOf(work, draft);
  const now = await planOf(work, dossier, { ...keyOf(draft), answers });
  if (!now.fits) throw new Refusal('not_allowed_in_state', { state: dossier.state });
  if (now.digest !== draft.digest) throw new Refusal('facts_changed');
}
const asFault = (place: string): [string, string] => [place, 'required'];

/**
 * The number of a paper: its sibling's where another addressee's making is in force and this one's is not, else one a step drew and no
 * paper bears yet, else the next.
 */
async function numberFor(work: Work, dossier: DossierRow, draft: DocumentRow) {
  const form = formOf(draft.form);
  const paper = form.paper!;
  const waiting = await numbersWaiting(work.tx, dossier.id, paper);
  const borne = await work.tx
    .select({ numberId: documents.numberId, to: documents.to })
    .from(documents)
    .where(and(eq(documents.dossierId, dossier.id), eq(documents.form, draft.form), isNotNull(documents.numberId)));
  const bears = (id: number, to?: DocumentRow['to']) =>
    borne.some((one) => one.numberId === id && (to === undefined || one.to === to));
  if (form.once && waiting.some(({ id }) => bears(id, draft.to)))
    throw new Refusal('already_exists', { form: draft.form });
  const free = waiting.filter(({ id }) => !bears(id, draft.to));
  const found = free.findLast(({ id }) => bears(id)) ?? free.find(({ id }) => !bears(id));
  if (found) return found;
  if (form.numberedByStep) throw new Refusal('not_allowed_in_state', { state: dossier.state });
  return drawOfficialNumber(work, { officeId: work.actor.officeId, paper, dossierId: dossier.id });
}

/** How a paper is finished: read by whoever may, written in a turn of its own, whatever key the request bore. */
export interface Finishing {
  readonly reading: Work;
  turn<T>(act: (work: Work) => Promise<T>): Promise<T>;
}

/** Prints a paper in force from what was sealed when it was put in force, and makes it a file; one that has its file is left alone. */
export async function finishPaper({ reading, turn }: Finishing, store: Store, id: number) {
  const [row] = await reading.tx.select().from(documents).where(eq(documents.id, id));
  const kept = row!.fileId ? null : await printIssued(reading, store, row!);
  return turn(async (work) => {
    const [now] = await work.tx.select().from(documents).where(eq(documents.id, id));
    const [before] = await work.tx.select().from(dossiers).where(eq(dossiers.id, now!.dossierId));
    if (now!.fileId || !kept) return { id, version: before!.version };
    return attachPaper(work, before!, now!, kept);
  });
}

async function printIssued(reading: Work, store: Store, row: DocumentRow) {
  const { values } = sourcesOf(reading, row);
  const bytes = row.templateId ? await templateBytes(reading, store, row.templateId) : null;
  const places = bytes ? await placesOfTemplate(bytes) : placesOf(row.form);
  const lacking = missingOf(row.form, values);
  const data = { ...paperData(values, { places, lacking, draft: false }), ...given(values) };
  const kept = await keepPaper(reading, store, await fillPaper(row.form, bytes, data, null), row.sealed);
  return { ...kept, name: fileNameOf(row, String(values.文号 ?? '')) };
}

const given = (values: ReturnType<typeof sourcesOf>['values']) => ({
  文号: String(values.文号 ?? ''),
  成文日期: dayOnPaper(String(values.成文日期 ?? '')),
});

/** Finishes papers whose making was interrupted after their number was drawn; answers how many. */
export async function finishPapers(app: Parts & { readonly bus: Bus }, store: Store): Promise<number> {
  const before = new Date(Date.parse(app.clock.now()) - INTERRUPTED_MS).toISOString();
  const left = await app.db.read
    .select({ id: documents.id })
    .from(documents)
    .where(and(isNull(documents.fileId), lt(documents.at, before)));
  const trace = { requestId: 'timer:papers', address: '' };
  const turn = <T>(act: (work: Work) => Promise<T>) => turnOf(app, SYSTEM, trace, act);
  const reading = { tx: app.db.read, actor: SYSTEM, clock: app.clock, vault: app.vault, trace } as Work;
  for (const { id } of left) await finishPaper({ turn, reading }, store, id);
  return left.length;
}
