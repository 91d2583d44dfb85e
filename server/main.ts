import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp } from './app.ts';
import { freshSecret } from './auth/session.service.ts';
import { isNew } from './auth/setup.service.ts';
import { lockFolder, makeDataFolder } from './data-folder.ts';
import { openDatabase } from './db/database.ts';
import { migrate, migrationsFolder, NewerData, readMigrations } from './db/migrate.ts';
import { wallClock } from './kernel/clock.ts';
import { readOptions } from './options.ts';
import { prepareData } from './prepare.ts';
import { checkAfterUnclean } from './system/start-check.ts';
import { surviveOne } from './system/survive.ts';
import { watchOf } from './system/watch.ts';
import { startTimers } from './timers.ts';
import { openVault } from './vault/vault.ts';
import { VERSION } from './version.ts';

const here = dirname(fileURLToPath(import.meta.url));

/** Opens the data folder, builds the server, listens, and closes with grace when asked to. */
async function start() {
  process.umask(0o077); // whatever is made from here on is its owner's alone
  const options = readOptions(process.argv.slice(2), process.env);
  const folders = makeDataFolder(options.data);
  const unlock = lockFolder(folders.lock);
  process.once('exit', unlock);
  const checked = await checkAfterUnclean(folders.database);
  const { applied, backup } = await migrate(folders.database, readMigrations(migrationsFolder(here)), folders.backups);
  const vault = openVault(folders.key);
  let slow: (ms: number) => void = () => undefined; // nobody waits for the first data to be made
  const db = openDatabase(folders.database, (ms) => slow(ms));
  const parts = { db, clock: wallClock, vault };
  if (checked) watchOf(db).lastCheck = { at: wallClock.now(), verdict: checked };
  const demo = await prepareData(parts, options.demo);
  const setupToken = (await isNew(db.read)) ? freshSecret() : '';
  const app = await buildApp(parts, {
    logger: { level: process.env['LOG_LEVEL'] ?? 'info' },
    clientFolder: join(here, '../client'),
    version: VERSION,
    session: { setupToken, demo },
    trustProxy: options.proxy || false,
  });
  slow = (ms) => app.log.warn({ ms: Math.round(ms) }, 'slow turn');
  if (applied.length > 0) app.log.info({ applied, backup }, 'data brought to this version');
  const address = await app.listen({ port: options.port, host: options.host });
  if (setupToken)
    console.log(`\n首次使用，请用浏览器打开（只能用一次）· first use, open once:\n${address}/setup#${setupToken}\n`);

  const stopTimers = startTimers(app);

  let closing = false;
  const close = async (signal: string, code = 0) => {
    if (closing) return;
    closing = true;
    app.log.info({ signal }, 'closing');
    stopTimers();
    setTimeout(() => process.exit(1), 10_000).unref();
    await app.close();
    await db.close();
    process.exit(code);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void close(signal));
  process.on(
    'uncaughtException',
    surviveOne(app.log, () => void close('uncaught', 1)),
  );
}

start().catch((error: unknown) => {
  const said = error instanceof Error ? error.message : String(error);
  console.error(
    error instanceof NewerData
      ? `数据由更新的版本写成，请升级后再启动 · the data was written by a newer version: please upgrade (${said})`
      : `无法启动 · cannot start: ${said}`,
  );
  process.exit(1);
});
