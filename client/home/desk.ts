import { heads } from '#shared/auth/permissions.ts';
import type { AssignmentState } from '#shared/campaigns/assignment.workflow.ts';
import type { CampaignState } from '#shared/campaigns/campaign.workflow.ts';
import type { CaseState } from '#shared/cases/case.workflow.ts';
import type { ComplaintState } from '#shared/complaints/complaint.workflow.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import type { DossierTally } from '#shared/dossiers/dossier-list.api.ts';
import type { RectificationState } from '#shared/rectifications/rectification.workflow.ts';
import type { SpotCheckState } from '#shared/spot-checks/spot-check.workflow.ts';
import type { TransferState } from '#shared/transfers/transfer.states.ts';

/** A state with its ledger's name before it, as the list over all ledgers takes it. */
type Standing =
  | `complaint.${ComplaintState}`
  | `case.${CaseState}`
  | `transfer.${TransferState}`
  | `rectification.${RectificationState}`
  | `spot_check.${SpotCheckState}`
  | `campaign.${CampaignState}`
  | `assignment.${AssignmentState}`;

const TABS = {
  to_dispatch: ['complaint.to_dispatch'],
  to_sign: ['complaint.dispatched', 'transfer.sent', 'assignment.to_acknowledge'],
  to_accept: ['complaint.to_decide'],
  in_hand: [
    'complaint.in_hand',
    'case.clue',
    'case.investigating',
    'case.suspended',
    'case.to_tell',
    'case.told',
    'case.decided',
    'case.performing',
    'case.with_police',
    'transfer.drafted',
    'transfer.approved',
    'transfer.acknowledged',
    'transfer.accepted',
    'transfer.filed',
    'transfer.goods_handed',
    'transfer.refused',
    'transfer.in_review',
    'transfer.upheld',
    'transfer.supervised',
    'rectification.to_correct',
    'spot_check.checking',
    'assignment.in_progress',
    'spot_check.testing',
    'spot_check.to_serve',
    'spot_check.disposing',
  ],
  to_check: ['spot_check.to_draw', 'spot_check.to_check'],
  to_verify: ['rectification.to_verify'],
  with_head: [
    'complaint.in_review',
    'case.to_file',
    'case.in_review',
    'case.to_decide',
    'case.to_close',
    'transfer.to_approve',
    'spot_check.to_review',
  ],
  to_approve: [
    'complaint.in_review',
    'case.to_file',
    'case.to_tell',
    'case.to_decide',
    'case.to_close',
    'transfer.to_approve',
    'transfer.refused',
    'transfer.upheld',
    'spot_check.to_review',
  ],
  to_review: ['case.in_review'],
  to_settle: ['transfer.acknowledged', 'transfer.in_review', 'transfer.supervised'],
  disputed: ['complaint.disputed', 'transfer.disputed'],
} as const satisfies Record<string, readonly Standing[]>;

/** One tab of the desk: which records it shows, as the list over all ledgers takes it. */
export interface DeskTab {
  readonly key: 'all' | 'returned' | keyof typeof TABS;
  readonly query: {
    readonly state?: string;
    readonly open?: true;
    readonly mine?: 'desk';
    readonly returned?: true;
  };
}

const here = { mine: 'desk' } as const;
const tab = (key: keyof typeof TABS, own = true): DeskTab => ({
  key,
  query: { state: TABS[key].join(','), ...(own ? here : {}) },
});
const all = (own = true): DeskTab => ({ key: 'all', query: { open: true, ...(own ? here : {}) } });
const returned = (own = true): DeskTab => ({
  key: 'returned',
  query: { open: true, returned: true, ...(own ? here : {}) },
});

/** What a person must look at by their roles: a liaison the office's open work, a head what waits for a decision, a coordinator what is stuck. */
export function deskTabs(roles: readonly string[]): DeskTab[] {
  const has = (role: string) => roles.includes(role);
  if (has('liaison') || has('inspector'))
    return [
      all(),
      tab('to_dispatch'),
      tab('to_sign'),
      tab('to_accept'),
      tab('to_check'),
      tab('in_hand'),
      tab('to_verify'),
      tab(heads(roles) ? 'to_approve' : 'with_head'),
      returned(),
    ];
  if (heads(roles)) return [tab('to_approve'), tab('in_hand'), all()];
  if (has('legal_reviewer')) return [tab('to_review'), all()];
  if (has('police_liaison')) return [tab('to_sign'), tab('to_settle'), all()];
  if (has('coordinator')) return [tab('disputed', false), returned(false), tab('to_dispatch', false), all(false)];
  return [all(false)];
}

/** How many records a tab shows, from the tally of what the office sees; undefined for what came back, of which no tally is kept. */
export function countOf({ query }: DeskTab, tally: readonly DossierTally[]): number | undefined {
  if (query.returned) return undefined;
  const states = query.state?.split(',');
  const shown = ({ kind, state }: DossierTally) =>
    states ? states.includes(`${kind}.${state}`) : !ENDS[kind].includes(state);
  return tally.filter((one) => shown(one) && (one.desk || !query.mine)).reduce((sum, { n }) => sum + n, 0);
}
