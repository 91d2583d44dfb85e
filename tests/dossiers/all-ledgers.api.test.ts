import { expect, test } from 'vitest';
import type { DossierRow, DossierTally } from '#shared/dossiers/dossier-list.api.ts';
import { aClue } from '#tests/cases/a-case.ts';
import { anIntake, world } from '#tests/support/world.ts';
import { sentToDepartment } from '#tests/transfers/a-transfer.ts';

async function workOfTwoLedgers() {
  const people = await world();
  await people.liaison.post('/api/complaints', anIntake({ title: '冬虫夏草掺假', receivedOn: '2026-11-23' }));
  await people.inspector.post('/api/cases', aClue());
  await people.liaison.post('/api/complaints', anIntake({ title: '预付卡不退款', receivedOn: '2026-11-20' }));
  return people;
}
const numbers = (answer: { json(): unknown }) =>
  (answer.json() as { rows: DossierRow[] }).rows.map(({ number }) => number);

test('one list holds the open work of all ledgers, what is due first before the rest', async () => {
  const { liaison } = await workOfTwoLedgers();

  const { rows } = (await liaison.get('/api/dossiers?open=true&mine=office')).json() as { rows: DossierRow[] };

  expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['complaint', 'case']));
  expect(rows.map(({ dueOn }) => dueOn)).toEqual(rows.map(({ dueOn }) => dueOn).sort());
});

test('its pages follow each other without a gap or a repeat across ledgers', async () => {
  const { liaison } = await workOfTwoLedgers();
  const whole = numbers(await liaison.get('/api/dossiers'));

  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await liaison.get(`/api/dossiers?limit=1${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    found.push(...numbers(page));
    cursor = (page.json() as { next: string | null }).next;
  }

  expect(whole).toHaveLength(3);
  expect(found).toEqual(whole);
});

test('a state may name its ledger, and a ledger without any of the states is left out', async () => {
  const { liaison } = await workOfTwoLedgers();
  const complaints = ['TS-26-2', 'TS-26-1'];

  expect(numbers(await liaison.get('/api/dossiers?state=case.clue'))).toEqual(['AJ-26-1']);
  expect(numbers(await liaison.get('/api/dossiers?state=complaint.to_decide,case.to_decide'))).toEqual(complaints);
  expect(numbers(await liaison.get('/api/dossiers?state=case.to_decide'))).toEqual([]);
  expect(numbers(await liaison.get('/api/dossiers?state=to_decide'))).toEqual(complaints);
  expect(numbers(await liaison.get('/api/dossiers?kind=case&state=complaint.to_decide'))).toEqual([]);
  expect((await liaison.get('/api/dossiers/counts?state=case.clue')).json()).toMatchObject({ total: 1, capped: false });
});

test('the tally tells by ledger and state what the lists would count, what waits for an office apart from what it sees', async () => {
  const people = await workOfTwoLedgers();
  await sentToDepartment(people);
  for (const who of ['liaison', 'coordinator', 'lintan', 'farmer'] as const) {
    const tally = (await people[who].get('/api/dossiers/tally')).json() as DossierTally[];
    for (const desk of [true, false]) {
      for (const { kind, state } of tally) {
        const told = tally
          .filter((one) => one.kind === kind && one.state === state && (one.desk || !desk))
          .reduce((all, { n }) => all + n, 0);
        const counted = await people[who].get(`/api/dossiers/counts?state=${kind}.${state}${desk ? '&mine=desk' : ''}`);
        expect([who, kind, state, desk, told]).toEqual([who, kind, state, desk, counted.json().total]);
      }
    }
  }
  const clue = { kind: 'case', state: 'clue', desk: true, n: 1 };
  expect((await people.liaison.get('/api/dossiers/tally')).json()).toContainEqual(clue);
  expect((await people.lintan.get('/api/dossiers/tally')).json()).toEqual([]);
});

test('what an office sent on leaves its desk and stands on the receiver’s until it is answered', async () => {
  const people = await world();
  const transfer = await sentToDepartment(people);
  const desk = async (who: 'liaison' | 'farmer') => numbers(await people[who].get('/api/dossiers?open=true&mine=desk'));
  expect([await desk('liaison'), await desk('farmer')]).toEqual([[], ['YS-26-1']]);

  await transfer.step(people.farmer, 'acknowledge');
  await transfer.step(people.farmer, 'accept');
  expect([await desk('liaison'), await desk('farmer')]).toEqual([[], ['YS-26-1']]);

  await transfer.step(people.farmer, 'answer', { result: 'handled' });
  expect([await desk('liaison'), await desk('farmer')]).toEqual([[], []]);
});

test('what an office closed is counted over all its ledgers, with the working days it took on average', async () => {
  const { liaison } = await workOfTwoLedgers();
  const closed = async () => (await liaison.get('/api/dossiers/closed?from=2026-11-23&until=2026-11-24')).json();
  expect(await closed()).toEqual({ n: 0, workdays: null });

  for (const id of [1, 3]) {
    const { version } = (await liaison.get(`/api/complaints/${id}`)).json();
    await liaison.post(`/api/complaints/${id}/steps`, { step: 'withdraw', version, reason: '已自行和解' });
  }

  // received on Monday 23 and on Friday 20 November, closed on Tuesday 24
  expect(await closed()).toEqual({ n: 2, workdays: 1.5 });
});
