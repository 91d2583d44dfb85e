import { type Static, Type } from 'typebox';
import { PENALTY_KINDS } from '../cases/case.lists.ts';
import { PENALTY_DOUBTS } from '../cases/penalty.text.ts';
import { CHANNELS, INTAKES } from '../complaints/complaint.lists.ts';
import { pageOf } from '../kernel/paging.ts';
import { Id, oneOf, orNull } from '../kernel/shapes.ts';
import { IMPORT_FIELDS, IMPORT_LEDGERS, type ImportField } from './import.fields.ts';
import { MEANT_FIELDS } from './meanings.ts';

const tags = ['imports'];
const ById = Type.Object({ id: Id });

export const IMPORT_STATES = ['ready', 'running', 'done', 'cancelled', 'undoing', 'undone'] as const;
/** Rows pasted at once at most; more go by file. */
export const PASTE_MOST = 5000;
/** A file that was sent, or rows pasted into a ledger's list. */
export const IMPORT_ORIGINS = ['file', 'paste'] as const;
export const VERDICTS = ['good', 'doubtful', 'faulty', 'repeated', 'existing'] as const;

const Column = Type.Integer({ minimum: 0, maximum: 500 });
/** Which column serves a field; a field left out is not taken in. */
const mapping = Type.Unsafe<Partial<Record<ImportField, number>>>(
  Type.Object(Object.fromEntries(IMPORT_FIELDS.map((field) => [field, Type.Optional(Column)])), {
    additionalProperties: false,
  }),
);

/** What holds for every row that does not say otherwise. */
const Defaults = Type.Object(
  {
    channel: oneOf(CHANNELS, 'complaint.channel'),
    intake: oneOf(INTAKES, 'complaint.intake'),
    county: Type.Optional(Type.String({ maxLength: 6 })),
    matter: Type.Optional(Type.String({ maxLength: 40 })),
    /** Rows that bring their answer: closed as they were, or opened to be worked. */
    answered: oneOf(['closed', 'open'], 'import.answered'),
    /** Decisions of an office that is not the actor's own: asked about, or taken as another authority's. */
    issuers: Type.Optional(oneOf(['ask', 'other'], 'import.issuers')),
  },
  { additionalProperties: false },
);
export type ImportDefaults = Static<typeof Defaults>;

/** What of an import tells how it stands. */
const jobShape = {
  id: Id,
  fileName: Type.String(),
  origin: oneOf(IMPORT_ORIGINS, 'import.origin'),
  ledger: oneOf(IMPORT_LEDGERS, 'import.ledger'),
  state: oneOf(IMPORT_STATES, 'import.state'),
  createdAt: Type.String(),
  startedAt: orNull(Type.String()),
  finishedAt: orNull(Type.String()),
  done: Type.Integer(),
  failed: Type.Integer(),
  /** Rows that are to be taken in, or were. */
  expected: Type.Integer(),
  /** Rows in the file. */
  total: Type.Integer(),
};

/** An import as its office's list of jobs shows it: whose it is and how far it went; what is in it is its importer's alone. */
export const ImportJob = Type.Object({ ...jobShape, personId: Id }, { $id: 'ImportJob' });
export type ImportJob = Static<typeof ImportJob>;

export const Import = Type.Object(
  {
    ...jobShape,
    sheets: Type.Array(Type.Object({ name: Type.String(), rows: Type.Integer() })),
    sheet: Type.Integer(),
    headerRow: Type.Integer(),
    headings: Type.Array(Type.String()),
    samples: Type.Array(Type.Array(Type.String())),
    mapping,
    defaults: Defaults,
    skipped: Type.Record(Type.String(), Type.Integer()),
    counts: Type.Object({
      good: Type.Integer(),
      doubtful: Type.Integer(),
      faulty: Type.Integer(),
      repeated: Type.Integer(),
      existing: Type.Integer(),
    }),
  },
  { $id: 'Import' },
);
export type Import = Static<typeof Import>;

/** Why a row must be confirmed: what is doubtful in the penalties, or a credit code whose checks disagree. */
export const DOUBTS = [...PENALTY_DOUBTS, 'code_check'] as const;

const place = { from: Type.Integer(), to: Type.Integer() };
const Reading = Type.Object({
  text: Type.String(),
  parts: Type.Array(
    Type.Object({ kind: oneOf(PENALTY_KINDS, 'case.penalty'), amountFen: orNull(Type.Integer()), ...place }),
  ),
  noPenalty: Type.Boolean(),
  doubts: Type.Array(Type.Object({ why: oneOf(DOUBTS, 'penalty.doubt'), ...place })),
});

export const ImportRow = Type.Object(
  {
    row: Type.Integer(),
    verdict: oneOf(VERDICTS, 'import.verdict'),
    cells: Type.Array(Type.String()),
    faults: Type.Record(Type.String(), Type.String()),
    dossierId: orNull(Id),
    /** What a decision's text was understood to order, and where it must be asked about. */
    reading: orNull(Reading),
  },
  { $id: 'ImportRow' },
);
export type ImportRow = Static<typeof ImportRow>;

