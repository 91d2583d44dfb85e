import type { Words } from '#client/kernel/words.ts';

/** The settings page (S30). */
export const settingsWords = {
  'settings.title': ['设置', 'Settings'],
  'settings.screen': ['显示', 'Display'],
  'settings.theme': ['主题', 'Theme'],
  'settings.size': ['字号', 'Text size'],
  'settings.density': ['表格行距', 'Row height of lists'],
  'settings.language': ['语言', 'Language'],
  'settings.keys': ['快捷键', 'Keys'],
  'settings.letter_keys': ['使用单字母快捷键', 'Use single-letter keys'],
  'settings.letter_keys_helper': ['关闭后只保留带 Ctrl 的组合键。', 'When off, only combinations with Ctrl remain.'],
  'settings.cell_reader': [
    '读屏方式：逐格朗读表格，F2 修改',
    'Screen reader mode: cells are read one by one, F2 edits',
  ],
  'settings.key': ['按键', 'Key'],
  'settings.does': ['作用', 'What it does'],
  'settings.ime': ['输入法自检', 'Input method check'],
  'settings.ime_helper': [
    '在下面输入几个字。右侧记录输入法发出的事件，可复制给服务台。',
    'Type a few characters. The events of your input method are recorded for the help desk.',
  ],
  'settings.ime_event': ['事件', 'Event'],
  'settings.ime_verdict_good': ['输入法工作正常。', 'The input method works as expected.'],
  'settings.kept': [
    '设置保存在您的账号上，换电脑也一样。',
    'Settings are kept on your account and follow you to another computer.',
  ],
} as const satisfies Words;
