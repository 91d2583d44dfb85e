import { expect, test } from 'vitest';
import { type Asker, anIntake, type PersonName, world } from '#tests/support/world.ts';

type Operation = { method: 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete'; url: string; body: unknown };
interface Described {
  paths: Record<string, Record<string, { requestBody?: unknown }>>;
}

/** Words that stand only in the record nobody but its offices may read. */
const SECRET = ['绝密掺假事由', '绝密内容', '绝密商户', '卓玛才让', '13909417777'];
const OUTSIDE: PersonName[] = ['lintan', 'outsider', 'farmer', 'systemAdmin', 'securityAdmin', 'auditAdmin'];

async function operations(asker: Asker, id: number): Promise<Operation[]> {
  const { paths } = (await asker.get('/api/openapi.json')).json() as Described;
  const endless = ['/api/stream']; // answers until one hangs up: has a test of its own
  const doors = Object.entries(paths).filter(([path]) => !endless.includes(path));
  return doors.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody }]) => ({
      method: method as Operation['method'],
      url: path.replace(/\{\w+\}/g, String(id)),
      body: requestBody ? { version: 1, reason: '试一试' } : undefined,
    })),
  );
}

test('through no endpoint does anybody without a part learn a word of a record', async () => {
  const people = await world();
  const made = await people.liaison.post(
    '/api/complaints',
    anIntake({
      title: SECRET[0]!,
      content: SECRET[1]!,
      subjectName: SECRET[2]!,
      complainant: { name: SECRET[3]!, phone: SECRET[4]! },
    }),
  );
  const doors = await operations(people.liaison, made.json().id);
  const leaks: string[] = [];

  expect(doors.length).toBeGreaterThan(15);
  for (const name of OUTSIDE) {
    for (const { method, url, body } of doors) {
      if (url === '/api/session' && method === 'delete') continue;
      const answer = method === 'get' ? await people[name].get(url) : await people[name][method](url, body);
      if (answer.statusCode >= 500) leaks.push(`${name} ${method} ${url}: ${answer.statusCode} ${answer.body}`);
      for (const word of SECRET) if (answer.body.includes(word)) leaks.push(`${name} ${method} ${url}: ${word}`);
    }
  }
  expect(leaks).toEqual([]);
});

test('a stranger is let through no door that does not say "anyone"', async () => {
  const { stranger, liaison } = await world();
  const open: string[] = [];

  for (const { method, url, body } of await operations(liaison, 1)) {
    const answer = method === 'get' ? await stranger.get(url) : await stranger[method](url, body);
    if (answer.statusCode !== 401) open.push(`${method} ${url} ${answer.statusCode}`);
  }

  expect(open.filter((door) => !/^\w+ \/(healthz|api\/(session|setup|activation)) /.test(door))).toEqual([]);
});
