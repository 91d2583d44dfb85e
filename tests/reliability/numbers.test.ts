import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { verifyAudit } from '#server/audit/audit.verify.ts';
import { numberCounters, officialNumbers } from '#server/numbers/number.table.ts';
import { anIntake, OFFICES, world } from '#tests/support/world.ts';

const DOSSIERS = 250;
const ATTEMPTS = 1000;

test('of a thousand attempts at once no number is drawn twice, none is lost, and every one is used or voided', {
  timeout: 120_000,
}, async () => {
  const { liaison, chief, lintan, inspector, db } = await world();
  const made = await Promise.all(Array.from({ length: DOSSIERS }, () => liaison.post('/api/complaints', anIntake())));
  const dossiers = made.map((answer) => answer.json() as { id: number; version: number });

  // four at once for each record: by two people, by one who may not, and by one from another county
  const answers = await Promise.all(
    Array.from({ length: ATTEMPTS }, (_, at) => {
      const who = [liaison, chief, inspector, lintan][at % 4]!;
      const { id, version } = dossiers[Math.floor(at / 4)]!;
      return who.post(`/api/dossiers/${id}/numbers`, { paper: 'complaint_acceptance', note: '受理决定书', version });
    }),
  );
  const drawn = answers.filter((answer) => answer.statusCode === 201).map((answer) => answer.json().number);
  const voided = drawn.filter((_, at) => at % 5 === 0);
  const voidings = await Promise.all(
    voided.flatMap(({ id }) =>
      [liaison, chief].map((who) => who.post(`/api/numbers/${id}/void`, { reason: '作废重制' })),
    ),
  );

  const count = (status: number) => answers.filter((answer) => answer.statusCode === status).length;
  expect([count(201), count(412), count(403), count(404)]).toEqual([DOSSIERS, DOSSIERS, DOSSIERS, DOSSIERS]);
  expect(voidings.filter((answer) => answer.statusCode === 200)).toHaveLength(voided.length);
  const rows = await db.read.select().from(officialNumbers).orderBy(officialNumbers.running);
  expect(rows.map(({ running }) => running)).toEqual(Array.from({ length: DOSSIERS }, (_, at) => at + 1));
  expect(new Set(rows.map(({ text }) => text)).size).toBe(DOSSIERS);
  expect(new Set(rows.map(({ dossierId }) => dossierId)).size).toBe(DOSSIERS);
  expect(new Set(drawn.map(({ text }) => text))).toEqual(new Set(rows.map(({ text }) => text)));
  expect(rows.filter(({ standing }) => standing === 'void')).toHaveLength(voided.length);
  expect(rows.every(({ standing, dossierId }) => dossierId !== null && standing !== 'outside')).toBe(true);
  expect(await db.read.select().from(numberCounters)).toEqual([
    { officeId: OFFICES.xiahe.id, paper: 'complaint_acceptance', year: 2026, last: DOSSIERS },
  ]);
  const lines = await db.read.select().from(auditLines);
  expect(lines.filter(({ event }) => event === 'number.drawn')).toHaveLength(DOSSIERS);
  expect((await verifyAudit(db.read)).broken).toBeNull();
});

test('a turn that fails after it drew a number gives it back, so that no gap stays behind', async () => {
  const { liaison, db, clock, vault } = await world();
  const { drawOfficialNumber } = await import('#server/numbers/number.service.ts');
  const { Outbox } = await import('#server/kernel/outbox.ts');
  const { id } = (await liaison.post('/api/complaints', anIntake())).json();
  const actor = { personId: 1, name: '张丽', officeId: OFFICES.xiahe.id, roles: [], scope: null };
  const turn = (fails: boolean) =>
    db.transact(async (tx) => {
      const work = { tx, actor, clock, vault, trace: { requestId: 't', address: '' }, outbox: new Outbox() };
      const drawn = await drawOfficialNumber(work, { officeId: OFFICES.xiahe.id, paper: 'penalty', dossierId: id });
      if (fails) throw new Error('the decision failed');
      return drawn.running;
    });

  const outcomes = await Promise.allSettled(Array.from({ length: 60 }, (_, at) => turn(at % 3 === 1)));

  const kept = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(kept.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
});
