import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import type { Tx } from '#server/db/database.ts';
import type { Bus } from '#server/kernel/outbox.ts';
import { type Parts, turnOf } from '#server/kernel/turns.ts';
import { SYSTEM, type Trace, type Work } from '#server/kernel/work.ts';
import { offices } from '#server/offices/office.table.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { PREFECTURE } from '#shared/offices/regions.ts';
import { newPassword } from './account.service.ts';
import { checkLock, keysOf, noteFailure } from './attempts.service.ts';
import { checkPassword, hashPassword } from './password.ts';
import { persons, posts } from './person.table.ts';
import { DEFAULT_POLICY } from './policy.service.ts';
import { endSessionsOf, personByAccount } from './sign-in.service.ts';

const CODE_DAYS = 7;
const digest = (text: string) => hash('sha256', `code:${text.replace(/[\s-]/g, '').toLowerCase()}`, 'base64url');

/** A one-time code a person reads out or copies: four groups of four, without look-alike signs. */
export function freshCode(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
  const code = Array.from(randomBytes(16), (byte) => signs[byte % signs.length]).join('');
  return (code.match(/.{4}/g) ?? []).join('-');
}

/** The columns that hold a code for a person, until when it serves. */
export function codeColumns(code: string, now: string) {
  return { codeDigest: digest(code), codeUntil: new Date(Date.parse(now) + CODE_DAYS * 86_400_000).toISOString() };
}

/** Whether nobody holds any post yet, so that the first administrator is still to be made. */
export async function isNew(tx: Tx): Promise<boolean> {
  const [some] = await tx.select({ id: posts.personId }).from(posts).limit(1);
  return some === undefined;
}

/**
 * Makes the system administrator with the one-time link, and the accounts of the other two administrators with codes to hand on: no
 * person holds two of the three.
 */
export async function makeFirst(
  parts: Parts & { bus: Bus },
  trace: Trace,
  token: string,
  ask: { token: string; account: string; name: string; password: string },
) {
  const given = Buffer.from(hash('sha256', ask.token, 'hex'));
  if (!token || !timingSafeEqual(given, Buffer.from(hash('sha256', token, 'hex')))) throw new Refusal('forbidden');
  checkAccount(ask.account);
  checkPassword(ask.password, ask, DEFAULT_POLICY);
  const passwordHash = await hashPassword(ask.password);
  return turnOf(parts, SYSTEM, trace, async (work) => {
    if (!(await isNew(work.tx))) throw new Refusal('already_exists');
    const officeId = await coordinatingOffice(work.tx);
    const now = work.clock.now();
    const add = async (
      values: Partial<typeof persons.$inferInsert> & { account: string; name: string },
      role: string,
    ) => {
      const [made] = await work.tx
        .insert(persons)
        .values({ ...values, officeId, createdAt: now })
        .returning();
      await work.tx.insert(posts).values({ personId: made!.id, officeId, role });
      await record(work, 'person.added', `person:${made!.id}`, { roles: [role] });
    };
    await add({ account: ask.account.toLowerCase(), name: ask.name, passwordHash, passwordSetAt: now }, 'system_admin');
    const codes = [];
    for (const [role, account, name] of [
      ['security_admin', 'security', '安全管理员'],
      ['audit_admin', 'audit', '审计管理员'],
    ] as const) {
      const code = freshCode();
      const free = account === ask.account.toLowerCase() ? `${account}-admin` : account;
      await add({ account: free, name, ...codeColumns(code, now) }, role);
      codes.push({ role, account: free, code });
    }
    return { codes };
  });
}

export function checkAccount(account: string): void {
  if (!/^[A-Za-z0-9._-]{2,40}$/.test(account)) throw invalid({ account: 'pattern' });
}

async function coordinatingOffice(tx: Tx): Promise<number> {
  const [office] = await tx
    .select({ id: offices.id })
    .from(offices)
    .where(and(eq(offices.department, 'coordination'), eq(offices.region, PREFECTURE)));
  if (!office) throw new Error('the prefecture has no coordinating office');
  return office.id;
}

/** Sets a first or new password with a code from an administrator; the code then serves no more. */
export async function activate(
  parts: Parts & { bus: Bus },
  trace: Trace,
  ask: { code: string; account: string; password: string },
): Promise<void> {
  const keys = keysOf(ask.account, trace.address);
  await checkLock({ tx: parts.db.read, clock: parts.clock }, keys);
  const person = await personByAccount({ tx: parts.db.read }, ask.account);
  const serves = person?.codeDigest && person.codeUntil && person.codeUntil > parts.clock.now();
  if (!person || !serves || person.codeDigest !== digest(ask.code)) {
    await turnOf(parts, SYSTEM, trace, async (work) => {
      await noteFailure(work, keys);
    });
    throw invalid({ code: 'wrong' });
  }
  const set = await newPassword(parts, person, ask.password, 'password');
  await turnOf(parts, SYSTEM, trace, async (work: Work) => {
    const [done] = await work.tx
      .update(persons)
      .set({ ...set, codeDigest: null, codeUntil: null })
      .where(and(eq(persons.id, person.id), eq(persons.codeDigest, person.codeDigest!)))
      .returning();
    if (!done) throw invalid({ code: 'wrong' });
    await record(work, 'person.activated', `person:${person.id}`);
    await endSessionsOf(work, person.id);
  });
}
