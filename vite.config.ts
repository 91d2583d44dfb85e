import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, runnerImport, type UserConfig } from 'vite';

const from = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const server: UserConfig = {
  root: from('./server'),
  publicDir: false,
  build: {
    ssr: true,
    outDir: from('./dist/server'),
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rollupOptions: {
      input: {
        main: from('./server/main.ts'),
        cli: from('./server/cli/cli.ts'),
        bench: from('./server/bench/bench.ts'),
      },
      output: { entryFileNames: '[name].js', format: 'es' },
    },
  },
};

/** Texts of one language as they are: without it each person would be sent both, and they are half of what is sent. */
const texts: Plugin = {
  name: 'texts',
  async load(id) {
    if (!/\/client\/words\/(zh|en)\.ts$/.test(id)) return undefined;
    const { module } = await runnerImport<{ default: object }>(id);
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(module.default))});`;
  },
};

const client: UserConfig = {
  root: from('./client'),
  plugins: [texts],
  publicDir: from('./client/public'),
  build: {
    outDir: from('./dist/client'),
    emptyOutDir: true,
    target: ['chrome90', 'safari15', 'firefox91'],
    rollupOptions: { input: { index: from('./client/index.html') } },
  },
};

/** One file builds both halves: `vite build` the pages, `vite build --ssr` the server and its workers. */
export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? server : client));
