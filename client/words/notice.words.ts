import type { Words } from '#client/kernel/words.ts';

/** The notice centre (S29). */
export const noticeWords = {
  'notices.title': ['通知中心', 'Notices'],
  'notices.act': ['待我处理', 'For me to do'],
  'notices.know': ['知会', 'For my information'],
  'notices.all': ['全部', 'All'],
  'notices.none': ['没有通知。', 'No notices.'],
  'notices.read_all': ['全部标为已读', 'Mark all as read'],
  'notices.waiting': ['{n} 件待处理', '{n} waiting'],
  'notices.settled': ['已有人处理', 'Dealt with'],
  'notice.event.dispatched': ['分给本单位，待签收', 'Dispatched to your office'],
  'notice.event.returned': ['被退回，待重新分办', 'Returned: to be dispatched again'],
  'notice.event.disputed': ['待裁定承办单位', 'Awaiting a ruling'],
  'notice.event.assigned': ['指定由您承办', 'Assigned to you'],
  'notice.event.submitted': ['待审核办结', 'Submitted for closing'],
  'notice.event.sent_back': ['退回修改', 'Sent back'],
  'notice.event.reopened': ['已重启', 'Reopened'],
  'notice.event.access_asked': ['有人申请查看', 'Access was asked for'],
  'notice.event.due_soon': ['即将到期 {day}', 'Due soon: {day}'],
  'notice.event.overdue': ['已逾期 {day}', 'Overdue since {day}'],
  'notice.event.closed': ['已办结', 'Closed'],
  'notice.event.part_added': ['本单位参与办理', 'Your office takes part'],
} as const satisfies Words;
