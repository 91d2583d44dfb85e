import { secretsLinked } from '#server/complaints/complaint.identity.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { latestNumbers } from '#server/numbers/number.register.ts';
import { wholeNameOf } from '#server/rectifications/rectification.identity.ts';
import { deadlineOf, rectificationOf } from '#server/rectifications/rectification.standing.ts';
import { isPerson } from '#shared/cases/case.lists.ts';
import type { PlaceName } from '#shared/documents/places.ts';
import { dayOnPaper, type Values } from '#shared/documents/values.ts';
import type { Facts } from './document.facts.ts';
import { officeFacts, remedyFacts, servedText } from './office.facts.ts';

export { countAddresseeOpening } from '#server/rectifications/rectification.identity.ts';
export { noteOrderNumber } from '#server/rectifications/rectification.order.ts';

/** What the order says, as it stands in the middle of one of the notice's own sentences: without a full stop of its own. */
const within = (text: string) => text.trim().replace(/[。；;]+$/, '');

/** An order to correct as its notice says it; a natural person's name is sealed in the ledger, and so in the papers that say it. */
export async function rectificationFacts(work: Work, dossier: DossierRow): Promise<Facts> {
  const own = await rectificationOf(work.tx, dossier.id);
  const until = await deadlineOf(work.tx, dossier.id);
  const drawn = (await latestNumbers(work.tx, dossier.id)).has('correction_order');
  const { owner: _, handler: __, ...office } = await officeFacts(work, dossier);
  const { 复议机关, 人民法院 } = (await remedyFacts(work)) as Values;
  const person = isPerson(own.subjectKind);
  const subjectName = person ? wholeNameOf(work, own) : dossier.subjectName;
  const values: Partial<Record<PlaceName, Values[PlaceName] | undefined>> = {
    ...office,
    复议机关,
    人民法院,
    编号: dossier.number,
    ...(subjectName ? { 当事人: subjectName, 受送达人: subjectName } : {}),
    违法行为: within(own.problem),
    违反规定: within(own.violated),
    责令依据: within(own.basis),
    改正期限: until ? `于${dayOnPaper(until)}前` : '',
    改正要求: own.requirement,
    逾期后果: within(own.consequence ?? '').replace(/^逾期(?:拒)?[不未]改正?的?[，,]?/, ''),
    ...(own.orderNumber ? { 送达文书: servedText('责令改正通知书', own.orderNumber) } : {}),
  };
  return {
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values,
    sealed: person ? ['当事人', '受送达人'] : [],
    // a number given outside the product stands: no second one is drawn
    standing: { 责令: dossier.state !== 'withdrawn' && (drawn || !own.orderNumber) ? 'yes' : 'no' },
    secrets: await secretsLinked(work, dossier.id),
  };
}
