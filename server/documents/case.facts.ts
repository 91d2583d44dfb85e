import { listedName, partiesOf, wholeParties } from '#server/cases/case.parties.ts';
import { fileOf, type WholeCase, wholeCaseOf } from '#server/cases/case.standing.ts';
import { evidenceOf } from '#server/cases/evidence.service.ts';
import { goodsOf } from '#server/cases/goods.service.ts';
import { secretsLinked } from '#server/complaints/complaint.identity.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { isPerson } from '#shared/cases/case.lists.ts';
import { offersHearing } from '#shared/cases/case.sections.ts';
import type { PlaceName } from '#shared/documents/places.ts';
import { type Value, type Values, yuanOnPaper } from '#shared/documents/values.ts';
import { courseText, evidenceText, goodsRows, heardText, penaltiesText, proposalText } from './case.texts.ts';
import type { Facts, FactsAsk } from './document.facts.ts';
import { officeFacts, remedyFacts, servedText } from './office.facts.ts';

export { countPartyOpening } from '#server/cases/case.parties.ts';

type Known = Partial<Record<PlaceName, Value | null | undefined>>;
type Party = Awaited<ReturnType<typeof wholeParties>>[number];

/** What does not apply to this kind of party is struck, not missing. */
const STRUCK = '／';

/** The parties of a case, in its order. */
export const partyNames = async ({ tx }: Work, id: number): Promise<string[]> =>
  (await partiesOf(tx).execute({ id })).map(listedName);

/**
 * A violation case's facts, of all its parties or of one. A natural person's numbers and home are sealed in the ledger, and so in the
 * papers that name them.
 */
export async function caseFacts(work: Work, dossier: DossierRow, { party }: FactsAsk): Promise<Facts> {
  const own = await wholeCaseOf(work.tx, dossier.id, work.clock.today());
  const all = await wholeParties(work, dossier.id);
  const parties = party > 0 ? all.slice(party - 1, party) : all;
  const { owner: _, handler: __, ...office } = await officeFacts(work, dossier);
  const values: Known = {
    ...office,
    ...(await remedyFacts(work)),
    ...partyFacts(parties),
    ...caseValues(own, dossier),
    ...decisionValues(own),
    证据: evidenceText(await evidenceOf(work.tx, dossier.id)),
    清单: goodsRows(await goodsOf(work.tx, dossier.id)),
  };
  return {
    values: known(values),
    sealed: parties.some(({ kind }) => isPerson(kind) || kind === 'sole_trader') ? SEALED : [],
    standing: standingOf(own, dossier),
    secrets: await secretsLinked(work, dossier.id),
  };
}
const SEALED: readonly PlaceName[] = ['当事人证件号码', '当事人电话', '住所'];

const known = (values: Known): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined)) as Values;

/** Every party of the case, each by name where what is said of them differs. */
function partyFacts(parties: readonly Party[]): Known {
  const [first] = parties;
  if (!first) return {};
  const names = parties.map(({ name }) => name).join('、');
  const each = parties.map((party) => ({ name: party.name, said: saidOf(party) }));
  const places = Object.keys(saidOf(first)) as PartyPlace[];
  const together = places.map((place) => [
    place,
    togetherOf(each.map(({ name, said }) => ({ name, value: said[place] ?? null }))),
  ]);
  return { 当事人: names, 受送达人: names, ...Object.fromEntries(together) };
}

function saidOf({ kind, name, creditCode, noCode, legalRep, idNo, phone, address }: Party) {
  const person = isPerson(kind);
  const trader = kind === 'sole_trader';
  return {
    单位名称: person || trader ? STRUCK : name,
    字号名称: trader ? name : STRUCK,
    经营者: person ? name : trader ? legalRep : STRUCK,
    主体资格证照名称: creditCode ? '营业执照' : STRUCK,
    统一社会信用代码: creditCode ?? (noCode ? STRUCK : null),
    法定代表人: person ? STRUCK : legalRep,
    当事人证件号码: idNo ?? (person || trader ? null : STRUCK),
    当事人电话: phone,
    住所: address,
  };
}
type PartyPlace = keyof ReturnType<typeof saidOf>;

/** `甲店：92…；乙公司：91…`, what does not apply to one of them left out; what one of them lacks is said beside its name. */
function togetherOf(all: readonly { readonly name: string; readonly value: string | null }[]): string | null {
  const applying = all.filter(({ value }) => value !== STRUCK);
  if (applying.length === 0) return STRUCK;
  if (applying.every(({ value }) => value === null)) return null;
  const [first] = applying;
  if (applying.length === all.length && applying.every(({ value }) => value === first?.value)) return first!.value;
  if (applying.every(({ name, value }) => value === name)) return applying.map(({ name }) => name).join('、');
  return applying.map(({ name, value }) => (value === name ? name : `${name}：${value ?? '未登记'}`)).join('；');
}

function caseValues(own: WholeCase, dossier: DossierRow): Known {
  const [one, two] = own.officers;
  return {
    编号: dossier.number,
    案件名称: dossier.title,
    案由: own.violation,
    违法行为: own.violation,
    线索时间: dossier.receivedOn,
    立案日期: own.filedOn,
    核查情况及理由: own.content,
    办案人员: own.officers.map(({ name }) => name).join('、'),
    执法人员甲: one?.name,
    执法证号甲: one?.certificate,
    执法人员乙: two?.name,
    执法证号乙: two?.certificate,
    地点: own.place,
    处罚地点: own.place,
    案件来源及调查经过: courseText(own, dossier.receivedOn),
    案件事实: own.facts,
    定性及依据: own.nature,
    裁量理由: own.discretion,
    违反规定: own.violated,
    处罚依据: own.basis,
    责令依据: '《中华人民共和国行政处罚法》第二十八条第一款',
    改正期限: '立即',
    移送对象: '一案',
    核对方式: '请核对',
    询问次数: '1',
  };
}

function decisionValues(own: WholeCase): Known {
  const hearing = offersHearing(fileOf(own));
  const fine = own.penalties.find(({ kind }) => kind === 'fine')?.amountFen;
  const closing = (n: number) => own.ground === `close.${n}`;
  return {
    拟处罚内容: own.proposed.length > 0 ? proposalText(own) : '',
    只陈述申辩: !hearing,
    可听证: hearing,
    听证依据: hearing ? '《市场监督管理行政处罚听证办法》第五条' : STRUCK,
    听证主持人: own.hearingPresider,
    告知及陈述申辩情况: heardText(own),
    处罚内容: penaltiesText(own.penalties),
    处理决定日期: own.decidedOn,
    送达文书: own.outcome === 'penalty' && own.decisionNumber ? servedText('行政处罚决定书', own.decisionNumber) : '',
    警告: own.penalties.some(({ kind }) => kind === 'warning'),
    罚款: typeof fine === 'number',
    罚款金额: typeof fine === 'number' ? yuanOnPaper(fine) : STRUCK,
    执行完毕: closing(1),
    裁定终结: closing(2),
    终止调查: closing(3) || own.outcome === 'terminated',
    不予处罚: own.outcome === 'no_penalty',
    不成立: own.outcome === 'not_established',
    移送行政: own.outcome === 'to_department',
    移送司法: own.outcome === 'to_police',
    其他结案: closing(5),
  };
}

const UNDER_INQUIRY = ['investigating', 'in_review', 'to_tell', 'told', 'to_decide', 'decided'];

const standingOf = (own: WholeCase, { state }: DossierRow) => ({
  状态: state,
  程序: own.procedure,
  结果: own.outcome ?? 'open',
  责令: UNDER_INQUIRY.includes(state) ? 'yes' : 'no',
});
