// Runs every test: types and style, then rules and API, then what needs a browser. Says in its last line what passed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumOrInstall } from './chromium.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yipanqi-tests-'));
const run = (name, args) => {
  console.log(`\n— ${name}`);
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
};
const bin = (name, path) => join('node_modules', name, path);

let ok = run('types', [bin('typescript', 'bin/tsc'), '--noEmit']);
ok = run('style', [bin('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings', '.']) && ok;

const report = join(folder, 'node.json');
const journeys = join(folder, 'browser.json');
const chosen = process.argv.slice(2);
const vitest = (name, config, outputFile) =>
  run(name, [
    bin('vitest', 'vitest.mjs'),
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${outputFile}`,
    ...(chosen.length > 0 ? ['--passWithNoTests', ...chosen] : []),
  ]);
ok = vitest('rules and API', 'tests/support/vitest.config.ts', report) && ok;

process.env.CHROMIUM_PATH = chromiumOrInstall();
ok = run('pages', [bin('vite', 'bin/vite.js'), 'build', '--logLevel', 'warn']) && ok;
ok = vitest('people at their screens', 'tests/support/journeys.config.ts', journeys) && ok;

const counts = [report, journeys].map((file) => JSON.parse(readFileSync(file, 'utf8')));
const sum = (key) => counts.reduce((all, one) => all + one[key], 0);
const [passed, failed, skipped] = [sum('numPassedTests'), sum('numFailedTests'), sum('numPendingTests')];
rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(ok && failed === 0 && passed > 0 ? 0 : 1);
