import { generate } from 'otplib';
import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { type Asker, asker, world } from '#tests/support/world.ts';

const PASSWORD = 'Langmusi-9-wind';
type World = Awaited<ReturnType<typeof world>>;

/** Gives a person of the world a password, the way an administrator would. */
async function withPassword({ systemAdmin, stranger, app }: World, account: string, password = PASSWORD) {
  const { id } = (await systemAdmin.get('/api/people'))
    .json()
    .find((one: { account: string }) => one.account === account);
  const { code } = (await systemAdmin.post(`/api/people/${id}/code`)).json();
  const done = await stranger.post('/api/activation', { code, account, password });
  expect(done.statusCode).toBe(200);
  return { id, signIn: (ask: object = {}) => stranger.post('/api/session', { account, password, ...ask }), app };
}

const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  /session=([^;]+)/.exec(String(answer.headers['set-cookie']))![1]!;

function inBrowser({ app }: World, answer: { headers: Record<string, unknown> }): Asker {
  return asker(app, cookieOf(answer), 'session');
}

test('a person signs in with account and password, works, and signs out', async () => {
  const people = await world();
  const { signIn } = await withPassword(people, 'lintan');

  const answer = await signIn();
  const browser = inBrowser(people, answer);

  expect(answer.json()).toMatchObject({ person: { account: 'lintan' }, roles: ['liaison'], must: null, demo: false });
  expect(String(answer.headers['set-cookie'])).toMatch(
    /^session=\S+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/,
  );
  expect((await browser.get('/api/complaints')).statusCode).toBe(200);
  expect((await browser.delete('/api/session')).statusCode).toBe(200);
  expect((await browser.get('/api/complaints')).statusCode).toBe(401);
});

test('an unknown account and a wrong password are refused in the same words', async () => {
  const people = await world();
  await withPassword(people, 'lintan');

  const unknown = await people.stranger.post('/api/session', { account: 'nobody', password: PASSWORD });
  const wrong = await people.stranger.post('/api/session', { account: 'lintan', password: 'Something-else-1' });

  expect([unknown.statusCode, wrong.statusCode]).toEqual([401, 401]);
  expect({ ...unknown.json(), id: '' }).toEqual({ ...wrong.json(), id: '' });
});

test('after five failures the account waits, longer each time, and a right password does not help meanwhile', async () => {
  const people = await world();
  const { signIn } = await withPassword(people, 'lintan');
  for (let tries = 0; tries < 5; tries += 1) await signIn({ password: 'Something-else-1' });

  const locked = await signIn();
  expect([locked.statusCode, locked.json().code]).toEqual([429, 'locked_out']);
  expect(locked.json().detail.seconds).toBeLessThanOrEqual(60);
  people.clock.pass({ minutes: 2 });
  expect((await signIn({ password: 'Something-else-1' })).statusCode).toBe(401);
  expect((await signIn()).json().detail.seconds).toBeGreaterThan(60);
  people.clock.pass({ minutes: 3 });
  expect((await signIn()).statusCode).toBe(200);
});

test('a session ends after half an hour unused and after twelve hours in any case', async () => {
  const people = await world();
  const { signIn } = await withPassword(people, 'lintan');
  const idle = inBrowser(people, await signIn());
  people.clock.pass({ minutes: 31 });
  expect((await idle.get('/api/session')).statusCode).toBe(401);

  const busy = inBrowser(people, await signIn());
  for (let minutes = 0; minutes < 715; minutes += 20) {
    people.clock.pass({ minutes: 20 });
    if (minutes < 690) expect((await busy.get('/api/session')).statusCode).toBe(200);
  }
  expect((await busy.get('/api/session')).statusCode).toBe(401);
});

test('other places where one is signed in are listed and can be signed out', async () => {
  const people = await world();
  const { signIn } = await withPassword(people, 'lintan');
  const office = inBrowser(people, await signIn());
  const home = inBrowser(people, await signIn());

  const listed = (await home.get('/api/session/others')).json() as { id: number; current: boolean }[];
  expect(listed.map(({ current }) => current).sort()).toEqual([false, true]);
  await home.delete(`/api/session/others/${listed.find(({ current }) => !current)!.id}`);

  expect((await office.get('/api/session')).statusCode).toBe(401);
  expect((await home.get('/api/session')).statusCode).toBe(200);
});

