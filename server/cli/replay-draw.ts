import { readFileSync } from 'node:fs';
import { faultOfReceipt } from '#server/spot-checks/draw.hash.ts';
import type { DrawReceipt } from '#shared/spot-checks/draw.api.ts';

const FAULTS = {
  format: '不是本程序的回执 · not a receipt of this program, or of another version',
  seed: '种子与抽取前公布的哈希不符 · the seed is not the one whose hash was fixed before the draw',
  pool: '名单与哈希不符：名单被改过 · the pool is not the one whose hash was fixed: something in it was changed',
  result: '重抽结果不同 · drawn again, the result is another',
} as const;

/** Draws once more from a receipt, on any machine and without the product's data; answers 1 and says what does not hold. */
export async function replayDraw(_data: string, [file]: string[]): Promise<number> {
  if (!file) throw new Error('npm run cli -- replay-draw receipt.json');
  const receipt = JSON.parse(readFileSync(file, 'utf8')) as DrawReceipt;
  const fault = faultOfReceipt(receipt);
  if (fault) {
    console.error(FAULTS[fault]);
    return 1;
  }
  const { title, drawnAt, drawn, pool } = receipt;
  console.log(
    `重抽一致 · the same again: ${title}, ${drawnAt}, ${drawn.length} of ${pool.targets.length}, seed ${receipt.seed}`,
  );
  return 0;
}
