import { createHash } from 'node:crypto';
import { type DrawReceipt, RECEIPT_FORMAT } from '#shared/spot-checks/draw.api.ts';
import { DRAW_ALGORITHM, type DrawPool, draw, poolText } from '#shared/spot-checks/draw.ts';

/** SHA-256 of a text, in hexadecimal. */
export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const poolHashOf = (pool: DrawPool): string => hashOf(poolText(pool));

/** What is wrong with a receipt: its form, a hash that does not fit what it is of, or another result drawn again; null where it holds. */
export function faultOfReceipt(receipt: DrawReceipt): 'format' | 'seed' | 'pool' | 'result' | null {
  if (receipt.format !== RECEIPT_FORMAT || receipt.algorithm !== DRAW_ALGORITHM) return 'format';
  if (hashOf(receipt.seed) !== receipt.seedHash) return 'seed';
  if (poolHashOf(receipt.pool) !== receipt.poolHash) return 'pool';
  const again = draw(receipt.seed, receipt.pool, receipt.size, receipt.mode);
  const same = (drawn: DrawReceipt['drawn']) =>
    JSON.stringify(drawn.map(({ targetId, inspectorIds }) => [targetId, inspectorIds]));
  return same(again.map((one) => ({ ...one, inspectorIds: [...one.inspectorIds] }))) === same(receipt.drawn)
    ? null
    : 'result';
}
