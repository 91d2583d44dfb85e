import { and, eq, isNull } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { resettleSights } from '#server/dossiers/sights.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { changesOf } from '#shared/audit/audit.events.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import type { OfficeForm } from '#shared/offices/office.api.ts';
import { REGION_CODES } from '#shared/offices/regions.ts';
import { forgetPlaces } from './office.places.ts';
import { type OfficeRow, offices } from './office.table.ts';

const about = (id: number) => `office:${id}`;

function told(work: Work, id: number, event: string) {
  forgetPlaces();
  work.outbox.put({ topic: 'directory', id, event });
}

async function reach(work: Work, id: number): Promise<OfficeRow> {
  const [row] = await work.tx.select().from(offices).where(eq(offices.id, id));
  if (!row) throw new Refusal('not_found');
  return row;
}

/** Founds an office; a department stands once at a time in a region. */
export async function foundOffice(work: Work, form: OfficeForm): Promise<OfficeRow> {
  if (!(REGION_CODES as string[]).includes(form.region)) throw invalid({ region: 'unknown' });
  const [same] = await work.tx
    .select({ id: offices.id })
    .from(offices)
    .where(and(eq(offices.department, form.department), eq(offices.region, form.region), isNull(offices.validUntil)));
  if (same) throw invalid({ department: 'taken' });
  const [made] = await work.tx
    .insert(offices)
    .values({ ...form, phone: form.phone ?? null, address: form.address ?? null })
    .returning();
  await record(work, 'office.founded', about(made!.id), { ...form });
  told(work, made!.id, 'office.founded');
  return made!;
}

/** Renames an office or changes how it is reached. */
export async function editOffice(
  work: Work,
  id: number,
  {
    reason,
    ...fields
  }: { reason: string } & Partial<Pick<OfficeRow, 'name' | 'nameEn' | 'shortName' | 'phone' | 'address'>>,
): Promise<OfficeRow> {
  const before = await reach(work, id);
  const changes = changesOf(before, fields);
  if (!changes) return before;
  const [after] = await work.tx.update(offices).set(fields).where(eq(offices.id, id)).returning();
  await record(work, 'office.edited', about(id), { changes, reason });
  told(work, id, 'office.edited');
  return after!;
}

/** Merges an office into another: its records keep their history and are seen by the successor from the next request on. */
export async function mergeOffice(work: Work, id: number, ask: { successorId: number; on: string; reason: string }) {
  const before = await reach(work, id);
  if (before.successorId) throw invalid({ successorId: 'merged' });
  if (ask.successorId === id) throw invalid({ successorId: 'itself' });
  const successor = await reach(work, ask.successorId);
  if (successor.successorId) throw invalid({ successorId: 'merged' });
  if (successor.region !== before.region) throw invalid({ successorId: 'other_region' });
  if (ask.on < before.validFrom) throw invalid({ on: 'before_founding' });
  await work.tx.update(offices).set({ successorId: ask.successorId, validUntil: ask.on }).where(eq(offices.id, id));
  forgetPlaces();
  const resettled = await resettleSights(work, [id]);
  await record(work, 'office.merged', about(id), { successorId: ask.successorId, on: ask.on, reason: ask.reason });
  told(work, id, 'office.merged');
  return { resettled };
}
