/**
 * A stream of 32-bit numbers a seed determines and everybody can make again: the seed's UTF-16 units are folded into four words
 * (FNV-1a with four offsets), which start the generator sfc32; its first twelve numbers are thrown away.
 */
export function numbersFrom(seed: string): () => number {
  let [a, b, c, d] = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35].map((offset) => {
    let hash = offset;
    for (let at = 0; at < seed.length; at += 1) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
    return hash >>> 0;
  }) as [number, number, number, number];
  const next = () => {
    const sum = (a + b + d) >>> 0;
    d = (d + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum;
  };
  for (let thrown = 0; thrown < 12; thrown += 1) next();
  return next;
}

/** A number below a bound, each as likely as the others: what lies beyond the last whole multiple is drawn again. */
export function below(bound: number, next: () => number): number {
  const beyond = 2 ** 32 - (2 ** 32 % bound);
  let drawn = next();
  while (drawn >= beyond) drawn = next();
  return drawn % bound;
}

/**
 * Draws so many of a list without putting any back, in the order drawn; the same seed, list and size give the same sample for ever.
 * The list's order counts: pass it sorted. A size beyond the list draws all of it.
 */
export function drawSample<T>(seed: string, from: readonly T[], size: number): T[] {
  const next = numbersFrom(seed);
  const left = [...from];
  const drawn: T[] = [];
  while (drawn.length < size && left.length > 0) {
    const at = below(left.length, next);
    drawn.push(left[at]!);
    left[at] = left[left.length - 1]!;
    left.pop();
  }
  return drawn;
}
