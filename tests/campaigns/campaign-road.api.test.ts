import { expect, test } from 'vitest';
import { TARGET_KINDS } from '#shared/campaigns/campaign.lists.ts';
import type { Campaign } from '#shared/campaigns/campaign.schema.ts';
import { anOrder, PASSED } from '#tests/rectifications/a-rectification.ts';
import { OFFICES, world } from '#tests/support/world.ts';
import { aCampaign, assigned, drafted, tryAssignment } from './a-campaign.ts';

const fields = (answer: { json(): { detail?: { fields?: Record<string, string> } } }) => answer.json().detail?.fields;
const { xiahe, lintan, agriculture } = OFFICES;

test('a campaign is drafted, issued to each of its offices, worked, reported and ended', async () => {
  const { coordinator, liaison, lintan: lintanLiaison, farmer, inspector } = await world();
  const road = await drafted(coordinator);
  expect(road.now).toMatchObject({ number: 'ZX-26-1', state: 'drafted', leadOfficeId: xiahe.id, offices: 3 });

  await road.step('issue');
  expect(road.now).toMatchObject({ state: 'issued', clockName: 'campaign.carry_out', dueOn: '2026-12-31' });
  expect(road.now.members.map(({ state, dueOn }) => [state, dueOn])).toEqual(
    Array(3).fill(['to_acknowledge', '2027-01-10']),
  );
  const [mine, theirs, idle] = [xiahe.id, lintan.id, agriculture.id].map(road.assignmentOf) as [number, number, number];
  const desk = (await liaison.get('/api/dossiers?mine=desk&kind=assignment')).json().rows;
  expect(desk).toMatchObject([{ id: mine, clockName: 'assignment.acknowledge', dueOn: '2026-11-26' }]);
  expect((await liaison.get('/api/notices')).json().rows[0].notices[0].event).toBe('assigned');

  await assigned(liaison, mine, 'acknowledge');
  expect((await road.refresh()).state).toBe('running');
  await assigned(lintanLiaison, theirs, 'acknowledge');
  const order = (await inspector.post('/api/rectifications', anOrder({ campaignId: road.now.id }))).json();
  await inspector.post(`/api/rectifications/${order.id}/steps`, { step: 'visit', version: order.version, ...PASSED });

  expect(fields(await tryAssignment(liaison, mine, 'report_zero'))).toEqual({ step: 'not_zero' });
  const reported = await assigned(liaison, mine, 'report', { text: '检查一户，已整改。' });
  expect(reported).toMatchObject({
    state: 'reported',
    late: false,
    reported: [{ kind: 'rectification', n: 1, done: 1 }],
    dueOn: null,
  });
  expect(await assigned(lintanLiaison, theirs, 'report_zero')).toMatchObject({ state: 'zero_reported', reported: [] });

  await road.step('sum_up');
  const early = await road.tryStep('end', { text: '工作总结。' });
  expect(early.json().detail).toMatchObject({ fields: { step: 'offices_open' }, officeIds: [agriculture.id] });
  await assigned(coordinator, idle, 'excuse', { reason: '无相关监管对象。' });
  const ended = await road.step('end', { text: '共检查一户，发现问题一个，已整改。' });
  expect(ended).toMatchObject({ state: 'ended', closedOn: '2026-11-24', dueOn: null });
  expect(ended.figures).toEqual({
    ...{ due: 3, done: 1, records: 1, checks: 0, rectifications: 1, cases: 0, transfers: 0, overdue: 0 },
  });
  expect((await farmer.get(`/api/assignments/${idle}`)).json()).toMatchObject({ state: 'excused', openSteps: [] });
});

test('nothing is issued to an office where nobody could acknowledge it, and the office is named', async () => {
  const { coordinator } = await world();
  const members = [
    ...aCampaign().members,
    { officeId: OFFICES.lintanPolice.id, part: 'supporting' as const, targets: [] },
  ];
  const road = await drafted(coordinator, { members });
  const refused = await road.tryStep('issue');
  expect(refused.json().detail).toMatchObject({
    fields: { members: 'no_liaison' },
    officeIds: [OFFICES.lintanPolice.id],
  });
  expect((await road.refresh()).state).toBe('drafted');
});

