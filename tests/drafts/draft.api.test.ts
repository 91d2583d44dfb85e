import { expect, test } from 'vitest';
import { purgeDrafts } from '#server/drafts/draft.service.ts';
import { drafts } from '#server/drafts/draft.table.ts';
import { turnOf } from '#server/kernel/turns.ts';
import { SYSTEM } from '#server/kernel/work.ts';
import { world } from '#tests/support/world.ts';

const KEY = '/api/drafts/complaint.new';
const typed = (change: object = {}) => ({
  kind: 'complaint',
  answers: { title: '绝密草稿', complainant: { phone: '13909417777' } },
  at: '2026-11-24T02:00:00.000Z',
  ...change,
});

test('what was typed is found again on another device, and by nobody else', async () => {
  const { liaison, chief, auditAdmin } = await world();

  const kept = await liaison.put(KEY, typed());

  expect(kept.json()).toEqual({
    key: 'complaint.new',
    kind: 'complaint',
    at: '2026-11-24T02:00:00.000Z',
    version: 1,
    until: '2026-12-24',
  });
  expect((await liaison.get(KEY)).json().answers).toEqual(typed().answers);
  for (const other of [chief, auditAdmin]) {
    expect((await other.get(KEY)).statusCode).toBe(404);
    expect((await other.get('/api/drafts')).json()).toEqual([]);
  }
});

test('the data file holds no word of a draft', async () => {
  const { liaison, db } = await world();
  await liaison.put(KEY, typed(), { 'idempotency-key': 'draft-key-1' });

  const [row] = await db.read.select().from(drafts);

  expect(row!.sealed.includes('13909417777')).toBe(false);
  expect((await liaison.get('/api/drafts')).body).not.toContain('绝密');
});

test('an older text never replaces a newer one, and the other copy is told with its time', async () => {
  const { liaison } = await world();
  await liaison.put(KEY, typed({ at: '2026-11-24T01:30:00.000Z' }));

  const older = await liaison.put(KEY, typed({ at: '2026-11-24T01:00:00.000Z' }));
  const unseen = await liaison.put(KEY, typed({ version: 2 }));
  const seen = await liaison.put(KEY, typed({ at: '2026-11-24T01:00:00.000Z', version: 1 }));

  expect([older.statusCode, older.json().detail]).toEqual([412, { version: 1, at: '2026-11-24T01:30:00.000Z' }]);
  expect(unseen.statusCode).toBe(412);
  expect(seen.json()).toMatchObject({ version: 2, at: '2026-11-24T01:00:00.000Z' });
});

test('a browser whose clock runs ahead cannot lock the other device out', async () => {
  const { liaison, clock } = await world();

  const ahead = await liaison.put(KEY, typed({ at: '2031-01-01T00:00:00.000Z' }));
  clock.pass({ minutes: 1 });
  const next = await liaison.put(KEY, typed({ at: clock.now() }));

  expect(ahead.json().at).toBe('2026-11-24T02:00:00.000Z');
  expect(next.json()).toMatchObject({ version: 2 });
});

test('a draft above 64 kB is refused and the one before stays', async () => {
  const { liaison } = await world();
  await liaison.put(KEY, typed());

  const huge = await liaison.put(KEY, typed({ answers: { content: '长'.repeat(22_000) }, version: 1 }));

  expect([huge.statusCode, huge.json().code]).toEqual([413, 'too_large']);
  expect((await liaison.get(KEY)).json().answers).toEqual(typed().answers);
});

test('a draft that became a record is dropped', async () => {
  const { liaison } = await world();
  await liaison.put(KEY, typed());

  expect((await liaison.delete(KEY)).json()).toEqual({ dropped: true });
  expect((await liaison.delete(KEY)).json()).toEqual({ dropped: false });
  expect((await liaison.get('/api/drafts')).json()).toEqual([]);
});

test('a draft nobody touched for thirty days is deleted, one touched since is not', async () => {
  const { liaison, app, clock, later } = await world();
  await liaison.put(KEY, typed());
  await liaison.put('/api/drafts/complaint.7.submit', typed());
  await later(20);
  await liaison.put(KEY, typed({ at: clock.now() }));
  await later(11);

  const gone = await turnOf(app, SYSTEM, { requestId: 'timer', address: '' }, purgeDrafts);

  expect(gone).toBe(1);
  expect((await liaison.get('/api/drafts')).json()).toMatchObject([{ key: 'complaint.new' }]);
});
