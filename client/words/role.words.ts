import type { Words } from '#client/kernel/words.ts';

/** Roles and departments. */
export const roleWords = {
  'role.liaison': ['联络员', 'Liaison'],
  'role.approver': ['审批领导', 'Approver'],
  'role.chief': ['主要负责人', 'Chief'],
  'role.legal_reviewer': ['法制审核', 'Legal reviewer'],
  'role.police_liaison': ['公安对接人', 'Police liaison'],
  'role.prosecutor': ['检察读者', 'Prosecutor (reader)'],
  'role.inspector': ['检查员', 'Inspector'],
  'role.coordinator': ['协调员', 'Coordinator'],
  'role.auditor': ['审计员', 'Auditor'],
  'role.system_admin': ['系统管理员', 'System administrator'],
  'role.security_admin': ['安全管理员', 'Security administrator'],
  'role.audit_admin': ['审计管理员', 'Audit administrator'],
} as const satisfies Words;
