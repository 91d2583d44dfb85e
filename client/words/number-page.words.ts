import type { Words } from '#client/kernel/words.ts';

/** The screens of official numbers, and what the audit says of them. */
export const numberPageWords = {
  'numbers.templates': ['文号样式', 'How papers are numbered'],
  'numbers.templates_helper': [
    '文号在签发或批准时取得，每个单位、每种文书、每年连续编号，不跳号、不重号。',
    'A number is drawn when a paper is put in force: running by office, paper and year, none twice, none lost.',
  ],
  'numbers.template': ['样式', 'Template'],
  'numbers.template_field_helper': [
    '年份写作 〔{year}〕，流水号写作 {n}，例如 （夏）市监罚〔{year}〕{n}号。',
    'The year is written 〔{year}〕 and the running number {n}, for example （夏）市监罚〔{year}〕{n}号.',
  ],
  'numbers.from_year': ['自哪一年起', 'From which year'],
  'numbers.last': ['已用到', 'Last drawn'],
  'numbers.next': ['下一个', 'Next'],
  'numbers.change': ['修改样式', 'Change'],
  'numbers.change_does': [
    '以后取得的文号用新样式，流水号接着往下编；已取得的文号不变。',
    'Numbers drawn from now on look so; the running number goes on, and those drawn stay as they are.',
  ],
  'numbers.register': ['文号登记簿', 'Register of numbers'],
  'numbers.none': ['还没有取得过文号。', 'No numbers drawn yet.'],
  'numbers.sums': [
    '共 {last} 个：使用 {used}，作废 {voided}，线下使用 {outside}',
    '{last} in all: {used} used, {voided} void, {outside} used outside',
  ],
  'numbers.number': ['文号', 'Number'],
  'numbers.standing': ['状态', 'Standing'],
  'numbers.for': ['用于', 'For'],
  'numbers.by': ['取号', 'Drawn by'],
  'numbers.why': ['说明', 'Why'],
  'numbers.more': ['显示更多', 'Show more'],
  'event.number.entered': ['录入已用文号 {number}', 'Entered the number in use {number}'],
  'event.number.drawn': ['取得文号 {number}', 'Drew the number {number}'],
  'event.number.voided': ['作废文号 {number}', 'Voided the number {number}'],
  'event.number.foreign_kept': ['登记来文文号 {number}', 'Noted the number {number}'],
  'event.number.template_set': ['修改文号样式', 'Changed a number template'],
  'event.number.declared_outside': ['登记线下用号', 'Declared numbers used outside'],
} as const satisfies Words;
