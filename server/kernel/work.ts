import type { Proof } from '#server/auth/proof.ts';
import type { Tx } from '#server/db/database.ts';
import type { Vault } from '#server/vault/vault.ts';
import type { Actor } from '#shared/auth/permissions.ts';
import type { Clock } from './clock.ts';
import type { Outbox } from './outbox.ts';

/** Where a change came from: carried into its audit line. */
export interface Trace {
  readonly requestId: string;
  readonly address: string;
}

/** What a service function is handed: a turn (or the reader), who acts, what time it is, the vault, and where from. */
export interface Work {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly trace: Trace;
  /** How freshly who acts has proved to be who they are; absent where nobody asks: timers, the sample workspace. */
  readonly proof?: Proof;
  /** What to tell people once this turn is on disk. */
  readonly outbox: Outbox;
}

/** The product itself, for what no person does: timers, migrations, the demo. It holds no role and sees no record. */
export const SYSTEM: Actor = { personId: 0, name: 'system', officeId: 0, roles: [], scope: null };
