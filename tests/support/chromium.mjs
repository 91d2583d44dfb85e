// Finds a Chromium on this machine, or installs one from the distribution where that is possible. Answers its path.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const KNOWN = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export function findChromium() {
  return KNOWN.find((path) => path && existsSync(path));
}

export function chromiumOrInstall() {
  const found = findChromium();
  if (found) return found;
  const apt = spawnSync('sh', ['-c', 'command -v apt-get']).status === 0;
  if (apt && process.getuid?.() === 0) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], { stdio: 'inherit' });
  }
  const installed = findChromium();
  if (!installed) throw new Error('Chromium is needed for the tests: install it, or name it in CHROMIUM_PATH');
  return installed;
}
