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

test('a hawker nobody knows by name is described in the title and in lists, not masked', async () => {
  const { inspector } = await world();
  const nobody = { kind: 'unlicensed', name: '流动摊贩', noCode: '流动摊贩，未取得营业执照' } as const;

  const made = await inspector.post('/api/cases', aClue({ title: '流动摊贩无照经营案', parties: [nobody] }));

  expect([made.statusCode, made.json().subjectName]).toEqual([201, '流动摊贩']);
});
