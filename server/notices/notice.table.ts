import { day, id, index, instant, oneOf, ref, table, unique } from '#columns';
import { NOTICE_EVENT_NAMES } from '#shared/notices/notice.events.ts';

/** What people are told: which record, which event, never its content. Without a reference, since a record an import took out goes first. */
export const notices = table(
  'notices',
  {
    id: id(),
    personId: ref().notNull(),
    officeId: ref().notNull(), // the post it concerns: seen only while acting for that office
    dossierId: ref().notNull(),
    event: oneOf(NOTICE_EVENT_NAMES).notNull(),
    at: instant().notNull(),
    dueOn: day(),
    readAt: instant(),
    doneAt: instant(),
    /** It waits until then: for the day's digest, or for the end of somebody's quiet hours; null where it does not wait. */
    tellAt: instant(),
    /** Since when it is counted in the band; null for what waits, and for what its reader only looks up. */
    toldAt: instant(),
  },
  (t) => [
    index('notices_by_person').on(t.personId, t.officeId, t.dossierId),
    index('notices_by_dossier').on(t.dossierId, t.doneAt),
    index('notices_by_age').on(t.at),
    index('notices_by_telling').on(t.tellAt),
    unique('notices_once_a_due_day').on(t.personId, t.dossierId, t.event, t.dueOn),
  ],
);
export type NoticeRow = typeof notices.$inferSelect;