/** A word of the file for a value of our lists that is not known, or that somebody told the meaning of. */
const meantShape = {
  field: oneOf(MEANT_FIELDS, 'import.field'),
  written: Type.String({ minLength: 1, maxLength: 80 }),
  /** A code of ours, or an office's id. */
  meaning: orNull(Type.String({ maxLength: 40 })),
};
export const ImportValue = Type.Object({ ...meantShape, rows: Type.Integer() }, { $id: 'ImportValue' });
export type ImportValue = Static<typeof ImportValue>;

/** Taking a ledger in: read, map, check, run in the background, take back. */
export const importApi = {
  list: {
    method: 'GET',
    url: '/api/imports',
    config: { can: 'import.run' },
    schema: { tags, response: { 200: Type.Array(ImportJob) } },
  },
  upload: {
    method: 'POST',
    url: '/api/imports',
    config: { can: 'import.run' },
    schema: { tags, consumes: ['multipart/form-data'], response: { 201: Import } },
  },
  paste: {
    method: 'POST',
    url: '/api/imports/pasted',
    config: { can: 'import.run' },
    schema: {
      tags,
      body: Type.Object(
        {
          ledger: oneOf(IMPORT_LEDGERS, 'import.ledger'),
          rows: Type.Array(Type.Array(Type.String({ maxLength: 20_000 }), { maxItems: 200 }), {
            minItems: 1,
            maxItems: PASTE_MOST,
          }),
        },
        { $id: 'ImportPasted', additionalProperties: false },
      ),
      response: { 201: Import },
    },
  },
  read: {
    method: 'GET',
    url: '/api/imports/:id',
    config: { can: 'import.run' },
    schema: { tags, params: ById, response: { 200: Import } },
  },
  map: {
    method: 'PUT',
    url: '/api/imports/:id/mapping',
    config: { can: 'import.run' },
    schema: {
      tags,
      params: ById,
      body: Type.Object(
        {
          sheet: Type.Integer({ minimum: 0, maximum: 200 }),
          ledger: Type.Optional(oneOf(IMPORT_LEDGERS, 'import.ledger')),
          headerRow: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })), // 0: no line heads the columns
          mapping: Type.Optional(mapping),
          defaults: Type.Optional(Defaults),
        },
        { $id: 'ImportMapping', additionalProperties: false },
      ),
      response: { 200: Import },
    },
  },
  values: {
    method: 'GET',
    url: '/api/imports/:id/values',
    config: { can: 'import.run' },
    schema: { tags, params: ById, response: { 200: Type.Array(ImportValue) } },
  },
  mean: {
    method: 'PUT',
    url: '/api/imports/:id/values',
    config: { can: 'import.run' },
    schema: {
      tags,
      params: ById,
      body: Type.Object(
        {
          values: Type.Array(Type.Object(meantShape, { additionalProperties: false }), { minItems: 1, maxItems: 500 }),
        },
        { $id: 'ImportMeanings', additionalProperties: false },
      ),
      response: { 200: Import },
    },
  },
  rows: {
    method: 'GET',
    url: '/api/imports/:id/rows',
    config: { can: 'import.run' },
    schema: {
      tags,
      params: ById,
      querystring: Type.Object({
        verdict: Type.Optional(oneOf(VERDICTS, 'import.verdict')),
        cursor: Type.Optional(Type.String({ maxLength: 20 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
      }),
      response: { 200: pageOf(ImportRow) },
    },
  },
  fix: {
    method: 'PATCH',
    url: '/api/imports/:id/rows/:row',
    config: { can: 'import.run' },
    schema: {
      tags,
      params: Type.Object({ id: Id, row: Type.Integer({ minimum: 1 }) }),
      body: Type.Object(
        {
          cells: Type.Record(Type.String({ pattern: '^\\d{1,3}$' }), Type.String({ maxLength: 20_000 })),
          /** What was understood is right as it stands: its doubts are answered by whoever says so. */
          confirmed: Type.Optional(Type.Literal(true)),
        },
        { $id: 'ImportFix', additionalProperties: false },
      ),
      response: { 200: ImportRow },
    },
  },
  run: {
    method: 'POST',
    url: '/api/imports/:id/run',
    config: { can: 'import.run' },
    schema: {
      tags,
      params: ById,
      body: Type.Object(
        { repeats: oneOf(['skip', 'import'], 'import.repeats') },
        { $id: 'ImportRun', additionalProperties: false },
      ),
      response: { 202: Import },
    },
  },
  cancel: {
    method: 'POST',
    url: '/api/imports/:id/cancel',
    config: { can: 'import.run' },
    schema: { tags, params: ById, response: { 200: Import } },
  },
  failed: {
    method: 'GET',
    url: '/api/imports/:id/failed.xlsx',
    config: { can: 'import.run' },
    schema: { tags, params: ById },
  },
  undo: {
    method: 'POST',
    url: '/api/imports/:id/undo',
    config: { can: 'import.run' },
    schema: {
      tags,
      params: ById,
      response: {
        200: Type.Object({
          undone: Type.Integer(),
          kept: Type.Array(Type.Object({ id: Id, number: Type.String() })),
        }),
      },
    },
  },
} as const;
