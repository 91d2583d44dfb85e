import { describe, expect, test } from 'vitest';
import { anIntake, OFFICES, world } from '#tests/support/world.ts';
import { filer } from './a-library.ts';

const MARK = {
  level: 'focus',
  reason: '虫草季集中检查',
  validFrom: '2026-11-24',
  validUntil: '2026-12-20',
  offices: [],
  departments: [],
};

describe('a watch mark 重点关注', () => {
  test('is seen by its audience alone, once another head approved it, until its last day', async () => {
    const people = await world();
    const { liaison, chief, inspector, farmer, lintan, outsider, later } = people;
    const shop = await filer(liaison)();
    await liaison.post('/api/complaints', anIntake({ subjectId: shop.id }));
    const watch = async (as: typeof liaison) => {
      const marks = (await as.get(`/api/entities/${shop.id}/watch`)).json();
      const [row] = (await as.get('/api/entities')).json().rows;
      const [hit] = (await as.post('/api/entities/suggest', { q: 'zxtc' })).json();
      const filtered = (await as.get('/api/entities?watched=true')).json().rows.length;
      return [marks.length, row.watch, hit.watch, filtered];
    };

    const asked = await liaison.post(`/api/entities/${shop.id}/watch`, {
      ...MARK,
      offices: [OFFICES.agriculture.id],
      departments: ['market'],
    });
    expect(asked.statusCode).toBe(201);
    expect(await watch(farmer)).toEqual([0, null, null, 0]);
    expect(await watch(inspector)).toEqual([1, null, null, 0]);
    expect((await chief.get('/api/watch/asked')).json()).toMatchObject([
      { id: asked.json().id, entity: { id: shop.id } },
    ]);

    const approved = await chief.post(`/api/watch/${asked.json().id}/decision`, { approve: true });

    expect(approved.json()).toMatchObject({ state: 'approved', offices: [3, 6], departments: ['market'] });
    for (const inside of [inspector, farmer, lintan]) expect(await watch(inside)).toEqual([1, 'focus', 'focus', 1]);
    expect(await watch(outsider)).toEqual([0, null, null, 0]);
    const row = (await inspector.get('/api/complaints')).json().rows[0];
    expect(row).toMatchObject({ subjectId: shop.id, watch: 'focus' });

    await later(27);
    expect(await watch(inspector)).toEqual([1, null, null, 0]);
  });

  test('is not approved by whoever asked, nor by another office, and refused only with a reason', async () => {
    const { liaison, chief, lintan, hold } = await world();
    const shop = await filer(liaison)();
    const { id } = (await liaison.post(`/api/entities/${shop.id}/watch`, MARK)).json();
    await hold('liaison', 'approver');
    await hold('lintan', 'approver');

    const own = await liaison.post(`/api/watch/${id}/decision`, { approve: true });
    const foreign = await lintan.post(`/api/watch/${id}/decision`, { approve: true });
    const mute = await chief.post(`/api/watch/${id}/decision`, { approve: false });
    const refused = await chief.post(`/api/watch/${id}/decision`, { approve: false, reason: '理由不足' });
    const late = await chief.post(`/api/watch/${id}/decision`, { approve: true });

    expect([own.statusCode, foreign.statusCode, mute.statusCode]).toEqual([403, 404, 422]);
    expect(refused.json()).toMatchObject({ state: 'refused', answer: '理由不足' });
    expect([late.statusCode, late.json().code]).toEqual([409, 'not_allowed_in_state']);
  });

  test('has a last day that lies ahead and not too far, and can be ended before it', async () => {
    const { liaison, chief } = await world();
    const shop = await filer(liaison)();
    const fault = async (change: object) =>
      (await liaison.post(`/api/entities/${shop.id}/watch`, { ...MARK, ...change })).json().detail?.fields;

    expect(await fault({ validUntil: '2026-11-01' })).toEqual({ validUntil: 'in_past' });
    expect(await fault({ validFrom: '2026-12-24' })).toEqual({ validUntil: 'before_start' });
    expect(await fault({ validUntil: '2028-11-24' })).toEqual({ validUntil: 'too_long' });
    expect(await fault({ offices: [999] })).toEqual({ offices: 'unknown' });
    const { id } = (await liaison.post(`/api/entities/${shop.id}/watch`, MARK)).json();
    await chief.post(`/api/watch/${id}/decision`, { approve: true });
    const ended = await liaison.post(`/api/watch/${id}/end`, { reason: '已整改' });
    expect(ended.json()).toMatchObject({ state: 'ended', answer: '已整改' });
    expect((await liaison.get('/api/entities?watched=true')).json().rows).toEqual([]);
  });
});
