import { generate } from 'otplib';
import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { type Asker, anIntake, asker, givePasswords, PASSWORD, world } from '#tests/support/world.ts';
import { drafted, toDepartment } from '#tests/transfers/a-transfer.ts';

type World = Awaited<ReturnType<typeof world>>;
interface Described {
  paths: Record<string, Record<string, { 'x-needs-proof'?: boolean }>>;
}

async function withPasswords(): Promise<World> {
  const people = await world();
  await givePasswords(people);
  return people;
}
const prove = (who: Asker, more: object = {}) => who.post('/api/session/proof', { password: PASSWORD, ...more });
const told = (answer: { statusCode: number; json(): { code?: string } }) => [answer.statusCode, answer.json().code];

test('who complained is opened within five minutes of the password, after that only once it was given again', async () => {
  const { liaison, clock, db } = await withPasswords();
  const { id } = (await liaison.post('/api/complaints', anIntake())).json();
  const open = () => liaison.post(`/api/complaints/${id}/identity`, { reason: '电话核实' });

  clock.pass({ minutes: 5 });
  const fresh = await open();
  clock.pass({ minutes: 1 });
  const stale = await open();
  const proved = await prove(liaison);
  const again = await open();

  expect([fresh.statusCode, told(stale), proved.statusCode, again.statusCode]).toEqual([
    200,
    [401, 'sign_in_again'],
    200,
    200,
  ]);
  const events = (await db.read.select().from(auditLines)).map(({ event }) => event);
  expect(events.filter((event) => event === 'identity.opened' || event === 'session.proved')).toEqual([
    'identity.opened',
    'session.proved',
    'identity.opened',
  ]);
});

test('what the description marks is asked for, of whoever may do it, and of nobody else', async () => {
  const people = await withPasswords();
  const { paths } = (await people.liaison.get('/api/openapi.json')).json() as Described;
  const marked = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, it]) => (it['x-needs-proof'] ? [`${method} ${path}`] : [])),
  );
  people.clock.pass({ minutes: 6 });
  const asked: string[] = [];
  for (const door of marked) {
    const [method, path] = door.split(' ') as ['post' | 'put' | 'delete', string];
    const url = path.replace(/\{\w+\}/g, '1');
    const answers = [people.liaison, people.principal, people.systemAdmin, people.securityAdmin].map(
      async (who) => told(await who[method](url, {}))[1],
    );
    const codes = new Set(await Promise.all(answers));
    if (codes.has('sign_in_again') && [...codes].every((code) => code === 'sign_in_again' || code === 'forbidden'))
      asked.push(door);
  }

  expect(asked).toEqual(marked);
  expect(marked).toEqual(
    expect.arrayContaining([
      'post /api/complaints/{id}/identity',
      'post /api/transfers/{id}/complainant/grant',
      'put /api/people/{id}/posts',
      'post /api/tokens',
      'delete /api/session/second-factor',
    ]),
  );
});

test('whatever exports, and whatever opens an identity, is marked', async () => {
  const { liaison } = await world();
  const { paths } = (await liaison.get('/api/openapi.json')).json() as Described;

  const opening = Object.entries(paths).filter(([path]) =>
    /^\/api\/exports\/|\/(identity|identities|opened|opening)$/.test(path),
  );
  const unmarked = opening.flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, it]) => (it['x-needs-proof'] ? [] : [`${method} ${path}`])),
  );

  expect(opening.length).toBeGreaterThan(8);
  expect(unmarked).toEqual([]);
});

test('approving and sending to the police ask for it and change nothing before; another department’s transfer does not', async () => {
  const people = await withPasswords();
  const { liaison, principal, chief, clock } = people;
  const toPolice = await drafted(people);
  await toPolice.explainMaterials();
  await toPolice.step(liaison, 'submit');
  clock.pass({ minutes: 6 });

  const refused = await toPolice.tryStep(principal, 'approve');
  const state = (await toPolice.now()).state;
  await prove(principal);
  await toPolice.step(principal, 'approve');
  const unsent = await toPolice.tryStep(liaison, 'send');
  await prove(liaison);
  const sent = await toPolice.step(liaison, 'send');
  clock.pass({ minutes: 6 });
  const toOthers = await drafted(people, toDepartment());
  await toOthers.step(liaison, 'submit');
  await toOthers.step(chief, 'approve');

  expect([told(refused), state, told(unsent), sent.state]).toEqual([
    [401, 'sign_in_again'],
    'to_approve',
    [401, 'sign_in_again'],
    'sent',
  ]);
  expect((await toOthers.step(liaison, 'send')).state).toBe('sent');
});

test('the very request that was refused goes through after the proof, under the same key', async () => {
  const { liaison, clock } = await withPasswords();
  const { id } = (await liaison.post('/api/complaints', anIntake())).json();
  const key = { 'idempotency-key': 'one-and-the-same' };
  clock.pass({ minutes: 6 });

  const refused = await liaison.post(`/api/complaints/${id}/identity`, { reason: '电话核实' }, key);
  await prove(liaison);
  const opened = await liaison.post(`/api/complaints/${id}/identity`, { reason: '电话核实' }, key);

  expect([refused.statusCode, opened.statusCode]).toEqual([401, 200]);
});

test('a token proves nothing: it exports no list, whatever its scope', async () => {
  const { liaison, app } = await withPasswords();
  const made = await liaison.post('/api/tokens', {
    name: 'report script',
    scope: ['dossier.read', 'export.run'],
    days: 30,
  });
  const headers = { authorization: `Bearer ${made.json().secret}` };

  const read = await app.inject({ method: 'GET', url: '/api/complaints', headers });
  const exported = await app.inject({ method: 'POST', url: '/api/exports/complaints', headers, payload: {} });

  expect([read.statusCode, told(exported)]).toEqual([200, [403, 'forbidden']]);
});

test('whoever has a second factor proves with it too; wrong answers are counted until the account waits', async () => {
  const people = await withPasswords();
  const answer = await people.stranger.post('/api/session', { account: 'lintan', password: PASSWORD });
  const cookie = /session=([^;]+)/.exec(String(answer.headers['set-cookie']))![1]!;
  const browser = asker(people.app, cookie, 'session');
  const { secret } = (await browser.post('/api/session/second-factor')).json();
  const code = () => generate({ secret, epoch: Math.floor(Date.parse(people.clock.now()) / 1000) });
  await browser.put('/api/session/second-factor', { secret, code: await code() });
  people.clock.pass({ minutes: 6 });

  const without = await prove(browser);
  const wrong = await prove(browser, { code: '000000' });
  const right = await prove(browser, { code: await code() });
  for (let tries = 0; tries < 5; tries += 1) await prove(browser, { code: '000000' });
  const locked = await prove(browser, { code: '000000' });

  expect([told(without), told(wrong), right.statusCode, told(locked)]).toEqual([
    [401, 'second_factor_needed'],
    [401, 'sign_in_failed'],
    200,
    [429, 'locked_out'],
  ]);
});
