import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate, migrationsFolder, readMigrations } from '#server/db/migrate.ts';

const here = dirname(fileURLToPath(import.meta.url));
let template: Promise<string> | undefined;
const folders: string[] = [];

process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own for one test, gone when the tests end. */
export function freshFolder(name = 'world'): string {
  const folder = mkdtempSync(join(tmpdir(), `yipanqi-${name}-`));
  folders.push(folder);
  return folder;
}

async function makeTemplate(): Promise<string> {
  const file = join(freshFolder('template'), 'template.db');
  await migrate(file, readMigrations(migrationsFolder(here)), dirname(file));
  return file;
}

/** A migrated data file of its own for one test: migrated once, copied after. */
export async function freshFile(): Promise<string> {
  template ??= makeTemplate();
  const file = join(freshFolder(), 'yipanqi.db');
  copyFileSync(await template, file);
  if (existsSync(`${await template}-wal`)) copyFileSync(`${await template}-wal`, `${file}-wal`);
  return file;
}
