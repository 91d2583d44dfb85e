import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { replayDraw } from '#server/cli/replay-draw.ts';
import type { Draw, DrawPlan, DrawReceipt } from '#shared/spot-checks/draw.api.ts';
import { filer } from '#tests/entities/a-library.ts';
import { aCode, OFFICES, world } from '#tests/support/world.ts';
import { planned } from './a-spot-check.ts';

type World = Awaited<ReturnType<typeof world>>;

const PLAN: DrawPlan = {
  title: '餐饮服务双随机抽查',
  matter: 'food.catering',
  recentDays: 90,
  weights: { A: 1, B: 2, C: 3, D: 4, none: 2 },
  size: 3,
  mode: 'office',
  plannedOn: '2026-11-30',
  until: '2026-12-20',
};

/** Seven shops: one visited lately, one closed, one on a list already. */
async function shops({ liaison, inspector }: World) {
  const file = (n: number, change = {}) =>
    filer(liaison)({ code: aCode(100 + n), name: `夏河县第${n}号饭馆`, ...change });
  const all: { id: number }[] = [];
  for (let n = 0; n < 6; n += 1) all.push(await file(n));
  all.push(await file(7, { standing: 'closed' }));
  await (await planned(inspector, { subjectId: all[0]!.id, purpose: 'daily' })).begin(inspector);
  await planned(inspector, { subjectId: all[1]!.id });
  return all.map(({ id }) => id);
}

const prepared = async ({ chief }: World, change: Partial<DrawPlan> = {}) => {
  const answer = await chief.post('/api/draws', { ...PLAN, ...change });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json() as Draw;
};

/** A receipt on another machine: nothing but the file. */
async function replayed(receipt: DrawReceipt): Promise<number> {
  const file = join(mkdtempSync(join(tmpdir(), 'draw-')), 'receipt.json');
  writeFileSync(file, JSON.stringify(receipt));
  const [told, failed] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')];
  told.mockImplementation(() => undefined);
  failed.mockImplementation(() => undefined);
  try {
    return await replayDraw('', [file]);
  } finally {
    told.mockRestore();
    failed.mockRestore();
  }
}

