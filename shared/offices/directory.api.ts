import { type Static, Type } from 'typebox';
import { Day, Id, orNull } from '../kernel/shapes.ts';

/** An office as every select and every name on screen needs it. */
export const OfficeEntry = Type.Object(
  {
    id: Id,
    name: Type.String(),
    nameEn: Type.String(),
    shortName: Type.String(),
    department: Type.String(),
    region: Type.String(),
    phone: orNull(Type.String()),
    address: orNull(Type.String()),
    validFrom: Day,
    validUntil: orNull(Day),
    successorId: orNull(Id),
  },
  { $id: 'OfficeEntry' },
);
export type OfficeEntry = Static<typeof OfficeEntry>;

export const PersonEntry = Type.Object(
  { id: Id, name: Type.String(), officeIds: Type.Array(Id) },
  { $id: 'PersonEntry' },
);
export type PersonEntry = Static<typeof PersonEntry>;

export const Directory = Type.Object(
  { offices: Type.Array(OfficeEntry), people: Type.Array(PersonEntry) },
  { $id: 'Directory' },
);
export type Directory = Static<typeof Directory>;

/** Who and which offices there are: fetched once, and again when the stream says it changed. */
export const directoryApi = {
  read: {
    method: 'GET',
    url: '/api/directory',
    config: { can: 'signed_in' },
    schema: { tags: ['offices'], response: { 200: Directory } },
  },
} as const;
