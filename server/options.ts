import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What a start may be told, by flag or by environment. */
export interface StartOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly demo: boolean;
  /** A proxy's address whose `X-Forwarded-*` headers are believed; '' believes nobody. */
  readonly proxy: string;
}

/** Reads the start's flags; throws a sentence for one that is unknown or senseless. */
export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): StartOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string', default: env['PORT'] ?? '8023' },
      host: { type: 'string', default: env['HOST'] ?? '127.0.0.1' },
      data: { type: 'string' },
      demo: { type: 'boolean', default: false },
      proxy: { type: 'string', default: env['TRUST_PROXY'] ?? '' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port: 0–65535, 不是 ${values.port}`);
  const folder = values.data ?? env['YIPANQI_DATA'] ?? (values.demo ? 'data-demo' : 'data');
  const data = resolve(folder.replace(/^~(?=\/)/, homedir()));
  return { port, host: values.host, data, demo: values.demo, proxy: values.proxy };
}
