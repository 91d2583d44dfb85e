import type { Work } from '#server/kernel/work.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import type { Party } from '#shared/cases/case.asks.ts';
import type { EntityKind } from '#shared/entities/entity.lists.ts';
import { codeKey, nameKey } from '#shared/entities/entity.names.ts';
import type { EntityFiling, EntityPlace } from '#shared/entities/entity.schema.ts';
import { fileEntity } from './entity.file.ts';
import { idsByKey } from './entity.find.ts';
import { matchSubject } from './entity.subject.ts';

/** The entity a party is on file as, filed anew by its import where neither code nor name is known; null where several could be meant. */
export async function subjectOnFile(
  work: Work,
  { kind, name, creditCode = '' }: Party,
  county: string,
  batchId: number,
) {
  const known = await matchSubject(work, { code: creditCode, name, county });
  if (known !== null || !permissionsOf(work.actor).has('entity.edit')) return known;
  if (creditCode && (await idsByKey(work, 'code', codeKey(creditCode))).length > 0) return null;
  if (!creditCode && (await idsByKey(work, 'name', nameKey(name))).length > 0) return null;
  const filed: EntityKind = kind === 'organisation' ? 'company' : kind;
  const filing: EntityFiling = {
    kind: filed,
    name,
    ...(creditCode ? { code: creditCode } : { noCodeReason: 'not_known' }),
    standing: 'open',
    person: {},
    formerNames: [],
    oldNumbers: [],
    places: [{ county: county as EntityPlace['county'] }],
    licences: [],
    owners: [],
  };
  return (await fileEntity(work, filing, batchId)).id;
}
