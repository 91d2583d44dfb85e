import { type TSchema, Type } from 'typebox';
import { orNull } from './shapes.ts';

/** No list answers more rows than this at once, whoever asks. */
export const PAGE_MAX = 200;

/** Where the next page begins: an opaque cursor of the last row's sort key and id. */
export const PageAsk = Type.Object({
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_MAX, default: 50 })),
});

/** One page of any list; `next` is null on the last page. */
export const pageOf = <T extends TSchema>(row: T) =>
  Type.Object({ rows: Type.Array(row), next: orNull(Type.String()) });

/** Packs a sort key and id into a URL-safe cursor. */
export function cursorOf(...parts: (string | number | null)[]): string {
  return encodeURIComponent(JSON.stringify(parts));
}

/** Reads a cursor back; undefined for anything that was not made by `cursorOf`. */
export function cursorParts(cursor: string | undefined): (string | number | null)[] | undefined {
  if (!cursor) return undefined;
  try {
    const parts: unknown = JSON.parse(decodeURIComponent(cursor));
    return Array.isArray(parts) && parts.every((p) => p === null || typeof p === 'string' || typeof p === 'number')
      ? parts
      : undefined;
  } catch {
    return undefined;
  }
}
