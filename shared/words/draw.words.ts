import type { Words } from './words.ts';

/** Draws 双随机: lists of values and the fields of their plans. */
export const drawWords = {
  'draw.mode.office': ['同一单位两人', 'Two of one office'],
  'draw.mode.cross': ['不同单位两人', 'Two of different offices'],
  'draw.mode.mixed': ['不限单位', 'Any two'],
  'draw.excluded.recent': ['近期检查过', 'Visited lately'],
  'draw.excluded.cap': ['已到入企上限', 'At the cap of visits'],
  'draw.excluded.closed': ['停业、注销、查无下落', 'Closed, revoked or not found'],
  'draw.excluded.planned': ['本单位已列入检查', 'On this office’s list already'],
  'DrawPlan.title': ['检查事项', 'What is checked'],
  'DrawPlan.task': ['任务名称', 'Task'],
  'DrawPlan.approval': ['审批编号', 'Approval'],
  'DrawPlan.matter': ['类别', 'Matter'],
  'DrawPlan.county': ['县市', 'County'],
  'DrawPlan.industry': ['行业', 'Trade'],
  'DrawPlan.kind': ['对象类型', 'Kind'],
  'DrawPlan.recentDays': ['近期检查过的不抽（天）', 'Leave out visited within (days)'],
  'DrawPlan.weights': ['风险等级权重', 'Weights by risk class'],
  'DrawPlan.size': ['抽取户数', 'How many'],
  'DrawPlan.mode': ['检查人员配对', 'Pairs of inspectors'],
  'DrawPlan.officeIds': ['检查人员来自', 'Inspectors of'],
  'DrawPlan.recusals': ['回避', 'Standing back'],
  'DrawPlan.plannedOn': ['计划日期', 'Planned for'],
  'DrawPlan.until': ['最迟日期', 'At the latest'],
  'DrawPlan.reason': ['重抽理由', 'Why again'],
} as const satisfies Words;
