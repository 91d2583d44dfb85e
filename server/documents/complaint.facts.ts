import { complainantOf, secretsLinked, secretsOf } from '#server/complaints/complaint.identity.ts';
import { columnsOf } from '#server/complaints/complaint.read.ts';
import type { ComplaintColumns } from '#server/complaints/complaint.table.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import type { Complainant } from '#shared/complaints/complaint.schema.ts';
import { hasComplaint, hasReport } from '#shared/complaints/complaint.steps.ts';
import type { PlaceName } from '#shared/documents/places.ts';
import { inWords, type Values } from '#shared/documents/values.ts';
import { complaintWords } from '#shared/words/complaint.words.ts';
import type { Facts, FactsAsk } from './document.facts.ts';
import { officeFacts } from './office.facts.ts';

export { countOpening as countComplaintOpening } from '#server/complaints/complaint.identity.ts';

/** Places that hold who complained. */
const WHO = ['投诉人', '投诉人电话', '投诉人证件类型', '投诉人证件号码', '投诉人地址', '投诉人代理人'] as const;

const words: Record<string, readonly [string, string]> = complaintWords;

/** A complaint's or report's facts. Who complained is among them only where the paper lawfully names them. */
export async function complaintFacts(work: Work, dossier: DossierRow, ask: FactsAsk): Promise<Facts> {
  const own = await columnsOf(work.tx, dossier.id);
  const complainant = (await complainantOf(work, dossier.id)) ?? {};
  const { owner, handler, ...office } = await officeFacts(work, dossier);
  const named = ask.named ? namedFacts(complainant) : {};
  const addressed = ask.to === 'complainant' && ask.named;
  const addressee = addressed ? named.投诉人 : ask.to === 'respondent' ? dossier.subjectName : own.complainantMask;
  const values = {
    ...office,
    ...recordFacts(dossier, own),
    ...named,
    受文机关: owner,
    调解人员: handler,
    ...(addressee ? { 受送达人: addressee } : {}),
  };
  return {
    values: values as Values,
    sealed: ask.named ? [...WHO, ...(addressed ? (['受送达人'] as const) : [])] : [],
    standing: standingOf(work, dossier, own),
    secrets: [...(ask.named ? [] : secretsOf(complainant)), ...(await othersSecrets(work, dossier.id, complainant))],
  };
}

function namedFacts({ name, phone, idNo, address, agent }: Complainant): Partial<Record<PlaceName, string>> {
  return {
    ...(name ? { 投诉人: name } : {}),
    ...(phone ? { 投诉人电话: phone } : {}),
    ...(idNo ? { 投诉人证件类型: '居民身份证', 投诉人证件号码: idNo } : {}),
    ...(address ? { 投诉人地址: address } : {}),
    ...(agent ? { 投诉人代理人: agent } : {}),
  };
}

/** Who complained in records this one is linked with; one and the same person in both is no other. */
async function othersSecrets(work: Work, id: number, complainant: Complainant): Promise<string[]> {
  const own = new Set(secretsOf(complainant));
  return (await secretsLinked(work, id)).filter((secret) => !own.has(secret));
}

function recordFacts(dossier: DossierRow, own: ComplaintColumns) {
  const demands = own.demands.map((one) => words[`complaint.demand.${one}`]?.[0] ?? one);
  const { subjectName, title, township } = dossier;
  return {
    编号: dossier.number,
    收到日期: dossier.receivedOn,
    投诉事项: title,
    事项类别: hasComplaint(own.intake) ? (hasReport(own.intake) ? '投诉、举报' : '投诉') : '举报',
    ...(subjectName ? { 被投诉人: subjectName } : {}),
    ...(own.subjectContact ? { 被投诉人联系方式: own.subjectContact } : {}),
    ...(own.address || township ? { 被投诉人地址: own.address ?? township } : {}),
    争议事实: own.content,
    投诉请求: [...demands, own.demandText ?? ''].filter(Boolean).join('、'),
    同意公示: own.consentPublic,
    不同意公示: !own.consentPublic,
    同意委托调解: own.consentEntrust,
    不同意委托调解: !own.consentEntrust,
    ...groundFacts(own),
    ...(own.reportDecision && own.summary ? { 处理结果: own.summary } : {}),
  };
}

/** Which paragraph of articles 16 and 23 applies, as the forms ask for it. */
function groundFacts({ ground, complaintDecision }: ComplaintColumns): Partial<Record<PlaceName, string>> {
  const [article, number] = ground?.split('.') ?? [];
  const word = inWords(Number(number));
  if (article === 'refuse' && complaintDecision === 'refused') return { 受理情形: word };
  if (article === 'end' && complaintDecision === 'ended') return { 终止情形: word };
  return {};
}

const standingOf = (work: Work, dossier: DossierRow, own: ComplaintColumns) => ({
  状态: dossier.state,
  类型: own.intake,
  投诉: own.complaintDecision ?? 'open',
  举报: own.reportDecision ?? 'open',
  分送: own.dispatchedBy === work.actor.officeId && dossier.ownerOfficeId !== work.actor.officeId ? 'yes' : 'no',
});
