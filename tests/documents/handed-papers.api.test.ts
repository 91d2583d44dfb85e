import { expect, test } from 'vitest';
import { anOrder } from '#tests/rectifications/a-rectification.ts';
import { issue, make } from '#tests/support/papers.ts';
import { opened } from '#tests/support/word.ts';
import { type Asker, OFFICES, world } from '#tests/support/world.ts';
import { aTransfer, drafted, sentToDepartment, sentToPolice } from '#tests/transfers/a-transfer.ts';

const ADDRESS = { 联系地址: '夏河县人民东街18号' };
const textOf = async (who: Asker, fileId: number) =>
  opened((await who.get(`/api/files/${fileId}`)).rawPayload).then(({ text }) => text);
const papersOf = async (who: Asker, id: number) => (await who.get(`/api/dossiers/${id}/documents`)).json();
const at = async ({ id, version }: { id: number; version(): Promise<number> }) => ({ id, version: await version() });

test('the letter to the police bears the number its approval drew, and says to whom, what for, what goes along and who reads a copy', async () => {
  const people = await world();
  const transfer = await sentToPolice(people);

  const draft = (await make(people.liaison, await at(transfer), 'crime_transfer', 'receiver', ADDRESS)).json();
  const final = await issue(people.liaison, draft.paper.id, draft.version);
  const text = await textOf(people.liaison, final.json().paper.fileId);

  expect(final.statusCode, final.body).toBe(201);
  const { letterNumber } = await transfer.now();
  expect(final.json().paper.number).toBe(letterNumber);
  for (const said of [
    letterNumber!,
    '夏河县公安局',
    '某商行销售伪劣冬虫夏草一案',
    '李军、才让',
    '附件：涉案物品清单',
    '抄送：夏河县人民检察院',
  ])
    expect(text).toContain(said);
  expect(text).not.toMatch(/贡保才让|623027199001011234|13909418888/);
});

test('a paper tells people to come where its office sits, and leaves open what is written by hand when it is served', async () => {
  const people = await world();
  const moved = { address: '夏河县拉卜楞镇府前街6号', reason: '搬迁' };
  expect((await people.systemAdmin.patch(`/api/offices/${OFFICES.xiahe.id}`, moved)).statusCode).toBe(200);
  const transfer = await sentToPolice(people);

  const letter = (await make(people.liaison, await at(transfer), 'crime_transfer', 'receiver')).json().paper;
  const receipt = (await make(people.liaison, await at(transfer), 'service_receipt', 'office')).json().paper;

  expect(letter.missing).toEqual([]);
  expect(await textOf(people.liaison, letter.fileId)).toContain('联系地址：夏河县拉卜楞镇府前街6号');
  expect(receipt.standing).toBe('final');
  expect(await textOf(people.liaison, receipt.fileId)).toMatch(/送达时间\n\n送达地点\n\n送达方式\n\n/);
});

test('no letter to the police is put in force before the head approved the transfer', async () => {
  const people = await world();
  const transfer = await drafted(people, aTransfer());

  const draft = (await make(people.liaison, await at(transfer), 'crime_transfer', 'receiver', ADDRESS)).json();

  expect((await issue(people.liaison, draft.paper.id, draft.version)).statusCode).toBe(409);
});

test('whoever a transfer was sent to writes none of its papers and sees none that was not handed on', async () => {
  const people = await world();
  const transfer = await sentToPolice(people);
  const draft = (await make(people.liaison, await at(transfer), 'goods_list', 'party')).json();
  await transfer.step(people.policeman, 'acknowledge');
  await transfer.step(people.policeman, 'file');

  const seen = await papersOf(people.policeman, transfer.id);
  const preview = await people.policeman.get(`/api/dossiers/${transfer.id}/documents/crime_transfer`);
  const made = await make(people.policeman, await at(transfer), 'crime_transfer', 'receiver', ADDRESS);
  const opening = await people.policeman.post(`/api/documents/${draft.paper.id}/opening`, { reason: '查看清单' });

  expect([seen.forms, seen.made]).toEqual([[], []]);
  expect([preview.statusCode, made.statusCode]).toEqual([403, 403]);
  expect([403, 404]).toContain(opening.statusCode);
});

test('the letter to another department is issued by whoever sends it, says why it goes there and bears the number its approval drew', async () => {
  const people = await world();
  const transfer = await sentToDepartment(people);
  const reason = { 移送原因: '生产环节归农业农村部门监督管理', 管辖情形: '本局无管辖权', 移送条款: '第十四条' };
  const answers = { ...ADDRESS, ...reason, 联系人: '李军' };

  const draft = (await make(people.liaison, await at(transfer), 'case_transfer', 'receiver', answers)).json();
  const final = await issue(people.liaison, draft.paper.id, draft.version);

  expect(final.statusCode, final.body).toBe(201);
  expect(final.json().paper.number).toBe((await transfer.now()).letterNumber);
  expect(await textOf(people.liaison, final.json().paper.fileId)).toContain(
    '某合作社兽药残留超标线索一案，因生产环节归农业农村部门监督管理，本局无管辖权。',
  );
});

test('an order to correct has its notice, whose number becomes the order’s; one given outside is not drawn anew', async () => {
  const { inspector, chief } = await world();
  const order = (
    await inspector.post('/api/rectifications', anOrder({ consequence: '逾期不改正的，依照消防法第六十条处罚。' }))
  ).json();
  const outside = (
    await inspector.post('/api/rectifications', anOrder({ orderNumber: '（夏）应急责改〔2026〕7号' }))
  ).json();
  const answers = { 联系人: '李军', ...ADDRESS };

  const draft = (await make(inspector, order, 'correction_order', 'party', answers)).json();
  const final = await issue(chief, draft.paper.id, draft.version);
  const text = await textOf(inspector, final.json().paper.fileId);
  const second = (await make(inspector, outside, 'correction_order', 'party', answers)).json();

  expect(final.statusCode, final.body).toBe(201);
  expect((await inspector.get(`/api/rectifications/${order.id}`)).json().orderNumber).toBe(final.json().paper.number);
  for (const said of [
    '夏河县拉卜楞客栈：',
    '经查，你（单位）二楼安全通道堆放杂物，无法通行的行为，违反了消防法第二十八条的规定。',
    '逾期不改的，依照消防法第六十条处罚。',
    '消防法第六十条',
    '于2026年12月1日前',
    '清除通道杂物',
  ])
    expect(text).toContain(said);
  expect((await issue(chief, second.paper.id, second.version)).statusCode).toBe(409);
});
