import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { type Asker, anIntake, world } from '#tests/support/world.ts';

const must = (who: Asker, change: object = {}) =>
  who.post('/api/fields/required', {
    field: 'township',
    reader: '州质量办：按乡镇排月报',
    validFrom: '2026-11-24',
    reviewOn: '2027-05-24',
    ...change,
  });
const fieldsOf = (answer: { json(): { detail?: { fields?: object } } }) => answer.json().detail?.fields;
const without = () => {
  const { township: _, ...rest } = anIntake({ township: '拉卜楞镇' });
  return rest;
};

test('a must is owed by whoever registers from its first day on, and by nobody before or after', async () => {
  const { systemAdmin, liaison, later } = await world();
  const register = async (body: object = without()) => liaison.post('/api/complaints', body);

  const { id } = (await must(systemAdmin, { validFrom: '2026-11-26' })).json();
  const before = await register();
  await later(2);
  const missing = await register();
  const blank = await register(anIntake({ township: ' ' }));
  const filled = await register(anIntake({ township: '拉卜楞镇' }));
  const ended = await systemAdmin.post(`/api/fields/required/${id}/end`, { on: '2026-11-25' });
  const after = await register();

  expect([before.statusCode, filled.statusCode, ended.statusCode, after.statusCode]).toEqual([201, 201, 200, 201]);
  for (const refused of [missing, blank]) {
    expect(refused.statusCode).toBe(422);
    expect(fieldsOf(refused)).toEqual({ township: 'required' });
  }
});

test('no must without who uses it and a day, a year ahead at most, on which that is looked at again', async () => {
  const { systemAdmin } = await world();

  expect(fieldsOf(await must(systemAdmin, { reader: undefined }))).toEqual({ reader: 'required' });
  expect(fieldsOf(await must(systemAdmin, { reviewOn: undefined }))).toEqual({ reviewOn: 'required' });
  expect(fieldsOf(await must(systemAdmin, { reviewOn: '2028-01-01' }))).toEqual({ reviewOn: 'review_too_far' });
  expect(fieldsOf(await must(systemAdmin, { reviewOn: '2026-11-24' }))).toEqual({ reviewOn: 'review_not_after' });
  expect(fieldsOf(await must(systemAdmin, { validFrom: '2026-11-23' }))).toEqual({ validFrom: 'past' });
  expect((await must(systemAdmin, { field: 'content' })).statusCode).toBe(422);
});

test('a must stands once, is reviewed with a new day, and one that ended stays to be read', async () => {
  const { systemAdmin, liaison, db } = await world();
  const { id } = (await must(systemAdmin)).json();

  expect((await must(systemAdmin)).json().code).toBe('already_exists');
  const review = { reader: '夏河局：核对管片', reviewOn: '2027-10-01' };
  expect((await systemAdmin.put(`/api/fields/required/${id}/review`, review)).json()).toMatchObject(review);
  await systemAdmin.post(`/api/fields/required/${id}/end`, { on: '2026-11-24' });
  expect((await systemAdmin.put(`/api/fields/required/${id}/review`, review)).statusCode).toBe(409);
  expect((await must(systemAdmin, { validFrom: '2026-11-25' })).statusCode).toBe(201);

  const listed = (await liaison.get('/api/fields/required')).json();
  expect(listed.map((one: { validUntil: string | null }) => one.validUntil)).toEqual(['2026-11-24', null]);
  const events = (await db.read.select().from(auditLines)).map(({ event }) => event);
  expect(events.filter((event) => event.startsWith('field.'))).toEqual([
    'field.required',
    'field.reviewed',
    'field.freed',
    'field.required',
  ]);
});

test('one that is past its review is an alarm until somebody has looked at it', async () => {
  const { systemAdmin, later } = await world();
  const { id } = (await must(systemAdmin, { reviewOn: '2026-12-01' })).json();
  const alarmed = async () => (await systemAdmin.get('/api/system')).json().alarms.includes('review_late');

  const fresh = await alarmed();
  await later(8);
  const late = await alarmed();
  await systemAdmin.put(`/api/fields/required/${id}/review`, { reader: '州质量办', reviewOn: '2027-05-01' });

  expect([fresh, late, await alarmed()]).toEqual([false, true, false]);
});

test('only the system administrator makes and ends musts', async () => {
  const { liaison, coordinator, systemAdmin } = await world();
  const { id } = (await must(systemAdmin)).json();

  for (const who of [liaison, coordinator]) {
    expect((await must(who, { field: 'address' })).statusCode).toBe(403);
    expect((await who.post(`/api/fields/required/${id}/end`, { on: '2026-11-24' })).statusCode).toBe(403);
  }
});
