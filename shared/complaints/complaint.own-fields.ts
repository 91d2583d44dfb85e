import { type Static, type TSchema, Type } from 'typebox';
import { orNull } from '../kernel/shapes.ts';

/**
 * Plain fields of a complaint that no step and no clock depends on. One line here, a column in the table, and its words: the form, the
 * API and its description, the record's page, the list and the export follow. (README, "To add a field".)
 */
export const OWN_FIELDS = {
  goods: Type.String({ maxLength: 100 }),
};

export type OwnField = keyof typeof OWN_FIELDS;
export const OWN_FIELD_NAMES = Object.keys(OWN_FIELDS) as OwnField[];

type Each<F extends (schema: TSchema) => TSchema> = { [K in OwnField]: ReturnType<F> };
const each = <F extends (schema: TSchema) => TSchema>(change: F) =>
  Object.fromEntries(OWN_FIELD_NAMES.map((name) => [name, change(OWN_FIELDS[name])])) as Each<F>;

type Values = { [K in OwnField]: Static<(typeof OWN_FIELDS)[K]> };

/** As a form brings them: each may be left out. */
export const ownFieldsAsked = each((schema) => Type.Optional(schema)) as unknown as {
  [K in OwnField]: ReturnType<typeof Type.Optional<(typeof OWN_FIELDS)[K]>>;
};
/** As an answer tells them: null where nothing was said. */
export const ownFieldsTold = each((schema) => orNull(schema)) as unknown as {
  [K in OwnField]: ReturnType<typeof orNull<(typeof OWN_FIELDS)[K]>>;
};
/** As an edit changes them: null takes one away. */
export const ownFieldsEdited = each((schema) => Type.Optional(orNull(schema))) as unknown as {
  [K in OwnField]: ReturnType<typeof Type.Optional<ReturnType<typeof orNull<(typeof OWN_FIELDS)[K]>>>>;
};

/** Nothing said of any of them: a stub's. */
export const NO_OWN_FIELDS = Object.fromEntries(OWN_FIELD_NAMES.map((name) => [name, null])) as {
  [K in OwnField]: Values[K] | null;
};
