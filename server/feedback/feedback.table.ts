import { id, index, instant, label, ref, table, text } from '#columns';

/** What people said about the product, kept word for word. */
export const feedback = table(
  'feedback',
  {
    id: id(),
    at: instant().notNull(),
    personId: ref().notNull(),
    officeId: ref().notNull(),
    page: label().notNull(),
    text: text().notNull(),
    answer: text(),
    answeredBy: ref(),
    answeredAt: instant(),
  },
  (t) => [index('feedback_by_person').on(t.personId), index('feedback_by_answer').on(t.answeredAt)],
);
export type FeedbackRow = typeof feedback.$inferSelect;
