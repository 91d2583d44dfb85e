import { may } from '#client/auth/session.ts';
import type { Case } from '#shared/cases/case.schema.ts';
import type { SectionKey } from '#shared/cases/case.sections.ts';
import type { CaseStepName } from '#shared/cases/case.workflow.ts';
import { caseEditBook } from './case-edit-book.ts';

/** Where a section of the file is completed: in a field of the form, under a tab, or by a step. */
export type Way = { readonly field: string } | { readonly tab: string } | { readonly step: CaseStepName };

const WAYS: Record<SectionKey | 'violation' | 'basis' | 'parties', Way> = {
  violation: { field: 'violation' },
  basis: { field: 'basis' },
  parties: { field: 'parties' },
  party: { field: 'parties' },
  facts: { field: 'facts' },
  evidence: { tab: 'exhibits' },
  nature: { field: 'nature' },
  discretion: { field: 'discretion' },
  proposal: { field: 'proposal' },
  review: { step: 'pass_review' },
  notice: { step: 'tell' },
  statement: { step: 'hear_statement' },
  discussion: { step: 'discuss' },
};

/** Whether this reader may write in the file now. */
export function mayEdit({ access, state }: Case): boolean {
  if (access !== 'own' && access !== 'edit') return false;
  return state === 'closed' ? may('case.approve') : may('case.handle') || may('dossier.assign');
}

/** Where this reader completes a section, or what an imported file left out; undefined where it is not theirs to do now. */
export function wayTo(record: Case, key: string): Way | undefined {
  const way = WAYS[key as keyof typeof WAYS];
  if ('step' in way) return record.openSteps.includes(way.step) ? way : undefined;
  if ('tab' in way) return record.access === 'overview' ? undefined : way;
  return mayEdit(record) && caseEditBook(record).fields.includes(way.field) ? way : undefined;
}

const PLACES: Readonly<Record<string, Way>> = {
  ...Object.fromEntries(
    ['当事人', '受送达人', '单位名称', '字号名称', '经营者', '统一社会信用代码', '法定代表人'].map((place) => [
      place,
      { field: 'parties' },
    ]),
  ),
  ...Object.fromEntries(['当事人证件号码', '当事人电话', '住所'].map((place) => [place, { field: 'parties' }])),
  ...Object.fromEntries(
    ['办案人员', '执法人员甲', '执法证号甲', '执法人员乙', '执法证号乙'].map((place) => [place, { field: 'officers' }]),
  ),
  案件名称: { field: 'title' },
  案由: { field: 'violation' },
  违法行为: { field: 'violation' },
  案件事实: { field: 'facts' },
  定性及依据: { field: 'nature' },
  裁量理由: { field: 'discretion' },
  违反规定: { field: 'violated' },
  处罚依据: { field: 'basis' },
  立案日期: { step: 'file' },
  处罚内容: { step: 'decide' },
  处理决定日期: { step: 'decide' },
};

/** Where this reader enters a fact that a paper lacks; undefined where it is not theirs to do now. */
export function wayToPlace(record: Case, place: string): Way | undefined {
  const way = PLACES[place];
  if (!way || 'tab' in way) return undefined;
  if ('step' in way) return record.openSteps.includes(way.step) ? way : undefined;
  return mayEdit(record) && caseEditBook(record).fields.includes(way.field) ? way : undefined;
}
