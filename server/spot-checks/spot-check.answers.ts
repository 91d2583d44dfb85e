import { eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { changeDossier } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import { picturesOf } from '#server/files/file.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { type Answered, checklistOf, failedIn } from '#shared/spot-checks/checklist.ts';
import type { ChecklistAnswers } from '#shared/spot-checks/spot-check.asks.ts';
import { spotCheckOf } from './spot-check.standing.ts';
import { spotChecks } from './spot-check.table.ts';

/** Answers items of the checklist while the check is made; a co-handling department answers its own beside the owner's. */
export async function answerChecklist(work: Work, id: number, ask: ChecklistAnswers): Promise<DossierRow> {
  const { row: dossier } = await reachDossier(work, id, 'spot_check', 'edit');
  if (dossier.version !== ask.version) throw new Refusal('changed_meanwhile', { version: dossier.version });
  if (dossier.state !== 'checking') throw new Refusal('not_allowed_in_state', { state: dossier.state });
  const own = await spotCheckOf(work.tx, id);
  const list = own.list && own.listVersion ? checklistOf(own.list, own.listVersion) : undefined;
  const items = (list?.items ?? []).map(({ item }) => item);
  await checkAnswers(work, id, items, ask.answers);
  const fresh = new Map(ask.answers.map((one) => [one.item, cleaned(one)]));
  const before = new Map(own.answers.map((one) => [one.item, one]));
  const answers = items.flatMap((item) => fresh.get(item) ?? before.get(item) ?? []);
  await work.tx
    .update(spotChecks)
    .set({ answers, problems: failedIn(answers) })
    .where(eq(spotChecks.id, id));
  const after = await changeDossier(work, dossier, {});
  await record(work, 'spot_check.answered', id, {
    answers: [...fresh.values()].map(({ item, answer }) => `${item}:${answer}`),
    problems: failedIn(answers),
  });
  return after;
}

const cleaned = ({ item, answer, note, fileIds }: Answered): Answered => ({
  item,
  answer,
  ...(note?.trim() ? { note: cleanText(note) } : {}),
  ...(fileIds?.length ? { fileIds } : {}),
});

/** Only items of the list it is answered by; what is not met says how, and shows no file of another record. */
async function checkAnswers(work: Work, id: number, items: readonly string[], answers: readonly Answered[]) {
  const known = new Set(items);
  const faults: Record<string, string> = {};
  for (const { item, answer, note } of answers) {
    if (!known.has(item)) faults[`answers.${item}`] = 'unknown';
    else if (answer === 'fails' && !note?.trim()) faults[`answers.${item}`] = 'note_needed';
  }
  const asked = answers.flatMap(({ fileIds }) => fileIds ?? []);
  if (asked.length > 0) {
    const files = await picturesOf(work.tx, id);
    for (const { item, fileIds } of answers)
      if (fileIds?.some((fileId) => !files.has(fileId))) faults[`answers.${item}`] = 'no_picture';
  }
  if (Object.keys(faults).length > 0) throw invalid(faults);
}
