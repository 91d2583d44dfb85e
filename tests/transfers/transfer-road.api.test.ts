import { expect, test } from 'vitest';
import { aClue } from '#tests/cases/a-case.ts';
import { attach } from '#tests/support/uploads.ts';
import { world } from '#tests/support/world.ts';
import { filedCase } from './a-sent-case.ts';
import { aTransfer, drafted, sentToDepartment, sentToPolice } from './a-transfer.ts';

/** The smallest thing that is a PDF by its content. */
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

const running = async (people: Awaited<ReturnType<typeof world>>, id: number) =>
  ((await people.liaison.get(`/api/dossiers/${id}/clocks`)).json() as { name: string; running: boolean }[])
    .filter((clock) => clock.running)
    .map(({ name }) => name);

test('a transfer to the police goes from the report to the result, each step with a counter of its own', async () => {
  const people = await world();
  const { liaison, principal, policeman } = people;
  const transfer = await drafted(people);
  await transfer.explainMaterials();
  const counters: string[][] = [];
  const go = async (...step: Parameters<typeof transfer.step>) => {
    const seen = await transfer.step(...step);
    counters.push(await running(people, transfer.id));
    return seen;
  };

  await go(liaison, 'submit');
  const approved = await go(principal, 'approve');
  await go(liaison, 'send');
  const signed = await go(policeman, 'acknowledge');
  await go(policeman, 'file');
  const handed = await go(liaison, 'hand_goods');
  await go(policeman, 'answer', { result: 'convicted', reason: '人民法院判决有罪。' });

  expect(counters).toEqual([
    ['transfer.decide'],
    ['transfer.send'],
    ['transfer.acknowledge'],
    ['transfer.file'],
    ['transfer.goods'],
    [],
    [],
  ]);
  expect(approved).toMatchObject({ letterNumber: '（夏）市监涉罪移〔2026〕1号', dueAt: '2026-11-25T02:00:00.000Z' });
  expect(signed).toMatchObject({ signedBy: '郑涛', signedAt: '2026-11-24T02:00:00.000Z', signedEnteredAt: null });
  expect(handed.handOver).toMatchObject({ receivedBy: '郑涛', goods: [{ name: '冬虫夏草', thousandths: 12_500 }] });
  expect(await transfer.now()).toMatchObject({ state: 'answered', result: 'convicted', closedOn: '2026-11-24' });
});

test('without two officers nothing is reported, and without five materials nothing is sent', async () => {
  const people = await world();
  const { liaison, principal } = people;
  const transfer = await drafted(people, aTransfer({ officers: [{ name: '李军', certificate: '甘夏 0101' }] }));

  const alone = await transfer.tryStep(liaison, 'submit');
  await transfer.edit({ officers: aTransfer().officers });
  await transfer.step(liaison, 'submit');
  await transfer.step(principal, 'approve');
  await transfer.material('letter', { none: '随附纸质原件' });
  const early = await transfer.tryStep(liaison, 'send');

  expect([alone.statusCode, alone.json().detail.blockers]).toEqual([409, ['two_officers']]);
  expect(early.json().detail.blockers).toEqual(['material.report', 'material.expert', 'material.other']);
  expect((await transfer.now()).blockers).toEqual({ send: early.json().detail.blockers });
});

test('only the chief approves a transfer to the police, and never one’s own report', async () => {
  const people = await world();
  const { liaison, chief, principal } = people;
  const transfer = await drafted(people);
  await transfer.step(liaison, 'submit');

  expect((await transfer.tryStep(chief, 'approve')).statusCode).toBe(409);
  expect((await transfer.seenBy(chief)).openSteps).toEqual([]);
  expect((await transfer.seenBy(principal)).openSteps).toEqual(['approve', 'disapprove']);
});

