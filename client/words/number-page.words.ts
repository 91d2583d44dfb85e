import type { Words } from '#client/kernel/words.ts';

/** The screens of official numbers, and what the audit says of them. */
export const numberPageWords = {
  'event.number.drawn': ['取得文号 {number}', 'Drew the number {number}'],
  'event.number.voided': ['作废文号 {number}', 'Voided the number {number}'],
  'event.number.foreign_kept': ['登记来文文号 {number}', 'Noted the number {number}'],
  'event.number.template_set': ['修改文号样式', 'Changed a number template'],
  'event.number.declared_outside': ['登记线下用号', 'Declared numbers used outside'],
} as const satisfies Words;
