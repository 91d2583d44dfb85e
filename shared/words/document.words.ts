import type { Words } from './words.ts';

/** Papers made of records. A form that bears a number is called as the paper it is. */
export const documentWords = {
  'form.complaint_entry': ['投诉登记表', 'Complaint register sheet'],
  'form.report_entry': ['举报登记表', 'Report register sheet'],
  'form.filing_approval': ['立案审批表', 'Approval of filing'],
  'form.scene_record': ['现场笔录', 'Record of an inspection'],
  'form.interview_record': ['询问笔录', 'Record of an interview'],
  'form.service_receipt': ['送达回证', 'Receipt of service'],
  'form.investigation_report': ['案件调查终结报告', 'Report of the inquiry'],
  'form.closing_approval': ['结案审批表', 'Approval of closing'],
  'document.to.complainant': ['致投诉举报人', 'to the complainant'],
  'document.to.respondent': ['致被投诉人', 'to the respondent'],
  'document.to.both': ['致双方', 'to both sides'],
  'document.to.party': ['致当事人', 'to the party'],
  'document.to.receiver': ['致受文机关', 'to the receiving office'],
  'document.to.office': ['本局存档', 'for the file'],
  'document.to.others': ['隐名件', 'without who complained'],
  'document.standing.draft': ['草稿', 'Draft'],
  'document.standing.final': ['已成文', 'In force'],
  'document.standing.void': ['已作废', 'Void'],
} as const satisfies Words;
