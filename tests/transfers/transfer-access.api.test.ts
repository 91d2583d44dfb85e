import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { transferIdentities } from '#server/transfers/transfer.table.ts';
import type { Transfer } from '#shared/transfers/transfer.schema.ts';
import { attach } from '#tests/support/uploads.ts';
import { type Asker, anIntake, OFFICES, world } from '#tests/support/world.ts';
import { aTransfer, drafted, sentToDepartment, sentToPolice, toDepartment } from './a-transfer.ts';

/** Words that stand in the content of a transfer to the police, and nowhere a preview may show them. */
const SECRET = ['绝密案情', '贡保才让', '13909418888', '623027199001011234', '拉卜楞镇', '超过五万元', '冬虫夏草公斤'];
const pdf = (text: string) => Buffer.from(`%PDF-1.4\n% ${text}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`);

/** Everything one may ask about a transfer without changing it. */
async function asked(who: Asker, { id, number }: Pick<Transfer, 'id' | 'number'>): Promise<string[]> {
  const answers = [
    await who.get(`/api/transfers/${id}`),
    await who.get('/api/transfers?limit=200'),
    await who.get('/api/transfers/counts'),
    await who.post('/api/transfers/find', { q: '冬虫夏草', limit: 200 }),
    await who.get('/api/dossiers?limit=200'),
    await who.get(`/api/dossiers/${id}/timeline`),
    await who.get(`/api/dossiers/${id}/clocks`),
    await who.get(`/api/dossiers/${id}/files`),
    await who.get(`/api/dossiers/${id}/numbers`),
    await who.get(`/api/dossiers/by-number/${number}`),
    await who.post('/api/search', { q: '冬虫夏草', limit: 50 }),
    await who.get('/api/notices'),
  ];
  return answers.map(({ body }) => body);
}

test('before it is sent a transfer does not exist for anybody outside, whatever they ask', async () => {
  const people = await world();
  const transfer = await drafted(people);
  await transfer.explainMaterials();
  await transfer.step(people.liaison, 'submit');
  await transfer.step(people.principal, 'approve');
  const made = await transfer.now();

  for (const who of ['policeman', 'policeHead', 'outsider', 'prosecutor', 'farmer', 'lintan'] as const) {
    const said = await asked(people[who], made);
    expect([who, said.filter((body) => body.includes(made.number) || body.includes('冬虫夏草'))]).toEqual([who, []]);
    expect((await people[who].get(transfer.url)).statusCode).toBe(404);
  }
  const let_in = await people.liaison.post(`/api/dossiers/${made.id}/parts`, {
    officeId: OFFICES.police.id,
    part: 'reader',
    reason: '先给公安看看',
    version: made.version,
  });
  expect([let_in.statusCode, let_in.json().detail]).toEqual([409, { part: 'by_step' }]);
});

test('until it is signed for, the police see who sends what kind of matter about whom, masked, and not its content', async () => {
  const people = await world();
  const transfer = await sentToPolice(people);
  const { policeman } = people;

  const said = await asked(policeman, await transfer.now());
  const seen = await transfer.seenBy(policeman);

  expect(SECRET.filter((word) => said.join('\n').includes(word))).toEqual([]);
  expect(seen).toMatchObject({
    view: 'preview',
    title: '某商行销售伪劣冬虫夏草案',
    subjectName: '贡***',
    ownerOfficeId: OFFICES.xiahe.id,
    sentOn: '2026-11-24',
    letterNumber: '（夏）市监涉罪移〔2026〕1号',
    summary: null,
    crime: null,
    parties: [],
    goods: [],
    officers: [],
    openSteps: ['acknowledge'],
  });
  expect((await policeman.post(`${transfer.url}/identities`, { reason: '核实身份' })).statusCode).toBe(403);
});

