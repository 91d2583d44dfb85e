// Generates migrations from the table files. Until the first release there is one initial migration, made anew each time;
// afterwards remove the two lines that delete it, and each change becomes a migration of its own.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

rmSync('server/db/migrations/meta', { recursive: true, force: true });
rmSync('server/db/migrations/0000_ledger.sql', { force: true });
const { status } = spawnSync(
  'npx',
  ['drizzle-kit', 'generate', '--config', 'server/db/drizzle.config.ts', '--name', 'ledger'],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
