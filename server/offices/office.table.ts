import { day, id, index, label, ref, table, unique } from '#columns';

/** Departments by their lasting code, with the name they bear in a period. */
export const departments = table(
  'departments',
  {
    id: id(),
    code: label().notNull(),
    name: label().notNull(),
    nameEn: label().notNull(),
    validFrom: day().notNull(),
    validUntil: day(),
  },
  (t) => [unique('departments_by_code').on(t.code, t.validFrom)],
);

/** An office is a department in a region. A merged office names its successor and keeps its history. */
export const offices = table(
  'offices',
  {
    id: id(),
    department: label().notNull(),
    region: label().notNull(),
    name: label().notNull(),
    nameEn: label().notNull(),
    shortName: label().notNull(),
    phone: label(),
    address: label(),
    validFrom: day().notNull(),
    validUntil: day(),
    successorId: ref(),
  },
  (t) => [index('offices_by_place').on(t.department, t.region)],
);
export type OfficeRow = typeof offices.$inferSelect;
