import { day, id, instant, label, oneOf, ref, table } from '#columns';
import { REQUIRABLE } from '#shared/fields/field.api.ts';

/** Fields that have to be filled in, each with its reader and the day of its review; one that ended stays to be read. */
export const requiredFields = table('required_fields', {
  id: id(),
  field: oneOf(REQUIRABLE).notNull(),
  reader: label().notNull(),
  reviewOn: day().notNull(),
  validFrom: day().notNull(),
  validUntil: day(),
  personId: ref().notNull(),
  at: instant().notNull(),
});
export type RequiredFieldRow = typeof requiredFields.$inferSelect;
