import { expect, test } from 'vitest';
import { viewFault } from '#shared/views/view.api.ts';
import { world } from '#tests/support/world.ts';

const overdue = (change: object = {}) => ({
  name: '夏河逾期',
  ledger: 'complaint',
  query: 'f=county.eq.623027~light.in.overdue,due_soon',
  columns: ['number', 'title', 'dueOn'],
  sort: 'due',
  ...change,
});
const names = (rows: { name: string }[]) => rows.map(({ name }) => name);

test('a personal view is its maker’s alone; a shared one is its office’s', async () => {
  const { liaison, inspector, lintan } = await world();
  const own = (await liaison.post('/api/views', overdue({ name: '自用' }))).json();
  const shared = (await liaison.post('/api/views', overdue({ name: '本局逾期', shared: true }))).json();

  expect(names((await liaison.get('/api/views?ledger=complaint')).json())).toEqual(['本局逾期', '自用']);
  expect((await inspector.get('/api/views')).json()).toMatchObject([{ name: '本局逾期', mine: false }]);
  expect((await lintan.get('/api/views')).json()).toEqual([]);
  expect((await inspector.patch(`/api/views/${own.id}`, { version: 1, name: 'x' })).statusCode).toBe(404);
  expect((await inspector.patch(`/api/views/${shared.id}`, { version: 1, name: 'x' })).statusCode).toBe(403);
  expect((await lintan.delete(`/api/views/${shared.id}`)).statusCode).toBe(404);
});

test('sharing is a permission, at first and afterwards', async () => {
  const { inspector } = await world();
  const made = (await inspector.post('/api/views', overdue())).json();

  const shared = await inspector.post('/api/views', overdue({ shared: true }));
  const later = await inspector.patch(`/api/views/${made.id}`, { version: 1, shared: true });

  expect([shared.statusCode, later.statusCode]).toEqual([403, 403]);
  expect(later.json().detail).toEqual({ permission: 'view.share' });
});

test('a colleague who may share keeps an office’s view up to date, but cannot make it their own', async () => {
  const { liaison, chief } = await world();
  const { id } = (await liaison.post('/api/views', overdue({ shared: true }))).json();

  const renamed = await chief.patch(`/api/views/${id}`, { version: 1, name: '逾期和临期' });
  const taken = await chief.patch(`/api/views/${id}`, { version: 2, shared: false });
  const stale = await liaison.patch(`/api/views/${id}`, { version: 1, name: '旧' });

  expect(renamed.json()).toMatchObject({ name: '逾期和临期', version: 2 });
  expect([taken.statusCode, stale.statusCode]).toEqual([403, 412]);
  expect((await liaison.delete(`/api/views/${id}`)).json()).toEqual({ dropped: true });
  expect((await chief.get('/api/views')).json()).toEqual([]);
});

test('typed words and people’s numbers never become part of a saved address', async () => {
  const { liaison } = await world();

  const words = await liaison.post('/api/views', overdue({ query: 'f=state.eq.in_hand&q=卓玛' }));
  const digits = await liaison.post('/api/views', overdue({ query: 'f=x.eq.139-0941-1234' }));

  expect(words.json().detail.fields).toEqual({ query: 'words' });
  expect(digits.json().detail.fields).toEqual({ query: 'digits' });
  expect(viewFault('f=received.from.2026-01-01~received.to.2026-12-31~county.in.623027,623021')).toBeNull();
});

test('a person without ledgers has no views', async () => {
  const { systemAdmin } = await world();
  expect((await systemAdmin.get('/api/views')).statusCode).toBe(403);
});
