import { describe, expect, test } from 'vitest';
import { DISPOSAL_BOXES } from '#shared/spot-checks/sample.lists.ts';
import type { SpotCheckStep } from '#shared/spot-checks/spot-check.asks.ts';
import { world } from '#tests/support/world.ts';
import { INSPECTORS, planned } from './a-spot-check.ts';

type World = Awaited<ReturnType<typeof world>>;
const fieldsOf = (answer: { json(): { detail: { fields: unknown } } }) => answer.json().detail.fields;

const FAILED = { item: '菌落总数', measured: '25000', standard: '≤10000', unit: 'CFU/g', verdict: 'failed' } as const;
const PASSED = { item: '铅', measured: '0.02', standard: '≤0.5', unit: 'mg/kg', verdict: 'passed' } as const;
const SHEET = {
  sampleNumber: 'DBJ26623027',
  product: '酸奶',
  batch: '20261101',
  maker: '夏河县乳品厂',
  officers: INSPECTORS,
};
const DISPOSED = DISPOSAL_BOXES.map((box) => ({ box, done: box !== 'penalty', text: '已按规定办理' }));

/** A sample at the laboratory. */
async function sent({ inspector }: World, matter = 'food.quality', more = {}) {
  const road = await planned(inspector, { checkKind: 'sampling', purpose: 'sampling', matter, title: '酸奶监督抽检' });
  await road.step(inspector, 'sample', { ...SHEET, ...more });
  await road.step(inspector, 'send', { laboratory: '甘南州检验检测中心' });
  return road;
}

/** A sample that failed, served on the party. */
async function served(people: World, matter = 'food.quality', more = {}) {
  const road = await sent(people, matter, more);
  await road.step(people.inspector, 'report', {
    reportNumber: 'R-1',
    conclusion: 'unqualified',
    items: [FAILED, PASSED],
  });
  await road.step(people.inspector, 'serve');
  return road;
}

const clockOf = async ({ inspector }: World, id: number, name: string) =>
  (
    (await inspector.get(`/api/dossiers/${id}/clocks`)).json() as {
      name: string;
      running: boolean;
      dueOn: string;
      dueAt: string;
    }[]
  ).find((one) => one.name === name);

