import type { TransferDraft, TransferStepAsk } from '#shared/transfers/transfer.asks.ts';
import { MATERIALS } from '#shared/transfers/transfer.lists.ts';
import type { Transfer } from '#shared/transfers/transfer.schema.ts';
import type { TransferStepName } from '#shared/transfers/transfer.workflow.ts';
import { type Asker, OFFICES, type world } from '#tests/support/world.ts';

type World = Awaited<ReturnType<typeof world>>;

/** A transfer to the police with everything the report to the chief must say; tests change what they are about. */
export function aTransfer(change: Partial<TransferDraft> = {}): TransferDraft {
  return {
    road: 'police',
    title: '某商行销售伪劣冬虫夏草案',
    summary: '绝密案情：查明当事人销售掺假冬虫夏草二百余次。',
    basis: '产品质量法第三十九条',
    crime: '销售伪劣产品罪',
    crimeBasis: '销售金额八万元，超过五万元',
    salesFen: 8_000_000,
    parties: [
      { kind: 'unlicensed', name: '贡保才让', idNo: '623027199001011234', phone: '13909418888', address: '拉卜楞镇' },
    ],
    goods: [{ name: '冬虫夏草', unit: '公斤', thousandths: 12_500, perishable: false }],
    officers: [
      { name: '李军', certificate: '甘夏 0101' },
      { name: '才让', certificate: '甘夏 0102' },
    ],
    penalties: [{ kind: 'fine', amountFen: 500_000, number: '（夏）市监罚〔2026〕1号' }],
    contact: '张丽 0941-7121234',
    ...change,
  };
}

/** To another department of the same county: nothing of a crime in it. */
export const toDepartment = (change: Partial<TransferDraft> = {}): TransferDraft => ({
  road: 'department',
  toOfficeId: OFFICES.agriculture.id,
  title: '某合作社兽药残留超标线索',
  summary: '绝密案情：抽检发现兽药残留超标，生产环节属农业农村部门。',
  basis: '农产品质量安全法第五十六条',
  parties: [{ kind: 'cooperative', name: '夏河县某养殖合作社', creditCode: '93623027MA72ABCD2X' }],
  ...change,
});

const FACTS: Partial<Record<TransferStepName, Partial<TransferStepAsk>>> = {
  send: { without: '移送函由上级统一印制，已随卷寄送。' },
  acknowledge: { signedBy: '郑涛' },
  hand_goods: { handedBy: '李军', signedBy: '郑涛' },
  file: { number: '夏公（刑）立字〔2026〕12号' },
};

/** Takes a transfer from hand to hand; each act is checked to have been allowed, and answers it as its doer then sees it. */
export function following(made: Transfer, owner: Asker) {
  const url = `/api/transfers/${made.id}`;
  const seenBy = async (who: Asker) => (await who.get(url)).json() as Transfer;
  const took = (answer: { statusCode: number; body: string; json(): unknown }) => {
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
    return answer.json() as Transfer;
  };
  const version = async () => (await seenBy(owner)).version;
  return {
    id: made.id,
    url,
    seenBy,
    version,
    now: () => seenBy(owner),
    tryStep: async (who: Asker, step: TransferStepName, more: Partial<TransferStepAsk> = {}) =>
      who.post(`${url}/steps`, { step, version: await version(), reason: '依法办理。', ...FACTS[step], ...more }),
    async step(who: Asker, step: TransferStepName, more: Partial<TransferStepAsk> = {}) {
      return took(await this.tryStep(who, step, more));
    },
    edit: async (change: object) => took(await owner.patch(url, { version: await version(), ...change })),
    material: async (material: string, change: { fileIds?: number[]; none?: string | null }) =>
      took(await owner.put(`${url}/materials`, { version: await version(), material, fileIds: [], ...change })),
    async explainMaterials() {
      for (const material of MATERIALS) await this.material(material, { none: '本案没有此项材料。' });
      return this.now();
    },
  };
}

/** Drafts a transfer and follows it. */
export async function drafted(people: World, change: TransferDraft = aTransfer(), by: Asker = people.liaison) {
  const made = await by.post('/api/transfers', change);
  if (made.statusCode !== 201) throw new Error(`${made.statusCode} ${made.body}`);
  return following(made.json() as Transfer, by);
}

/** A transfer to the police that has left: its materials explained, approved by the chief. */
export async function sentToPolice(people: World, change: Partial<TransferDraft> = {}) {
  const transfer = await drafted(people, aTransfer(change));
  await transfer.explainMaterials();
  await transfer.step(people.liaison, 'submit');
  await transfer.step(people.principal, 'approve');
  await transfer.step(people.liaison, 'send');
  return transfer;
}

/** A transfer to another department that has left. */
export async function sentToDepartment(people: World, change: Partial<TransferDraft> = {}) {
  const transfer = await drafted(people, toDepartment(change));
  await transfer.step(people.liaison, 'submit');
  await transfer.step(people.chief, 'approve');
  await transfer.step(people.liaison, 'send');
  return transfer;
}
