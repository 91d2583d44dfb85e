import { below, numbersFrom } from '../kernel/draw.ts';

/** What the receipt names: change what follows and this must change too, or old receipts could not be drawn again. */
export const DRAW_ALGORITHM = 'yipanqi-draw/1 sfc32';

/** Whose inspectors go: two of one office, of two different offices, or whoever comes. */
export const PAIR_MODES = ['office', 'cross', 'mixed'] as const;
export type PairMode = (typeof PAIR_MODES)[number];

/** Why somebody in the pool is not drawn from: visited lately, at the cap of visits, closed, on a list already. */
export const EXCLUSIONS = ['recent', 'cap', 'closed', 'planned'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** What is drawn from, in the order of its numbers: targets with whole weights, inspectors with their offices, and who stands back from whom 回避. */
export interface DrawPool {
  readonly targets: readonly { readonly id: number; readonly weight: number }[];
  readonly inspectors: readonly { readonly id: number; readonly officeId: number }[];
  readonly recusals: readonly { readonly inspectorId: number; readonly targetId: number }[];
}

/** One target with the two who go there; none where nobody was left who may. */
export interface Drawn {
  readonly targetId: number;
  readonly inspectorIds: readonly number[];
}

/**
 * Draws targets by weight without putting any back, then two inspectors for each, the least burdened first. The same seed, pool, size and
 * mode give the same for ever and on every machine: only whole numbers are reckoned with.
 */
export function draw(seed: string, pool: DrawPool, size: number, mode: PairMode): Drawn[] {
  const next = numbersFrom(seed);
  const targets = drawTargets(pool.targets, size, next);
  const burden = new Map(pool.inspectors.map(({ id }) => [id, 0]));
  const away = new Set(pool.recusals.map(({ inspectorId, targetId }) => `${inspectorId}/${targetId}`));
  return targets.map((targetId) => {
    const free = pool.inspectors.filter(({ id }) => !away.has(`${id}/${targetId}`));
    const inspectorIds = drawPair(free, mode, burden, next);
    for (const id of inspectorIds) burden.set(id, burden.get(id)! + 1);
    return { targetId, inspectorIds };
  });
}

function drawTargets(from: DrawPool['targets'], size: number, next: () => number): number[] {
  const left = from.filter(({ weight }) => weight > 0);
  let total = left.reduce((sum, { weight }) => sum + weight, 0);
  const drawn: number[] = [];
  while (drawn.length < size && left.length > 0) {
    let point = below(total, next);
    const at = left.findIndex(({ weight }) => {
      point -= weight;
      return point < 0;
    });
    const [target] = left.splice(at, 1);
    total -= target!.weight;
    drawn.push(target!.id);
  }
  return drawn;
}

type Inspectors = DrawPool['inspectors'];

/** Two of those who may go together, first one and then one beside it, each time among the least burdened. */
function drawPair(free: Inspectors, mode: PairMode, burden: ReadonlyMap<number, number>, next: () => number): number[] {
  const first = pick(
    free.filter((one) => free.some((other) => together(one, other, mode))),
    burden,
    next,
  );
  if (!first) return [];
  const second = pick(
    free.filter((other) => together(first, other, mode)),
    burden,
    next,
  );
  return [first.id, second!.id];
}

function together(one: Inspectors[number], other: Inspectors[number], mode: PairMode): boolean {
  if (one.id === other.id) return false;
  if (mode === 'mixed') return true;
  return mode === 'office' ? one.officeId === other.officeId : one.officeId !== other.officeId;
}

function pick(
  from: Inspectors,
  burden: ReadonlyMap<number, number>,
  next: () => number,
): Inspectors[number] | undefined {
  const least = Math.min(...from.map(({ id }) => burden.get(id)!));
  const light = from.filter(({ id }) => burden.get(id) === least);
  return light.length > 0 ? light[below(light.length, next)] : undefined;
}

/** The pool as the text its hash is taken over: any language can write the same. */
export const poolText = ({ targets, inspectors, recusals }: DrawPool): string =>
  JSON.stringify([
    targets.map(({ id, weight }) => [id, weight]),
    inspectors.map(({ id, officeId }) => [id, officeId]),
    recusals.map(({ inspectorId, targetId }) => [inspectorId, targetId]),
  ]);
