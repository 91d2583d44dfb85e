import { describe, expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { capOf } from '#shared/visits/visit.ts';
import { filer } from '#tests/entities/a-library.ts';
import { OFFICES, world } from '#tests/support/world.ts';

const LOG = {
  visitedOn: '2026-11-20',
  purpose: 'daily',
  officers: ['洛桑 6230A01', '李军 6230A02'],
  noticeNumber: '夏市监检通〔2026〕8号',
};

test('a cap is the county’s newest rule, else the prefecture’s, else four', () => {
  const rules = [
    { region: '623000', year: 2025, cap: 3 },
    { region: '623027', year: 2024, cap: 6 },
    { region: '623027', year: 2026, cap: 2 },
    { region: '623027', year: 2027, cap: 1 },
  ];
  expect(capOf(rules, '623027', 2026, '623000')).toBe(2);
  expect(capOf(rules, '623027', 2025, '623000')).toBe(6);
  expect(capOf(rules, '623021', 2026, '623000')).toBe(3);
  expect(capOf(rules, null, 2026, '623000')).toBe(3);
  expect(capOf([], '623027', 2026, '623000')).toBe(4);
});

describe('visits of all departments', () => {
  test('are logged by inspectors with two officers, and everybody sees who was there', async () => {
    const { inspector, liaison, farmer, chief, lintan, db } = await world();
    const shop = await filer(liaison)();
    const url = `/api/entities/${shop.id}/visits`;

    const made = await inspector.post(url, LOG);
    const alone = await inspector.post(url, { ...LOG, officers: ['洛桑', ' 洛桑 '] });
    const future = await inspector.post(url, { ...LOG, visitedOn: '2026-11-25' });
    const byHead = await chief.post(url, LOG);
    await farmer.post(url, { ...LOG, purpose: 'special' });

    expect(made.json()).toMatchObject({
      officeId: OFFICES.xiahe.id,
      counts: true,
      noticeNumber: '夏市监检通〔2026〕8号',
    });
    expect([alone.json().detail.fields, future.json().detail.fields]).toEqual([
      { officers: 'two_officers' },
      { visitedOn: 'future' },
    ]);
    expect(byHead.statusCode).toBe(403);
    const seen = (await lintan.get(url)).json();
    expect(seen).toMatchObject({ year: 2026, cap: 4, counted: 2 });
    expect(seen.visits.map(({ officeId }: { officeId: number }) => officeId)).toEqual([
      OFFICES.agriculture.id,
      OFFICES.xiahe.id,
    ]);
    expect((await lintan.get('/api/entities')).json().rows[0]).toMatchObject({ visits: 2, cap: 4 });
    expect((await db.read.select().from(auditLines)).at(-1)).toMatchObject({ event: 'visit.logged' });
  });

  test('beyond the cap need a reason, unless a complaint asked for them', async () => {
    const { inspector, liaison, coordinator, blockCoordinator } = await world();
    const shop = await filer(liaison)();
    const url = `/api/entities/${shop.id}/visits`;
    const cap = { region: '623027', year: 2026, cap: 1, reason: '县级年度计划' };
    const denied = await liaison.put('/api/visit-caps', cap);
    const foreign = await blockCoordinator.put('/api/visit-caps', { ...cap, region: '623021' });
    const own = await blockCoordinator.put('/api/visit-caps', cap);
    const all = await coordinator.put('/api/visit-caps', { ...cap, region: '623000', cap: 3 });
    expect([denied, foreign, own, all].map(({ statusCode }) => statusCode)).toEqual([403, 403, 200, 200]);

    await inspector.post(url, LOG);
    const over = await inspector.post(url, LOG);
    const complaint = await inspector.post(url, { ...LOG, purpose: 'complaint' });
    const reasoned = await inspector.post(url, { ...LOG, overCapReason: '上级部署专项检查' });

    expect(over.json().detail.fields).toEqual({ overCapReason: 'over_cap' });
    expect(complaint.json()).toMatchObject({ counts: false, overCapReason: null });
    expect(reasoned.json()).toMatchObject({ counts: true, overCapReason: '上级部署专项检查' });
    expect((await liaison.get(url)).json()).toMatchObject({ cap: 1, counted: 2 });
  });

  test('never have a coordinating office as the inspecting body, whatever roles its people hold', async () => {
    const { coordinator, liaison, hold } = await world();
    const shop = await filer(liaison)();
    await hold('coordinator', 'inspector');

    const answer = await coordinator.post(`/api/entities/${shop.id}/visits`, LOG);

    expect([answer.statusCode, answer.json().detail]).toMatchObject([403, { why: 'not_enforcing' }]);
  });

  test('logged by mistake are taken back by their own office, stay in sight and count no more', async () => {
    const { inspector, liaison, farmer } = await world();
    const shop = await filer(liaison)();
    const url = `/api/entities/${shop.id}/visits`;
    const { id } = (await inspector.post(url, LOG)).json();

    const foreign = await farmer.post(`/api/visits/${id}/cancel`, { reason: '记错了' });
    const own = await liaison.post(`/api/visits/${id}/cancel`, { reason: '记错了对象' });
    const twice = await liaison.post(`/api/visits/${id}/cancel`, { reason: '再次' });

    expect([foreign.statusCode, own.statusCode, twice.statusCode]).toEqual([403, 200, 409]);
    expect((await liaison.get(url)).json()).toMatchObject({ counted: 0, visits: [{ cancelReason: '记错了对象' }] });
  });
});
