import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { KEY_LIST } from '#client/kernel/key-list.ts';

const client = fileURLToPath(new URL('../../client/', import.meta.url));
const sources = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

// Whether a table overflows depends on the fonts of the machine, so a browser test finds this fault on some machines only.
test('a table that can scroll sideways can be reached and scrolled by keyboard', () => {
  const unreachable = sources.flatMap((file) =>
    (readFileSync(client + file, 'utf8').match(/<div class="scroll"[^>]*>/g) ?? [])
      .filter((tag) => !(tag.includes('tabindex="0"') && tag.includes('role="region"') && tag.includes('aria-label')))
      .map((tag) => `${file}: ${tag}`),
  );
  expect(unreachable).toEqual([]);
});

test('every key the product listens to stands in its list of keys', () => {
  const listed = new Set(Object.values(KEY_LIST).flatMap((part) => part.map(({ on }) => on)));
  const bound = sources.flatMap((file) =>
    [
      ...readFileSync(client + file, 'utf8').matchAll(
        /(?:\bon: |_KEYS = \{[^}]*?: )'((?:Ctrl\+|Shift\+)?(?:Key[A-Z]|Slash|Bracket\w+|F2|Escape))'/g,
      ),
    ].map(([, on]) => `${on}`),
  );
  expect(bound.length).toBeGreaterThan(10);
  expect([...new Set(bound)].filter((on) => !listed.has(on))).toEqual([]);
});
