import { checkOfficers } from '#server/cases/case.officers.ts';
import type { Officer } from '#shared/cases/case.asks.ts';
import { invalid } from '#shared/kernel/errors.ts';

/** Two inspectors at least (食品生产经营监督检查管理办法 23, 24), each with a certificate that says until when and is valid on the day. */
export function checkInspectors(officers: readonly Officer[], on: string): void {
  checkOfficers(officers, on);
  const undated = officers.findIndex(({ validUntil }) => validUntil === undefined);
  if (undated >= 0) throw invalid({ [`officers.${undated}.validUntil`]: 'required' });
}

/** Their names as lists show them. */
export const namesOfInspectors = (officers: readonly Officer[]): string =>
  officers.map(({ name }) => name.trim()).join('、');
