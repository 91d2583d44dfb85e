import { type Static, Type } from 'typebox';
import { KINDS } from '../dossiers/dossier.kinds.ts';
import { PageAsk, pageOf } from '../kernel/paging.ts';
import { Day, Id, oneOf, orNull, Version } from '../kernel/shapes.ts';
import { PAPER_CODES } from './paper.codes.ts';

/** Used, voided with a reason, or a run that was used on paper outside the product. */
export const NUMBER_STANDINGS = ['used', 'void', 'outside'] as const;

const tags = ['numbers'];
const ById = Type.Object({ id: Id });
const Paper = oneOf(PAPER_CODES, 'paper');
/** A year papers are numbered in. */
export const Year = Type.Integer({ minimum: 1990, maximum: 2100 });
const reason = Type.String({ minLength: 2, maxLength: 500 });
const Text = Type.String({ minLength: 4, maxLength: 80 });

/** A number as it stands on the paper, what became of it, and the record it is for as far as its reader sees that. */
export const OfficialNumber = Type.Object(
  {
    id: Id,
    officeId: Id,
    paper: Paper,
    year: Type.Integer(),
    running: Type.Integer(),
    /** The last of a run used outside the product. */
    until: orNull(Type.Integer()),
    text: Type.String(),
    standing: oneOf(NUMBER_STANDINGS, 'number.standing'),
    note: orNull(Type.String()),
    dossierId: orNull(Id),
    dossierKind: orNull(oneOf(KINDS, 'kind')),
    dossierNumber: orNull(Type.String()),
    dossierTitle: orNull(Type.String()),
    personId: Type.Integer(),
    at: Type.String(),
    voidedBy: orNull(Type.Integer()),
    voidedAt: orNull(Type.String()),
    reason: orNull(Type.String()),
  },
  { $id: 'OfficialNumber' },
);
export type OfficialNumber = Static<typeof OfficialNumber>;

/** One year of one paper of one office, summed: `used + voided + outside` is always `last`. */
export const NumberYear = Type.Object(
  {
    officeId: Id,
    paper: Paper,
    year: Type.Integer(),
    last: Type.Integer(),
    used: Type.Integer(),
    voided: Type.Integer(),
    outside: Type.Integer(),
  },
  { $id: 'NumberYear' },
);
export type NumberYear = Static<typeof NumberYear>;

/** How the reader's office numbers a paper this year. */
export const NumberTemplate = Type.Object(
  {
    paper: Paper,
    template: Type.String(),
    /** The year since which the office has its own; null where the usual one serves. */
    fromYear: orNull(Type.Integer()),
    usual: Type.String(),
    last: Type.Integer(),
  },
  { $id: 'NumberTemplate' },
);
export type NumberTemplate = Static<typeof NumberTemplate>;

/** A number somebody else gave to a paper in the record, as it is written there. */
export const ForeignNumber = Type.Object(
  {
    id: Id,
    text: Type.String(),
    issuer: orNull(Type.String()),
    datedOn: orNull(Day),
    personId: Type.Integer(),
    at: Type.String(),
  },
  { $id: 'ForeignNumber' },
);
export type ForeignNumber = Static<typeof ForeignNumber>;

export const NumberTemplateEdit = Type.Object(
  {
    template: Type.String({ minLength: 8, maxLength: 60 }),
    fromYear: Year,
    /** The template as its editor saw it; another by now means somebody was first. */
    replaces: Type.String({ maxLength: 60 }),
    reason,
  },
  { $id: 'NumberTemplateEdit', additionalProperties: false },
);
export type NumberTemplateEdit = Static<typeof NumberTemplateEdit>;

export const OutsideRun = Type.Object(
  { paper: Paper, until: Type.Integer({ minimum: 1, maximum: 99_999 }), reason },
  { $id: 'OutsideRun', additionalProperties: false },
);
export const NumberDrawing = Type.Object(
  { paper: Paper, note: Type.String({ minLength: 2, maxLength: 200 }), version: Version },
  { $id: 'NumberDrawing', additionalProperties: false },
);
export const ForeignKeeping = Type.Object(
  {
    text: Text,
    issuer: Type.Optional(Type.String({ maxLength: 80 })),
    datedOn: Type.Optional(Day),
    version: Version,
  },
  { $id: 'ForeignKeeping', additionalProperties: false },
);
export const RegisterAsk = Type.Object({ officeId: Id, paper: Paper, year: Year });

const found = Type.Object({ id: Id, kind: oneOf(KINDS, 'kind'), number: Type.String(), text: Type.String() });

/** Official numbers: the office's register, how it numbers its papers, and the numbers of one record. */
export const numberApi = {
  years: {
    method: 'GET',
    url: '/api/numbers/years',
    config: { can: 'dossier.read' },
    schema: { tags, response: { 200: Type.Array(NumberYear) } },
  },
  register: {
    method: 'GET',
    url: '/api/numbers',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      querystring: Type.Object({ ...RegisterAsk.properties, ...PageAsk.properties }),
      response: { 200: pageOf(OfficialNumber) },
    },
  },
  find: {
    method: 'POST',
    url: '/api/numbers/find',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      body: Type.Object({ text: Text }, { $id: 'NumberFinding', additionalProperties: false }),
      response: { 200: Type.Array(found) },
    },
  },
  templates: {
    method: 'GET',
    url: '/api/numbers/templates',
    config: { can: 'dossier.read' },
    schema: { tags, response: { 200: Type.Array(NumberTemplate) } },
  },
  setTemplate: {
    method: 'PUT',
    url: '/api/numbers/templates/:paper',
    config: { can: 'number.keep' },
    schema: {
      tags,
      params: Type.Object({ paper: Paper }),
      body: NumberTemplateEdit,
      response: { 200: NumberTemplate },
    },
  },
  outside: {
    method: 'POST',
    url: '/api/numbers/outside',
    config: { can: 'number.keep' },
    schema: { tags, body: OutsideRun, response: { 201: OfficialNumber } },
  },
  void: {
    method: 'POST',
    url: '/api/numbers/:id/void',
    config: { can: 'number.keep' },
    schema: {
      tags,
      params: ById,
      body: Type.Object({ reason }, { $id: 'NumberVoiding', additionalProperties: false }),
      response: { 200: OfficialNumber },
    },
  },
  ofDossier: {
    method: 'GET',
    url: '/api/dossiers/:id/numbers',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      params: ById,
      response: { 200: Type.Object({ own: Type.Array(OfficialNumber), foreign: Type.Array(ForeignNumber) }) },
    },
  },
  draw: {
    method: 'POST',
    url: '/api/dossiers/:id/numbers',
    config: { can: 'number.keep' },
    schema: {
      tags,
      params: ById,
      body: NumberDrawing,
      response: { 201: Type.Object({ number: OfficialNumber, version: Type.Integer() }) },
    },
  },
  keepForeign: {
    method: 'POST',
    url: '/api/dossiers/:id/foreign-numbers',
    config: { can: 'file.add' },
    schema: {
      tags,
      params: ById,
      body: ForeignKeeping,
      response: { 201: Type.Object({ number: ForeignNumber, version: Type.Integer() }) },
    },
  },
} as const;
