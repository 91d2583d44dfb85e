import { spawn } from 'node:child_process';
import { openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { freshFolder } from '#tests/support/template.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A start of the product: what it said until it listened or ended, and how it ended. */
async function start(data: string) {
  const child = spawn(process.execPath, ['server/start.mjs', '--port', '0', '--data', data], { cwd: root });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let said = '';
  const listening = new Promise<'listening'>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk;
        if (said.includes('listening at')) resolve('listening');
      });
  });
  const outcome = await Promise.race([ended, listening]);
  return { outcome, said, child, ended };
}

test('a second start on the same folder ends with a sentence, and the first works on and ends with 0 when asked to', async () => {
  const data = freshFolder('twice');
  const first = await start(data);
  const second = await start(data);

  expect(first.outcome).toBe('listening');
  expect(second.outcome).toBe(1);
  expect(second.said).toContain(`in use by process ${first.child.pid}`);
  expect((statSync(join(data, 'yipanqi.db')).mode & 0o777).toString(8)).toBe('600');
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(statSync(join(data, 'yipanqi.db-wal'), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
}, 60_000);

test('data of a newer version is refused with a sentence and left as it is', async () => {
  const data = freshFolder('newer');
  const first = await start(data);
  first.child.kill('SIGTERM');
  await first.ended;
  const db = new Sqlite(join(data, 'yipanqi.db'));
  db.pragma('user_version = 999');
  db.close();

  const { outcome, said } = await start(data);

  expect(outcome).toBe(1);
  expect(said).toContain('written by a newer version');
}, 60_000);

test('killed, and its disk damaged, the product does not start before anybody sees it, and says what to do', async () => {
  const data = freshFolder('damaged');
  const first = await start(data);
  first.child.kill('SIGTERM');
  await first.ended;
  const file = join(data, 'yipanqi.db');
  const disk = openSync(file, 'r+');
  for (let page = 2; page < 40; page += 1) writeSync(disk, Buffer.alloc(4000, 0xab), 0, 4000, page * 4096 + 90);
  writeFileSync(`${file}-wal`, 'left behind');

  const { outcome, said } = await start(data);

  expect(outcome).toBe(1);
  expect(said).toMatch(/数据库损坏.*[\s\S]*restore/);
}, 60_000);
