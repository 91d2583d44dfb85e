import { expect, test } from 'vitest';
import { type Asker, anIntake, OFFICES, world } from '#tests/support/world.ts';

/** Follows one record by its id, sending the version last seen. */
function following(made: { id: number; version: number }) {
  let { version } = made;
  return {
    id: made.id,
    async step(who: Asker, body: object, wanted = 200) {
      const answer = await who.post(`/api/complaints/${made.id}/steps`, { version, ...body });
      expect(answer.statusCode, answer.body).toBe(wanted);
      if (wanted === 200) version = answer.json().version;
      return answer.json();
    },
  };
}

async function registered(who: Asker, change: Parameters<typeof anIntake>[0] = {}) {
  const made = await who.post('/api/complaints', anIntake(change));
  expect(made.statusCode, made.body).toBe(201);
  return { made: made.json(), ...following(made.json()) };
}

test('the first return goes back to be dispatched, the second to the coordinator, whose ruling cannot be returned', async () => {
  const { registrar, liaison, coordinator } = await world();
  const { step } = await registered(registrar);

  const first = await step(liaison, { step: 'give_back', reason: '属临潭县' });
  const again = await step(registrar, { step: 'dispatch', officeId: OFFICES.xiahe.id });
  const second = await step(liaison, { step: 'give_back', reason: '仍不属本县' });
  const ruled = await step(coordinator, { step: 'rule', officeId: OFFICES.xiahe.id, reason: '由夏河县局办理' });
  await step(liaison, { step: 'give_back', reason: '再次退回' }, 409);

  expect([first.state, again.state, second.state, ruled.state]).toEqual([
    'to_dispatch',
    'dispatched',
    'disputed',
    'dispatched',
  ]);
  expect(second).toMatchObject({ returns: 2 });
  expect(ruled).toMatchObject({ ruled: true, ownerOfficeId: OFFICES.xiahe.id });
});

test('the accepting clock runs from receipt and does not wait for acknowledgement or returns', async () => {
  const { registrar, liaison } = await world({ today: '2026-09-30' });
  const { made, step } = await registered(registrar, { receivedOn: '2026-09-28' });

  const returned = await step(liaison, { step: 'give_back', reason: '属临潭县' });

  expect(made.dueOn).toBe('2026-10-13');
  expect(returned.dueOn).toBe('2026-10-13');
});

test('a pause for testing moves the due day by the days it lasted, with its reason in the clock', async () => {
  const { registrar, liaison, later } = await world({ today: '2026-07-06' });
  const { id, step } = await registered(registrar, { receivedOn: '2026-07-06' });
  await step(liaison, { step: 'acknowledge' });
  const accepted = await step(liaison, { step: 'accept' });
  const [face] = (await liaison.get(`/api/dossiers/${id}/clocks`))
    .json()
    .filter((c: { running: boolean }) => c.running);

  const paused = await liaison.post(`/api/dossiers/${id}/clocks/${face.id}/events`, {
    kind: 'paused',
    on: '2026-07-06',
    category: 'testing',
    reason: '送检',
    document: '检验委托书 2026-07',
    version: accepted.version,
  });
  await later(10);
  const resumed = await liaison.post(`/api/dossiers/${id}/clocks/${face.id}/events`, {
    kind: 'resumed',
    on: '2026-07-16',
    reason: '收到检验报告',
    version: accepted.version + 1,
  });

  expect(paused.statusCode, paused.body).toBe(200);
  expect(resumed.statusCode, resumed.body).toBe(200);
  const after = resumed.json().find((c: { id: number }) => c.id === face.id);
  expect(Date.parse(after.dueOn) - Date.parse(face.dueOn)).toBe(10 * 86_400_000);
  expect(after.why.length).toBeGreaterThan(1);
});

test('a stale version is refused with the version that stands', async () => {
  const { registrar, liaison } = await world();
  const { id, made, step } = await registered(registrar);
  await step(liaison, { step: 'acknowledge' });

  const late = await liaison.post(`/api/complaints/${id}/steps`, { step: 'accept', version: made.version });

  expect(late.statusCode).toBe(412);
  expect(late.json()).toMatchObject({ code: 'changed_meanwhile', detail: { version: made.version + 1 } });
});

