import { may } from '#client/auth/session.ts';
import type { Case } from '#shared/cases/case.schema.ts';
import type { SectionKey } from '#shared/cases/case.sections.ts';
import type { CaseStepName } from '#shared/cases/case.workflow.ts';
import { caseEditBook } from './case-edit-book.ts';

/** Where a section of the file is completed: in a field of the form, under a tab, or by a step. */
export type Way = { readonly field: string } | { readonly tab: string } | { readonly step: CaseStepName };

const WAYS: Record<SectionKey, Way> = {
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

/** Where this reader completes a section; undefined where it is not theirs to do now. */
export function wayTo(record: Case, key: Case['sections'][number]['key']): Way | undefined {
  const way = WAYS[key as SectionKey];
  if ('step' in way) return record.openSteps.includes(way.step) ? way : undefined;
  if ('tab' in way) return record.access === 'overview' ? undefined : way;
  return mayEdit(record) && caseEditBook(record).fields.includes(way.field) ? way : undefined;
}