describe('a food sample', () => {
  test('goes to the laboratory in five working days, and found good is confirmed', async () => {
    const people = await world();
    const { inspector, chief } = people;
    const road = await planned(inspector, { checkKind: 'sampling', purpose: 'sampling', matter: 'food.quality' });
    expect((await road.tryStep(inspector, 'begin', { officers: INSPECTORS })).statusCode).toBe(409); // a sample is taken, not looked at
    const taken = await road.step(inspector, 'sample', SHEET);
    expect(taken).toMatchObject({
      state: 'testing',
      product: '酸奶',
      clockName: 'spot_check.to_lab',
      dueOn: '2026-12-01',
    });
    const at = await road.step(inspector, 'send', { laboratory: '甘南州检验检测中心' });
    expect(at).toMatchObject({ clockName: 'spot_check.lab_report', dueOn: '2026-12-22' });

    const report = { reportNumber: 'R-1', items: [PASSED] };
    const wrong = await road.tryStep(inspector, 'report', { ...report, conclusion: 'unqualified' });
    expect(fieldsOf(wrong)).toEqual({ conclusion: 'no_item_fails' });
    const good = await road.step(inspector, 'report', { ...report, conclusion: 'qualified' });
    expect(good).toMatchObject({
      state: 'to_review',
      conclusion: 'qualified',
      result: 'clean',
      clockName: 'spot_check.review',
    });
    expect(await road.step(chief, 'confirm')).toMatchObject({ state: 'done', finishedOn: '2026-11-24' });
  });

  test('that failed is served in five working days, disposed of in ninety days, each of the five boxes filled in', async () => {
    const people = await world();
    const { inspector, chief } = people;
    const road = await sent(people);
    const failed = await road.step(inspector, 'report', {
      reportNumber: 'R-1',
      conclusion: 'unqualified',
      items: [FAILED],
    });
    expect(failed).toMatchObject({
      state: 'to_serve',
      problems: 1,
      clockName: 'spot_check.serve',
      dueOn: '2026-12-01',
    });
    expect(await clockOf(people, failed.id, 'spot_check.disposal')).toMatchObject({ dueOn: '2027-02-22' });
    expect(await road.step(inspector, 'serve')).toMatchObject({
      state: 'disposing',
      clockName: 'spot_check.ask_food',
      dueOn: '2026-12-03',
    });

    const some = await road.tryStep(inspector, 'dispose', { disposal: DISPOSED.slice(1), followUp: 'notify' });
    expect(fieldsOf(some)).toEqual({ disposal: 'all_boxes' });
    expect(fieldsOf(await road.tryStep(inspector, 'dispose', { disposal: DISPOSED, followUp: 'none' }))).toEqual({
      followUp: 'not_for_result',
    });
    const handed = await road.step(inspector, 'dispose', { disposal: DISPOSED, followUp: 'notify' });
    expect(handed).toMatchObject({ state: 'to_review', result: 'pending', conclusion: 'unqualified' });
    expect(handed.sample?.disposal).toHaveLength(5);
    const back = await road.step(chief, 'send_back', { fields: ['disposal'], reason: '原因排查不清' });
    expect(back).toMatchObject({ state: 'disposing', returnedFields: ['disposal'] });
    await road.step(inspector, 'dispose', { disposal: DISPOSED, followUp: 'notify' });
    expect(await road.step(chief, 'confirm')).toMatchObject({ state: 'done', finishedOn: null });
  });

  test('is tested again by another laboratory where the party asks in seven working days, and may turn out good', async () => {
    const people = await world();
    const { inspector, chief } = people;
    const road = await served(people);
    expect(await road.step(inspector, 'ask_retest')).toMatchObject({
      clockName: 'spot_check.accept',
      dueOn: '2026-12-01',
    });
    expect(road.now.openSteps).not.toContain('dispose'); // nothing is handed in while it is contested
    await road.step(inspector, 'decide_retest', { accepted: true });
    const same = await road.tryStep(inspector, 'name_lab', { laboratory: '甘南州检验检测中心' });
    expect(fieldsOf(same)).toEqual({ laboratory: 'same_lab' });
    const testing = await road.step(inspector, 'name_lab', { laboratory: '甘肃省食品检验研究院' });
    expect(testing).toMatchObject({ clockName: 'spot_check.retest_food', dueOn: '2026-12-08' });
    const again: Partial<SpotCheckStep> = { reportNumber: 'R-2', conclusion: 'qualified', items: [PASSED] };
    const overturned = await road.step(inspector, 'retest', again);
    expect(overturned).toMatchObject({
      conclusion: 'qualified',
      sample: { retest: 'overturned', conclusion: 'unqualified' },
    });
    expect(await road.step(inspector, 'dispose')).toMatchObject({
      state: 'to_review',
      result: 'clean',
      followUp: 'none',
    });
    expect(await road.step(chief, 'confirm')).toMatchObject({ state: 'done', finishedOn: '2026-11-24' });
  });

  test('asked for too late or refused with its ground, the first result stands', async () => {
    const people = await world();
    const { inspector, later } = people;
    const late = await served(people);
    const refused = await served(people);
    await refused.step(inspector, 'ask_retest');
    expect(fieldsOf(await refused.tryStep(inspector, 'decide_retest'))).toEqual({ refusal: 'required' });
    const { sample } = await refused.step(inspector, 'decide_retest', { refusal: 'microbes' });
    expect(sample).toMatchObject({ retest: 'refused', retestRefusal: 'microbes' });
    await later(10);
    expect(fieldsOf(await late.tryStep(inspector, 'ask_retest'))).toEqual({ on: 'too_late' });
  });

  test('objected to, it is decided in twenty working days where it is about the taking, and upheld takes the result away', async () => {
    const people = await world();
    const { inspector } = people;
    const road = await served(people);
    await road.step(inspector, 'object', { ground: 'process', text: '抽样人员未封样' });
    expect(await clockOf(people, road.now.id, 'spot_check.objection_process')).toMatchObject({ dueOn: '2026-12-22' });
    expect((await road.tryStep(inspector, 'dispose', { disposal: DISPOSED, followUp: 'notify' })).statusCode).toBe(409);
    expect(await road.step(inspector, 'decide_objection', { accepted: true })).toMatchObject({
      conclusion: 'qualified',
    });
  });
});

