/** Whether a notice waits for the person to act 待我处理, or only lets them know 知会. */
export const NOTICE_NEEDS = ['act', 'know'] as const;
export type NoticeNeed = (typeof NOTICE_NEEDS)[number];

/** What people are told of, and what it asks of them. A notice is a record's number and one of these, nothing else. */
export const NOTICE_EVENTS = {
  dispatched: 'act',
  returned: 'act',
  disputed: 'act',
  assigned: 'act',
  submitted: 'act',
  sent_back: 'act',
  reopened: 'act',
  arrived: 'act',
  to_approve: 'act',
  to_send: 'act',
  came_back: 'act',
  asked_more: 'act',
  to_review: 'act',
  to_hand_over: 'act',
  access_asked: 'act',
  due_soon: 'act',
  overdue: 'act',
  urged: 'act',
  moved: 'know',
  closed: 'know',
  part_added: 'know',
} as const satisfies Record<string, NoticeNeed>;
export type NoticeEvent = keyof typeof NOTICE_EVENTS;
export const NOTICE_EVENT_NAMES = Object.keys(NOTICE_EVENTS) as [NoticeEvent, ...NoticeEvent[]];

/** The events of one need. */
export const eventsOfNeed = (need: NoticeNeed): NoticeEvent[] =>
  NOTICE_EVENT_NAMES.filter((event) => NOTICE_EVENTS[event] === need);

/** Reminders, told once for each due day; they are past when that day is. */
export const DUE_EVENTS = ['due_soon', 'overdue'] as const satisfies NoticeEvent[];
export const isDue = (event: NoticeEvent): boolean => (DUE_EVENTS as readonly NoticeEvent[]).includes(event);