test('a second factor, once enrolled, is asked for, serves once, and a recovery code stands in for it', async () => {
  const people = await world();
  const { signIn } = await withPassword(people, 'lintan');
  const browser = inBrowser(people, await signIn());
  const { secret } = (await browser.post('/api/session/second-factor')).json();
  const now = () => Math.floor(Date.parse(people.clock.now()) / 1000);
  const code = async () => generate({ secret, epoch: now() });

  const confirmed = await browser.put('/api/session/second-factor', { secret, code: await code() });
  const { recoveryCodes } = confirmed.json();

  expect(recoveryCodes).toHaveLength(10);
  expect((await signIn()).json().code).toBe('second_factor_needed');
  people.clock.pass({ minutes: 1 });
  const fresh = await code();
  expect((await signIn({ code: fresh })).statusCode).toBe(200);
  expect((await signIn({ code: fresh })).statusCode).toBe(401);
  expect((await signIn({ code: recoveryCodes[0] })).statusCode).toBe(200);
  expect((await signIn({ code: recoveryCodes[0] })).statusCode).toBe(401);
});

test('weak, common and former passwords are refused by name of the fault', async () => {
  const people = await world();
  const { signIn } = await withPassword(people, 'lintan');
  const browser = inBrowser(people, await signIn());
  const tryOn = async (newPassword: string) =>
    (await browser.put('/api/session/password', { password: PASSWORD, newPassword })).json().detail?.fields
      ?.newPassword;

  expect(await tryOn('short-1A')).toBe('minLength');
  expect(await tryOn('Password-123456')).toBe('too_weak');
  expect(await tryOn('Lintan-lintan-77')).toBe('too_weak');
  expect(await tryOn('alllowercaseletters')).toBe('mixed_characters');
  expect(await tryOn(PASSWORD)).toBe('used_before');
  expect(await tryOn('Tao-river-2-bridge')).toBeUndefined();
});

test('a change from another site is refused, whatever cookie it carries', async () => {
  const { liaison } = await world();

  const answers = [
    await liaison.post('/api/complaints', {}, { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }),
    await liaison.post('/api/complaints', {}, { origin: 'http://evil.example', 'sec-fetch-site': '' }),
    await liaison.post('/api/complaints', {}, { origin: 'null', 'sec-fetch-site': 'same-site' }),
  ];

  for (const answer of answers) expect([answer.statusCode, answer.json().code]).toEqual([403, 'cross_site']);
});

test('a token does what its scope says, for its owner, until revoked', async () => {
  const { liaison, app } = await world();
  const made = await liaison.post('/api/tokens', { name: 'report script', scope: ['dossier.read'], days: 30 });
  const { id, secret } = made.json();
  const ask = (method: 'GET' | 'POST', url: string) =>
    app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${secret}` },
      ...(method === 'POST' ? { payload: {} } : {}),
    });

  expect((await ask('GET', '/api/complaints')).statusCode).toBe(200);
  expect((await ask('POST', '/api/complaints')).statusCode).toBe(403);
  expect((await liaison.post('/api/tokens', { name: 'too much', scope: ['audit.read'], days: 1 })).statusCode).toBe(
    422,
  );
  await liaison.delete(`/api/tokens/${id}`);
  expect((await ask('GET', '/api/complaints')).statusCode).toBe(401);
});

test('signing in leaves an audit line, and a failed try leaves one without the password or an unknown account', async () => {
  const people = await world();
  const { signIn, id } = await withPassword(people, 'lintan');
  await signIn({ password: 'Wrong-secret-zz1' });
  await people.stranger.post('/api/session', { account: 'Typed-my-password-here', password: 'x' });
  await signIn();

  const lines = await people.db.read.select().from(auditLines);
  const text = JSON.stringify(lines);

  expect(lines.filter((line) => line.subject === `person:${id}`).map((line) => line.event)).toEqual(
    expect.arrayContaining(['session.refused', 'session.began']),
  );
  expect(text).not.toMatch(/Wrong-secret|Typed-my-password|Langmusi/i);
});
