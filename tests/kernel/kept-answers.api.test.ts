import { expect, test } from 'vitest';
import { idempotencyKeys } from '#server/kernel/idempotency.table.ts';
import { purgeAnswers, turnOf } from '#server/kernel/turns.ts';
import { SYSTEM } from '#server/kernel/work.ts';
import { anIntake, world } from '#tests/support/world.ts';

const KEY = { 'idempotency-key': 'one-key-for-both' };

test('a repeated request gets its first answer, and another request under its key is refused', async () => {
  const { liaison } = await world();

  const first = await liaison.post('/api/complaints', anIntake(), KEY);
  const again = await liaison.post('/api/complaints', anIntake(), KEY);
  const other = await liaison.post('/api/complaints', anIntake({ title: '另一件' }), KEY);

  expect(again.json()).toEqual(first.json());
  expect([other.statusCode, other.json().code]).toEqual([409, 'key_reused']);
});

test('an answer kept for repetition holds no identity in clear', async () => {
  const { liaison, db } = await world();
  const { id } = (await liaison.post('/api/complaints', anIntake())).json();

  const opened = await liaison.post(`/api/complaints/${id}/identity`, { reason: '核实情况' }, KEY);

  expect(opened.body).toContain('13909411234');
  const [kept] = await db.read.select().from(idempotencyKeys);
  expect(kept!.answer.includes('13909411234')).toBe(false);
});

test('kept answers are forgotten after two days', async () => {
  const { app, liaison, later } = await world();
  await liaison.post('/api/complaints', anIntake(), KEY);
  await later(3);

  expect(await turnOf(app, SYSTEM, { requestId: 'timer', address: '' }, purgeAnswers)).toBe(1);
});
