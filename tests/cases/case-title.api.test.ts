import { expect, test } from 'vitest';
import { aClue } from '#tests/cases/a-case.ts';
import { world } from '#tests/support/world.ts';

const stall = { kind: 'person' as const, name: '卓玛才让', phone: '13909411234' };

test('a case is not called by the name of a natural person, at its registration as in any edit', async () => {
  const { inspector } = await world();
  const fieldsOf = (answer: { statusCode: number; json(): { detail: { fields: object } } }) => [
    answer.statusCode,
    answer.json().detail.fields,
  ];
  const refused = [422, { title: 'names_person' }];

  const named = await inspector.post('/api/cases', aClue({ title: '卓玛 才让无照经营案', parties: [stall] }));
  const unnamed = await inspector.post('/api/cases', aClue({ title: '无照经营案', parties: [stall] }));
  const shop = await inspector.post('/api/cases', aClue());
  const { id, version } = unnamed.json();
  const renamed = await inspector.patch(`/api/cases/${id}`, { version, title: '卓玛才让案' });
  const joined = await inspector.patch(`/api/cases/${shop.json().id}`, {
    version: shop.json().version,
    title: '卓玛才让与特产店案',
    parties: [...aClue().parties, stall],
  });

  expect([named, renamed, joined].map(fieldsOf)).toEqual([refused, refused, refused]);
  expect([unnamed.statusCode, shop.statusCode]).toEqual([201, 201]);
});
