import { eq, inArray } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import type { Work } from '#server/kernel/work.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { attempts } from './person.table.ts';
import { policyOf } from './policy.service.ts';

/** Failures that cost nothing; each one more doubles the wait, up to an hour. Many people share one address. */
const FREE = { account: 5, address: 30 } as const;
const LONGEST_MS = 3_600_000;
/** After a day without a failure an account begins anew. */
const FORGOTTEN_MS = 86_400_000;

export const keysOf = (account: string, address: string) => [
  `account:${account.normalize('NFKC').trim().toLowerCase()}`,
  `address:${address}`,
];

const freeOf = (key: string) => (key.startsWith('account:') ? FREE.account : FREE.address);

function waitMs(row: typeof attempts.$inferSelect, now: number): number {
  const beyond = row.failures - freeOf(row.key);
  if (beyond < 0) return 0;
  return Date.parse(row.lastAt) + Math.min(LONGEST_MS, 60_000 * 2 ** Math.min(beyond, 10)) - now;
}

/** Refuses while an account or an address is locked, saying for how long and whom to call. */
export async function checkLock({ tx, clock }: Pick<Work, 'tx' | 'clock'>, keys: string[]): Promise<void> {
  const rows = await tx.select().from(attempts).where(inArray(attempts.key, keys));
  const wait = Math.max(0, ...rows.map((row) => waitMs(row, Date.parse(clock.now()))));
  if (wait <= 0) return;
  const { helpPhone } = await policyOf(tx as Tx);
  throw new Refusal('locked_out', { seconds: Math.ceil(wait / 1000), ...(helpPhone ? { phone: helpPhone } : {}) });
}

/** Counts one failure for each key; true where the account is locked from now on. */
export async function noteFailure({ tx, clock }: Pick<Work, 'tx' | 'clock'>, keys: string[]): Promise<boolean> {
  const now = clock.now();
  let locked = false;
  for (const key of keys) {
    const [row] = await tx.select().from(attempts).where(eq(attempts.key, key));
    const stale = row && Date.parse(now) - Date.parse(row.lastAt) > FORGOTTEN_MS;
    const failures = row && !stale ? row.failures + 1 : 1;
    if (row) await tx.update(attempts).set({ failures, lastAt: now }).where(eq(attempts.key, key));
    else await tx.insert(attempts).values({ key, failures, lastAt: now });
    if (key.startsWith('account:') && failures === FREE.account) locked = true;
  }
  return locked;
}

/** A right password clears the account, not the address: others may still be guessing from there. */
export async function clearFailures({ tx }: Pick<Work, 'tx'>, key: string): Promise<void> {
  await tx.delete(attempts).where(eq(attempts.key, key));
}
