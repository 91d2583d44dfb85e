import type { Words } from '#client/kernel/words.ts';

/** Signing in, the first administrator, activation. */
export const authWords = {
  'auth.title': ['登录', 'Sign in'],
  'auth.account': ['账号', 'Account'],
  'auth.password': ['密码', 'Password'],
  'auth.show_password': ['显示密码', 'Show the password'],
  'auth.code': ['动态验证码', 'One-time code'],
  'auth.code_helper': [
    '打开验证器应用查看 6 位数字，可直接粘贴。',
    'The six digits of your authenticator; pasting is fine.',
  ],
  'auth.locked_minutes': [
    '请 {minutes} 分钟后再试，或联系管理员。',
    'Try again in {minutes} minutes, or call the administrator.',
  ],
  'auth.fill_both': ['请填写账号和密码。', 'Please fill in account and password.'],
  'prove.title': ['确认是您本人', 'Confirm that it is you'],
  'prove.why': [
    '{name}，这一步涉及身份信息、数据导出、移送公安或账号权限。{minutes} 分钟内没有输入过密码，请再输入一次，随后自动继续。',
    '{name}, this is about identities, exports, the police or access rights. You gave no password within {minutes} minutes: give it once more, and the act goes on by itself.',
  ],
  'prove.go_on': ['确认并继续', 'Confirm'],
  'prove.fill': ['请填写完整。', 'Please fill this in.'],
  'prove.wrong': ['密码不正确。', 'The password is not right.'],
  'prove.wrong_both': ['密码或动态验证码不正确。', 'The password or the one-time code is not right.'],
  'auth.help': [
    '忘记密码或不能登录，请联系本单位系统管理员。',
    'If you cannot sign in, ask your office’s system administrator.',
  ],
  'auth.last': ['上次登录 {time}，{place}', 'Last sign-in {time}, {place}'],
  'auth.demo': ['演示账号（点击即填入）', 'Sample accounts (click to fill in)'],
  'auth.demo_password': ['演示账号的密码都是 {password}', 'Every sample account has the password {password}'],
  'auth.first_title': ['建立第一位管理员', 'Make the first administrator'],
  'auth.first_text': [
    '这个链接只能用一次。系统没有默认密码，请现在设定。',
    'This link works once. There is no default password: set one now.',
  ],
  'auth.activate_title': ['设置密码', 'Set your password'],
  'auth.activate_text': [
    '请设定只有您自己知道的密码，至少 12 个字符。',
    'Choose a password only you know, at least 12 characters.',
  ],
  'auth.name': ['姓名', 'Name'],
  'auth.password_again': ['再输一次', 'Once more'],
  'auth.done': ['已设置，请登录。', 'Done. Please sign in.'],
  'auth.begin': ['开始使用', 'Begin'],
} as const satisfies Words;
