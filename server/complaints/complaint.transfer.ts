import { eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { faceOf, stopAllClocks } from '#server/clocks/clock.service.ts';
import { changeDossier, turnFormerOwners } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { standingDossier } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { settleStep } from '#server/notices/notice.service.ts';
import type { ComplaintStep } from '#shared/complaints/complaint.schema.ts';
import { matterOf } from '#shared/complaints/routing.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { complainantOf } from './complaint.identity.ts';
import { columnsOf } from './complaint.read.ts';
import { complaints, tellings } from './complaint.table.ts';

/** What of a complaint is told on: never who complained. */
export async function complaintBrought(work: Pick<Work, 'tx'>, { id }: Pick<DossierRow, 'id'>) {
  const { content, matter, amountFen } = await columnsOf(work.tx, id);
  return { content, matter, amountFen };
}

/** Whether a text names who complained: by name, telephone or ID number. */
export async function namesComplainant(work: Work, id: number, text: string): Promise<boolean> {
  const { name, phone, idNo } = (await complainantOf(work, id)) ?? {};
  const plain = text.normalize('NFKC').replace(/[\s-]/g, '');
  return [name, phone, idNo].some((word) => {
    const wanted = word?.normalize('NFKC').replace(/[\s-]/g, '') ?? '';
    return wanted.length > 1 && plain.includes(wanted);
  });
}

/** Notes the written notice that the matter went to another department; where the law wants it and the name is known, it must be there. */
export async function tellOfTransfer(
  work: Work,
  id: number,
  telling: Omit<NonNullable<ComplaintStep['telling']>, 'to'> | undefined,
): Promise<void> {
  const { matter, anonymity } = await columnsOf(work.tx, id);
  if (!telling) {
    if (anonymity !== 'anonymous' && matterOf(matter)?.mustTransfer) throw invalid({ telling: 'required' });
    return;
  }
  if (telling.toldOn > work.clock.today()) throw invalid({ 'telling.toldOn': 'future' });
  await work.tx.insert(tellings).values({
    ...telling,
    to: 'complainant',
    dossierId: id,
    personId: work.actor.personId,
    at: work.clock.now(),
  });
}

/** Another department took the matter on: here it is closed as transferred, and its clocks with it. */
export async function closeTransferred(work: Work, id: number, facts: { transferId: number; number: string }) {
  const before = await standingDossier(work.tx, id, 'complaint');
  if (before.state === 'closed') return;
  const on = work.clock.today();
  await work.tx.update(complaints).set({ outcome: 'transferred' }).where(eq(complaints.id, id));
  await stopAllClocks(work, id, on, ['complaint.inform']);
  const after = await changeDossier(work, before, { state: 'closed', closedOn: on, ...(await faceOf(work, id)) });
  await turnFormerOwners(work, after, 'reader');
  await settleStep(work, after);
  await record(work, 'complaint.transferred', id, { ...facts, from: before.state, to: 'closed', on });
}
