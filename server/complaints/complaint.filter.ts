import type { Static } from 'typebox';
import { FilterBuilder, type Prepared } from '#server/dossiers/ledger.filter.ts';
import type { Work } from '#server/kernel/work.ts';
import type { ComplaintFilter as Shape } from '#shared/complaints/complaint.api.ts';
import type { SearchScope } from '#shared/search/text.ts';
import { complaints } from './complaint.table.ts';

export type ComplaintFilter = Static<typeof Shape> & { q?: string };

/** Turns what stands in the URL into conditions. */
export function prepareFilter(
  work: Pick<Work, 'actor' | 'clock'>,
  filter: ComplaintFilter,
  scope: SearchScope,
): Prepared {
  return new FilterBuilder(work, 'complaint')
    .spine(filter, scope)
    .oneOf('matter', complaints.matter, filter.matter)
    .oneOf('channel', complaints.channel, filter.channel)
    .oneOf('intake', complaints.intake, filter.intake)
    .oneOf('outcome', complaints.outcome, filter.outcome)
    .done();
}
