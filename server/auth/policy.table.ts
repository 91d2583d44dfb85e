import { count, flag, id, json, label, table } from '#columns';
import type { Role } from '#shared/auth/permissions.ts';

/** How people sign in here: at most one row, kept by the security administrator; without it the defaults hold. */
export const signInPolicies = table('sign_in_policies', {
  id: id(),
  /** Three of four kinds of characters, as 等保 assessors ask. */
  mixedCharacters: flag().notNull(),
  /** Days after which a password must be changed; 0 never asks. */
  changeDays: count().notNull(),
  /** How many former passwords may not come back. */
  formerKept: count().notNull(),
  /** Roles that must hold a second factor before they may do anything. */
  secondFactorRoles: json<Role[]>().notNull(),
  helpPhone: label().notNull(),
  version: count().notNull().default(1),
});
export type SignInPolicyRow = typeof signInPolicies.$inferSelect;
