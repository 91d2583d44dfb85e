import type { Tx } from '#server/db/database.ts';
import { prepared } from '#server/kernel/prepared.ts';
import { type SignInPolicyRow, signInPolicies } from './policy.table.ts';

/** What holds until the security administrator says otherwise: the setting 等保 assessors expect. */
export const DEFAULT_POLICY: SignInPolicyRow = {
  id: 1,
  mixedCharacters: true,
  changeDays: 90,
  formerKept: 5,
  secondFactorRoles: [],
  helpPhone: '',
  version: 1,
};

const stored = prepared((tx) => tx.select().from(signInPolicies).limit(1).prepare());

/** The policy in force. */
export async function policyOf(tx: Tx): Promise<SignInPolicyRow> {
  const [row] = await stored(tx).execute();
  return row ?? DEFAULT_POLICY;
}
