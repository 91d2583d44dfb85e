import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LADDER, nextRung, type Urging } from '#shared/campaigns/urging.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { anIntake, OFFICES, world } from '#tests/support/world.ts';
import { assigned, drafted } from './a-campaign.ts';

type Sent = { sent: Urging[]; left: { dossierId: number; why: string }[] };

test('the ladder leaves out no rung, and what is not overdue is neither supervised nor circulated', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -10, max: 10 }),
      fc.integer({ min: 0, max: 5 }),
      fc.constantFrom(null, ...LADDER),
      (over, near, last) => {
        const dueOn = '2026-06-15';
        const rung = nextRung({ dueOn, soonOn: addDays(dueOn, -near), today: addDays(dueOn, over), last });
        if (rung === null) return;
        expect(LADDER.indexOf(rung)).toBe(last === null ? 0 : LADDER.indexOf(last) + 1);
        expect(over >= -near).toBe(true);
        if (rung === 'supervise' || rung === 'circulate') expect(over).toBeGreaterThan(0);
      },
    ),
  );
});

test('what is late is chased rung by rung, once a day, numbered, until its office replies', async () => {
  const { coordinator, liaison, lintan, later } = await world();
  const road = await drafted(coordinator, { reportBy: '2026-12-01' });
  await road.step('issue');
  const id = road.assignmentOf(OFFICES.xiahe.id);
  const chase = async (ids = [id]) => (await coordinator.post('/api/urgings', { dossierIds: ids })).json() as Sent;

  expect((await chase()).left).toEqual([{ dossierId: id, why: 'nothing_due' }]);
  await later(4); // the two working days to acknowledge are over
  const rungs: string[] = [];
  for (let day = 0; day < 5; day += 1) {
    const { sent, left } = await chase();
    rungs.push(sent[0]?.rung ?? left[0]!.why);
    if (day === 0) {
      expect(sent[0]).toMatchObject({ number: 'CB-26-1', toOfficeId: OFFICES.xiahe.id });
      expect(sent[0]!.text).toContain('【提醒 CB-26-1】夏河县市场监督管理局');
      expect((await chase()).left).toEqual([{ dossierId: id, why: 'today' }]);
      const told = (await liaison.get('/api/notices')).json().rows as { notices: { event: string }[] }[];
      expect(told.flatMap(({ notices }) => notices.map(({ event }) => event))).toContain('urged');
    }
    await later(1);
  }
  expect(rungs).toEqual(['remind', 'urge', 'supervise', 'circulate', 'ladder_ended']);

  const url = `/api/dossiers/${id}/urgings`;
  expect((await lintan.post(`${url}/answer`, { text: '不是我的。' })).statusCode).toBe(404);
  const answered = (await liaison.post(`${url}/answer`, { text: '人员外出，明日签收。' })).json() as Urging[];
  expect(answered.map(({ answeredOn }) => answeredOn !== null)).toEqual([true, true, true, true]);
  expect((await chase()).sent).toMatchObject([{ rung: 'remind', number: 'CB-26-5' }]);
  await assigned(liaison, id, 'acknowledge');
  await assigned(liaison, id, 'report_zero');
  await later(1);
  expect((await chase()).left).toEqual([{ dossierId: id, why: 'nothing_due' }]);
});

test('one record among many that may not be seen refuses them all, and only coordinating offices chase', async () => {
  const { blockCoordinator, lintan, later, liaison } = await world();
  const theirs = (
    await lintan.post('/api/complaints', anIntake({ officeId: OFFICES.lintan.id, county: '623021' }))
  ).json();
  const mine = (await liaison.post('/api/complaints', anIntake())).json();
  await later(20);
  const both = await blockCoordinator.post('/api/urgings', { dossierIds: [mine.id, theirs.id] });
  expect(both.statusCode).toBe(404);
  expect((await liaison.get(`/api/dossiers/${mine.id}/urgings`)).json()).toEqual([]);
  expect((await liaison.post('/api/urgings', { dossierIds: [mine.id] })).statusCode).toBe(403);
  expect((await blockCoordinator.post('/api/urgings', { dossierIds: [mine.id] })).json().sent).toMatchObject([
    { rung: 'remind', toOfficeId: OFFICES.xiahe.id },
  ]);
});
