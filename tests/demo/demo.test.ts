import { expect, onTestFinished, test } from 'vitest';
import { verifyAudit } from '#server/audit/audit.verify.ts';
import { caseParties, cases } from '#server/cases/case.table.ts';
import { complaints } from '#server/complaints/complaint.table.ts';
import { openDatabase } from '#server/db/database.ts';
import { DEMO_CASES } from '#server/db/demo/demo.cases.ts';
import { DEMO_RECTIFICATIONS } from '#server/db/demo/demo.rectifications.ts';
import { DEMO_SPOT_CHECKS } from '#server/db/demo/demo.spot-checks.ts';
import { TRANSFER_STORIES } from '#server/db/demo/demo.transfer-stories.ts';
import { DEMO_COMPLAINTS } from '#server/db/demo/demo.ts';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import { prepareData } from '#server/prepare.ts';
import { lookBacks, rectifications } from '#server/rectifications/rectification.table.ts';
import { spotChecks } from '#server/spot-checks/spot-check.table.ts';
import { vaultOf } from '#server/vault/vault.ts';
import { ROLES } from '#shared/auth/permissions.ts';
import { namesPerson } from '#shared/cases/case.title.ts';
import { CASE_STATES } from '#shared/cases/case.workflow.ts';
import { VISIT_RESULTS } from '#shared/rectifications/rectification.lists.ts';
import { RECTIFICATION_STATES } from '#shared/rectifications/rectification.workflow.ts';
import { CHECK_RESULTS } from '#shared/spot-checks/spot-check.lists.ts';
import { SPOT_CHECK_STATES } from '#shared/spot-checks/spot-check.workflow.ts';
import { TRANSFER_STATES } from '#shared/transfers/transfer.states.ts';
import { freshFile } from '#tests/support/template.ts';
import { StillClock } from '#tests/support/world.ts';

test('the sample workspace is a year of work with every ending and every trouble in it', {
  timeout: 300_000,
}, async () => {
  const db = openDatabase(await freshFile());
  onTestFinished(() => db.close());
  const parts = { db, clock: new StillClock('2026-11-24'), vault: vaultOf(Buffer.alloc(32, 7)) };

  const accounts = await prepareData(parts, true);

  const rows = await db.read.select().from(dossiers);
  const own = await db.read.select().from(complaints);
  const count = (test: (row: (typeof rows)[number]) => unknown) => rows.filter(test).length;
  expect(rows.length).toBeGreaterThanOrEqual(DEMO_COMPLAINTS);
  const planned = rows.filter(({ kind }) => kind === 'spot_check');
  expect(planned.length).toBe(DEMO_SPOT_CHECKS);
  for (const state of SPOT_CHECK_STATES.filter((one) => one !== 'to_draw'))
    expect([state, planned.filter((row) => row.state === state).length]).not.toEqual([state, 0]);
  // Beside the orders of a plain year: those that checks led to.
  expect(count(({ kind }) => kind === 'rectification')).toBeGreaterThan(DEMO_RECTIFICATIONS);
  const checked = await db.read.select().from(spotChecks);
  for (const result of CHECK_RESULTS)
    expect([result, checked.filter((row) => row.result === result).length]).not.toEqual([result, 0]);
  // Some complaints are late and none for months: thirty working days before the day lies 10 October.
  const open = rows.filter(({ kind, state, dueOn }) => kind === 'complaint' && state !== 'closed' && dueOn);
  expect(open.filter(({ dueOn }) => dueOn! < '2026-10-10').map(({ number }) => number)).toEqual([]);
  expect(open.filter(({ dueOn }) => dueOn! < '2026-11-24').length).toBeGreaterThan(5);
  // No title names a natural person: lists, notices and stubs carry titles.
  const parties = await db.read.select().from(caseParties);
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  expect(parties.filter((party) => namesPerson(titles.get(party.caseId)!, [party])).map(({ name }) => name)).toEqual(
    [],
  );
  const sources = TRANSFER_STORIES.filter(({ violation }) => violation);
  // Beside those of a plain year: whatever goes to the police, and whatever came of what was not corrected.
  expect(count(({ kind }) => kind === 'case')).toBeGreaterThanOrEqual(DEMO_CASES + sources.length);
  expect(new Set(accounts.flatMap(({ roles }) => roles)).size).toBe(ROLES.length);
  expect(
    count((row) => row.state !== 'closed' && row.dueOn && row.dueOn < '2026-11-24' && !row.pausedOn),
  ).toBeGreaterThan(10);
  expect(count((row) => row.pausedOn)).toBeGreaterThan(2);
  expect(count((row) => row.returns > 0)).toBeGreaterThan(20);
  expect(count((row) => row.restricted)).toBeGreaterThan(20);
  for (const state of ['to_dispatch', 'dispatched', 'disputed', 'to_decide', 'in_hand', 'in_review', 'closed'])
    expect([state, count((row) => row.state === state)]).not.toEqual([state, 0]);
  for (const outcome of [
    'settled',
    'withdrawn',
    'mediation_ended',
    'refused',
    'case_filed',
    'case_not_filed',
    'merged',
    'answered',
  ])
    expect([outcome, own.filter((row) => row.outcome === outcome).length]).not.toEqual([outcome, 0]);
  const inCase = rows.filter(({ kind }) => kind === 'case');
  for (const state of CASE_STATES.filter((one) => one !== 'suspended'))
    expect([state, inCase.filter((row) => row.state === state).length]).not.toEqual([state, 0]);
  const inTransfer = rows.filter(({ kind }) => kind === 'transfer');
  for (const state of TRANSFER_STATES)
    expect([state, inTransfer.filter((row) => row.state === state).length]).not.toEqual([state, 0]);
  const ended = await db.read.select().from(cases);
  for (const outcome of ['penalty', 'not_filed'])
    expect([outcome, ended.filter((row) => row.outcome === outcome).length]).not.toEqual([outcome, 0]);
  const orders = rows.filter(({ kind }) => kind === 'rectification');
  for (const state of RECTIFICATION_STATES)
    expect([state, orders.filter((row) => row.state === state).length]).not.toEqual([state, 0]);
  expect(orders.filter(({ dueOn }) => dueOn && dueOn < '2026-11-24').length).toBeGreaterThan(3);
  const corrected = await db.read.select().from(rectifications);
  for (const result of VISIT_RESULTS)
    expect([result, corrected.filter((row) => row.result === result).length]).not.toEqual([result, 0]);
  expect(corrected.filter(({ pairsWhole }) => pairsWhole > 0).length).toBeGreaterThan(20);
  const inCampaign = rows.filter(({ kind }) => kind === 'campaign').map(({ state }) => state);
  expect(inCampaign.sort()).toEqual(['drafted', 'ended', 'running', 'to_sum_up']);
  const given = rows.filter(({ kind }) => kind === 'assignment');
  for (const state of ['to_acknowledge', 'in_progress', 'reported', 'zero_reported', 'excused'])
    expect([state, given.filter((row) => row.state === state).length]).not.toEqual([state, 0]);
  expect(rows.filter(({ campaignId, kind }) => campaignId && kind === 'spot_check').length).toBeGreaterThan(20);
  expect(corrected.filter(({ drawn }) => drawn).length).toBeGreaterThan(2);
  expect((await db.read.select().from(lookBacks)).length).toBeGreaterThan(2);
  expect(await verifyAudit(db.read)).toMatchObject({ broken: null });
});
