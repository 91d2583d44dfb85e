// Compares the table files with the last snapshot and writes what differs as the next numbered migration:
// `npm run migration -- <name>`. Migrations that were ever committed are not edited; triggers and search tables are written by hand.
import { spawnSync } from 'node:child_process';

const [name = 'change'] = process.argv.slice(2);
const { status } = spawnSync(
  'npx',
  ['drizzle-kit', 'generate', '--config', 'server/db/drizzle.config.ts', '--name', name],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
