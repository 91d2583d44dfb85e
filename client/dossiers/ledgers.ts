import { may, session } from '#client/auth/session.ts';
import { nextStep } from '#client/complaints/next-step.ts';
import { say } from '#client/kernel/words.ts';
import type { ComplaintState } from '#shared/complaints/complaint.workflow.ts';
import type { Kind } from '#shared/dossiers/dossier.kinds.ts';

/** What of a row tells what comes next. */
export interface Waiting {
  readonly state: string;
  readonly clockName: string | null;
  readonly pausedOn: string | null;
  readonly ownerOfficeId?: number;
  readonly toOfficeId?: number | null;
}

/** A ledger as screens shared by all of them know it; whatever else they say is `<kind>.state.<state>`, `<kind>.step.<step>`. */
interface Ledger {
  /** Where its list stands; its records stand below. */
  readonly path: string;
  /** Whose words name the fields of its records, the first that has one counts. */
  readonly forms: readonly string[];
  /** What comes next, where the state alone (`next.<kind>.<state>`, or its own word) does not tell. */
  readonly next?: (row: Waiting) => string;
}

/** Steps of the other side are no buttons of the office that waits for them: it reads how the transfer stands. */
const THEIRS: Readonly<Record<'sender' | 'receiver', readonly string[]>> = {
  sender: ['sent', 'acknowledged', 'accepted', 'goods_handed', 'in_review', 'supervised', 'disputed'],
  receiver: ['approved', 'filed', 'refused', 'upheld', 'rejected', 'disputed'],
};

function nextOfTransfer({ state, ownerOfficeId, toOfficeId }: Waiting): string {
  const here = session()?.officeId;
  const ours = ownerOfficeId === here;
  const rules = !ours && toOfficeId !== here && may('transfer.rule');
  if (rules && state === 'disputed') return '';
  return THEIRS[ours ? 'sender' : 'receiver'].includes(state) ? stateWord('transfer', state) : '';
}

/** Every ledger; a later one adds its line. */
const LEDGERS: Record<Kind, Ledger> = {
  complaint: {
    path: '/complaints',
    forms: ['ComplaintIntake', 'ComplaintEdit', 'ComplaintStep'],
    next: (row) => nextStep({ ...row, state: row.state as ComplaintState, intake: null }),
  },
  case: { path: '/cases', forms: ['CaseIntake', 'CaseEdit', 'CaseStep', 'Case'] },
  transfer: { path: '/transfers', forms: ['TransferDraft', 'TransferEdit', 'TransferStepAsk'], next: nextOfTransfer },
  rectification: {
    path: '/rectifications',
    forms: ['Rectification', 'RectificationOrder', 'RectificationStep'],
  },
  campaign: { path: '/campaigns', forms: ['CampaignDraft', 'CampaignStep'] },
  assignment: { path: '/assignments', forms: ['AssignmentStep'] },
  spot_check: { path: '/spot-checks', forms: ['SpotCheck', 'SpotCheckPlan', 'SpotCheckStep'] },
};

const ledgerOf = (kind: string): Ledger => LEDGERS[kind as Kind] ?? LEDGERS.complaint;

/** The address of a record of any ledger. */
export const pathOf = ({ kind, id }: { readonly kind: string; readonly id: number }): string =>
  `${ledgerOf(kind).path}/${id}`;

/** The address of a ledger's list. */
export const listPath = (kind: Kind): string => LEDGERS[kind].path;

/** A ledger's word for a state of its records. */
export const stateWord = (kind: string, state: string | null | undefined): string =>
  state ? (say(`${kind}.state.${state}`) ?? state) : '';

/** A ledger's word for a step. */
export const stepWord = (kind: string, step: unknown): string | undefined => say(`${kind}.step.${step}`);

/** A ledger's word for a field of its records; the field's own name where there is none. */
export const fieldWord = (kind: string, field: string): string =>
  ledgerOf(kind)
    .forms.map((form) => say(`${form}.${field}`))
    .find((word) => word !== undefined) ?? field;

/** What comes next with a row of any ledger, in a word or two. */
export function nextWord({ kind, ...row }: Waiting & { readonly kind: string }): string {
  const told = ledgerOf(kind).next?.(row);
  if (told) return told;
  if (row.pausedOn) return say('next.paused') ?? '';
  return say(`next.${kind}.${row.state}`) ?? stateWord(kind, row.state);
}
