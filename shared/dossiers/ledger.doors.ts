import { type Static, Type } from 'typebox';
import { several } from '../kernel/list-doors.ts';
import { oneOf } from '../kernel/shapes.ts';

/** What every ledger can be filtered by: lists are comma-separated, dates are days. Never names, telephones or ID numbers. */
export const ledgerFilter = {
  state: several(400),
  light: several(100),
  county: several(100),
  office: several(200),
  from: several(10),
  until: several(10),
  subject: Type.Optional(Type.Integer({ minimum: 1 })),
  campaign: Type.Optional(Type.Integer({ minimum: 1 })),
  mine: Type.Optional(oneOf(['office', 'me', 'part'], 'filter.mine')),
  sort: Type.Optional(oneOf(['due', '-received', 'received'], 'sort')),
};

/** How many records of a filtered list there are, and how their clocks stand; `capped` where more than are counted. */
export const LedgerCounts = Type.Object({
  total: Type.Integer(),
  capped: Type.Boolean(),
  overdue: Type.Integer(),
  dueSoon: Type.Integer(),
  running: Type.Integer(),
  paused: Type.Integer(),
});
export type LedgerCounts = Static<typeof LedgerCounts>;
