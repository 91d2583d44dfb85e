import { type Static, Type } from 'typebox';
import { KINDS } from '../dossiers/dossier.kinds.ts';
import { Id, oneOf, orNull, Version } from '../kernel/shapes.ts';

const tags = ['views'];
const ById = Type.Object({ id: Id });

/** Views one person may keep. */
export const VIEWS_MOST = 100;

const Name = Type.String({ minLength: 1, maxLength: 40 });
/** The filter part of a list's address, without `?`; never with words, names or numbers of people (`viewFault`). */
const Query = Type.String({ maxLength: 2000 });
const Columns = Type.Array(Type.String({ minLength: 1, maxLength: 40, pattern: '^[a-zA-Z][a-zA-Z0-9_.]*$' }), {
  maxItems: 60,
  uniqueItems: true,
});
const Sort = Type.String({ maxLength: 40, pattern: '^-?[a-zA-Z][a-zA-Z0-9_.]*$' });

/** A list's address with a name: its filters, columns and order. `mine` may change it; a shared one is its office's. */
export const View = Type.Object(
  {
    id: Id,
    name: Type.String(),
    ledger: oneOf(KINDS, 'kind'),
    query: Type.String(),
    columns: Type.Array(Type.String()),
    sort: orNull(Type.String()),
    shared: Type.Boolean(),
    officeId: Type.Integer(),
    personId: Type.Integer(),
    mine: Type.Boolean(),
    updatedAt: Type.String(),
    version: Type.Integer(),
  },
  { $id: 'View' },
);
export type View = Static<typeof View>;

export const ViewForm = Type.Object(
  {
    name: Name,
    ledger: oneOf(KINDS, 'kind'),
    query: Query,
    columns: Type.Optional(Columns),
    sort: Type.Optional(orNull(Sort)),
    shared: Type.Optional(Type.Boolean()),
  },
  { $id: 'ViewForm', additionalProperties: false },
);
export type ViewForm = Static<typeof ViewForm>;

export const ViewEdit = Type.Object(
  {
    version: Version,
    name: Type.Optional(Name),
    query: Type.Optional(Query),
    columns: Type.Optional(Columns),
    sort: Type.Optional(orNull(Sort)),
    shared: Type.Optional(Type.Boolean()),
  },
  { $id: 'ViewEdit', additionalProperties: false },
);
export type ViewEdit = Static<typeof ViewEdit>;

/** What keeps an address from being saved as a view: it carries typed words, or a telephone or ID number; null where nothing does. */
export function viewFault(query: string): 'words' | 'digits' | null {
  const text = query.replace(/^\?/, '');
  const parts = text.split('&').map((part) => part.split('=')[0]);
  if (parts.some((key) => key === 'q' || key === 'phone')) return 'words';
  return /\d{11,}/.test(text.replace(/%2D|[-\s+]/gi, '')) ? 'digits' : null;
}

/** Saved views: one's own, and those an office shares. */
export const viewApi = {
  list: {
    method: 'GET',
    url: '/api/views',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      querystring: Type.Object({ ledger: Type.Optional(oneOf(KINDS, 'kind')) }),
      response: { 200: Type.Array(View) },
    },
  },
  save: {
    method: 'POST',
    url: '/api/views',
    config: { can: 'dossier.read' },
    schema: { tags, body: ViewForm, response: { 201: View } },
  },
  change: {
    method: 'PATCH',
    url: '/api/views/:id',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, body: ViewEdit, response: { 200: View } },
  },
  drop: {
    method: 'DELETE',
    url: '/api/views/:id',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, response: { 200: Type.Object({ dropped: Type.Boolean() }) } },
  },
} as const;