describe('under other laws', () => {
  test('farm produce gives five working days to ask, four hours after a fast test, and seven working days to test again', async () => {
    const people = await world();
    const farm = await served(people, 'farm.residue');
    expect(farm.now).toMatchObject({ clockName: 'spot_check.ask_farm', dueOn: '2026-12-01', sample: { law: 'farm' } });
    await farm.step(people.inspector, 'ask_retest');
    await farm.step(people.inspector, 'decide_retest', { accepted: true });
    const testing = await farm.step(people.inspector, 'name_lab', { laboratory: '甘肃省农产品质检中心' });
    expect(testing).toMatchObject({ clockName: 'spot_check.retest_farm', dueOn: '2026-12-03' });

    const fast = await served(people, 'farm.residue', { fast: true });
    expect(fast.now).toMatchObject({ clockName: 'spot_check.ask_fast', sample: { law: 'farm_fast' } });
    const { dueAt } = (await clockOf(people, fast.now.id, 'spot_check.ask_fast'))!;
    expect(Date.parse(dueAt) - Date.parse(people.clock.now())).toBeGreaterThan(3 * 3_600_000);
    expect(Date.parse(dueAt) - Date.parse(people.clock.now())).toBeLessThanOrEqual(5 * 3_600_000);
  });

  test('a product gives fifteen days to object', async () => {
    const people = await world();
    const road = await served(people, 'product.quality');
    expect(road.now).toMatchObject({
      clockName: 'spot_check.ask_product',
      dueOn: '2026-12-09',
      sample: { law: 'product' },
    });
  });
});

test('metering counts instruments due, verified and passed class by class, and passed is never more than verified', async () => {
  const { inspector } = await world();
  const road = await planned(inspector, {
    checkKind: 'metering',
    matter: 'measure.instrument',
    title: '集贸市场衡器检定',
  });
  await road.begin(inspector);
  await road.answerAll(inspector);
  const finish = (instruments?: object[]) =>
    road.tryStep(inspector, 'finish', {
      result: 'clean',
      followUp: 'none',
      ...(instruments ? { instruments } : {}),
    } as never);
  expect(fieldsOf(await finish())).toEqual({ instruments: 'required' });
  const scales = { class: 'scale', due: 40, verified: 38, passed: 39 };
  expect(fieldsOf(await finish([scales]))).toEqual({ 'instruments.0.passed': 'more_than_due' });
  const done = (await finish([{ ...scales, passed: 37 }])).json();
  expect(done).toMatchObject({
    state: 'to_review',
    instruments: [{ class: 'scale', due: 40, verified: 38, passed: 37 }],
  });
});

test('a sample cancelled and planned again is taken anew', async () => {
  const people = await world();
  const { inspector, chief } = people;
  const road = await sent(people);
  await road.step(inspector, 'cancel', { reason: '样品破损' });
  await road.step(chief, 'reopen', { plannedOn: '2026-12-01', reason: '重新抽样' });
  const again = await road.step(inspector, 'sample', { ...SHEET, batch: '20261120' });
  expect(again.sample).toMatchObject({ batch: '20261120', sentOn: null });
});
