import { expect, test } from 'vitest';
import type { Case } from '#shared/cases/case.schema.ts';
import { aClue, CONDITIONS, FILE, FINE, following, OFFICERS } from '#tests/cases/a-case.ts';
import { issue, make } from '#tests/support/papers.ts';
import { world } from '#tests/support/world.ts';
import { drafted, toDepartment } from '#tests/transfers/a-transfer.ts';

type World = Awaited<ReturnType<typeof world>>;
const CONTACT = { 联系人: '李军', 联系地址: '夏河县人民东街18号' };

async function toTell({ inspector, chief, reviewer }: World) {
  const road = following((await inspector.post('/api/cases', aClue())).json() as Case);
  await road.step(inspector, 'propose', { filing: true, conditions: CONDITIONS, reason: '有证据初步证明。' });
  await road.step(chief, 'file', { officers: OFFICERS });
  await road.edit(inspector, FILE);
  await road.addEvidence(inspector);
  await road.step(inspector, 'submit_review');
  await road.step(reviewer, 'pass_review', { reason: '事实清楚，证据确凿。' });
  await road.step(chief, 'approve_notice');
  await road.refresh(inspector);
  return road;
}

test('nobody is told of a penalty without the notice, nor is the decision served without its paper, nor the case closed without a receipt', async () => {
  const people = await world();
  const { inspector, chief } = people;
  const road = await toTell(people);
  const paper = async (form: string, to: string, answers = {}, issuer = inspector) => {
    const draft = (await make(inspector, road.now, form, to, answers)).json();
    if (draft.paper.standing !== 'final') {
      const final = await issue(issuer, draft.paper.id, draft.version);
      expect(final.statusCode, final.body).toBe(201);
    }
    return road.refresh(inspector);
  };

  expect(road.now.lacks['tell']).toEqual([{ forms: ['penalty_notice'], law: '行政处罚法', article: '第四十四条' }]);
  const untold = await road.tryStep(inspector, 'tell', { way: 'direct' });
  expect([untold.statusCode, untold.json().detail.fields]).toEqual([422, { without: 'paper_lacking' }]);
  expect(untold.json().detail.papers).toMatchObject([{ forms: ['penalty_notice'] }]);

  expect((await paper('penalty_notice', 'party', CONTACT, chief)).lacks).toEqual({});
  const step: typeof road.step = (by, name, more) => road.step(by, name, { without: undefined as never, ...more });
  await step(inspector, 'tell', { way: 'direct' });
  await step(inspector, 'hear_statement', { statement: 'waived' });
  await step(inspector, 'propose_decision');
  await step(chief, 'decide', { outcome: 'penalty', penalties: FINE });
  await road.refresh(inspector);

  expect((await road.tryStep(inspector, 'serve', { way: 'direct' })).statusCode).toBe(422);
  await paper('penalty', 'party');
  await step(inspector, 'serve', { way: 'direct' });
  await step(inspector, 'pay', { duty: 'fine', amountFen: road.now.leftFen! });
  await step(inspector, 'perform', { ground: 'close.1', reason: '罚款已缴清。' });
  await road.refresh(chief);

  expect(road.now.lacks['close']).toMatchObject([{ forms: ['service_receipt'] }]);
  await paper('service_receipt', 'office', { 送达文书: '行政处罚决定书' });
  await road.refresh(chief);
  await step(chief, 'close');
  expect(road.now.state).toBe('closed');
});

test('why a paper is not there is kept beside the papers and in the line, once, and covers the later steps that ask for it', async () => {
  const people = await world();
  const { inspector } = people;
  const road = await toTell(people);
  const without = '在省局系统制作，文号另存。';

  await road.step(inspector, 'tell', { way: 'direct', without });
  await road.step(inspector, 'hear_statement', { statement: 'waived', without: '多余的说明' });
  const { excuses } = (await inspector.get(`/api/dossiers/${road.now.id}/documents`)).json();
  const timeline = (await inspector.get(`/api/dossiers/${road.now.id}/timeline`)).json();

  expect(excuses).toMatchObject([{ form: 'penalty_notice', step: 'tell', reason: without }]);
  expect(JSON.stringify(timeline)).toContain(without);
  expect(JSON.stringify(timeline)).not.toContain('多余的说明');
});

test('of two parties each has a receipt before the case is closed', async () => {
  const { paperThere, rulesFor } = await import('#shared/documents/paper.rules.ts');
  const closing = { kind: 'case', step: 'close', on: '2026-11-25' } as const;
  const [rule] = rulesFor(closing, { 程序: 'ordinary', 送达: 'direct' });
  const receipt = (party: number) => ({ form: 'service_receipt', party }) as const;

  expect(paperThere(rule!, [receipt(1)], 2)).toBe(false);
  expect(paperThere(rule!, [receipt(1), receipt(2)], 2)).toBe(true);
  expect(paperThere(rule!, [receipt(0)], 1)).toBe(true);
  expect(rulesFor(closing, { 程序: 'ordinary', 送达: 'public_notice' })).toEqual([]);
  expect(rulesFor({ ...closing, on: '2020-01-02' }, { 程序: 'ordinary', 送达: 'direct' })).toEqual([]);
});

test('the market supervision sends no transfer without its letter; the police have no such form', async () => {
  const people = await world();
  const transfer = await drafted(people, toDepartment());
  await transfer.step(people.liaison, 'submit');
  await transfer.step(people.chief, 'approve');

  const unsent = await transfer.tryStep(people.liaison, 'send', { without: undefined as never });

  expect([unsent.statusCode, unsent.json().detail.fields]).toEqual([422, { without: 'paper_lacking' }]);
  expect((await transfer.now()).lacks['send']).toMatchObject([{ forms: ['case_transfer'], article: '第十四条' }]);
});
