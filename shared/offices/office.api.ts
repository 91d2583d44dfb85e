import { type Static, Type } from 'typebox';
import { Day, Id, oneOf, orNull } from '../kernel/shapes.ts';
import { DEPARTMENTS } from './departments.ts';
import { OfficeEntry } from './directory.api.ts';

const tags = ['offices'];
const ById = Type.Object({ id: Id });
const name = Type.String({ minLength: 2, maxLength: 80 });
/** Where its papers tell people to come. */
const address = Type.Optional(Type.String({ maxLength: 200 }));

export const OfficeForm = Type.Object(
  {
    department: oneOf(DEPARTMENTS, 'department'),
    region: Type.String({ pattern: '^6230\\d\\d$', words: 'region' }),
    name,
    nameEn: Type.String({ minLength: 2, maxLength: 120 }),
    shortName: Type.String({ minLength: 1, maxLength: 30 }),
    phone: Type.Optional(Type.String({ maxLength: 40 })),
    address,
    validFrom: Day,
  },
  { $id: 'OfficeForm', additionalProperties: false },
);
export type OfficeForm = Static<typeof OfficeForm>;

export const OfficeEdit = Type.Object(
  {
    name: Type.Optional(name),
    nameEn: Type.Optional(Type.String({ minLength: 2, maxLength: 120 })),
    shortName: Type.Optional(Type.String({ minLength: 1, maxLength: 30 })),
    phone: Type.Optional(orNull(Type.String({ maxLength: 40 }))),
    address: Type.Optional(orNull(Type.String({ maxLength: 200 }))),
    reason: Type.String({ minLength: 2, maxLength: 500 }),
  },
  { $id: 'OfficeEdit', additionalProperties: false },
);

export type OfficeEdit = Static<typeof OfficeEdit>;

export const OfficeMerger = Type.Object(
  { successorId: Id, on: Day, reason: Type.String({ minLength: 2, maxLength: 500 }) },
  { $id: 'OfficeMerger', additionalProperties: false },
);

/** Offices are founded, renamed and merged; none is ever deleted, because records name it. */
export const officeApi = {
  found: {
    method: 'POST',
    url: '/api/offices',
    config: { can: 'office.edit' },
    schema: { tags, body: OfficeForm, response: { 201: OfficeEntry } },
  },
  edit: {
    method: 'PATCH',
    url: '/api/offices/:id',
    config: { can: 'office.edit' },
    schema: { tags, params: ById, body: OfficeEdit, response: { 200: OfficeEntry } },
  },
  merge: {
    method: 'POST',
    url: '/api/offices/:id/merge',
    config: { can: 'office.edit' },
    schema: {
      tags,
      params: ById,
      body: OfficeMerger,
      response: { 200: Type.Object({ resettled: Type.Integer() }) },
    },
  },
} as const;