test('a receipt signed on paper is entered with its scan, its own time and when it was entered; the limit runs from the signature', async () => {
  const people = await world();
  const transfer = await sentToPolice(people);
  const { policeman, liaison } = people;
  await people.later(2);
  const scan = await attach(liaison, await transfer.now(), '回执.pdf', PDF);
  const paper = { on: '2026-11-25', time: '16:30', signedBy: '郑涛' };
  const tries = [
    await transfer.tryStep(policeman, 'acknowledge', { on: '2026-11-25' }),
    await transfer.tryStep(liaison, 'enter_receipt', paper),
    await transfer.tryStep(liaison, 'enter_receipt', {
      ...paper,
      on: '2026-11-24',
      time: '09:59',
      fileIds: [scan.json().file.id],
    }),
    await transfer.tryStep(liaison, 'enter_receipt', {
      ...paper,
      on: '2026-11-26',
      time: '23:30',
      fileIds: [scan.json().file.id],
    }),
  ];

  const entered = await transfer.step(liaison, 'enter_receipt', { ...paper, fileIds: [scan.json().file.id] });

  expect(tries.map((answer) => [answer.statusCode, answer.json().detail.fields])).toEqual([
    [422, { on: 'by_receipt' }],
    [422, { fileIds: 'required' }],
    [422, { time: 'before_last_event' }],
    [422, { time: 'future' }],
  ]);
  expect(entered).toMatchObject({
    state: 'acknowledged',
    signedAt: '2026-11-25T08:30:00.000Z',
    signedEnteredAt: '2026-11-26T02:00:00.000Z',
    dueOn: '2026-11-28',
  });
  expect((await policeman.get(`/api/dossiers/${transfer.id}/files`)).json()).toMatchObject([{ name: '回执.pdf' }]);
  const gone = await liaison.delete(`/api/files/${scan.json().file.id}`, {
    version: entered.version,
    reason: '删掉回执',
  });
  expect(gone.statusCode).toBe(409);
});

test('what is not theirs is passed on, and each passing on shows whether its twenty-four hours were kept', async () => {
  const people = await world();
  const transfer = await sentToPolice(people);
  const { policeman, policeElsewhere, liaison } = people;
  await transfer.step(policeman, 'acknowledge');
  await people.later(2);

  await transfer.step(policeman, 'forward', { officeId: 9, reason: '犯罪地在临潭县' });
  const clocks = (await liaison.get(`/api/dossiers/${transfer.id}/clocks`)).json() as { name: string; dueAt: string }[];
  const signed = await transfer.step(policeElsewhere, 'acknowledge', { signedBy: '马强' });

  expect(clocks.find(({ name }) => name === 'transfer.forward')).toMatchObject({
    running: false,
    dueAt: '2026-11-25T02:00:00.000Z',
    stoppedOn: '2026-11-26',
  });
  expect(signed).toMatchObject({ state: 'acknowledged', signedBy: '马强', dueOn: '2026-11-29', toOfficeId: 9 });
  expect((await transfer.seenBy(policeman)).view).toBe('preview');
  expect((await transfer.now()).hops).toMatchObject([{ officeId: 5, toOfficeId: 9, reason: '犯罪地在临潭县' }]);
});

test('a refusal gives the files back and opens three roads: accepting it, review, supervision', async () => {
  const people = await world();
  const { chief, policeman, liaison } = people;
  const transfer = await sentToPolice(people);
  await transfer.step(policeman, 'acknowledge');

  const refused = await transfer.step(policeman, 'refuse', { reason: '犯罪事实显著轻微' });
  expect(refused).toMatchObject({ state: 'refused', view: 'preview', summary: null });
  expect(await running(people, transfer.id)).toEqual(['transfer.ask_review']);
  expect((await transfer.seenBy(chief)).openSteps).toEqual(['ask_review', 'ask_supervision', 'accept_refusal']);

  await transfer.step(chief, 'ask_review');
  expect((await transfer.seenBy(policeman)).view).toBe('whole');
  await transfer.step(policeman, 'uphold', { reason: '维持原决定' });
  expect(await running(people, transfer.id)).toEqual(['transfer.ask_supervision']);
  await transfer.step(chief, 'ask_supervision');
  expect(await running(people, transfer.id)).toEqual([]);
  await transfer.step(policeman, 'supervise_file');
  await transfer.step(liaison, 'hand_goods');
  const end = await transfer.step(policeman, 'answer', { result: 'not_prosecuted', reason: '检察院决定不起诉。' });

  expect(end).toMatchObject({ state: 'answered', result: 'not_prosecuted' });
});

