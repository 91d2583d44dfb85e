import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const from = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One file builds both halves: `vite build` the pages, `vite build --ssr` the server and its workers. */
export default defineConfig(({ isSsrBuild }) => ({
  root: isSsrBuild ? from('./server') : from('./client'),
  publicDir: isSsrBuild ? false : from('./client/public'),
  build: isSsrBuild
    ? {
        ssr: true,
        outDir: from('./dist/server'),
        emptyOutDir: true,
        target: 'node20',
        sourcemap: true,
        rollupOptions: {
          input: {
            main: from('./server/main.ts'),
            cli: from('./server/cli/cli.ts'),
          },
          output: { entryFileNames: '[name].js', format: 'es' },
        },
      }
    : {
        outDir: from('./dist/client'),
        emptyOutDir: true,
        target: ['chrome90', 'safari15', 'firefox91'],
        sourcemap: false,
        rollupOptions: { input: { index: from('./client/index.html') } },
      },
}));
