import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = ['shared', 'server', 'client', 'tests'].flatMap((folder) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
);
const textOf = (file: string) => readFileSync(root + file, 'utf8');
const importsOf = (file: string) =>
  [...textOf(file).matchAll(/(?:\bfrom |import\()'([^']+)'/g)].map((match) => match[1]!);

const RULES: readonly [name: string, of: (file: string) => boolean, forbidden: RegExp][] = [
  ['shared imports typebox and itself', (file) => file.startsWith('shared/'), /^(?!\.|#shared|typebox)/],
  ['the server never imports the client', (file) => file.startsWith('server/'), /#client|\/client\//],
  [
    'the client never imports the server, Drizzle, Fastify or Node',
    (file) => file.startsWith('client/'),
    /#server|\/server\/|^drizzle|^fastify|^@fastify|^node:/,
  ],
  ['services do not know HTTP', (file) => /^server\/.*\.service\.ts$/.test(file), /^fastify|^@fastify/],
  ['routes do not know Drizzle', (file) => /\.routes\.ts$/.test(file), /^drizzle/],
  [
    'only server/db, its tools and the bench know which database it is',
    (file) => file.startsWith('server/') && !/^server\/(db|cli|bench)\//.test(file),
    /^better-sqlite3|sqlite-core|drizzle-orm\/better/,
  ],
];

for (const [name, of, forbidden] of RULES) {
  test(name, () => {
    const wrong = files.filter(of).flatMap((file) =>
      importsOf(file)
        .filter((path) => forbidden.test(path))
        .map((path) => `${file} → ${path}`),
    );
    expect(wrong).toEqual([]);
  });
}

test('shared asks neither the time nor for chance: both are arguments', () => {
  const wrong = files.filter(
    (file) => file.startsWith('shared/') && /Date\.now\(|Math\.random\(|new Date\(\)/.test(textOf(file)),
  );
  expect(wrong).toEqual([]);
});

test('no file is longer than three hundred lines', () => {
  const long = files.filter((file) => textOf(file).split('\n').length > 301);
  expect(long).toEqual([]);
});

test('no style attribute and no raw HTML stands in a template: the content policy forbids the one, escaping the other', () => {
  const wrong = files.filter(
    (file) =>
      file.startsWith('client/') &&
      file !== 'client/elements/grid/copy.ts' && // what is copied into a spreadsheet is not a page of ours
      /\sstyle=["$]|unsafeHTML|innerHTML/.test(textOf(file)),
  );
  expect(wrong).toEqual([]);
});
