import { expect, test } from 'vitest';
import { countOf, deskTabs } from '#client/home/desk.ts';
import { ROLES } from '#shared/auth/permissions.ts';
import { CASE_STATES } from '#shared/cases/case.workflow.ts';
import { COMPLAINT_STATES } from '#shared/complaints/complaint.workflow.ts';
import { ENDS, type Kind, WITH_RECEIVER } from '#shared/dossiers/dossier.kinds.ts';
import { RECTIFICATION_STATES } from '#shared/rectifications/rectification.workflow.ts';
import { SPOT_CHECK_STATES } from '#shared/spot-checks/spot-check.workflow.ts';
import { TRANSFER_STATES, type TransferStep } from '#shared/transfers/transfer.states.ts';
import { transferSteps } from '#shared/transfers/transfer.workflow.ts';

const open = (kind: Kind, states: readonly string[]) =>
  states.filter((state) => !ENDS[kind].includes(state)).map((state) => `${kind}.${state}`);
const OPEN = [
  ...open('complaint', COMPLAINT_STATES),
  ...open('case', CASE_STATES),
  ...open('transfer', TRANSFER_STATES),
  ...open('rectification', RECTIFICATION_STATES),
  ...open('spot_check', SPOT_CHECK_STATES),
];
const statesOf = (roles: readonly string[]) => deskTabs(roles).flatMap(({ query }) => query.state?.split(',') ?? []);

test('whatever a liaison’s office owes stands under one of the tabs that say what must be done', () => {
  const shown = statesOf(['liaison']);
  const missing = OPEN.filter((state) => !shown.includes(state));

  expect(missing).toEqual(['complaint.disputed', 'transfer.disputed']); // they wait for whoever rules, not for the office
});

test('every role has a tab with all there is to see, and no tab twice', () => {
  for (const role of ROLES) {
    const keys = deskTabs([role]).map(({ key }) => key);
    expect([role, keys.includes('all'), keys.length]).toEqual([role, true, new Set(keys).size]);
  }
});

test('what waits for a head’s decision is in the head’s first tab, and a legal reviewer’s is the review', () => {
  expect(deskTabs(['approver'])[0]!.key).toBe('to_approve');
  expect(statesOf(['chief'])).toContain('case.to_decide');
  expect(deskTabs(['legal_reviewer'])[0]!.query).toEqual({ state: 'case.in_review', mine: 'desk' });
});

test('a tab counts its own states of its own office, and all open ones where it names no state', () => {
  const tally = [
    { kind: 'case', state: 'investigating', desk: true, n: 3 },
    { kind: 'case', state: 'investigating', desk: false, n: 40 },
    { kind: 'complaint', state: 'in_hand', desk: true, n: 2 },
    { kind: 'complaint', state: 'closed', desk: true, n: 500 },
    { kind: 'transfer', state: 'sent', desk: true, n: 1 },
  ] as const;
  const counts = Object.fromEntries(deskTabs(['liaison']).map((tab) => [tab.key, countOf(tab, tally)]));

  expect(counts).toMatchObject({ all: 6, in_hand: 5, to_sign: 1 });
  expect(counts['returned']).toBeUndefined();
  const [, , , all] = deskTabs(['coordinator']);
  expect(countOf(all!, tally)).toBe(46);
});

test('a transfer waits for its receiver in just the states in which the receiver has a step', () => {
  const steps: TransferStep[] = (['police', 'department'] as const).flatMap((road) =>
    Object.values(transferSteps(road)),
  );
  const receivers = steps.filter(({ side }) => side === 'receiver').flatMap(({ from }) => from as readonly string[]);

  expect([...WITH_RECEIVER.transfer].sort()).toEqual([...new Set(receivers)].sort());
});
