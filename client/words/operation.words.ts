import type { Words } from '#client/kernel/words.ts';

/** Taking back what one did. */
export const operationWords = {
  'operation.changed_one': ['已改 {number} 的{fields}', '{number}: {fields} changed'],
  'operation.changed': ['已改 {n} 条的{fields}', '{n} changed: {fields}'],
  'operation.changed_partly': [
    '已改 {n} 条的{fields}，{failed} 条未改：{numbers}',
    '{n} changed: {fields}; {failed} not changed: {numbers}',
  ],
  'operation.stepped': ['{n} 条已{step}', '{step}: {n}'],
  'operation.stepped_partly': [
    '{n} 条已{step}，{failed} 条未成：{numbers}',
    '{step}: {n}; not done {failed}: {numbers}',
  ],
  'operation.act.edit': ['修改', 'change'],
  'operation.change_of': ['对{fields}的修改', 'change of {fields}'],
  'operation.act.paste': ['粘贴', 'paste'],
  'operation.act.link': ['关联', 'link'],
  'operation.act.import': ['导入', 'import'],
  'operation.undone': ['已撤销{what}：{n} 条复原', 'Undid the {what}: {n} as before'],
  'operation.undone_partly': [
    '已撤销{what}：{n} 条复原；{kept} 条此后有变，未动：{numbers}',
    'Undid the {what}: {n} as before; {kept} changed since and left: {numbers}',
  ],
  'operation.undone_nothing': [
    '没有撤销{what}：{numbers} 此后有变，保持现状。需要时请打开记录再改。',
    'The {what} was not undone: {numbers} changed since and stays as it is. Open the record to change it again.',
  ],
  'operation.redone_nothing': [
    '没有重做{what}：{numbers} 此后有变，保持现状。需要时请打开记录再改。',
    'The {what} was not done again: {numbers} changed since and stays as it is. Open the record to change it again.',
  ],
  'operation.redone': ['已重做{what}：{n} 条', 'Did the {what} again: {n}'],
  'operation.redone_partly': [
    '已重做{what}：{n} 条；{kept} 条此后有变，未动：{numbers}',
    'Did the {what} again: {n}; {kept} changed since and left: {numbers}',
  ],
  'operation.and_more': ['{shown} 等', '{shown} and others'],
  'operation.unseen': ['已不可见的记录', 'what you no longer see'],
  'operation.redo': ['重做', 'Redo'],
  'operation.nothing_to_undo': ['今天没有可以撤销的操作。', 'Nothing of today can be undone.'],
  'operation.nothing_to_redo': ['没有可以重做的操作。', 'Nothing can be done again.'],
  'operation.ask_batch': [
    '上一步是{what}。撤销会移除它登记的记录，再按一次 Ctrl+Z 确认。',
    'The last act was a whole {what}. Undoing it removes the records it made; press Ctrl+Z again to do so.',
  ],
  'keys.redo': ['重做', 'Redo'],
  'event.undoes': ['撤销先前的修改', 'takes an earlier change back'],
  'event.dossier.unlinked': ['取消关联', 'Unlinked'],
  'event.operation.undone': ['撤销操作', 'Undid an operation'],
  'event.operation.redone': ['重做操作', 'Did an operation again'],
  'refusal.has_moved_on.day_over': [
    '只能撤销当天的操作。可以在记录上再改一次。',
    'Only operations of the same day can be undone. The record can be changed once more.',
  ],
} as const satisfies Words;
