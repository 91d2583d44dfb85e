// Starts the product: builds what is missing or older than its source, then hands over. Plain JavaScript, because it runs before the build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `需要 Node 20.19 或更新版本，当前为 ${process.version} · Node 20.19 or newer is needed, this is ${process.version}`,
  );
  process.exit(1);
}

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) latest = Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
  }
  return latest;
}

function build(output, sources, args) {
  const made = join(root, output);
  const changed = Math.max(...sources.map(newest), statSync(join(root, 'vite.config.ts')).mtimeMs);
  if (existsSync(made) && statSync(made).mtimeMs >= changed) return;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn', ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

const { argv } = process;
build('dist/server/main.js', ['server', 'shared'], ['--ssr']);
if (argv[2] === '--cli') {
  argv.splice(2, 1);
  await import(pathToFileURL(join(root, 'dist/server/cli.js')).href);
} else if (argv[2] === '--bench') {
  await import(pathToFileURL(join(root, 'dist/server/bench.js')).href);
} else {
  if (existsSync(join(root, 'client/index.html'))) build('dist/client/index.html', ['client', 'shared'], []);
  await import(pathToFileURL(join(root, 'dist/server/main.js')).href);
}
