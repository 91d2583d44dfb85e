import { heads } from '#shared/auth/permissions.ts';
import type { ComplaintState } from '#shared/complaints/complaint.workflow.ts';
import { OPEN_STATES } from '#shared/complaints/complaint.workflow.ts';

/** One tab of the desk: which records it shows, as the list endpoint takes it. */
export interface DeskTab {
  readonly key: 'all' | 'returned' | ComplaintState;
  readonly query: { readonly state: string; readonly mine?: 'office' | 'me' | 'part'; readonly returned?: boolean };
}

const office = { mine: 'office' } as const;
const tab = (state: ComplaintState, own = true): DeskTab => ({ key: state, query: { state, ...(own ? office : {}) } });

/** What a person must look at by their roles: a liaison the office's open work, an approver what waits for a decision, a coordinator what is stuck. */
export function deskTabs(roles: readonly string[]): DeskTab[] {
  const has = (role: string) => roles.includes(role);
  if (has('liaison') || has('inspector'))
    return [
      { key: 'all', query: { state: OPEN_STATES.join(','), ...office } },
      tab('to_dispatch'),
      tab('dispatched'),
      tab('to_decide'),
      tab('in_hand'),
      tab('in_review'),
      { key: 'returned', query: { state: OPEN_STATES.join(','), ...office, returned: true } },
    ];
  if (heads(roles))
    return [tab('in_review'), tab('in_hand'), { key: 'all', query: { state: OPEN_STATES.join(','), ...office } }];
  if (has('coordinator'))
    return [
      tab('disputed', false),
      { key: 'returned', query: { state: OPEN_STATES.join(','), returned: true } },
      tab('to_dispatch', false),
      { key: 'all', query: { state: OPEN_STATES.join(',') } },
    ];
  return [{ key: 'all', query: { state: OPEN_STATES.join(',') } }];
}
