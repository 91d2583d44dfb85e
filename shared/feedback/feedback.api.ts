import { type Static, Type } from 'typebox';
import { PageAsk, pageOf } from '../kernel/paging.ts';
import { Id, orNull } from '../kernel/shapes.ts';

const tags = ['feedback'];
const text = Type.String({ minLength: 2, maxLength: 2000 });

/** What somebody said about the product, word for word, and what was answered. */
export const Feedback = Type.Object(
  {
    id: Id,
    at: Type.String(),
    personId: Id,
    officeId: Type.Integer(),
    /** The page it was said on, as a pattern: no record's number, no search. */
    page: Type.String(),
    text: Type.String(),
    answer: orNull(Type.String()),
    answeredBy: orNull(Id),
    answeredAt: orNull(Type.String()),
  },
  { $id: 'Feedback' },
);
export type Feedback = Static<typeof Feedback>;

/** What is said, and where. */
export const FeedbackGiving = Type.Object(
  { page: Type.String({ maxLength: 120, pattern: '^/[a-z0-9:/-]*$' }), text },
  { $id: 'FeedbackGiving', additionalProperties: false },
);

/** Complaints and suggestions about the product itself, as the rules for staff software ask of it (国办函〔2026〕12号). */
export const feedbackApi = {
  give: {
    method: 'POST',
    url: '/api/feedback',
    config: { can: 'signed_in' },
    schema: { tags, body: FeedbackGiving, response: { 201: Feedback } },
  },
  own: {
    method: 'GET',
    url: '/api/feedback/own',
    config: { can: 'signed_in' },
    schema: { tags, querystring: PageAsk, response: { 200: pageOf(Feedback) } },
  },
  list: {
    method: 'GET',
    url: '/api/feedback',
    config: { can: 'feedback.read' },
    schema: {
      tags,
      querystring: Type.Object({
        /** Only what nobody has answered. */
        open: Type.Optional(Type.Boolean()),
        ...PageAsk.properties,
      }),
      response: { 200: pageOf(Feedback) },
    },
  },
  answer: {
    method: 'POST',
    url: '/api/feedback/:id/answer',
    config: { can: 'feedback.read' },
    schema: {
      tags,
      params: Type.Object({ id: Id }),
      body: Type.Object({ text }, { $id: 'FeedbackAnswer', additionalProperties: false }),
      response: { 200: Feedback },
    },
  },
} as const;