test('a plan that does not hold together is refused field by field', async () => {
  const { coordinator, blockCoordinator, liaison } = await world();
  const refused = async (change: Parameters<typeof aCampaign>[0]) =>
    fields(await coordinator.post('/api/campaigns', aCampaign(change)));
  const [lead] = aCampaign().members;
  expect(await refused({ until: '2026-11-01', phases: [], members: [] })).toEqual({ until: 'before_from' });
  expect(await refused({ phases: [{ phase: 'carry_out', from: '2026-10-01', until: '2026-12-01' }] })).toEqual({
    phases: 'phase_order',
  });
  expect(await refused({ members: [{ ...lead!, officeId: OFFICES.prosecution.id }] })).toEqual({
    members: 'not_a_member',
  });
  expect(await refused({ members: [lead!, { ...lead! }] })).toEqual({ members: 'repeated' });
  const noLead = await drafted(coordinator, { members: aCampaign().members.slice(1) });
  expect(fields(await noLead.tryStep('issue'))).toEqual({ members: 'no_lead' });

  const county = await blockCoordinator.post('/api/campaigns', aCampaign());
  expect(fields(county)).toEqual({ members: 'not_a_member' }); // Lintan is no office of Xiahe's coordinators
  expect((await liaison.post('/api/campaigns', aCampaign())).statusCode).toBe(403);
});

test('an issued plan is lengthened with its offices’ reports, and takes in another office with a reason', async () => {
  const { coordinator, registrar, later } = await world();
  const road = await drafted(coordinator);
  await road.step('issue');
  const until = await coordinator.patch(road.path, { version: road.now.version, until: '2027-03-01' });
  expect(fields(until)).toEqual({ until: 'issued_already' });
  await road.step('extend', { until: '2027-01-31', reason: '春节前继续整治。' });
  expect(road.now).toMatchObject({ state: 'issued', until: '2027-01-31', reportBy: '2027-02-10', dueOn: '2027-01-31' });
  expect(road.now.members.map(({ dueOn }) => dueOn)).toEqual(Array(3).fill('2027-02-10'));

  const asked = {
    version: road.now.version,
    part: 'supporting',
    targets: [{ kind: 'case', n: 1 }],
    reason: '增加州局。',
  };
  const put = await coordinator.put(`${road.path}/offices/${OFFICES.bureau.id}`, asked);
  expect(put.statusCode, put.body).toBe(200);
  const taken = put.json() as Campaign;
  expect(taken).toMatchObject({ offices: 4, figures: { due: 4 } });
  const { assignmentId } = taken.members.find(({ officeId }) => officeId === OFFICES.bureau.id)!;
  await assigned(registrar, assignmentId!, 'acknowledge');
  await later(100);
  const late = await assigned(registrar, assignmentId!, 'report', { text: '迟报说明。' });
  expect(late).toMatchObject({ state: 'reported', late: true });
  const back = await assigned(coordinator, assignmentId!, 'send_back', { reason: '缺少数据。', until: '2027-03-20' });
  expect(back).toMatchObject({ state: 'in_progress', reportBy: '2027-03-20', dueOn: '2027-03-20', late: false });
});

test('called off, a campaign asks nothing more of anybody', async () => {
  const { coordinator, liaison } = await world();
  const road = await drafted(coordinator);
  await road.step('issue');
  await road.step('withdraw', { reason: '与省级行动合并。' });
  expect(road.now.state).toBe('withdrawn');
  expect(road.now.members.map(({ state, reason }) => [state, reason])).toEqual(
    Array(3).fill(['excused', '与省级行动合并。']),
  );
  expect((await liaison.get('/api/dossiers?mine=desk&open=true&kind=assignment')).json().rows).toEqual([]);
  expect((await liaison.get('/api/campaigns/joined')).json()).toEqual([]);
});

test('each cell of the matrix is the list it opens, for whoever reads it; what is not theirs to see is not counted', async () => {
  const { coordinator, liaison, inspector, registrar, lintan: lintanLiaison, later } = await world();
  const road = await drafted(coordinator);
  await road.step('issue');
  for (const campaignId of [road.now.id, road.now.id])
    await inspector.post('/api/rectifications', anOrder({ campaignId, until: '2026-12-01' }));
  await later(20);
  const cells = async (who: typeof liaison) =>
    (await who.get(`${road.path}/matrix`)).json().cells as {
      officeId: number;
      records: number;
      overdue: number;
      seen: boolean;
    }[];
  for (const who of [coordinator, liaison, lintanLiaison]) {
    const told = await cells(who);
    for (const { officeId, records, overdue } of told) {
      const list = `/api/dossiers?campaign=${road.now.id}&office=${officeId}&kind=${TARGET_KINDS}`;
      const counts = (await who.get(list.replace('dossiers?', 'dossiers/counts?'))).json();
      expect([officeId, counts.total, counts.overdue]).toEqual([officeId, records, overdue]);
    }
    expect(told.length).toBe(3);
  }
  expect(await cells(coordinator)).toMatchObject([
    { records: 2, overdue: 2, seen: true },
    { seen: true },
    { seen: true },
  ]);
  expect((await cells(lintanLiaison)).map(({ seen, records }) => [seen, records])).toEqual([
    [false, 0],
    [true, 0],
    [false, 0],
  ]);
  expect((await registrar.get(`${road.path}/matrix`)).statusCode).toBe(200); // the lead's line looks on
});
