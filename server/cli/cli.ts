import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { auditHead } from './audit-head.ts';
import { backup } from './backup.ts';
import { doctor } from './doctor.ts';
import { replayDraw } from './replay-draw.ts';
import { restore } from './restore.ts';
import { verifyAuditOf } from './verify-audit.ts';

const COMMANDS: Record<string, (data: string, rest: string[]) => Promise<number>> = {
  'verify-audit': verifyAuditOf,
  backup,
  restore,
  doctor,
  'audit-head': auditHead,
  'replay-draw': replayDraw,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string', default: process.env['YIPANQI_DATA'] ?? 'data' }, head: { type: 'string' } },
});
const [name = '', ...rest] = positionals;
const command = COMMANDS[name];
if (!command) {
  console.error(`npm run cli -- <${Object.keys(COMMANDS).join(' | ')}> [--data DIR]`);
  process.exit(2);
}
command(resolve(values.data), name === 'verify-audit' && values.head ? [values.head] : rest).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
