/** One changed field: what it was, what it is. */
export type Change = readonly [before: unknown, after: unknown];

/** Facts an audit line may carry beside its own columns. Personal data never stands here, only that it was touched. */
export interface Facts {
  /** Field-level old → new; identity fields say only that they changed. */
  changes?: Record<string, Change>;
  reason?: string;
  step?: string;
  from?: string;
  to?: string;
  [fact: string]: unknown;
}

/** The version of the canonical text that is hashed; a verifier must know it. */
export const CANON = 1;

/** A line as the chain hashes it. */
export interface ChainedLine {
  id: number;
  at: string;
  event: string;
  dossierId: number | null;
  subject: string | null;
  personId: number;
  officeId: number;
  requestId: string;
  address: string;
  detail: unknown;
}

/** The one text a line's hash is taken over: fixed order, keys sorted at every depth, so that any language can redo it. */
export function canonical(line: ChainedLine, previousHash: string): string {
  return stable([
    CANON,
    previousHash,
    line.id,
    line.at,
    line.event,
    line.dossierId,
    line.subject,
    line.personId,
    line.officeId,
    line.requestId,
    line.address,
    line.detail,
  ]);
}

/** A value as text that is the same for the same value: keys sorted, what is undefined left out. */
export function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => stable(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${stable(item)}`).join(',')}}`;
}

/** The changed fields between two rows, among the named ones; undefined where nothing changed. */
export function changesOf<T extends object>(
  before: T,
  after: Partial<T>,
  fields: readonly (keyof T & string)[] = Object.keys(after) as (keyof T & string)[],
) {
  const changes: Record<string, Change> = {};
  for (const field of fields) {
    if (field in after && stable(before[field] ?? null) !== stable(after[field] ?? null))
      changes[field] = [before[field] ?? null, after[field] ?? null];
  }
  return Object.keys(changes).length > 0 ? changes : undefined;
}
