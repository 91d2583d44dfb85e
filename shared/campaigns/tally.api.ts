import { type Static, Type } from 'typebox';
import { Day, Id, oneOf, orNull } from '../kernel/shapes.ts';
import { CLAIMED, TALLY_STANDINGS, TYPED } from './tally.ts';

const tags = ['campaigns'];
const ById = Type.Object({ id: Id });
const Count = Type.Integer({ minimum: 0, maximum: 10_000_000 });

const every = <K extends string, S>(names: readonly K[], schema: S) =>
  Object.fromEntries(names.map((name) => [name, schema])) as Record<K, S>;

/** Figures counted by hand, each in its unit; left out is none. */
const typed = every(TYPED, Type.Optional(Count));
const claimed = every(CLAIMED, Type.Optional(Count));

/** Figures of one period as an office hands them in; what it says of its ledgers is held against them. */
export const TallySending = Type.Object(
  {
    from: Day,
    /** Said expressly: nothing was done and nothing found. */
    zero: Type.Boolean(),
    ...typed,
    ...claimed,
    note: Type.Optional(Type.String({ maxLength: 2000 })),
    /** Why figures already sent are stated anew; without it nothing is sent twice. */
    reason: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  { $id: 'TallySending', additionalProperties: false },
);
export type TallySending = Static<typeof TallySending>;

const figures = Type.Object(every(TYPED, Type.Integer()));
const counts = Type.Object(every(CLAIMED, Type.Integer()));

/** Figures that were sent: what was typed, what was said of the ledgers, and what the ledgers held at that moment. */
export const Tally = Type.Object(
  {
    id: Id,
    seq: Type.Integer(),
    zero: Type.Boolean(),
    late: Type.Boolean(),
    figures,
    claimed: Type.Object(every(CLAIMED, orNull(Type.Integer()))),
    counted: counts,
    note: orNull(Type.String()),
    reason: orNull(Type.String()),
    personId: Id,
    at: Type.String(),
  },
  { $id: 'Tally' },
);
export type Tally = Static<typeof Tally>;

/** One period of one office: how it stands, what was sent last, what the ledgers hold now. */
export const TallyPeriod = Type.Object(
  {
    officeId: Id,
    from: Day,
    until: Day,
    dueOn: Day,
    standing: oneOf(TALLY_STANDINGS, 'tally.standing'),
    tally: Type.Union([Tally, Type.Null()]),
    now: counts,
    /** Whether its figures are the reader's to see; how it stands, every office of the campaign is told. */
    seen: Type.Boolean(),
  },
  { $id: 'TallyPeriod' },
);
export type TallyPeriod = Static<typeof TallyPeriod>;

const answer = { 200: Type.Array(TallyPeriod) };

/** Regular figures of a campaign, by office and period. */
export const tallyApi = {
  ofAssignment: {
    method: 'GET',
    url: '/api/assignments/:id/tallies',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, response: answer },
  },
  send: {
    method: 'POST',
    url: '/api/assignments/:id/tallies',
    config: { can: 'assignment.report' },
    schema: { tags, params: ById, body: TallySending, response: answer },
  },
  ofCampaign: {
    method: 'GET',
    url: '/api/campaigns/:id/tallies',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, response: answer },
  },
} as const;
