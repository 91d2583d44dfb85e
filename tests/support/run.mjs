// Runs every test: types and style, then rules and API, then what needs a browser. Says in its last line what passed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'yipanqi-tests-'));
const run = (name, args) => {
  console.log(`\n— ${name}`);
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
};
const bin = (name, path) => join('node_modules', name, path);

let ok = run('types', [bin('typescript', 'bin/tsc'), '--noEmit']);
ok = run('style', [bin('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings', '.']) && ok;

const report = join(folder, 'node.json');
const chosen = process.argv.slice(2);
ok =
  run('rules and API', [
    bin('vitest', 'vitest.mjs'),
    'run',
    '--config',
    'tests/support/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...chosen,
  ]) && ok;

const {
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped,
} = JSON.parse(readFileSync(report, 'utf8'));
rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(ok && failed === 0 && passed > 0 ? 0 : 1);
