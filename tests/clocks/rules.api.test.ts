import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { CLOCK_RULES, type ClockRule, ruleOn } from '#shared/clocks/clock.rules.ts';
import { lastDayOf, type RuleVersion, ruleFrom, versionOf } from '#shared/clocks/rule.form.ts';
import { type Asker, anIntake, world } from '#tests/support/world.ts';

const standing = ruleOn(CLOCK_RULES, 'complaint.accept', '2026-11-24')!;
const version = (change: Partial<RuleVersion>): ClockRule =>
  ruleFrom(standing, {
    ...versionOf(standing),
    law: '新办法',
    article: '第十六条',
    validFrom: '2026-12-01',
    ...change,
  });
const add = (who: Asker, rule: ClockRule) => who.post('/api/clocks/rules', rule);
const registered = async (who: Asker, receivedOn: string) =>
  (await who.post('/api/complaints', anIntake({ receivedOn }))).json().id as number;
const clockOf = async (who: Asker, id: number) => (await who.get(`/api/dossiers/${id}/clocks`)).json()[0];

test('what happens from its first day on goes by the new version; what runs keeps the one it began under', async () => {
  const { systemAdmin, liaison, db, later } = await world({ today: '2026-11-24' });
  const before = await registered(liaison, '2026-11-24');
  const due = (await clockOf(liaison, before)).dueOn;

  expect((await add(systemAdmin, version({ length: 3, near: 2 }))).statusCode).toBe(201);
  await later(7);
  const after = await registered(liaison, '2026-12-01');
  const late = await registered(liaison, '2026-11-30');

  expect(await clockOf(liaison, before)).toMatchObject({ dueOn: due, length: 7 });
  expect(await clockOf(liaison, after)).toMatchObject({ dueOn: '2026-12-04', soonOn: '2026-12-02', length: 3 });
  expect(await clockOf(liaison, late)).toMatchObject({ length: 7, rule: { article: '第十五条' } });
  const lines = (await db.read.select().from(auditLines)).filter(({ event }) => event === 'clock_rule.added');
  expect(lines.map(({ subject }) => subject)).toEqual(['clock_rule:complaint.accept']);
});

test('every version stays to be read, the older one up to the day before the newer', async () => {
  const { systemAdmin, liaison } = await world();
  await add(systemAdmin, version({ length: 5 }));
  await add(systemAdmin, version({ length: 4 }));

  const rules = ((await liaison.get('/api/clocks/rules')).json() as ClockRule[]).filter(
    ({ name }) => name === 'complaint.accept',
  );

  const shown = rules.map((rule) => [rule.length, rule.validFrom, lastDayOf(rules, rule)]);
  expect(shown).toEqual([
    [4, '2026-12-01', null],
    [5, '2026-12-01', '2026-11-30'],
    [7, '2026-04-15', '2026-11-30'],
    [7, '2020-01-01', '2026-04-14'],
  ]);
});

test('a version reaches behind none that has begun, names a limit there is, and comes from whoever keeps the rules', async () => {
  const { systemAdmin, liaison } = await world();
  const refused = async (rule: ClockRule) => (await add(systemAdmin, rule)).json().detail?.fields;

  expect(await refused(version({ validFrom: '2026-04-15' }))).toEqual({ validFrom: 'before_version' });
  expect(await refused(version({ validFrom: '2025-01-01' }))).toEqual({ validFrom: 'before_version' });
  expect(await refused({ ...version({}), name: 'office.own' })).toEqual({ name: 'unknown' });
  expect(await refused(version({ unit: 'hour', near: 3 }))).toEqual({ near: 'not_in_hours' });
  expect(await refused(version({ validUntil: '2026-11-30' }))).toEqual({ validUntil: 'before_from' });
  expect((await add(liaison, version({}))).statusCode).toBe(403);
});

test('the form gives back the very version it was opened with', () => {
  for (const rule of CLOCK_RULES as readonly ClockRule[]) {
    if (rule.article === null) continue; // the form asks for the article it lacks
    const same = ruleFrom(rule, { ...versionOf(rule), validFrom: rule.validFrom });
    expect(same).toEqual({ ...rule, validUntil: null });
  }
});
