import type { Work } from '#server/kernel/work.ts';
import { codeKey, nameKey } from '#shared/entities/entity.names.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { idsByKey } from './entity.find.ts';
import { leadOn } from './entity.reach.ts';
import { nameShown } from './entity.shown.ts';
import type { EntityColumns } from './entity.table.ts';

/** Whom a record is about: an entity on file, a name as somebody said it, or both. */
export interface Subject {
  readonly subjectId: number | null;
  readonly subjectName: string | null;
}

/**
 * Whom a record is about, as it is stored: an entity that was merged leads on to its survivor; the name stays as it was said, and is the
 * entity's where nothing was said, a natural person's only masked. Refused where there is no such entity.
 */
export async function subjectFor(
  work: Pick<Work, 'tx'>,
  { subjectId, subjectName }: { subjectId?: number | null | undefined; subjectName?: string | null | undefined },
): Promise<Subject> {
  const said = (subjectName && cleanText(subjectName)) || null;
  if (!subjectId) return { subjectId: null, subjectName: said };
  const entity = await leadOn(work, subjectId);
  if (!entity) throw invalid({ subjectId: 'unknown' });
  return { subjectId: entity.id, subjectName: said ?? nameShown(entity) };
}

/** Parties with the entities they are on file as: what was merged leads on, what never was is refused. */
export async function onFile<T extends { readonly entityId?: number | undefined }>(
  work: Pick<Work, 'tx'>,
  parties: readonly T[],
): Promise<T[]> {
  const led: T[] = [];
  for (const party of parties) {
    const entity = party.entityId ? await leadOn(work, party.entityId) : undefined;
    if (entity === null) throw invalid({ parties: 'unknown' });
    led.push(entity ? { ...party, entityId: entity.id } : party);
  }
  return led;
}

/** The one entity that bears exactly this code, or else exactly this name in this county; null where there is none or more than one. */
export async function matchSubject(
  work: Pick<Work, 'tx'>,
  { code, name, county }: { code: string; name: string; county: string },
): Promise<number | null> {
  if (code) {
    const ids = [...(await idsByKey(work, 'code', codeKey(code))), ...(await idsByKey(work, 'number', codeKey(code)))];
    const coded = await survivors(work, ids);
    if (coded.length > 0) return coded.length === 1 ? coded[0]!.id : null;
  }
  const key = nameKey(name);
  if (key.length < 2) return null;
  const named = (await survivors(work, await idsByKey(work, 'name', key))).filter((one) => one.county === county);
  const [only] = named;
  if (!only || named.length > 1) return null;
  return code && only.code ? null : only.id; // of the same name, but of another code
}

async function survivors(work: Pick<Work, 'tx'>, ids: readonly number[]): Promise<EntityColumns[]> {
  const found = new Map<number, EntityColumns>();
  for (const id of new Set(ids)) {
    const entity = await leadOn(work, id);
    if (entity) found.set(entity.id, entity);
  }
  return [...found.values()];
}
