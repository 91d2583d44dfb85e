import type { Words } from '#client/kernel/words.ts';

/** Which fields are a must (S33). */
export const fieldWords = {
  'nav.fields': ['必填字段', 'Required fields'],
  'fields.title': ['必填字段', 'Required fields'],
  'fields.complaint': ['投诉举报登记', 'Registering a complaint'],
  'fields.helper': [
    '列出的字段平时可不填。设为必填须写明谁来用、何时复核；必填的缺一项就不能登记，来电人说不清的不要设。',
    'These may usually be left out. Whoever requires one says who uses it and when that is looked at again; without it nothing is registered, so require nothing that callers cannot tell.',
  ],
  'fields.field': ['字段', 'Field'],
  'fields.must': ['必填', 'Required'],
  'fields.free': ['选填', 'may be left out'],
  'fields.by': ['设置人', 'Set by'],
  'fields.past': ['已取消', 'No longer required'],
  'fields.review_late': ['{day} 已过，请复核', '{day} is past: please review'],
  'fields.require': ['设为必填', 'Require'],
  'fields.require_does': [
    '自起始日起，登记投诉举报必须填写；已登记的和导入的不受影响。',
    'From its first day on a registration needs it; what is registered already or imported does not.',
  ],
  'fields.review': ['复核', 'Review'],
  'fields.review_does': ['确认仍有人用，并定下次复核日。', 'Says who still uses it and when that is looked at next.'],
  'fields.end': ['取消必填', 'No longer required'],
  'fields.end_does': ['即日起可不填；已填的内容保留。', 'May be left out from now on; what was filled in stays.'],
  'FieldRequiring.reader': ['谁来用、用在哪里', 'Who uses it, for what'],
  'FieldRequiring.reviewOn': ['复核日', 'Review on'],
  'FieldRequiring.validFrom': ['起始日', 'From'],
  'event.field.required': ['设为必填字段', 'Made a field a must'],
  'event.field.reviewed': ['复核必填字段', 'Reviewed a required field'],
  'event.field.freed': ['取消必填字段', 'Freed a required field'],
} as const satisfies Words;
