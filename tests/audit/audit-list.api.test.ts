import { expect, test } from 'vitest';
import { anIntake, world } from '#tests/support/world.ts';

test('the audit is asked by person, event, record number and days, page by page', async () => {
  const { liaison, auditor, auditAdmin, later } = await world();
  const first = (await liaison.post('/api/complaints', anIntake())).json();
  await later(2);
  const second = (
    await liaison.post('/api/complaints', anIntake({ title: '两天后的投诉', receivedOn: '2026-11-25' }))
  ).json();
  const ask = async (query: string, who = auditor) =>
    (await who.get(`/api/audit?${query}`)).json() as {
      rows: { event: string; number: string; personId: number }[];
      next: string | null;
    };
  const registered = 'event=complaint.registered';

  const numbers = async (query: string) => (await ask(`${registered}&${query}`)).rows.map(({ number }) => number);
  const { personId } = (await ask(registered)).rows[0]!;

  expect(await numbers(`number=${first.number.toLowerCase()}`)).toEqual([first.number]);
  expect(await numbers('from=2026-11-25')).toEqual([second.number]);
  expect(await numbers('until=2026-11-24')).toEqual([first.number]);
  expect(await numbers('from=2026-11-24&until=2026-11-26')).toEqual([second.number, first.number]);
  expect(await numbers(`person=${personId}`)).toHaveLength(2);
  expect(await numbers(`person=${personId + 1}`)).toEqual([]);
  const page = await ask(`${registered}&limit=1`);
  expect([page.rows[0]!.number, await numbers(`limit=1&cursor=${page.next}`)]).toEqual([second.number, [first.number]]);
  expect((await ask(`number=${first.number}`, auditAdmin)).rows.length).toBeGreaterThan(0);
  expect((await auditor.get('/api/audit?from=gestern')).statusCode).toBe(400);
});