test('once signed for they read what was sent, open who is named with a reason, and nothing of how it came about', async () => {
  const people = await world();
  const { liaison, policeman, db } = people;
  const draft = await drafted(people, aTransfer({ summary: '删去的旧案情' }));
  const before = await draft.now();
  const inner = (await attach(liaison, before, '内部讨论.pdf', pdf('inner'))).json();
  const report = (await attach(liaison, { ...before, version: inner.version }, '调查报告.pdf', pdf('report'))).json();
  await draft.edit({ summary: aTransfer().summary });
  await draft.explainMaterials();
  await draft.material('report', { fileIds: [report.file.id] });
  await draft.step(liaison, 'submit', { reason: '内部意见' });
  await draft.step(people.principal, 'approve', { reason: '同意移送的批示' });
  await draft.step(liaison, 'send');
  await draft.step(policeman, 'acknowledge');

  const said = (await asked(policeman, await draft.now())).join('\n');
  const files = (await policeman.get(`/api/dossiers/${draft.id}/files`)).json();
  const opened = await policeman.post(`${draft.url}/identities`, { reason: '立案审查' });

  expect(['删去的旧案情', '内部讨论', '内部意见', '批示', '贡保才让'].filter((word) => said.includes(word))).toEqual(
    [],
  );
  expect(files.map(({ name }: { name: string }) => name)).toEqual(['调查报告.pdf']);
  expect((await policeman.get(`/api/files/${inner.file.id}`)).statusCode).toBe(404);
  expect((await policeman.get(`/api/files/${report.file.id}`)).statusCode).toBe(200);
  expect(opened.json().parties).toMatchObject([{ name: '贡保才让', idNo: '623027199001011234' }]);
  expect(opened.json().complainant).toBeNull();
  expect(await draft.seenBy(policeman)).toMatchObject({ view: 'whole', parties: [{ name: '贡***', sealed: true }] });
  const [sealed] = await db.read.select().from(transferIdentities).where(eq(transferIdentities.id, draft.id));
  expect(sealed!.sealed.includes('贡保才让')).toBe(false);
});

test('nothing of the case is open to the police, before or after', async () => {
  const people = await world();
  const { liaison, policeman } = people;
  const complaint = (await liaison.post('/api/complaints', anIntake({ content: '绝密投诉内容' }))).json();
  const transfer = await sentToPolice(people, { sourceId: complaint.id, summary: '查明的案情' });
  await transfer.step(policeman, 'acknowledge');

  expect((await policeman.get(`/api/complaints/${complaint.id}`)).statusCode).toBe(404);
  const said = (await asked(policeman, await transfer.now())).join('\n');
  expect([complaint.number, '绝密投诉内容'].filter((word) => said.includes(word))).toEqual([]);
  expect((await transfer.seenBy(policeman)).links).toEqual([]);
  expect((await transfer.seenBy(liaison)).links).toMatchObject([{ number: complaint.number, link: 'transferred' }]);
});

test('after it is withdrawn there is nothing left of it for the other side', async () => {
  const people = await world();
  const { liaison, policeman, prosecutor, principal, farmer } = people;
  const transfer = await sentToPolice(people);
  const made = await transfer.now();
  expect((await transfer.tryStep(liaison, 'withdraw')).statusCode).toBe(409); // what the chief sent the chief takes back
  await transfer.step(principal, 'withdraw', { reason: '出现新证据' });
  const other = await sentToDepartment(people);
  await other.step(farmer, 'acknowledge', { signedBy: '卓玛' });
  await other.step(liaison, 'withdraw', { reason: '重复移送' });

  for (const [who, { id, number }] of [
    [policeman, made],
    [prosecutor, made],
    [farmer, await other.now()],
  ] as const) {
    const said = await asked(who, { id, number });
    expect(said.filter((body) => body.includes(number) || body.includes('冬虫夏草') || body.includes('兽药'))).toEqual(
      [],
    );
    expect((await who.get(`/api/transfers/${id}`)).statusCode).toBe(404);
  }
});

test('the prosecutor reads a copy of what was sent and of what was refused, and opens nobody’s name', async () => {
  const people = await world();
  const { prosecutor, policeman, principal, liaison } = people;
  const transfer = await sentToPolice(people);
  await transfer.step(policeman, 'acknowledge');
  await transfer.step(policeman, 'refuse', { reason: '犯罪事实显著轻微' });
  const kept = await drafted(people, aTransfer({ title: '另一案' }));
  await kept.step(liaison, 'submit');
  await kept.step(principal, 'disapprove', { reason: '不批准的理由' });

  expect(await transfer.seenBy(prosecutor)).toMatchObject({
    view: 'whole',
    state: 'refused',
    decisionReason: '犯罪事实显著轻微',
    summary: aTransfer().summary,
    openSteps: [],
  });
  expect((await prosecutor.post(`${transfer.url}/identities`, { reason: '想看看' })).statusCode).toBe(403);
  const seen = await kept.seenBy(prosecutor);
  expect(seen).toMatchObject({ view: 'preview', state: 'not_approved', disapproval: null, summary: null });
  const said = (await asked(prosecutor, seen)).join('\n');
  expect(said.includes('不批准的理由')).toBe(false);
  expect(await kept.seenBy(people.blockCoordinator)).toMatchObject({ state: 'not_approved', summary: null });
});