test('two procedures in one record close only when both are decided', async () => {
  const { registrar, liaison, chief } = await world();
  const { step } = await registered(registrar, { intake: 'both' });
  await step(liaison, { step: 'acknowledge' });
  await step(liaison, { step: 'accept' });
  await step(liaison, { step: 'verify', officers: ['王一', '赵二'] });
  await step(liaison, { step: 'settle', reason: '退款' });

  const early = await step(liaison, { step: 'submit', reason: '已调解', outcome: 'settled' }, 409);
  await step(chief, { step: 'not_file', reason: '违法事实不成立', ground: 'not_filed.1' });
  const submitted = await step(liaison, { step: 'submit', reason: '已调解', outcome: 'settled' });

  expect(early.detail.blockers).toEqual(['report_open']);
  expect(submitted.state).toBe('in_review');
});

test('who submits a closing does not approve it', async () => {
  const { registrar, liaison, chief, inspector } = await world();
  const { step } = await registered(registrar);
  await step(liaison, { step: 'acknowledge' });
  await step(liaison, { step: 'accept' });
  await step(liaison, { step: 'settle', reason: '退款' });
  await step(liaison, { step: 'submit', reason: '双方和解', outcome: 'settled' });

  await step(inspector, { step: 'approve' }, 409);
  const closed = await step(chief, { step: 'approve' });

  expect(closed).toMatchObject({ state: 'closed', closedOn: '2026-11-24', dueOn: null });
});

test('a closed record is corrected one field at a time with a reason, and reopened only under its own right', async () => {
  const { registrar, liaison, chief } = await world();
  const { id, step } = await registered(registrar);
  await step(liaison, { step: 'acknowledge' });
  await step(liaison, { step: 'accept' });
  await step(liaison, { step: 'settle', reason: '退款' });
  await step(liaison, { step: 'submit', reason: '双方和解', outcome: 'settled' });
  const { version } = await step(chief, { step: 'approve' });
  const correct = (body: object) => liaison.patch(`/api/complaints/${id}`, { version, ...body });

  const two = await correct({ title: '甲甲', content: '乙', reason: '笔误' });
  const silent = await correct({ title: '冬虫夏草掺假' });
  const one = await correct({ title: '冬虫夏草掺假', reason: '笔误' });
  const notMine = await liaison.post(`/api/complaints/${id}/steps`, {
    step: 'reopen',
    version: version + 1,
    reason: '新证据',
  });
  const mine = await chief.post(`/api/complaints/${id}/steps`, {
    step: 'reopen',
    version: version + 1,
    reason: '新证据',
  });

  expect([two, silent, one, notMine, mine].map((answer) => answer.statusCode)).toEqual([422, 422, 200, 409, 200]);
  expect(mine.json()).toMatchObject({ state: 'in_hand', complaintDecision: 'accepted', closedOn: null });
});

test('a repeat is linked and closed, never deleted; a new fact restarts the verification', async () => {
  const { registrar, liaison, later } = await world({ today: '2026-11-02' });
  const first = await registered(registrar, { intake: 'report', receivedOn: '2026-11-02' });
  await later(7);
  const repeat = await registered(registrar, { intake: 'report', receivedOn: '2026-11-09' });

  const merged = await repeat.step(liaison, { step: 'merge', intoId: first.id, newFact: true, reason: '同一商户' });

  const into = (await liaison.get(`/api/complaints/${first.id}`)).json();
  expect(merged).toMatchObject({ state: 'closed', outcome: 'merged' });
  expect(into.links).toMatchObject([{ id: repeat.id, link: 'merged', direction: 'from' }]);
  expect(into.dueOn).toBe(repeat.made.dueOn);
});

test('a refusal needs a ground of the list in force on the day of receipt, and tells the complainant', async () => {
  const { registrar, liaison } = await world();
  const { step } = await registered(registrar);
  await step(liaison, { step: 'acknowledge' });
  const telling = { to: 'complainant', way: 'phone', toldOn: '2026-11-24', text: '可向人民法院起诉' };

  const untold = await step(liaison, { step: 'refuse', reason: '超过三年', ground: 'refuse.4' }, 422);
  const groundless = await step(liaison, { step: 'refuse', reason: '超过三年', telling }, 422);
  const refused = await step(liaison, { step: 'refuse', reason: '超过三年', ground: 'refuse.4', telling });

  expect(untold.detail.fields).toEqual({ telling: 'required' });
  expect(groundless.detail.fields).toEqual({ ground: 'required' });
  expect(refused).toMatchObject({ state: 'closed', outcome: 'refused', ground: 'refuse.4' });
});
