import type { Words } from '#client/kernel/words.ts';

/** Files of records, and saved views. */
export const fileWords = {
  'dossier.tab.files': ['材料', 'Files'],
  'files.title': ['材料', 'Files'],
  'files.add': ['添加材料', 'Add files'],
  'files.add_helper': [
    '每个不超过 50 MB，断线后自动续传；照片会去除位置信息。',
    'Up to 50 MB each, resumed after a broken line; pictures lose their location.',
  ],
  'files.added': ['已添加 {name}', 'Added {name}'],
  'files.none': ['还没有材料。', 'No files yet.'],
  'files.remove': ['移除', 'Remove'],
  'files.remove_does': [
    '不再提供下载，名称和校验值保留在记录中。',
    'No longer handed out; its name and hash stay on the record.',
  ],
  'files.removed': ['{name} {time} 移除', 'removed by {name} {time}'],
  'views.save': ['保存视图', 'Save view'],
  'views.save_as': ['视图名称', 'Name of the view'],
  'views.shared': ['本部门共用', 'Shared with the office'],
  'views.remove': ['删除视图', 'Delete the view'],
  'event.calendar.stored': ['导入工作日历', 'Loaded a calendar'],
  'event.clock_rule.added': ['新增时限规则', 'Added a limit'],
} as const satisfies Words;
