import type { Words } from '#client/kernel/words.ts';

/** Limits and calendar (S32). */
export const lawWords = {
  'law.title': ['时限规则与工作日历', 'Limits and calendar'],
  'law.calendar': ['工作日历', 'Working-day calendar'],
  'law.rules': ['时限规则', 'Limits'],
  'law.year': ['年份', 'Year'],
  'law.off': ['放假天数', 'Days off'],
  'law.work': ['调休上班', 'Make-up workdays'],
  'law.source': ['依据', 'Notice'],
  'law.load': ['导入一年的放假安排', 'Load a year’s holidays'],
  'law.load_helper': [
    '选择放假安排文件（.json），相关期限随即重算。',
    'Choose the year’s file (.json); limits it touches are reckoned anew.',
  ],
  'law.load_year': ['导入 {year} 年放假安排', 'Load the holidays of {year}'],
  'law.load_does': [
    '放假 {off} 天，调休上班 {work} 天；受影响的到期日随即重算并记入经过。',
    '{off} days off, {work} make-up workdays; due days they touch are reckoned anew and logged.',
  ],
  'law.stored': ['{year} 年已导入，{n} 件的到期日有变', '{year} loaded; {n} due days moved'],
  'law.unreadable': [
    '不是放假安排文件，或含有其他年份的日期。',
    'Not a holiday file, or it holds days of another year.',
  ],
  'law.rule': ['时限', 'Limit'],
  'law.length': ['长度', 'Length'],
  'law.pauses': ['可暂停', 'Pauses for'],
  'law.extension': ['可延长', 'Extension'],
  'law.valid': ['有效期', 'Valid'],
} as const satisfies Words;
