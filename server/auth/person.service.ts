import { asc, eq, sql } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import { changesOf } from '#shared/audit/audit.events.ts';
import { breaksSeparation, type Role } from '#shared/auth/permissions.ts';
import type { Person } from '#shared/auth/person.api.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { persons, posts } from './person.table.ts';
import { DEFAULT_POLICY, policyOf } from './policy.service.ts';
import { type SignInPolicyRow, signInPolicies } from './policy.table.ts';
import { postsOf } from './session.service.ts';
import { codeColumns, freshCode } from './setup.service.ts';
import { endSessionsOf } from './sign-in.service.ts';

type Row = typeof persons.$inferSelect;
const about = (id: number) => `person:${id}`;

const shown = (row: Row, held: Person['posts']): Person => ({
  id: row.id,
  account: row.account,
  name: row.name,
  phone: row.phone,
  officeId: row.officeId || null,
  posts: held,
  disabled: row.disabled,
  active: row.passwordHash !== null,
  secondFactor: row.totpSealed !== null,
  version: row.version,
});

/** Everybody who has or had an account. */
export async function listPeople(work: Work): Promise<Person[]> {
  const rows = await work.tx.select().from(persons).orderBy(asc(persons.id));
  const people: Person[] = [];
  for (const row of rows) people.push(shown(row, await postsOf(work.tx, row.id)));
  return people;
}

async function reach(work: Work, id: number): Promise<Row> {
  const [row] = await work.tx.select().from(persons).where(eq(persons.id, id));
  if (!row) throw new Refusal('not_found');
  return row;
}

async function checkOffice(work: Work, officeId: number | undefined) {
  if (officeId === undefined) return;
  const place = (await officePlaces(work.tx)).find(({ id }) => id === officeId);
  if (!place) throw invalid({ officeId: 'unknown' });
  if (place.successorId) throw invalid({ officeId: 'merged' });
}

const told = (work: Work, id: number, event: string) => work.outbox.put({ topic: 'directory', id, event });

/** Adds a person, without any role yet, and answers the code with which they choose their password. */
export async function addPerson(work: Work, form: { account: string; name: string; phone?: string; officeId: number }) {
  await checkOffice(work, form.officeId);
  const account = form.account.toLowerCase();
  const [same] = await work.tx.select({ id: persons.id }).from(persons).where(eq(persons.account, account));
  if (same) throw invalid({ account: 'taken' });
  const code = freshCode();
  const columns = codeColumns(code, work.clock.now());
  const [made] = await work.tx
    .insert(persons)
    .values({ ...form, account, phone: form.phone ?? null, ...columns, createdAt: work.clock.now() })
    .returning();
  await record(work, 'person.added', about(made!.id), { officeId: form.officeId });
  told(work, made!.id, 'person.added');
  return { person: shown(made!, []), code, until: columns.codeUntil };
}

/** Changes name, telephone or home office. */
export async function editPerson(
  work: Work,
  id: number,
  { version, ...fields }: { version: number; name?: string; phone?: string | null; officeId?: number },
): Promise<Person> {
  const before = await reach(work, id);
  if (before.version !== version) throw new Refusal('changed_meanwhile', { version: before.version });
  await checkOffice(work, fields.officeId);
  const changes = changesOf(before, fields);
  if (!changes) return shown(before, await postsOf(work.tx, id));
  const [after] = await work.tx
    .update(persons)
    .set({ ...fields, version: sql`${persons.version} + 1` })
    .where(eq(persons.id, id))
    .returning();
  await record(work, 'person.edited', about(id), { changes });
  told(work, id, 'person.edited');
  return shown(after!, await postsOf(work.tx, id));
}

/** A new one-time code for somebody who forgot the password or lost the second factor; the old password no longer serves. */
export async function newCode(work: Work, id: number) {
  if (id === work.actor.personId) throw new Refusal('forbidden', { need: 'another_person' });
  await reach(work, id);
  const code = freshCode();
  const columns = codeColumns(code, work.clock.now());
  await work.tx
    .update(persons)
    .set({ ...columns, passwordHash: null, totpSealed: null, totpLastStep: null })
    .where(eq(persons.id, id));
  await record(work, 'person.code_made', about(id));
  await endSessionsOf(work, id);
  told(work, id, 'person.code_made');
  return { code, until: columns.codeUntil };
}

/** Locks an account out or lets it in again; its sessions end at once, its name stays on what it did. */
export async function disablePerson(
  work: Work,
  id: number,
  ask: { disabled: boolean; reason: string },
): Promise<Person> {
  if (id === work.actor.personId) throw new Refusal('forbidden', { need: 'another_person' });
  await reach(work, id);
  const [after] = await work.tx
    .update(persons)
    .set({ disabled: ask.disabled, version: sql`${persons.version} + 1` })
    .where(eq(persons.id, id))
    .returning();
  await record(work, ask.disabled ? 'person.disabled' : 'person.enabled', about(id), { reason: ask.reason });
  if (ask.disabled) await endSessionsOf(work, id);
  told(work, id, 'person.disabled');
  return shown(after!, await postsOf(work.tx, id));
}

/** Sets all posts of a person at once. Nobody grants to themselves, and nobody holds two of the three administrations. */
export async function grantPosts(
  work: Work,
  id: number,
  ask: { posts: { officeId: number; roles: Role[] }[]; reason: string },
): Promise<Person> {
  if (id === work.actor.personId) throw new Refusal('forbidden', { need: 'another_person' });
  const row = await reach(work, id);
  const wanted = ask.posts.filter(({ roles }) => roles.length > 0);
  for (const { officeId } of wanted) await checkOffice(work, officeId);
  if (breaksSeparation(wanted.flatMap(({ roles }) => roles))) throw invalid({ posts: 'separation' });
  const before = await postsOf(work.tx, id);
  await work.tx.delete(posts).where(eq(posts.personId, id));
  for (const { officeId, roles } of wanted)
    for (const role of roles)
      await work.tx.insert(posts).values({ personId: id, officeId, role }).onConflictDoNothing();
  await record(work, 'role.granted', about(id), { changes: { posts: [before, wanted] }, reason: ask.reason });
  told(work, id, 'person.posts');
  return shown(row, await postsOf(work.tx, id));
}

export const readPolicy = async (work: Work) => policyOf(work.tx);

/** Changes how people sign in here. */
export async function setPolicy(work: Work, ask: Omit<SignInPolicyRow, 'id'>): Promise<SignInPolicyRow> {
  const before = await policyOf(work.tx);
  if (before.version !== ask.version) throw new Refusal('changed_meanwhile', { version: before.version });
  const row = { ...ask, id: DEFAULT_POLICY.id, version: ask.version + 1 };
  await work.tx.insert(signInPolicies).values(row).onConflictDoUpdate({ target: signInPolicies.id, set: row });
  await record(work, 'policy.changed', 'policy', { changes: changesOf(before, ask) ?? {} });
  told(work, 1, 'policy.changed');
  return row;
}
