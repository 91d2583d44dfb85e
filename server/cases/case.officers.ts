import type { Officer } from '#shared/cases/case.asks.ts';
import { invalid } from '#shared/kernel/errors.ts';

/** Two different officers, each with a certificate valid on the day (行政处罚法 42, 程序规定 19); throws naming what is amiss. */
export function checkOfficers(officers: readonly Officer[], on: string): void {
  if (new Set(officers.map(({ name, certificate }) => `${name.trim()}/${certificate.trim()}`)).size < 2)
    throw invalid({ officers: 'two_needed' });
  const expired = officers.findIndex(({ validUntil }) => validUntil !== undefined && validUntil < on);
  if (expired >= 0) throw invalid({ [`officers.${expired}.validUntil`]: 'expired' });
}
