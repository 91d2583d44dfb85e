import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '#server/app.ts';
import { foldersOf, makeDataFolder } from '#server/data-folder.ts';
import { openDatabase } from '#server/db/database.ts';
import { migrate, migrationsFolder, readMigrations } from '#server/db/migrate.ts';
import { wallClock } from '#server/kernel/clock.ts';
import { prepareData } from '#server/prepare.ts';
import { openVault } from '#server/vault/vault.ts';
import { VERSION } from '#server/version.ts';
import { fillCases } from './fill.cases.ts';
import { fillCopies, type Pattern, patternOf } from './fill.copies.ts';
import { fillComplaints, fillPeople } from './fill.ts';
import { startFloors } from './floors.ts';
import { caseQuestions, complaintQuestions, type Once } from './questions.ts';
import { fillWaiting, stepQuestion, type Waiting } from './steps.ts';

const here = dirname(fileURLToPath(import.meta.url));
const { values: ask } = parseArgs({
  args: process.argv.slice(2).filter((one) => one !== '--bench'),
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    connections: { type: 'string', default: '1,10,50' },
    seconds: { type: 'string', default: '3' },
    out: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
const SECONDS = Number(ask.seconds);
/** To so many complaints there is a case. */
const CASES_IN = 10;
/** The thread that fires a load reads this file itself, so it is no part of the build. */
const OWN_REQUESTS = join(here, '../../server/bench/own-requests.cjs');
/** How many complaints wait for the steps of one run. */
const STEPS = 3000;
/** So many complaints are registered by the product's own services; larger ledgers are copies of these. */
const PATTERN = 10_000;

const lines: string[] = [];
const say = (line: string) => {
  lines.push(line);
  console.log(line);
};

interface Shot {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
}

/** When the first request of a load came and the last was answered: the load itself only looks at its clock once a second. */
const span = { first: 0, last: 0 };

/** Lets a server note when it was asked and when it had answered. */
function timed(app: FastifyInstance): void {
  app.addHook('onRequest', async () => {
    span.first ||= performance.now();
  });
  app.addHook('onResponse', async () => {
    span.last = performance.now();
  });
}

/** A load: one request again and again for some seconds, or as many requests as are given, each sent once. */
interface Load {
  readonly method?: 'GET' | 'POST' | undefined;
  readonly body?: string | undefined;
  readonly once?: readonly Once[] | undefined;
  readonly amount?: number | undefined;
}

/** One load: requests a second, and how long the middle one and the slowest hundredth took. Anything but 2xx fails the run. */
async function shoot(
  url: string,
  connections: number,
  { method = 'GET', body, once, amount = once?.length }: Load,
  headers: Record<string, string> = {},
): Promise<Shot> {
  const each = Math.floor((amount ?? 0) / connections);
  span.first = 0;
  const result = await autocannon({
    url,
    method,
    connections,
    ...(amount ? { amount: each * connections } : { duration: SECONDS }),
    workers: 1,
    headers: { ...headers, ...(body || once ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body } : {}),
    ...(once ? { initialContext: { each }, setupClient: OWN_REQUESTS as never, requests: [...once] } : {}),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  const rate = amount ? (1000 * each * connections) / (span.last - span.first) : result.requests.average;
  return { rate: Math.round(rate), p50: result.latency.p50, p99: result.latency.p99 };
}

async function main() {
  const data = mkdtempSync(join(tmpdir(), 'yipanqi-bench-'));
  const folders = makeDataFolder(data);
  await migrate(folders.database, readMigrations(migrationsFolder(here)), folders.backups);
  const db = openDatabase(folders.database);
  const vault = openVault(folders.key);
  const parts = { db, clock: wallClock, vault };
  await prepareData(parts, false);
  const { cast, cookie } = await fillPeople(db, vault);
  const officeId = cast.office('market', '623027');
  const app = await buildApp(parts, { limits: { address: 1e9, person: 1e9 }, version: VERSION });
  timed(app as unknown as FastifyInstance);
  app.server.maxRequestsPerSocket = 0; // the load keeps its sockets where a browser is asked to open new ones
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const headers = { cookie, origin: address };

  say(
    `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${wallClock.today()}`,
  );
  say('');
  say(
    '| complaints, and a tenth as many cases | what | connections | a second | p50 ms | p99 ms | bare Fastify | raw SQLite | share of raw |',
  );
  say('|---:|---|---:|---:|---:|---:|---:|---:|---:|');
  let filled = 0;
  let pattern: Pattern = { dossiers: 0, clocks: 0 };
  for (const size of ask.sizes.split(',').map(Number)) {
    const began = performance.now();
    const own = Math.min(size, PATTERN);
    await fillComplaints(db, vault, cast, Math.min(filled, own), own);
    await fillCases(db, vault, cast, Math.min(filled, own) / CASES_IN, own / CASES_IN);
    if (filled < PATTERN) pattern = patternOf(folders.database);
    fillCopies(folders.database, pattern, (size - Math.max(filled, own)) / PATTERN);
    console.error(
      `${size} complaints and ${size / CASES_IN} cases: ${Math.round(performance.now() - began)} ms, ${Math.round(statSync(folders.database).size / 2 ** 20)} MB`,
    );
    filled = size;
    const waiting = await fillWaiting(db, vault, cast, officeId, STEPS);
    await measure(size, { address, headers, file: folders.database, officeId, waiting });
  }
  await app.close();
  await db.close();
  rmSync(data, { recursive: true, force: true });
  await start();
  if (ask.out) writeFileSync(ask.out, `${lines.join('\n')}\n`);
}

async function measure(
  size: number,
  {
    address,
    headers,
    file,
    officeId,
    waiting,
  }: {
    address: string;
    headers: Record<string, string>;
    file: string;
    officeId: number;
    waiting: readonly Waiting[];
  },
) {
  const idOf = async (list: string) => {
    const answer = await fetch(`${address}${list}?limit=1&county=623027`, { headers });
    return ((await answer.json()) as { rows: { id: number }[] }).rows[0]!.id;
  };
  const questions = [
    ...complaintQuestions(await idOf('/api/complaints'), officeId),
    stepQuestion(waiting),
    ...caseQuestions(await idOf('/api/cases')),
  ].filter(({ name }) => name.includes(ask.only));
  const bytes: Record<string, string> = {};
  for (const one of questions) {
    const { method = 'GET', body, path, raw } = one;
    const answer = await fetch(address + path, {
      method,
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${one.name}: ${answer.status} ${text}`);
    bytes[raw.split('?')[0]!] = text;
  }
  const floors = await startFloors(file, officeId, bytes, timed);
  for (const one of questions) {
    const loads = ask.connections.split(',').map(Number);
    for (const [at, connections] of loads.entries()) {
      const share = Math.floor((one.once?.length ?? 0) / loads.length);
      const once = one.once?.slice(at * share, (at + 1) * share);
      const path = once ? '' : one.path;
      const ours = await shoot(address + path, connections, { ...one, once }, headers);
      const bare = await shoot(`${floors.address}/bare/${one.raw.split('?')[0]}`, connections, {
        method: one.method ?? (once ? 'POST' : 'GET'),
        body: one.body ?? once?.[0]?.body,
      });
      const raw = await shoot(`${floors.address}/raw/${one.raw}`, connections, {
        method: one.method ?? (once ? 'POST' : 'GET'),
        body: one.rawBody,
        amount: once?.length,
      });
      say(
        `| ${size} | ${one.name} | ${connections} | ${ours.rate} | ${ours.p50} | ${ours.p99} | ${bare.rate} | ${raw.rate} | ${(ours.rate / raw.rate).toFixed(2)} |`,
      );
    }
  }
  await floors.app.close();
}

/** From nothing to the first answer, and what the idle product holds in memory. */
async function start() {
  const data = mkdtempSync(join(tmpdir(), 'yipanqi-bench-start-'));
  const run = async () => {
    const began = performance.now();
    const child = spawn(process.execPath, [join(here, 'main.js'), '--port', '0', '--data', data], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const address = await new Promise<string>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        const found = /listening at (http:\S+?)"/.exec(String(chunk))?.[1];
        if (found) resolve(found);
      });
    });
    await fetch(`${address}/healthz`);
    return { child, ms: performance.now() - began };
  };
  const first = await run();
  first.child.kill('SIGTERM');
  await new Promise((resolve) => first.child.once('exit', resolve));
  const again = await run();
  await new Promise((resolve) => setTimeout(resolve, 5000));
  const memory = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${again.child.pid}/status`, 'utf8'))?.[1];
  again.child.kill('SIGTERM');
  await new Promise((resolve) => again.child.once('exit', resolve));
  rmSync(foldersOf(data).database, { force: true });
  rmSync(data, { recursive: true, force: true });
  say('');
  say(
    `Start to first answer: ${Math.round(first.ms)} ms on an empty folder, ${Math.round(again.ms)} ms afterwards. Idle memory: ${Math.round(Number(memory) / 1024)} MB.`,
  );
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
