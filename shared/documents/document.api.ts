import { type Static, Type } from 'typebox';
import { Id, oneOf, orNull, Version } from '../kernel/shapes.ts';
import { RECIPIENTS } from './form.ts';
import { FORM_CODES } from './forms.ts';
import { SHAPES, SOURCES } from './places.ts';

/** A draft says so on its face; final ones are whole, and bear their number where the form has one. */
export const DOCUMENT_STANDINGS = ['draft', 'final', 'void'] as const;

const tags = ['documents'];
const ById = Type.Object({ id: Id });
const FormName = oneOf(FORM_CODES, 'form');
const To = oneOf(RECIPIENTS, 'document.to');
const reason = Type.String({ minLength: 2, maxLength: 500 });

/** One made paper: a version that stays as it is, whatever is made after it. */
export const PaperMade = Type.Object(
  {
    id: Id,
    form: FormName,
    to: To,
    /** The party of the record it is for, counted from one; 0 where it is for all of them. */
    party: Type.Integer(),
    partyName: orNull(Type.String()),
    version: Type.Integer(),
    standing: oneOf(DOCUMENT_STANDINGS, 'document.standing'),
    number: orNull(Type.String()),
    numberId: orNull(Id),
    /** The office's template it was made by; null for the standard one. */
    templateVersion: orNull(Type.Integer()),
    missing: Type.Array(Type.String()),
    /** Null for the moment between the number and the file. */
    fileId: orNull(Id),
    fileName: orNull(Type.String()),
    sha256: orNull(Type.String()),
    size: orNull(Type.Integer()),
    /** It names whom only a stated reason opens. */
    sealed: Type.Boolean(),
    /** It is the newest of its kind and may be put in force now, by whoever asks. */
    issuable: Type.Boolean(),
    personId: Type.Integer(),
    at: Type.String(),
  },
  { $id: 'PaperMade' },
);
export type PaperMade = Static<typeof PaperMade>;

/** A form of the record's ledger, and how far it is from being made. */
export const FormStanding = Type.Object(
  {
    form: FormName,
    fits: Type.Boolean(),
    /** Places without which it cannot be put in force, and which nothing fills yet. */
    missing: Type.Array(Type.String()),
    /** How many are made and for whom, in the paper's own words. */
    copies: Type.String(),
    makings: Type.Array(Type.Object({ to: To, named: Type.Boolean() })),
    /** The parties one is made for each, as lists name them; none where one serves. */
    parties: Type.Array(Type.String()),
  },
  { $id: 'FormStanding' },
);
export type FormStanding = Static<typeof FormStanding>;

/** Why a paper that the law asks for before a step is not in the record. */
export const PaperExcuse = Type.Object(
  { form: FormName, step: Type.String(), reason: Type.String(), personId: Type.Integer(), at: Type.String() },
  { $id: 'PaperExcuse' },
);
export type PaperExcuse = Static<typeof PaperExcuse>;

export const PaperList = Type.Object(
  { forms: Type.Array(FormStanding), made: Type.Array(PaperMade), excuses: Type.Array(PaperExcuse) },
  { $id: 'PaperList' },
);
export type PaperList = Static<typeof PaperList>;

const Rows = Type.Array(Type.Record(Type.String({ maxLength: 20 }), Type.String({ maxLength: 400 })), {
  maxItems: 300,
});

/** One place as it would be filled; what is sealed says only that it is there. */
export const PlaceFilled = Type.Object(
  {
    place: Type.String(),
    source: oneOf(SOURCES, 'place.source'),
    shape: oneOf(SHAPES, 'place.shape'),
    must: Type.Boolean(),
    filled: Type.Boolean(),
    sealed: Type.Boolean(),
    text: orNull(Type.String()),
    rows: orNull(Type.Array(Type.Record(Type.String(), Type.String()))),
    columns: orNull(Type.Array(Type.String())),
  },
  { $id: 'PlaceFilled' },
);
export type PlaceFilled = Static<typeof PlaceFilled>;

export const PaperPreview = Type.Object(
  {
    form: FormName,
    to: To,
    party: Type.Integer(),
    named: Type.Boolean(),
    fits: Type.Boolean(),
    places: Type.Array(PlaceFilled),
    templateVersion: orNull(Type.Integer()),
  },
  { $id: 'PaperPreview' },
);
export type PaperPreview = Static<typeof PaperPreview>;

