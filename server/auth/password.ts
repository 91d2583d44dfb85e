import { hash, verify } from '@node-rs/argon2';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import type { SignInPolicyRow } from './policy.table.ts';

/** OWASP's second recommended setting for argon2id: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** More hashing at once than this would hold up every other answer of the machine. */
const AT_ONCE = 2;
const WAITING = 40;

let running = 0;
const waiting: (() => void)[] = [];

/** A few at a time; a flood of sign-ins is told to wait instead of filling the memory. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING) throw new Refusal('overloaded', { seconds: 5 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string) => inTurn(() => hash(password.normalize('NFKC'), COST));

let nobodys: Promise<string> | undefined;

/** Whether a password fits; an account that does not exist takes as long to refuse as one that does. */
export async function fits(stored: string | null | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this password');
  const against = stored ?? (await nobodys);
  const right = await inTurn(() => verify(against, password.normalize('NFKC')));
  return right && Boolean(stored);
}

const COMMON = /password|qwerty|123456|abc123|admin|gannan|yipanqi|111111|000000|letmein|iloveyou/i;
const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];

/** Refuses a password that is short, common, made of one kind of sign, or the person's own name. */
export function checkPassword(
  password: string,
  person: { account: string; name: string },
  policy: Pick<SignInPolicyRow, 'mixedCharacters'>,
  field = 'password',
): void {
  const lower = password.toLowerCase();
  const own = [person.account, person.name].some((part) => part.length > 2 && lower.includes(part.toLowerCase()));
  const kinds = KINDS.filter((kind) => kind.test(password)).length;
  if (password.length < 12) throw invalid({ [field]: 'minLength' });
  if (own || COMMON.test(password) || new Set(password).size < 6) throw invalid({ [field]: 'too_weak' });
  if (policy.mixedCharacters && kinds < 3) throw invalid({ [field]: 'mixed_characters' });
}

/** Refuses one of the last few passwords. */
export async function checkNotFormer(former: readonly string[], password: string, field: string): Promise<void> {
  for (const stored of former) if (await fits(stored, password)) throw invalid({ [field]: 'used_before' });
}
