import { type Static, type TSchema, Type } from 'typebox';

/** A row's number. */
export const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

/** The version a change was made against; without it a change is refused with 428. */
export const Version = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

/** A calendar day of the office's zone, `2026-03-02`. */
export const Day = Type.String({ format: 'date', maxLength: 10 });

/** Money in fen: whole, never negative, at most ten billion yuan. */
export const Fen = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000, format: 'fen' });

/** A closed list of words, drawn as a choice; `words` is the key prefix under which screens name them. */
export const oneOf = <const T extends readonly string[]>(values: T, words: string) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values], words });

/** A value or nothing. Written as a type list, not a union: answers with many such fields then serialise without checks. */
export const orNull = <T extends TSchema>(schema: T) => {
  const plain = schema as T & { type?: string; enum?: unknown[] };
  return Type.Unsafe<Static<T> | null>({
    ...plain,
    type: [plain.type, 'null'],
    ...(plain.enum ? { enum: [...plain.enum, null] } : {}),
  });
};
