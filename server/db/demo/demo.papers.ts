import { dirname } from 'node:path';
import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { complaints } from '#server/complaints/complaint.table.ts';
import { foldersOf } from '#server/data-folder.ts';
import { finishPaper, issuePaper } from '#server/documents/document.issue.ts';
import { addPaper, printPaper } from '#server/documents/document.make.ts';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import { Store } from '#server/files/store.ts';
import { Outbox } from '#server/kernel/outbox.ts';
import type { Parts } from '#server/kernel/turns.ts';
import type { Work } from '#server/kernel/work.ts';
import { transfers } from '#server/transfers/transfer.table.ts';
import { type Actor, permissionsOf } from '#shared/auth/permissions.ts';
import type { PaperAnswer } from '#shared/documents/document.api.ts';
import type { Recipient } from '#shared/documents/form.ts';
import { type FormCode, formOf } from '#shared/documents/forms.ts';
import { mustsIn } from '#shared/documents/values.ts';

/** Records of one office that get papers: enough to look at, few enough that the sample stands quickly. */
const RECORDS = 8;
const LETTERED = 3;

interface Paper {
  readonly form: FormCode;
  readonly to: Recipient;
  readonly answers: Readonly<Record<string, PaperAnswer>>;
  readonly issued: boolean;
}

const ROOM = '本局一楼消费维权调解室';

/** Which papers a complaint has come to, by what was decided on it. */
const PAPERS: Readonly<Record<string, readonly Paper[]>> = {
  accepted: [
    { form: 'complaint_acceptance', to: 'complainant', answers: {}, issued: true },
    { form: 'mediation_notice', to: 'respondent', answers: { 调解地点: ROOM, 携带材料: '购货凭证' }, issued: false },
  ],
  refused: [{ form: 'complaint_refusal', to: 'complainant', answers: {}, issued: true }],
  ended: [
    { form: 'mediation_end', to: 'complainant', answers: {}, issued: true },
    { form: 'mediation_end', to: 'respondent', answers: {}, issued: true },
  ],
  settled: [
    {
      form: 'mediation_record',
      to: 'both',
      answers: { 调解协议: '被投诉人当场退还货款，投诉人退回商品，双方再无争议。' },
      issued: true,
    },
  ],
};

/** What orders to correct and transfers have come to: their notice, their letter under the number the approval drew. */
const LETTERS = {
  rectification: [{ form: 'correction_order', to: 'party', answers: {}, issued: true }],
  department: [
    {
      form: 'case_transfer',
      to: 'receiver',
      answers: { 移送原因: '违法行为发生在生产环节', 管辖情形: '本局无管辖权', 移送条款: '第十四条' },
      issued: true,
    },
  ],
  police: [{ form: 'crime_transfer', to: 'receiver', answers: {}, issued: true }],
} as const satisfies Readonly<Record<string, readonly Paper[]>>;

/** Who makes papers, and who puts those in force that the maker may not. */
interface Hands {
  readonly liaison: Actor;
  readonly head: Actor;
}

/** Has an office make papers of its newest records, through the same services as on screen. */
export async function makeDemoPapers(parts: Pick<Parts, 'db' | 'vault' | 'clock'>, hands: Hands): Promise<void> {
  const { db } = parts;
  const store = new Store(foldersOf(dirname(db.file)).files);
  const workOf = (tx: Work['tx'], actor: Actor): Work => ({
    ...parts,
    tx,
    actor,
    trace: { requestId: 'demo', address: '' },
    outbox: new Outbox(),
  });
  const turnOf =
    (actor: Actor) =>
    <T>(act: (work: Work) => Promise<T>) =>
      db.transact((tx) => act(workOf(tx, actor)));
  const { liaison, head } = hands;
  const office = liaison.officeId;
  const due = [
    ...(await decided(db.read, office)).map(({ id, decision }) => [id, PAPERS[decision ?? ''] ?? []] as const),
    ...(await ordered(db.read, office)).map(({ id }) => [id, LETTERS.rectification] as const),
    ...(await sent(db.read, office)).map(
      ({ id, road }) => [id, road === 'police' ? LETTERS.police : LETTERS.department] as const,
    ),
  ];
  for (const [id, papers] of due)
    for (const paper of papers) {
      const ask = { ...paper, version: await versionOf(db.read, id) };
      const printed = await printPaper(workOf(db.read, liaison), store, id, ask);
      const draft = await turnOf(liaison)((work) => addPaper(work, id, ask, printed));
      if (!paper.issued || mustsIn(paper.form, printed.plan.missing).length > 0) continue;
      const actor = permissionsOf(liaison).has(formOf(paper.form).issuedBy) ? liaison : head;
      const turn = turnOf(actor);
      const issued = await turn((work) => issuePaper(work, draft.id, { version: draft.version }));
      await finishPaper({ reading: workOf(db.read, actor), turn }, store, issued.id);
    }
}

/** The newest orders of an office that still stand. */
const ordered = (tx: Work['tx'], officeId: number) =>
  tx
    .select({ id: dossiers.id })
    .from(dossiers)
    .where(
      and(
        eq(dossiers.ownerOfficeId, officeId),
        eq(dossiers.kind, 'rectification'),
        eq(dossiers.restricted, false),
        inArray(dossiers.state, ['to_correct', 'to_verify', 'signed_off']),
      ),
    )
    .orderBy(desc(dossiers.id))
    .limit(LETTERED);

/** The newest transfers of an office that were approved. */
const sent = (tx: Work['tx'], officeId: number) =>
  tx
    .select({ id: dossiers.id, road: transfers.road })
    .from(dossiers)
    .innerJoin(transfers, eq(transfers.id, dossiers.id))
    .where(and(eq(dossiers.ownerOfficeId, officeId), eq(dossiers.restricted, false), isNotNull(transfers.letterNumber)))
    .orderBy(desc(dossiers.id))
    .limit(LETTERED);

function decided(tx: Work['tx'], officeId: number) {
  return tx
    .select({ id: dossiers.id, decision: complaints.complaintDecision })
    .from(dossiers)
    .innerJoin(complaints, eq(complaints.id, dossiers.id))
    .where(
      and(
        eq(dossiers.ownerOfficeId, officeId),
        eq(dossiers.restricted, false),
        eq(complaints.anonymity, 'named'),
        isNotNull(dossiers.handlerId),
        inArray(complaints.complaintDecision, ['accepted', 'refused', 'ended', 'settled']),
      ),
    )
    .orderBy(desc(dossiers.id))
    .limit(RECORDS);
}

async function versionOf(tx: Work['tx'], id: number): Promise<number> {
  const [row] = await tx.select({ version: dossiers.version }).from(dossiers).where(eq(dossiers.id, id));
  return row!.version;
}