test('between departments a rejection may be disputed, and what the coordinator rules is not rejected again', async () => {
  const people = await world();
  const { liaison, farmer, blockCoordinator, registrar } = people;
  const transfer = await sentToDepartment(people);
  await transfer.step(farmer, 'acknowledge', { signedBy: '卓玛' });
  await transfer.step(farmer, 'reject', { reason: '属流通环节' });
  await transfer.step(liaison, 'dispute', { reason: '属养殖环节' });
  expect(await running(people, transfer.id)).toEqual(['transfer.dispute']);

  expect((await transfer.seenBy(registrar)).openSteps).toEqual([]);
  await transfer.step(blockCoordinator, 'rule', { reason: '由农业农村部门办理' });
  await transfer.step(farmer, 'acknowledge', { signedBy: '卓玛' });
  const again = await transfer.tryStep(farmer, 'reject', { reason: '还是不要' });
  await transfer.step(farmer, 'accept');
  const answered = await transfer.step(farmer, 'answer', { result: 'case_filed', reason: '已立案查处。' });

  expect(again.statusCode).toBe(409);
  expect(answered).toMatchObject({ state: 'answered', result: 'case_filed', ruled: true });
});

test('within one line an office that objects does not reject: their common superior rules', async () => {
  const people = await world();
  const { lintan, bureauHead, blockCoordinator } = people;
  const transfer = await sentToDepartment(people, { toOfficeId: 4 });
  await transfer.step(lintan, 'acknowledge', { signedBy: '林强' });

  const objected = await transfer.step(lintan, 'reject', { reason: '违法行为发生地不在本县' });

  expect(objected.state).toBe('disputed');
  expect((await transfer.seenBy(blockCoordinator)).openSteps).toEqual([]);
  expect((await transfer.seenBy(bureauHead)).openSteps).toEqual(['rule', 'rule_back']);
  expect((await transfer.step(bureauHead, 'rule_back')).state).toBe('ended');
});

test('the police hand a matter that is no crime to the agency by the same steps', async () => {
  const people = await world();
  const { policeman, policeHead, liaison } = people;
  const transfer = await drafted(
    people,
    { road: 'from_police', toOfficeId: 3, title: '某商店案', summary: '不构成犯罪', parties: aTransfer().parties },
    policeman,
  );
  await transfer.step(policeman, 'submit');
  await transfer.step(policeHead, 'approve');
  await transfer.step(policeman, 'send');
  await transfer.step(liaison, 'acknowledge', { signedBy: '张丽' });
  const accepted = await transfer.step(liaison, 'accept');

  expect(accepted).toMatchObject({ state: 'accepted', view: 'whole', letterNumber: '（夏）公案移〔2026〕1号' });
});

test('a case sent to the police stands still, comes back at once when they refuse, and waits again when they file after all', async () => {
  const people = await world();
  const { chief, liaison, policeman } = people;
  const violation = await filedCase(people);
  const transfer = await sentToPolice(people, { sourceId: violation.id });
  const seen = async () => (await liaison.get(`/api/cases/${violation.id}`)).json();

  const waiting = await seen();
  await people.later(3);
  await transfer.step(policeman, 'acknowledge');
  await transfer.step(policeman, 'refuse', { reason: '没有犯罪事实' });
  const back = await seen();
  await transfer.step(chief, 'ask_review');
  await transfer.step(policeman, 'review_file');
  const again = await seen();
  await transfer.step(liaison, 'hand_goods');
  await transfer.step(policeman, 'answer', { result: 'convicted', reason: '已判决' });

  expect(waiting).toMatchObject({ state: 'with_police', pausedOn: '2026-11-24' });
  expect(back).toMatchObject({ state: 'investigating', pausedOn: null, clockPausedDays: 3 });
  expect(again).toMatchObject({ state: 'with_police', pausedOn: '2026-11-27' });
  expect(await seen()).toMatchObject({ state: 'to_close', outcome: 'to_police', clockName: 'case.close' });
});

test('a record has one transfer to the police at a time', async () => {
  const people = await world();
  const violation = await filedCase(people, aClue());
  await drafted(people, aTransfer({ sourceId: violation.id }));

  const second = await people.liaison.post('/api/transfers', aTransfer({ sourceId: violation.id }));

  expect([second.statusCode, second.json().code]).toEqual([409, 'already_exists']);
});
