import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { record } from '#server/audit/audit.service.ts';
import { dossierSights, dossiers } from '#server/dossiers/dossier.table.ts';
import { refreshCopies } from '#server/dossiers/sights.service.ts';
import { SYSTEM } from '#server/kernel/work.ts';
import { lightOf } from '#shared/clocks/light.ts';
import { anIntake, OFFICES, world } from '#tests/support/world.ts';

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
const face = fc.record({
  pausedOn: fc.option(day),
  dueOn: fc.option(day),
  soonOn: fc.option(day),
  dueAt: fc.option(
    fc
      .integer({ min: -72, max: 72 })
      .map((h) => new Date(Date.parse('2026-11-24T02:00:00.000Z') + h * 600_000).toISOString()),
  ),
});

test('the lights a list filters by are the lights its rows show, whatever their clocks', async () => {
  const { liaison, db, clock } = await world();
  const made = (await liaison.post('/api/complaints', anIntake())).json() as { id: number };
  const list = async (light: string) =>
    (await liaison.get(`/api/complaints?light=${light}`)).json().rows.length as number;

  await fc.assert(
    fc.asyncProperty(face, async (random) => {
      const known = { ...random, dueOn: random.dueOn ?? random.dueAt?.slice(0, 10) ?? null };
      await db.transact(async (tx) => {
        await record({ tx, actor: SYSTEM, clock, trace: { requestId: 'test', address: '' } }, 'test.faced', made.id);
        const [row] = await tx.update(dossiers).set(known).where(eq(dossiers.id, made.id)).returning();
        await refreshCopies(tx, row!);
      });
      const [row] = await db.read.select().from(dossiers).where(eq(dossiers.id, made.id));
      const light = lightOf(row!, clock.today(), clock.now());
      const shown = Object.fromEntries(
        await Promise.all(['overdue', 'due_soon', 'running', 'paused'].map(async (one) => [one, await list(one)])),
      );
      const ticks = known.dueOn !== null || known.pausedOn !== null;
      const expected = { overdue: 0, due_soon: 0, running: 0, paused: 0, ...(ticks ? { [light]: 1 } : {}) };
      expect(shown).toEqual(expected);
    }),
    { numRuns: 60 },
  );
  expect(
    await db.read
      .select()
      .from(dossierSights)
      .where(and(eq(dossierSights.officeId, OFFICES.xiahe.id))),
  ).toHaveLength(1);
});
