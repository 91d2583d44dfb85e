import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexText, questionOf } from '#shared/search/text.ts';
import { anIntake, world } from '#tests/support/world.ts';

test('the one box finds by number, by the tail of a phone and by words, and says how', async () => {
  const { liaison } = await world();
  const made = (await liaison.post('/api/complaints', anIntake())).json();
  const by = async (q: string) => (await liaison.post('/api/search', { q })).json().hits[0]?.by;

  expect(await by(made.number.toLowerCase())).toBe('number');
  expect(await by('1234')).toBe('phone');
  expect(await by('139 0941 1234')).toBe('phone');
  expect(await by('虫草')).toBeUndefined();
  expect(await by('虫夏')).toBe('text');
  expect(await by('dcxc')).toBe('text');
});

test('a phone is found only in records one may work on', async () => {
  const { registrar, liaison, lintan, auditor } = await world();
  await liaison.post('/api/complaints', anIntake());
  const hits = async (who: typeof liaison) => (await who.post('/api/search', { q: '13909411234' })).json().hits.length;

  expect(await hits(liaison)).toBe(1);
  expect(await hits(registrar)).toBe(0);
  expect(await hits(lintan)).toBe(0);
  expect(await hits(auditor)).toBe(1);
});

test('a block finds nothing by content it may not read', async () => {
  const { liaison, blockCoordinator } = await world();
  await liaison.post('/api/complaints', anIntake({ title: '退款纠纷', content: '店主拒不退货' }));
  const hits = async (q: string) => (await blockCoordinator.post('/api/search', { q })).json().hits.length;

  expect(await hits('退款')).toBe(1);
  expect(await hits('店主')).toBe(0);
});

test('whatever is typed, the index is asked a question it understands', async () => {
  const { liaison } = await world();

  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), async (q) => {
      const answer = await liaison.post('/api/search', { q });
      expect(answer.statusCode, JSON.stringify(q)).toBeLessThan(500);
    }),
    { numRuns: 200 },
  );
});

test('every stretch of Chinese text is found in the text it stands in', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'甘南州夏河县拉卜楞镇食品'), minLength: 2, maxLength: 20 }),
      fc.nat(10),
      (text, at) => {
        const part = text.slice(at % (text.length - 1), (at % (text.length - 1)) + 2);
        expect(` ${indexText(text)} `).toContain(` ${indexText(part)} `);
        expect(questionOf(part, 'all')).toContain(`"${indexText(part)}"`);
      },
    ),
  );
});
