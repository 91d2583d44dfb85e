import { expect, test } from 'vitest';
import { countOf, deskTabs } from '#client/home/desk.ts';
import { ROLES } from '#shared/auth/permissions.ts';
import { OPEN_CASE_STATES } from '#shared/cases/case.workflow.ts';
import { OPEN_STATES } from '#shared/complaints/complaint.workflow.ts';

const OPEN = [...OPEN_STATES.map((state) => `complaint.${state}`), ...OPEN_CASE_STATES.map((state) => `case.${state}`)];
const statesOf = (roles: readonly string[]) => deskTabs(roles).flatMap(({ query }) => query.state?.split(',') ?? []);

test('whatever a liaison’s office owes stands under one of the tabs that say what must be done', () => {
  const shown = statesOf(['liaison']);
  const missing = OPEN.filter((state) => !shown.includes(state));

  expect(missing).toEqual(['complaint.disputed']); // waits for the coordinator, not for the office
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
  expect(deskTabs(['legal_reviewer'])[0]!.query).toEqual({ state: 'case.in_review', mine: 'office' });
});

test('a tab counts its own states of its own office, and all open ones where it names no state', () => {
  const tally = [
    { kind: 'case', state: 'investigating', own: true, n: 3 },
    { kind: 'case', state: 'investigating', own: false, n: 40 },
    { kind: 'complaint', state: 'in_hand', own: true, n: 2 },
    { kind: 'complaint', state: 'closed', own: true, n: 500 },
    { kind: 'transfer', state: 'sent', own: true, n: 1 },
  ] as const;
  const counts = Object.fromEntries(deskTabs(['liaison']).map((tab) => [tab.key, countOf(tab, tally)]));

  expect(counts).toMatchObject({ all: 6, in_hand: 5, to_sign: 0 });
  expect(counts['returned']).toBeUndefined();
  const [, , , all] = deskTabs(['coordinator']);
  expect(countOf(all!, tally)).toBe(46);
});
