import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a worker stands, by its path in the source tree; it is run as it is, also when the server is built. */
export function workerFile(path: string): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const file = join(at, path);
    if (existsSync(file)) return file;
    if (at === dirname(at)) throw new Error(`${path} is missing`);
  }
}
