import { eq } from 'drizzle-orm';
import { registerCase } from '#server/cases/case.register.ts';
import { cases } from '#server/cases/case.table.ts';
import { faceOf, stopAllClocks } from '#server/clocks/clock.service.ts';
import type { Database } from '#server/db/database.ts';
import { Chance } from '#server/db/demo/chance.ts';
import { inventCase } from '#server/db/demo/demo.case-roads.ts';
import type { Cast } from '#server/db/demo/demo.people.ts';
import { changeDossier } from '#server/dossiers/dossier.service.ts';
import { wallClock } from '#server/kernel/clock.ts';
import type { Vault } from '#server/vault/vault.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { COUNTIES, REGIONS } from '#shared/offices/regions.ts';
import { DAYS, TURN, workOf } from './fill.ts';

/** Registers cases up to a number through the product's own services; the older ones stand closed with their decision. */
export async function fillCases(db: Database, vault: Vault, cast: Cast, from: number, to: number): Promise<void> {
  const chance = new Chance(7 + from);
  const today = wallClock.today();
  for (let n = from; n < to; n += TURN) {
    await db.transact(async (tx) => {
      for (let k = n; k < Math.min(to, n + TURN); k += 1) {
        const county = chance.one(COUNTIES);
        const name = REGIONS.find(({ code }) => code === county)!.name;
        const day = addDays(today, -chance.between(0, DAYS));
        const { intake } = inventCase(chance, { county, name, day, recent: false, stock: [] }).story;
        const work = workOf(tx, cast.who(cast.office('market', county), 'liaison'), vault);
        const made = await registerCase(work, { ...intake, foundOn: day, restricted: false });
        if (day >= addDays(today, -90)) continue;
        const on = addDays(day, 80);
        await work.tx
          .update(cases)
          .set({
            outcome: 'penalty',
            filedOn: addDays(day, 10),
            decidedOn: on,
            fineFen: 100 * chance.between(500, 50_000),
          })
          .where(eq(cases.id, made.id));
        await stopAllClocks(work, made.id, on, []);
        await changeDossier(work, made, { state: 'closed', closedOn: on, ...(await faceOf(work, made.id)) });
      }
    });
  }
}
