import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** People at their screens: real server, real database, real Chromium, over the built pages. One file at a time. */
export default defineConfig({
  root,
  test: {
    include: ['tests/**/*.journey.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    pool: 'forks',
    fileParallelism: false,
  },
});
