import { record } from '#server/audit/audit.service.ts';
import type { Work } from '#server/kernel/work.ts';
import type { EntityFiling } from '#shared/entities/entity.schema.ts';
import { masksOf, sealPerson } from './entity.identity.ts';
import { makeFindable } from './entity.keys.ts';
import { type EntityColumns, type EntityFacts, entities } from './entity.table.ts';
import { announce, checkCode, checkFacts, checkLinks, cleaned, copiesOf, storeOwners } from './entity.write.ts';

/** Files a new entity: checked, its personal data sealed, findable at once by name, code, telephone and address; `batchId` is the import that brings it. */
export async function fileEntity(
  work: Work,
  filing: EntityFiling,
  batchId: number | null = null,
): Promise<EntityColumns> {
  const { person, owners, others, ...asked } = filing;
  const facts: EntityFacts = cleaned({
    nameBo: null,
    code: null,
    noCodeReason: null,
    industry: null,
    branchOf: null,
    riskClass: null,
    notes: null,
    ...asked,
  });
  checkFacts(facts, person);
  await checkLinks(work, null, { branchOf: facts.branchOf, owners });
  await checkCode(work, null, facts.code, others);
  const now = work.clock.now();
  const [row] = await work.tx
    .insert(entities)
    .values({
      ...facts,
      ...(await copiesOf(facts)),
      ...masksOf(facts.kind, person),
      createdBy: work.actor.personId,
      createdOfficeId: work.actor.officeId,
      createdAt: now,
      updatedAt: now,
      batchId,
    })
    .returning();
  await sealPerson(work, row!.id, person);
  await storeOwners(work, row!.id, owners);
  await makeFindable(work, row!, person, true);
  await record(work, 'entity.filed', `entity:${row!.id}`, { kind: row!.kind, county: row!.county });
  announce(work, row!.id, 'filed');
  return row!;
}
