import { expect, test } from 'vitest';
import { anIntake, OFFICES, world } from '#tests/support/world.ts';

test('a complaint walks from the telephone to the answer, and every step leaves its line', async () => {
  const { liaison, registrar, chief } = await world();
  const made = await registrar.post('/api/complaints', anIntake({ officeId: OFFICES.xiahe.id }));
  expect(made.statusCode, made.body).toBe(201);
  const id = made.json().id;
  let version = made.json().version;
  const step = async (who: typeof liaison, body: object) => {
    const answer = await who.post(`/api/complaints/${id}/steps`, { version, ...body });
    expect(answer.statusCode, answer.body).toBe(200);
    version = answer.json().version;
    return answer.json();
  };

  await step(liaison, { step: 'acknowledge' });
  const accepted = await step(liaison, { step: 'accept' });
  expect(accepted).toMatchObject({ state: 'in_hand', complaintDecision: 'accepted', clockName: 'complaint.mediate' });
  await step(liaison, { step: 'settle', reason: '退款 200 元' });
  await step(liaison, { step: 'submit', reason: '双方和解', outcome: 'settled' });
  const closed = await step(chief, { step: 'approve' });

  expect(closed).toMatchObject({ state: 'closed', outcome: 'settled' });
  const timeline = (await liaison.get(`/api/dossiers/${id}/timeline`)).json();
  expect(
    timeline
      .map((line: { detail: { step?: string } }) => line.detail.step)
      .filter(Boolean)
      .reverse(),
  ).toEqual(['acknowledge', 'accept', 'settle', 'submit', 'approve']);
});
