import { and, eq, sql } from 'drizzle-orm';
import { persons, posts } from '#server/auth/person.table.ts';
import type { Tx } from '#server/db/database.ts';
import { dossierSights } from '#server/dossiers/dossier.table.ts';
import { prepared } from '#server/kernel/prepared.ts';
import { type Permission, ROLE_PERMISSIONS, type Role } from '#shared/auth/permissions.ts';

/** A person in the office a notice concerns. */
export interface Post {
  readonly personId: number;
  readonly officeId: number;
}

const serving = prepared((tx) =>
  tx
    .select({ personId: posts.personId, role: posts.role })
    .from(posts)
    .innerJoin(persons, eq(persons.id, posts.personId))
    .where(and(eq(posts.officeId, sql.placeholder('officeId')), eq(persons.disabled, false)))
    .prepare(),
);
const coordinating = prepared((tx) =>
  tx
    .select({ officeId: dossierSights.officeId })
    .from(dossierSights)
    .where(and(eq(dossierSights.dossierId, sql.placeholder('id')), eq(dossierSights.sight, 'block')))
    .prepare(),
);

/** Whoever holds a permission in an office. */
export async function holdersOf(tx: Tx, officeId: number, permission: Permission): Promise<Post[]> {
  const held = await serving(tx).execute({ officeId });
  const may = held.filter(({ role }) => (ROLE_PERMISSIONS[role as Role] as readonly Permission[]).includes(permission));
  return [...new Set(may.map(({ personId }) => personId))].map((personId) => ({ personId, officeId }));
}

/** Named persons as far as they still serve in an office. */
export async function servingIn(tx: Tx, officeId: number, personIds: readonly (number | null)[]): Promise<Post[]> {
  const here = new Set((await serving(tx).execute({ officeId })).map(({ personId }) => personId));
  return [...new Set(personIds)]
    .filter((personId): personId is number => personId !== null && here.has(personId))
    .map((personId) => ({ personId, officeId }));
}

/** Whoever holds a permission in the offices that coordinate a record's county and the prefecture. */
export async function coordinatorsOf(tx: Tx, dossierId: number, permission: Permission): Promise<Post[]> {
  const offices = await coordinating(tx).execute({ id: dossierId });
  return (await Promise.all(offices.map(({ officeId }) => holdersOf(tx, officeId, permission)))).flat();
}