test('who complained goes along only where a second person grants it, and the words of the transfer must not name them', async () => {
  const people = await world();
  const { liaison, chief, principal, policeman } = people;
  const complaint = (await liaison.post('/api/complaints', anIntake())).json();
  const transfer = await drafted(people, aTransfer({ sourceId: complaint.id, summary: '李某某举报，查明案情。' }));
  const named = await transfer.tryStep(liaison, 'submit');
  await transfer.edit({ summary: '来电 139-0941-1234 举报' });
  const phoned = await transfer.tryStep(liaison, 'submit');
  await transfer.edit({ summary: '接群众举报，查明案情。' });
  const titled = await drafted(people, aTransfer({ title: '贡保才让销售伪劣虫草案' }));
  const inTitle = await titled.tryStep(liaison, 'submit');
  const ask = async (who: Asker, path: string) =>
    who.post(`${transfer.url}/${path}`, { version: await transfer.version(), reason: '公安需要询问证人' });

  const early = await ask(chief, 'complainant/grant');
  await ask(liaison, 'complainant');
  const granted = await ask(chief, 'complainant/grant');
  await transfer.explainMaterials();
  await transfer.step(liaison, 'submit');
  await transfer.step(principal, 'approve');
  await transfer.step(liaison, 'send');
  await transfer.step(policeman, 'acknowledge');
  const opened = await policeman.post(`${transfer.url}/identities`, { reason: '询问证人' });

  expect([named, phoned, inTitle].map((answer) => answer.json().detail.fields)).toEqual([
    { summary: 'names_complainant' },
    { summary: 'names_complainant' },
    { title: 'names_party' },
  ]);
  expect([early.statusCode, granted.statusCode]).toEqual([409, 200]);
  expect(opened.json().complainant).toMatchObject({ name: '李某某', phone: '13909411234' });
  const lines = (await liaison.get(`/api/dossiers/${transfer.id}/timeline`)).json() as { event: string }[];
  expect(lines.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['transfer.complainant_asked', 'transfer.complainant_granted', 'identity.opened']),
  );
});

test('a restricted record is sent to named persons on the other side alone', async () => {
  const people = await world();
  const { liaison, policeman, outsider, principal } = people;
  const complaint = (await liaison.post('/api/complaints', anIntake({ restricted: true }))).json();
  const transfer = await drafted(people, aTransfer({ sourceId: complaint.id }));
  await transfer.explainMaterials();
  await transfer.step(liaison, 'submit');
  await transfer.step(principal, 'approve');
  await transfer.step(liaison, 'send');

  expect(await transfer.seenBy(people.inspector)).toMatchObject({ view: 'stub', title: '' });
  expect((await transfer.seenBy(policeman)).openSteps).toEqual(['acknowledge']);
  await transfer.step(policeman, 'acknowledge');
  expect((await transfer.seenBy(policeman)).view).toBe('whole');
  expect((await transfer.seenBy(outsider)).view).toBe('whole'); // receives for the office too
  expect((await transfer.seenBy(people.policeHead)).view).toBe('stub');
});

test('food and farm produce that is another’s: told in writing when it is sent, closed here when it is taken on', async () => {
  const people = await world();
  const { liaison, farmer, chief } = people;
  const complaint = (await liaison.post('/api/complaints', anIntake({ matter: 'farm.residue' }))).json();
  const transfer = await drafted(people, toDepartment({ sourceId: complaint.id }));
  await transfer.step(liaison, 'submit');
  await transfer.step(chief, 'approve');
  const silent = await transfer.tryStep(liaison, 'send');
  await transfer.step(liaison, 'send', {
    telling: { way: 'letter', toldOn: '2026-11-24', text: '您反映的问题已移送夏河县农业农村局处理。' },
  });
  const sent = (await liaison.get(`/api/complaints/${complaint.id}`)).json();
  await transfer.step(farmer, 'acknowledge', { signedBy: '卓玛' });
  await transfer.step(farmer, 'accept');
  const closed = (await liaison.get(`/api/complaints/${complaint.id}`)).json();

  expect(silent.json().detail.fields).toEqual({ telling: 'required' });
  expect(sent).toMatchObject({ state: 'to_decide', clockName: 'complaint.accept' });
  expect(sent.tellings).toMatchObject([{ to: 'complainant', way: 'letter' }]);
  expect(closed).toMatchObject({ state: 'closed', outcome: 'transferred', clockName: null, closedOn: '2026-11-24' });
});
