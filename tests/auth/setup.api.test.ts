import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '#server/app.ts';
import { openDatabase } from '#server/db/database.ts';
import { prepareData } from '#server/prepare.ts';
import { vaultOf } from '#server/vault/vault.ts';
import { freshFile } from '#tests/support/template.ts';
import { asker, StillClock, world } from '#tests/support/world.ts';

const TOKEN = 'one-time-word-of-the-link';
const FIRST = { token: TOKEN, account: 'Ma.Zhiyuan', name: '马志远', password: 'Tao-river-2-bridge' };

async function freshOffice() {
  const db = openDatabase(await freshFile());
  const parts = { db, clock: new StillClock('2026-11-24'), vault: vaultOf(Buffer.alloc(32, 7)) };
  await prepareData(parts, false);
  const app = await buildApp(parts, { limits: { address: 0, person: 0 }, session: { setupToken: TOKEN, demo: [] } });
  onTestFinished(async () => {
    await app.close();
    await db.close();
  });
  return { app, stranger: asker(app, null) };
}

test('the first administrator is made with the link, once, and the other two get codes', async () => {
  const { stranger } = await freshOffice();
  expect((await stranger.get('/api/setup')).json()).toMatchObject({ needed: true, accounts: [] });
  expect((await stranger.post('/api/setup', { ...FIRST, token: 'not-the-right-word' })).statusCode).toBe(403);

  const made = await stranger.post('/api/setup', FIRST);
  const again = await stranger.post('/api/setup', { ...FIRST, account: 'another' });

  expect(made.statusCode).toBe(201);
  expect(made.json().codes.map(({ role }: { role: string }) => role)).toEqual(['security_admin', 'audit_admin']);
  expect(again.json().code).toBe('already_exists');
  const signedIn = await stranger.post('/api/session', { account: 'ma.zhiyuan', password: FIRST.password });
  expect(signedIn.json()).toMatchObject({ roles: ['system_admin'] });
});

test('a new liaison is added by one administrator, given a role by another, and sees nothing before both', async () => {
  const { app, stranger } = await freshOffice();
  const { codes } = (await stranger.post('/api/setup', FIRST)).json();
  await stranger.post('/api/activation', { ...codes[0], role: undefined, password: 'Amdo-plain-7-wide' });
  const signIn = async (account: string, password: string) => {
    const answer = await stranger.post('/api/session', { account, password });
    return asker(app, /session=([^;]+)/.exec(String(answer.headers['set-cookie']))![1]!, 'session');
  };
  const system = await signIn('ma.zhiyuan', FIRST.password);
  const security = await signIn('security', 'Amdo-plain-7-wide');
  const { offices } = (await system.get('/api/directory')).json();
  const xiahe = offices.find((one: { name: string }) => one.name === '夏河县市场监督管理局');

  const added = (await system.post('/api/people', { account: 'zhangli', name: '张丽', officeId: xiahe.id })).json();
  await stranger.post('/api/activation', { code: added.code, account: 'zhangli', password: 'Sangke-grass-5-tall' });
  const liaison = await signIn('zhangli', 'Sangke-grass-5-tall');
  expect((await liaison.get('/api/complaints')).statusCode).toBe(403);
  const grant = { posts: [{ officeId: xiahe.id, roles: ['liaison'] }], reason: '市监局来函' };
  expect((await system.put(`/api/people/${added.person.id}/posts`, grant)).statusCode).toBe(403);
  expect((await security.put(`/api/people/${added.person.id}/posts`, grant)).statusCode).toBe(200);

  expect((await liaison.get('/api/complaints')).statusCode).toBe(200);
  const both = { ...grant, posts: [{ officeId: xiahe.id, roles: ['liaison', 'audit_admin'] }] };
  expect((await security.put(`/api/people/${added.person.id}/posts`, both)).json().detail.fields).toEqual({
    posts: 'separation',
  });
});

test('an office that merges into another hands on its records from the next request, and none is lost', async () => {
  const { systemAdmin, farmer, liaison } = await world();
  const { anIntake, OFFICES } = await import('#tests/support/world.ts');
  const made = await farmer.post(
    '/api/complaints',
    anIntake({ matter: 'farm.seed', officeId: OFFICES.agriculture.id }),
  );
  expect((await liaison.get(`/api/complaints/${made.json().id}`)).statusCode).toBe(404);

  const merged = await systemAdmin.post(`/api/offices/${OFFICES.agriculture.id}/merge`, {
    successorId: OFFICES.xiahe.id,
    on: '2026-11-24',
    reason: '机构改革',
  });

  expect(merged.json()).toEqual({ resettled: 1 });
  expect((await liaison.get(`/api/complaints/${made.json().id}`)).statusCode).toBe(200);
  expect((await farmer.get(`/api/complaints/${made.json().id}`)).statusCode).toBe(200);
});
