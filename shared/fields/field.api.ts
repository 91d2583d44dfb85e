import { type Static, Type } from 'typebox';
import { OWN_FIELD_NAMES } from '../complaints/complaint.own-fields.ts';
import type { Day as DayText } from '../kernel/calendar.ts';
import { Day, Id, oneOf, orNull } from '../kernel/shapes.ts';

/** What a complaint may be registered without, unless somebody with a use for it makes it a must. */
export const REQUIRABLE = [
  'foreignNumber',
  'township',
  'amountFen',
  'happenedOn',
  'address',
  'subjectContact',
  'demandText',
  ...OWN_FIELD_NAMES,
] as const;
export type Requirable = (typeof REQUIRABLE)[number];

/** How far ahead the day may lie on which it is looked at whether a must is still needed. */
export const REVIEW_DAYS = 366;

const tags = ['fields'];
const ById = Type.Object({ id: Id });
const reader = Type.String({ minLength: 2, maxLength: 200 });

/** A field that has to be filled in: by whose wish, until when it is looked at again, and for which days it holds. */
export const RequiredField = Type.Object(
  {
    id: Id,
    field: oneOf(REQUIRABLE, 'ComplaintIntake'),
    /** Who uses what stands there, and for what. */
    reader: Type.String(),
    reviewOn: Day,
    validFrom: Day,
    validUntil: orNull(Day),
    personId: Id,
  },
  { $id: 'RequiredField' },
);
export type RequiredField = Static<typeof RequiredField>;

export const FieldRequiring = Type.Object(
  { field: oneOf(REQUIRABLE, 'ComplaintIntake'), reader, reviewOn: Day, validFrom: Day },
  { $id: 'FieldRequiring', additionalProperties: false },
);
export const FieldReview = Type.Object({ reader, reviewOn: Day }, { $id: 'FieldReview', additionalProperties: false });

/** The fields that have to be filled in when something happens on a day. */
export const requiredOn = (
  rules: readonly Pick<RequiredField, 'field' | 'validFrom' | 'validUntil'>[],
  on: DayText,
): Requirable[] =>
  rules
    .filter(({ validFrom, validUntil }) => validFrom <= on && (validUntil === null || on <= validUntil))
    .map(({ field }) => field as Requirable);

/** Which fields are a must (S33): no field is one without a named reader and a day on which that is looked at again. */
export const fieldApi = {
  list: {
    method: 'GET',
    url: '/api/fields/required',
    config: { can: 'signed_in' },
    schema: { tags, response: { 200: Type.Array(RequiredField) } },
  },
  require: {
    method: 'POST',
    url: '/api/fields/required',
    config: { can: 'dictionary.edit' },
    schema: { tags, body: FieldRequiring, response: { 201: RequiredField } },
  },
  review: {
    method: 'PUT',
    url: '/api/fields/required/:id/review',
    config: { can: 'dictionary.edit' },
    schema: { tags, params: ById, body: FieldReview, response: { 200: RequiredField } },
  },
  /** From the day after on it may be left out again. */
  end: {
    method: 'POST',
    url: '/api/fields/required/:id/end',
    config: { can: 'dictionary.edit' },
    schema: {
      tags,
      params: ById,
      body: Type.Object({ on: Day }, { $id: 'FieldEnding', additionalProperties: false }),
      response: { 200: RequiredField },
    },
  },
} as const;
