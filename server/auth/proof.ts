import { PROOF_MINUTES } from '#shared/auth/session.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';

/** What is known of who asks: the browser session, none for a token, and when it last gave its password. */
export interface Proof {
  readonly sessionId: number | null;
  readonly provedAt: string | null;
}

/** Why an act that asks for a password given just now is refused, if it is; a token has none to give. */
export function unproved({ sessionId, provedAt }: Proof, now: string): Refusal | undefined {
  if (sessionId === null) return new Refusal('forbidden', { need: 'session' });
  const fresh = provedAt !== null && Date.parse(now) - Date.parse(provedAt) <= PROOF_MINUTES * 60_000;
  return fresh ? undefined : new Refusal('sign_in_again', { minutes: PROOF_MINUTES });
}
