import type { Static } from 'typebox';
import type { PenaltyShape } from '#shared/cases/case.asks.ts';
import { MONEY_PENALTIES, type PenaltyKind } from '#shared/cases/case.lists.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { invalid } from '#shared/kernel/errors.ts';
import type { StoredPenalty } from './case.table.ts';

const isMoney = (kind: PenaltyKind) => (MONEY_PENALTIES as readonly PenaltyKind[]).includes(kind);

/** Penalties as they are stored, each kind once; a sum is named where the penalty is one, and nowhere else. */
export function storedPenalties(asked: readonly Static<typeof PenaltyShape>[]): StoredPenalty[] {
  return asked.map(({ kind, amountFen, note }, at) => {
    if (asked.findIndex((one) => one.kind === kind) < at) throw invalid({ [`penalties.${at}.kind`]: 'repeated' });
    if (isMoney(kind) && !amountFen) throw invalid({ [`penalties.${at}.amountFen`]: 'required' });
    if (!isMoney(kind) && amountFen) throw invalid({ [`penalties.${at}.amountFen`]: 'no_sum' });
    return { kind, amountFen: amountFen ?? null, note: note ? cleanText(note) : null };
  });
}

/** Penalties as the page shows them: what was not said is left out. */
export const shownPenalties = (stored: readonly StoredPenalty[]) =>
  stored.map(({ kind, amountFen, note }) => ({
    kind,
    ...(amountFen === null ? {} : { amountFen }),
    ...(note === null ? {} : { note }),
  }));
