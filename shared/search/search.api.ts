import { type Static, Type } from 'typebox';
import { KINDS } from '../dossiers/dossier.kinds.ts';
import { Id, oneOf, orNull } from '../kernel/shapes.ts';

/** How a record came to be found. */
export const FOUND_BY = ['number', 'phone', 'text'] as const;

/** One record found, as far as its reader may know it. */
export const SearchHit = Type.Object(
  {
    id: Id,
    kind: oneOf(KINDS, 'kind'),
    number: Type.String(),
    title: Type.String(),
    subjectName: orNull(Type.String()),
    state: Type.String(),
    county: Type.String(),
    ownerOfficeId: Id,
    dueOn: orNull(Type.String()),
    by: oneOf(FOUND_BY, 'search.by'),
  },
  { $id: 'SearchHit' },
);
export type SearchHit = Static<typeof SearchHit>;

/** One box for everything: numbers, words, initials, the tail of a phone. The question travels in the body, never in an address. */
export const searchApi = {
  search: {
    method: 'POST',
    url: '/api/search',
    config: { can: 'dossier.read' },
    schema: {
      tags: ['search'],
      body: Type.Object(
        {
          q: Type.String({ minLength: 1, maxLength: 60 }),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
        },
        { $id: 'SearchAsk', additionalProperties: false },
      ),
      response: { 200: Type.Object({ hits: Type.Array(SearchHit), more: Type.Boolean() }) },
    },
  },
} as const;