const Party = Type.Integer({ minimum: 0, maximum: 100 });
const Answer = Type.Union([Type.String({ maxLength: 20_000 }), Type.Boolean(), Rows]);

/** A paper to be made: for whom, and what is entered here. */
export const PaperMaking = Type.Object(
  {
    form: FormName,
    to: To,
    party: Type.Optional(Party),
    answers: Type.Record(Type.String({ maxLength: 20 }), Answer, { maxProperties: 80 }),
    version: Version,
  },
  { $id: 'PaperMaking', additionalProperties: false },
);
export type PaperMaking = Static<typeof PaperMaking>;
export type PaperAnswer = Static<typeof Answer>;

const Changed = Type.Object({ paper: PaperMade, version: Type.Integer() });
const word = (description: string) => ({
  description,
  content: { 'application/octet-stream': { schema: Type.String({ format: 'binary' }) } },
});

/** An office's own template of a form. */
export const TemplateVersion = Type.Object(
  {
    id: Id,
    form: FormName,
    version: Type.Integer(),
    current: Type.Boolean(),
    name: Type.String(),
    size: Type.Integer(),
    sha256: Type.String(),
    note: orNull(Type.String()),
    personId: Type.Integer(),
    at: Type.String(),
  },
  { $id: 'TemplateVersion' },
);
export type TemplateVersion = Static<typeof TemplateVersion>;

/** Papers of records, and the templates an office makes them by. */
export const documentApi = {
  list: {
    method: 'GET',
    url: '/api/dossiers/:id/documents',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, response: { 200: PaperList } },
  },
  preview: {
    method: 'GET',
    url: '/api/dossiers/:id/documents/:form',
    config: { can: 'file.add' },
    schema: {
      tags,
      params: Type.Object({ id: Id, form: FormName }),
      querystring: Type.Object({ to: Type.Optional(To), party: Type.Optional(Party) }),
      response: { 200: PaperPreview },
    },
  },
  make: {
    method: 'POST',
    url: '/api/dossiers/:id/documents',
    config: { can: 'file.add' },
    schema: { tags, params: ById, body: PaperMaking, response: { 201: Changed } },
  },
  issue: {
    method: 'POST',
    url: '/api/documents/:id/issue',
    config: { can: 'file.add' },
    schema: {
      tags,
      params: ById,
      body: Type.Object({ version: Version }, { $id: 'PaperIssuing', additionalProperties: false }),
      response: { 201: Changed },
    },
  },
  open: {
    method: 'POST',
    url: '/api/documents/:id/opening',
    config: { can: 'identity.open', proof: true },
    schema: {
      tags,
      params: ById,
      body: Type.Object({ reason }, { $id: 'PaperOpening', additionalProperties: false }),
      response: { 200: word('The paper, with who stands in it, for a stated reason') },
    },
  },
  templates: {
    method: 'GET',
    url: '/api/documents/templates',
    config: { can: 'dossier.read' },
    schema: { tags, response: { 200: Type.Array(TemplateVersion) } },
  },
  standard: {
    method: 'GET',
    url: '/api/documents/standard/:form',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      params: Type.Object({ form: FormName }),
      response: { 200: word('The standard paper with its places in braces') },
    },
  },
  template: {
    method: 'GET',
    url: '/api/documents/templates/:id',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, response: { 200: word('A template as it was uploaded') } },
  },
  setTemplate: {
    method: 'POST',
    url: '/api/documents/templates',
    config: { can: 'template.keep' },
    schema: {
      tags,
      body: Type.Object(
        {
          form: FormName,
          uploadId: Type.String({ minLength: 1, maxLength: 80 }),
          name: Type.String({ minLength: 1, maxLength: 300 }),
          note: Type.Optional(Type.String({ maxLength: 500 })),
          /** The version it replaces; 0 for the standard one. */
          replaces: Type.Integer({ minimum: 0 }),
        },
        { $id: 'TemplateSetting', additionalProperties: false },
      ),
      response: { 201: TemplateVersion },
    },
  },
  backToStandard: {
    method: 'POST',
    url: '/api/documents/standard/:form',
    config: { can: 'template.keep' },
    schema: {
      tags,
      params: Type.Object({ form: FormName }),
      body: Type.Object(
        { reason, replaces: Type.Integer({ minimum: 1 }) },
        { $id: 'TemplateEnding', additionalProperties: false },
      ),
      response: { 200: Type.Object({ form: FormName }) },
    },
  },
} as const;