describe('a draw', () => {
  test('tells who is left out and why, and fixes pool and seed by their hashes before anything is drawn', async () => {
    const people = await world();
    const [visited, listed] = await shops(people);
    const draw = await prepared(people);

    expect(draw).toMatchObject({ pool: 4, seed: null, drawnAt: null, drawn: [], inspectors: 2 });
    const left = Object.fromEntries(draw.excluded.map(({ why, n }) => [why, n]));
    expect([visited, listed, left]).toEqual([visited, listed, { recent: 0, cap: 0, closed: 1, planned: 2 }]);
    expect(draw.seedHash).toMatch(/^[0-9a-f]{64}$/);
    expect((await people.chief.get(`/api/draws/${draw.id}/receipt`)).statusCode).toBe(409);
    const line = (await people.db.read.select().from(auditLines)).filter(({ event }) => event === 'draw.prepared');
    expect(line).toMatchObject([{ detail: { seedHash: draw.seedHash, poolHash: draw.poolHash } }]);
  });

  test('is made once: each drawn becomes a planned check with the two who go, and whoever was at the cap is named', async () => {
    const people = await world();
    const { chief, inspector, coordinator } = people;
    const [visited] = await shops(people);
    await coordinator.put('/api/visit-caps', { region: '623027', year: 2026, cap: 1, reason: '控制入企频次' });
    const finish = await inspector.get('/api/spot-checks?state=checking');
    const { id, version } = finish.json().rows[0];
    await inspector.post(`/api/spot-checks/${id}/steps`, {
      step: 'finish',
      version,
      result: 'idle',
      followUp: 'none',
      findings: '歇业',
    });
    const draw = await prepared(people);
    expect(draw.capped.map((one) => one.id)).toEqual([visited]);

    const answers = await Promise.all([1, 2, 3].map(() => chief.post(`/api/draws/${draw.id}/drawing`, {})));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);
    const done = (await chief.get(`/api/draws/${draw.id}`)).json() as Draw;
    expect(done.drawn).toHaveLength(3);
    for (const one of done.drawn) {
      const check = (await inspector.get(`/api/spot-checks/${one.checkId}`)).json();
      expect(check).toMatchObject({
        state: 'to_check',
        purpose: 'random',
        subjectId: one.targetId,
        drawId: draw.id,
        drawnIds: one.inspectorIds,
      });
      expect(new Set(one.inspectorIds).size).toBe(2);
    }
  });

  test('is drawn again from its receipt elsewhere, and one changed byte is noticed', async () => {
    const people = await world();
    await shops(people);
    const draw = await prepared(people);
    await people.chief.post(`/api/draws/${draw.id}/drawing`, {});
    const receipt = (await people.chief.get(`/api/draws/${draw.id}/receipt`)).json() as DrawReceipt;

    expect([receipt.seedHash, receipt.poolHash]).toEqual([draw.seedHash, draw.poolHash]);
    expect(await replayed(receipt)).toBe(0);
    const [first, ...rest] = receipt.pool.targets;
    const heavier = { ...receipt, pool: { ...receipt.pool, targets: [{ ...first!, weight: 9 }, ...rest] } };
    const seeded = { ...receipt, seed: `${receipt.seed.slice(0, -1)}${receipt.seed.endsWith('0') ? '1' : '0'}` };
    const other = { ...receipt, drawn: [...receipt.drawn].reverse() };
    expect([await replayed(heavier), await replayed(seeded), await replayed(other)]).toEqual([1, 1, 1]);
  });

  test('a second one needs a reason and keeps the first', async () => {
    const people = await world();
    await shops(people);
    const first = await prepared(people, { size: 1 });
    const early = await people.chief.post('/api/draws', { ...PLAN, size: 1, againOf: first.id, reason: '抽错范围' });
    expect(early.json().detail.fields).toEqual({ againOf: 'not_drawn' });
    await people.chief.post(`/api/draws/${first.id}/drawing`, {});
    const bare = await people.chief.post('/api/draws', { ...PLAN, size: 1, againOf: first.id });
    expect(bare.json().detail.fields).toEqual({ reason: 'required' });
    const again = await prepared(people, { size: 1, againOf: first.id, reason: '抽错范围' });
    expect(again).toMatchObject({ againOf: first.id, reason: '抽错范围' });
    const all = (await people.chief.get('/api/draws')).json() as Draw[];
    expect(all.map(({ id }) => id)).toEqual([again.id, first.id]);
    expect((await people.chief.get(`/api/draws/${first.id}`)).json().drawn).toHaveLength(1);
  });

  test('respects who stands back, asks for no more than there are, and is its office’s alone', async () => {
    const people = await world();
    const ids = await shops(people);
    const draw = await prepared(people);
    await people.chief.post(`/api/draws/${draw.id}/drawing`, {});
    const { pool } = (await people.chief.get(`/api/draws/${draw.id}/receipt`)).json() as DrawReceipt;
    const person = pool.inspectors[0]!.id;
    const recusals = ids.map((entityId) => ({ personId: person, entityId, reason: '亲属经营' }));
    const again = await prepared(people, { size: 1, againOf: draw.id, reason: '补抽', recusals });
    await people.chief.post(`/api/draws/${again.id}/drawing`, {});
    const done = (await people.chief.get(`/api/draws/${again.id}`)).json() as Draw;
    expect(done.drawn.map(({ inspectorIds }) => inspectorIds)).toEqual([[]]); // of two inspectors one stands back: no pair is left

    const many = await people.chief.post('/api/draws', { ...PLAN, size: 50 });
    expect(many.json().detail.fields).toEqual({ size: 'more_than_pool' });
    expect((await people.chief.post('/api/draws', { ...PLAN, county: '623021' })).json().detail.fields).toEqual({
      county: 'not_own',
    });
    expect((await people.lintan.get(`/api/draws/${draw.id}`)).statusCode).toBe(404);
    expect((await people.coordinator.post('/api/draws', PLAN)).statusCode).toBe(403);
    const foreign = await people.chief.post('/api/draws', { ...PLAN, officeIds: [OFFICES.xiaheBlock.id] });
    expect(foreign.json().detail.fields).toEqual({ officeIds: 'not_enforcing' });
  });
});
