import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What a start may be told, by flag or by environment. */
export interface StartOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly demo: boolean;
}

/** Reads the start's flags; throws a sentence for one that is unknown or senseless. */
export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): StartOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string', default: env['PORT'] ?? '8023' },
      host: { type: 'string', default: env['HOST'] ?? '127.0.0.1' },
      data: { type: 'string', default: env['YIPANQI_DATA'] ?? 'data' },
      demo: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port: 0–65535, 不是 ${values.port}`);
  const data = resolve(values.data.replace(/^~(?=\/)/, homedir()));
  return { port, host: values.host, data, demo: values.demo };
}
