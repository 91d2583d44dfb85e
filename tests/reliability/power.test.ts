import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { verifyAudit } from '#server/audit/audit.verify.ts';
import { openDatabase } from '#server/db/database.ts';
import { anIntake, world } from '#tests/support/world.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PASSWORD = 'Langmusi-9-wind';

/** The product as an office starts it, in a process of its own. */
async function started(data: string): Promise<{ child: ChildProcess; address: string; link: string }> {
  const child = spawn(process.execPath, ['server/start.mjs', '--port', '0', '--data', data], { cwd: root });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  const heard = (chunk: Buffer) => {
    said += chunk;
  };
  child.stdout!.on('data', heard);
  child.stderr!.on('data', heard);
  for (let tries = 0; tries < 600; tries += 1) {
    const address = /listening at (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
    if (address) return { child, address, link: /\/setup#(\S+)/.exec(said)?.[1] ?? '' };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the product did not start: ${said}`);
}

function browser(address: string) {
  let cookie = '';
  const ask = async (method: string, path: string, body?: unknown) => {
    const headers = { origin: address, cookie, ...(body ? { 'content-type': 'application/json' } : {}) };
    const answer = await fetch(address + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return { status: answer.status, json: (await answer.json()) as Record<string, never> };
  };
  return { ask };
}

/** The road from the one-time link to a liaison who may register. */
async function liaisonOf(address: string, token: string) {
  const system = browser(address);
  const { json: made } = await system.ask('POST', '/api/setup', {
    token,
    account: 'ma',
    name: '马志远',
    password: PASSWORD,
  });
  const { code, account } = (made as unknown as { codes: { code: string; account: string }[] }).codes[0]!;
  const security = browser(address);
  await security.ask('POST', '/api/activation', { code, account, password: PASSWORD });
  await system.ask('POST', '/api/session', { account: 'ma', password: PASSWORD });
  await security.ask('POST', '/api/session', { account, password: PASSWORD });
  const directory = (await system.ask('GET', '/api/directory')).json as unknown as {
    offices: { id: number; name: string }[];
  };
  const officeId = directory.offices.find(({ name }) => name === '夏河县市场监督管理局')!.id;
  const added = (await system.ask('POST', '/api/people', { account: 'zhangli', name: '张丽', officeId }))
    .json as unknown as { person: { id: number }; code: string };
  await security.ask('PUT', `/api/people/${added.person.id}/posts`, {
    posts: [{ officeId, roles: ['liaison'] }],
    reason: '上岗',
  });
  const liaison = browser(address);
  await liaison.ask('POST', '/api/activation', { code: added.code, account: 'zhangli', password: PASSWORD });
  await liaison.ask('POST', '/api/session', { account: 'zhangli', password: PASSWORD });
  return { liaison, officeId };
}

test('killed in the middle of five hundred registrations, the product has every one it acknowledged, and an unbroken audit', {
  timeout: 180_000,
}, async () => {
  const data = mkdtempSync(join(tmpdir(), 'yipanqi-kill-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const first = await started(data);
  const { liaison, officeId } = await liaisonOf(first.address, first.link);
  const acknowledged: string[] = [];
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const register = async (n: number) => {
    const body = anIntake({ officeId, receivedOn: today, title: `第${n}件` });
    const answer = await liaison.ask('POST', '/api/complaints', body).catch(() => undefined);
    if (answer?.status !== 201) return;
    acknowledged.push((answer.json as unknown as { number: string }).number);
    if (acknowledged.length === 200) first.child.kill('SIGKILL');
  };

  for (let n = 0; n < 500; n += 25) await Promise.all(Array.from({ length: 25 }, (_, k) => register(n + k)));

  expect(acknowledged.length).toBeGreaterThanOrEqual(200);
  expect(acknowledged.length).toBeLessThan(500);
  const again = await started(data);
  const health = (await (await fetch(`${again.address}/healthz`)).json()) as { state: string };
  expect(health.state).toBe('ready');
  again.child.kill('SIGTERM');
  const [code] = await new Promise<[number | null]>((resolve) => again.child.once('exit', (exit) => resolve([exit])));
  expect(code).toBe(0);
  const db = openDatabase(join(data, 'yipanqi.db'));
  onTestFinished(() => db.close());
  const rows = await db.read.all<{ number: string }>(sql`select number from dossiers`);
  const kept = new Set(rows.map(({ number }) => number));
  expect(acknowledged.filter((number) => !kept.has(number))).toEqual([]);
  expect((await verifyAudit(db.read)).broken).toBeNull();
});

test('a power cut is survived: the live file and its log, copied as they lie, open to all that was acknowledged', async () => {
  const { liaison, file } = await world();
  const numbers: string[] = [];
  for (let n = 0; n < 40; n += 1) numbers.push((await liaison.post('/api/complaints', anIntake())).json().number);

  const copy = `${file}-after-the-cut.db`;
  copyFileSync(file, copy);
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
  onTestFinished(() => {
    for (const part of ['', '-wal', '-shm']) rmSync(copy + part, { force: true });
  });
  const opened = new Sqlite(copy);
  onTestFinished(() => void opened.close());

  expect(opened.pragma('integrity_check', { simple: true })).toBe('ok');
  const kept = new Set(opened.prepare('select number from dossiers').pluck().all());
  expect(numbers.filter((number) => !kept.has(number))).toEqual([]);
});

test('a full disk refuses to register with a sentence, goes on reading, and works again once there is room', async () => {
  const { liaison, db } = await world();
  const made = (await liaison.post('/api/complaints', anIntake())).json();
  const limit = (pages: number) =>
    db.transact(async (tx) => void (await tx.all(sql.raw(`pragma max_page_count = ${pages}`))));
  await limit(1);
  const long = anIntake({ content: '掺假'.repeat(9000) });

  const refusals = [];
  for (let n = 0; n < 30; n += 1) refusals.push(await liaison.post('/api/complaints', long));

  const refused = refusals.filter(({ statusCode }) => statusCode !== 201);
  expect(refused.length).toBeGreaterThan(0);
  expect(new Set(refused.map((answer) => answer.json().code))).toEqual(new Set(['storage_full']));
  expect((await liaison.get(`/api/complaints/${made.id}`)).statusCode).toBe(200);
  await limit(1_000_000);
  expect((await liaison.post('/api/complaints', long)).statusCode).toBe(201);
  expect((await verifyAudit(db.read)).broken).toBeNull();
});
