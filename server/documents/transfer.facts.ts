import { secretsLinked } from '#server/complaints/complaint.identity.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { readDirectory } from '#server/offices/directory.service.ts';
import { sealedParties } from '#server/transfers/transfer.identities.ts';
import { columnsOf } from '#server/transfers/transfer.standing.ts';
import type { TransferColumns } from '#server/transfers/transfer.table.ts';
import { isPerson } from '#shared/cases/case.lists.ts';
import type { PlaceName } from '#shared/documents/places.ts';
import type { Values } from '#shared/documents/values.ts';
import { MATERIALS } from '#shared/transfers/transfer.lists.ts';
import { transferWords } from '#shared/words/transfer.words.ts';
import type { Facts } from './document.facts.ts';
import { officeFacts, servedText } from './office.facts.ts';

export { countTransferOpening } from '#server/transfers/transfer.identities.ts';

const words: Record<string, readonly [string, string]> = transferWords;

/** A transfer's facts, for its sender alone. A natural person's name is sealed in it until the other side took it on. */
export async function transferFacts(work: Work, dossier: DossierRow): Promise<Facts> {
  const own = await columnsOf(work.tx, dossier.id);
  const parties = await sealedParties(work, dossier.id);
  const { owner: _, handler, ...office } = await officeFacts(work, dossier);
  const { offices } = await readDirectory(work);
  const nameOf = (id: number | null) => offices.find((one) => one.id === id)?.name;
  const receiver = nameOf(own.toOfficeId);
  const prosecutors = nameOf(own.copyOfficeId);
  const names = parties.map(({ name }) => name).join('、');
  const values: Partial<Record<PlaceName, Values[PlaceName]>> = {
    ...office,
    编号: dossier.number,
    案件名称: dossier.title.replace(/案$/, ''), // what is sent follows: 一案
    移送对象: '一案',
    联系人: own.officers.map(({ name }) => name).join('、') || handler,
    附件: materialsText(own),
    清单: goodsRows(own),
    ...(receiver ? { 受移送机关: receiver, 受送达人: receiver } : {}),
    ...(prosecutors ? { 人民检察院: prosecutors } : {}),
    ...(names ? { 当事人: names } : {}),
    ...(own.letterNumber ? { 送达文书: letterText(own, own.letterNumber) } : {}),
  };
  return {
    values,
    sealed: parties.some(({ kind }) => isPerson(kind)) ? ['当事人'] : [],
    standing: { 移送: own.letterNumber ? own.road : 'not_approved' },
    secrets: await secretsLinked(work, dossier.id),
  };
}

const letterText = ({ road }: TransferColumns, number: string) =>
  servedText(road === 'police' ? '涉嫌犯罪案件移送书' : '案件移送函', number);

/** What goes with the letter as GB/T 9704 has enclosures: one alone bears no number, more stand under one another, no sign after a name. */
function materialsText({ materials, goods }: TransferColumns): string {
  const there = MATERIALS.filter(
    (name) =>
      name !== 'letter' && ((materials[name]?.fileIds.length ?? 0) > 0 || (name === 'goods_list' && goods.length > 0)),
  );
  const names = there.map((name) => words[`transfer.material.${name}`]?.[0] ?? '');
  return names.length < 2 ? names.join('') : names.map((name, at) => `${at + 1}.${name}`).join('\n\u3000\u3000\u3000');
}

const goodsRows = ({ goods }: TransferColumns) =>
  goods.map(({ name, spec, unit, thousandths, note, place }) => ({
    名称: name,
    规格: spec ?? '',
    单位: unit,
    数量: String(thousandths / 1000),
    备注: note ?? place ?? '',
  }));
