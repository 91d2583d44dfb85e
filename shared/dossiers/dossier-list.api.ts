import { type Static, Type } from 'typebox';
import { SIGHTS } from '../auth/access.ts';
import { several } from '../kernel/list-doors.ts';
import { PageAsk, pageOf } from '../kernel/paging.ts';
import { Day, Id, oneOf, orNull } from '../kernel/shapes.ts';
import { faceShape } from './dossier.face.ts';
import { KINDS } from './dossier.kinds.ts';
import { LedgerCounts } from './ledger.doors.ts';

const tags = ['dossiers'];

/** A record of any ledger as the desk and the list of all limits show it; a stub has only its first fields filled. */
export const DossierRow = Type.Object(
  {
    id: Id,
    kind: oneOf(KINDS, 'kind'),
    number: Type.String(),
    state: Type.String(),
    county: Type.String(),
    ownerOfficeId: Id,
    restricted: Type.Boolean(),
    stub: Type.Boolean(),
    sight: oneOf(SIGHTS, 'sight'),
    title: Type.String(),
    subjectId: orNull(Id),
    subjectName: orNull(Type.String()),
    township: orNull(Type.String()),
    handlerId: orNull(Id),
    receivedOn: orNull(Day),
    closedOn: orNull(Day),
    returns: Type.Integer(),
    ...faceShape,
    version: Type.Integer(),
  },
  { $id: 'DossierRow' },
);
export type DossierRow = Static<typeof DossierRow>;

/**
 * Filters over all ledgers as they stand in the URL: a state may name its ledger (`case.to_decide`), `open` leaves out what is done, and
 * `mine=desk` asks for what waits for the actor's office: its own, less what it sent and waits for itself, and what was sent to it.
 */
export const DossierFilter = Type.Object({
  kind: several(100),
  state: several(600),
  light: several(100),
  county: several(100),
  office: several(200),
  from: several(10),
  until: several(10),
  subject: Type.Optional(Type.Integer({ minimum: 1 })),
  campaign: Type.Optional(Type.Integer({ minimum: 1 })),
  returned: Type.Optional(Type.Boolean()),
  open: Type.Optional(Type.Boolean()),
  /** Only what is finished and was not given up. */
  done: Type.Optional(Type.Boolean()),
  mine: Type.Optional(oneOf(['desk', 'office', 'me', 'part'], 'filter.mine')),
});

/** How many records of a ledger stand in a state, those that wait for the actor's office (`mine=desk`) apart from those it only sees. */
export const DossierTally = Type.Object(
  { kind: oneOf(KINDS, 'kind'), state: Type.String(), desk: Type.Boolean(), n: Type.Integer() },
  { $id: 'DossierTally' },
);
export type DossierTally = Static<typeof DossierTally>;

/** One list over all ledgers, soonest first: what must be done, whatever it is called. */
export const dossierListApi = {
  list: {
    method: 'GET',
    url: '/api/dossiers',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      querystring: Type.Object({ ...DossierFilter.properties, ...PageAsk.properties }),
      response: { 200: pageOf(DossierRow) },
    },
  },
  counts: {
    method: 'GET',
    url: '/api/dossiers/counts',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      querystring: DossierFilter,
      response: {
        200: LedgerCounts,
      },
    },
  },
  tally: {
    method: 'GET',
    url: '/api/dossiers/tally',
    config: { can: 'dossier.read' },
    schema: { tags, response: { 200: Type.Array(DossierTally) } },
  },
  closed: {
    method: 'GET',
    url: '/api/dossiers/closed',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      querystring: Type.Object({ from: Day, until: Day }),
      response: { 200: Type.Object({ n: Type.Integer(), workdays: orNull(Type.Number()) }) },
    },
  },
} as const;
