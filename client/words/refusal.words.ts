import type { Words } from '#client/kernel/words.ts';

/** Each "no" of the server as a sentence: what happened, what was kept, what to do. */
export const refusalWords = {
  'refusal.unauthenticated': ['请先登录。', 'Please sign in first.'],
  'refusal.sign_in_failed': ['账号、密码或验证码不正确。', 'The account, password or code is not right.'],
  'refusal.second_factor_needed': ['请输入动态验证码。', 'Please enter the one-time code.'],
  'refusal.sign_in_again': [
    '没有办理：这一步要先确认是您本人。填写的内容还在，可以再试。',
    'Not done: this needs your password first. What you typed is still here; please try again.',
  ],
  'refusal.forbidden.not_enforcing': [
    '协调机构和检察机关不实施检查和处罚，请由有执法权的部门办理。',
    'A coordinating or reading office neither inspects nor penalises; a department with that authority does.',
  ],
  'refusal.forbidden.own_request': [
    '自己提出的申请须由另一位负责人批准。',
    'Another head has to decide on your own request.',
  ],
  'refusal.forbidden': ['您的岗位没有这项权限。', 'Your post does not include this right.'],
  'refusal.cross_site': [
    '请求来自别的网站，已拒绝。请从本系统页面操作。',
    'The request came from another site and was refused. Please act from this product.',
  ],
  'refusal.not_found': ['没有这条记录，或您所在部门未参与。', 'No such record, or your office takes no part in it.'],
  'refusal.not_allowed_in_state': [
    '当前状态不能做这一步，可能有人刚刚办理过。请刷新后再看。',
    'This step is not open in the current state; somebody may have just acted. Please reload.',
  ],
  'refusal.key_reused': [
    '这次提交与之前的内容不同，没有写入。请刷新后重试。',
    'This submission differs from an earlier one and was not written. Please reload and try again.',
  ],
  'refusal.already_exists': ['已经有相同的记录。', 'The same record exists already.'],
  'refusal.has_moved_on': ['这条记录此后又有办理，不能撤销。', 'The record has moved on since and cannot be undone.'],
  'refusal.merged_away': [
    '它已并入另一个对象，请到并入后的档案办理。',
    'It was merged into another entity; please work on that one.',
  ],
  'refusal.facts_changed': [
    '起草以后，记录中的内容有了变化。请重新生成文书再签发。',
    'The record has changed since this was drafted. Please make the paper again before issuing it.',
  ],
  'refusal.changed_meanwhile': [
    '有人刚刚改过这条记录。您填写的内容还在，请核对后再保存。',
    'Somebody has just changed this record. What you typed is kept; please compare and save again.',
  ],
  'refusal.too_large': ['内容或文件太大。', 'The content or file is too large.'],
  'refusal.unsupported_type': ['不支持这种文件或格式。', 'This kind of file or format is not supported.'],
  'refusal.invalid_query': ['网址里的筛选条件不正确。', 'The filter in the address is not valid.'],
  'refusal.invalid_input': ['有些内容需要修改，见标出的各项。', 'Some answers need correcting; see the marked fields.'],
  'refusal.version_missing': [
    '页面不是最新的，请刷新后重试。',
    'The page is out of date. Please reload and try again.',
  ],
  'refusal.locked_out': [
    '登录失败次数过多，账号暂时锁定。',
    'Too many failed sign-ins; the account is locked for a while.',
  ],
  'refusal.too_many': ['操作过于频繁，请稍候再试。', 'Too many requests. Please wait a moment.'],
  'refusal.overloaded': [
    '系统繁忙，请稍候重试。您填写的内容还在。',
    'The system is busy; please try again shortly. What you typed is kept.',
  ],
  'refusal.read_only': [
    '系统暂时只能查看，不能修改。您填写的内容还在。',
    'The system can only be read for now. What you typed is kept.',
  ],
  'refusal.storage_full': [
    '服务器空间不足，没有保存。您填写的内容还在，请告知管理员。',
    'The server is out of space and nothing was saved. What you typed is kept; please tell the administrator.',
  ],
  'refusal.damaged': [
    '这个文件在服务器上已损坏，没有下载。请告知管理员，从备份中恢复。',
    'This file is damaged on the server and was not handed out. Please tell the administrator to restore it from a backup.',
  ],
  'refusal.offline': [
    '连不上服务器。您填写的内容还在，联网后请重试。',
    'The server cannot be reached. What you typed is kept; please try again once connected.',
  ],
  'refusal.bug': [
    '系统出了差错，没有完成。您填写的内容还在。',
    'Something went wrong and it was not done. What you typed is kept.',
  ],
} as const satisfies Words;
