import { asc, eq } from 'drizzle-orm';
import { persons, posts } from '#server/auth/person.table.ts';
import type { Work } from '#server/kernel/work.ts';
import type { Directory } from '#shared/offices/directory.api.ts';
import { offices } from './office.table.ts';

/** Every office, former ones included because records name them, and everybody who holds a post. */
export async function readDirectory({ tx }: Pick<Work, 'tx'>): Promise<Directory> {
  const all = await tx.select().from(offices).orderBy(asc(offices.region), asc(offices.id));
  const held = await tx
    .select({ id: persons.id, name: persons.name, officeId: posts.officeId, home: persons.officeId })
    .from(persons)
    .leftJoin(posts, eq(posts.personId, persons.id))
    .orderBy(asc(persons.id));
  const people = new Map<number, { id: number; name: string; officeIds: number[] }>();
  for (const { id, name, officeId, home } of held) {
    const person = people.get(id) ?? { id, name, officeIds: [] };
    const at = officeId ?? home;
    if (at && !person.officeIds.includes(at)) person.officeIds.push(at);
    people.set(id, person);
  }
  return { offices: all, people: [...people.values()] };
}
