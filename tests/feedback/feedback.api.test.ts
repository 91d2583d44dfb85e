import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { type Asker, world } from '#tests/support/world.ts';

const give = (who: Asker, text = '登记时县名能不能记住上一次的？') =>
  who.post('/api/feedback', { page: '/complaints/:complaint-id', text });
const texts = async (who: Asker, url: string) =>
  (await who.get(url)).json().rows.map(({ text }: { text: string }) => text);

test('anybody says what they think of the product; administrators and coordinators read every word of it, nobody else', async () => {
  const { inspector, systemAdmin, coordinator, chief, auditAdmin, db } = await world();
  const words = '  打印出来的字太小。\n第二行也要。';

  expect((await give(inspector, words)).statusCode).toBe(201);

  for (const who of [systemAdmin, coordinator]) expect(await texts(who, '/api/feedback')).toEqual([words.trim()]);
  for (const who of [inspector, chief, auditAdmin]) expect((await who.get('/api/feedback')).statusCode).toBe(403);
  expect([await texts(inspector, '/api/feedback/own'), await texts(chief, '/api/feedback/own')]).toEqual([
    [words.trim()],
    [],
  ]);
  expect(JSON.stringify(await db.read.select().from(auditLines))).not.toContain('打印');
});

test('an answer stands beside the words it answers, given once, and what is answered waits no more', async () => {
  const { inspector, systemAdmin } = await world();
  const { id } = (await give(inspector)).json();
  await give(inspector, '另一条');
  const answer = (who: Asker) => who.post(`/api/feedback/${id}/answer`, { text: '下个版本会记住。' });

  expect((await answer(inspector)).statusCode).toBe(403);
  expect((await answer(systemAdmin)).statusCode).toBe(200);
  expect([(await answer(systemAdmin)).statusCode, (await answer(systemAdmin)).json().code]).toEqual([
    409,
    'already_exists',
  ]);

  const own = (await inspector.get('/api/feedback/own')).json().rows;
  expect(own.map((one: { answer: string | null }) => one.answer)).toEqual([null, '下个版本会记住。']);
  expect(await texts(systemAdmin, '/api/feedback?open=true')).toEqual(['另一条']);
});

test('a page is told by its pattern: an address with a record’s number or a search is refused', async () => {
  const { inspector } = await world();
  const on = async (page: string) => (await inspector.post('/api/feedback', { page, text: '意见' })).statusCode;

  expect([await on('/complaints'), await on('/complaints?q=李某某'), await on('https://a.example')]).toEqual([
    201, 422, 422,
  ]);
});

test('a long list comes page by page', async () => {
  const { inspector, systemAdmin } = await world();
  for (let n = 0; n < 5; n += 1) await give(inspector, `意见${n}`);

  const first = (await systemAdmin.get('/api/feedback?limit=3')).json();
  const rest = await texts(systemAdmin, `/api/feedback?limit=3&cursor=${first.next}`);

  expect([first.rows.length, rest]).toEqual([3, ['意见1', '意见0']]);
});
