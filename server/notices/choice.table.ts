import { label, oneOf, ref, table } from '#columns';
import { TELLINGS } from '#shared/notices/telling.ts';

/** How somebody wants to be told, where they chose; nothing about the work stands here, so a change leaves no audit line. */
export const noticeChoices = table('notice_choices', {
  personId: ref().primaryKey(),
  act: oneOf(TELLINGS).notNull(),
  know: oneOf(TELLINGS).notNull(),
  quietFrom: label(),
  quietUntil: label(),
});
