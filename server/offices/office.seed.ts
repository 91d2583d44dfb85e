import { record } from '#server/audit/audit.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { OFFICE_SEEDS } from '#shared/offices/departments.ts';
import { PREFECTURE, REGIONS } from '#shared/offices/regions.ts';
import { forgetPlaces } from './office.places.ts';
import { offices } from './office.table.ts';

/** Founds the offices a prefecture begins with, once: none where any office already stands. */
export async function seedOffices(work: Work): Promise<void> {
  const [some] = await work.tx.select({ id: offices.id }).from(offices).limit(1);
  if (some) return;
  for (const region of REGIONS) {
    const ids = new Map<string, number>();
    for (const seed of OFFICE_SEEDS) {
      const inPrefecture = region.code === PREFECTURE;
      const place = inPrefecture ? '州' : region.name;
      const [made] = await work.tx
        .insert(offices)
        .values({
          department: seed.department,
          region: region.code,
          name: `${inPrefecture ? '甘南州' : region.name}${seed.name}`,
          nameEn: `${region.nameEn} ${seed.nameEn}`,
          shortName: `${inPrefecture ? place : region.short}${seed.shortName}`,
          validFrom: seed.from,
          validUntil: seed.until ?? null,
          successorId: seed.into ? (ids.get(seed.into) ?? null) : null,
        })
        .returning();
      ids.set(seed.department, made!.id);
    }
  }
  forgetPlaces();
  await record(work, 'offices.seeded', 'offices', { regions: REGIONS.length, departments: OFFICE_SEEDS.length });
}
