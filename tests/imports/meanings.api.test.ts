import { expect, test } from 'vitest';
import { type Asker, world } from '#tests/support/world.ts';
import { sendFile, untilDone } from './sending.ts';

const HEAD = '登记日期,投诉内容,县市,类别,来源,承办单位';
const ROWS = [
  '2026-11-02,酸奶过期,拉卜楞片区,吃的,老周记的,市管所',
  '2026-11-03,虫草掺假,拉卜楞片区,吃的,电话,市管所',
  '2026-11-04,电梯困人,夏河县,电梯,电话,夏河县市场监督管理局',
];
const csv = (rows: string[]) => Buffer.from(`\uFEFF${[HEAD, ...rows].join('\r\n')}`);
type World = Awaited<ReturnType<typeof world>>;
const sent = async (people: World, who: Asker, rows = ROWS) =>
  (await sendFile(people, who, '台账.csv', csv(rows))).json();
const valuesOf = async (who: Asker, id: number) => (await who.get(`/api/imports/${id}/values`)).json();
const MEANT = [
  { field: 'county', written: '拉卜楞片区', meaning: '623027' },
  { field: 'matter', written: '吃的', meaning: 'food.quality' },
  { field: 'channel', written: '老周记的', meaning: 'letter' },
];

test('each word nobody knows is told once with its rows, and what it means holds for all of them', async () => {
  const people = await world();
  const { liaison, xiahe } = { ...people, xiahe: 3 };
  const read = await sent(people, liaison);
  expect(read.counts).toMatchObject({ good: 1, faulty: 2 });
  expect(await valuesOf(liaison, read.id)).toEqual([
    { field: 'matter', written: '吃的', rows: 2, meaning: null },
    { field: 'channel', written: '老周记的', rows: 1, meaning: null },
    { field: 'county', written: '拉卜楞片区', rows: 2, meaning: null },
    { field: 'officeId', written: '市管所', rows: 2, meaning: null },
  ]);

  const values = [...MEANT, { field: 'officeId', written: '市管所', meaning: String(xiahe) }];
  const told = await liaison.put(`/api/imports/${read.id}/values`, { values });

  expect(told.json().counts, told.body).toMatchObject({ good: 3, faulty: 0 });
  await liaison.post(`/api/imports/${read.id}/run`, { repeats: 'skip' });
  await untilDone(liaison, read.id);
  const { rows } = (await liaison.get(`/api/complaints?batch=${read.id}&sort=received`)).json();
  expect(rows[0]).toMatchObject({ county: '623027', matter: 'food.quality', channel: 'letter', ownerOfficeId: xiahe });
});

test('what words mean is remembered for the office’s next file of that layout, and can be told anew', async () => {
  const people = await world();
  const { liaison, registrar } = people;
  const first = await sent(people, liaison);
  await liaison.put(`/api/imports/${first.id}/values`, { values: MEANT });

  const next = await sent(people, liaison, ['2026-11-09,月饼发霉,拉卜楞片区,吃的,电话,']);
  expect(next.counts).toMatchObject({ good: 1 });
  expect(await valuesOf(liaison, next.id)).toMatchObject([
    { written: '吃的', meaning: 'food.quality' },
    { written: '拉卜楞片区', meaning: '623027' },
  ]);
  const elsewhere = await sent(people, registrar, ['2026-11-09,月饼发霉,拉卜楞片区,吃的,电话,']);
  expect(elsewhere.counts).toMatchObject({ faulty: 1 });

  const unsaid = await liaison.put(`/api/imports/${next.id}/values`, {
    values: [{ field: 'matter', written: '吃的', meaning: null }],
  });
  expect(unsaid.json().counts).toMatchObject({ faulty: 1 });
});

test('cells put right by hand stay when words are told, and a meaning that is none of ours is refused', async () => {
  const people = await world();
  const { liaison } = people;
  const read = await sent(people, liaison);
  await liaison.patch(`/api/imports/${read.id}/rows/2`, { cells: { 5: '', 3: '食品' } });

  const refused = await liaison.put(`/api/imports/${read.id}/values`, {
    values: [{ field: 'matter', written: '吃的', meaning: 'food.nothing' }],
  });
  expect(refused.json()).toMatchObject({ code: 'invalid_input', detail: { fields: { matter: 'unknown' } } });
  const told = (await liaison.put(`/api/imports/${read.id}/values`, { values: MEANT })).json();

  expect(told.counts).toMatchObject({ good: 2, faulty: 1 });
  expect(await valuesOf(liaison, read.id)).toContainEqual({
    field: 'officeId',
    written: '市管所',
    rows: 1,
    meaning: null,
  });
});

test('an authority elsewhere is told once, and its decisions come in as another’s', async () => {
  const people = await world();
  const { liaison } = people;
  const head = '文书编号,当事人名称,处罚机关,处罚日期,处罚内容';
  const rows = [1, 2].map((n) => `兰市监罚〔2026〕${n}号,金桥面馆,兰州市市场监督管理局,2026/3/2,警告`);
  const bytes = Buffer.from(`\uFEFF${[head, ...rows].join('\r\n')}`);
  const read = (await sendFile(people, liaison, '决定.csv', bytes)).json();
  await liaison.put(`/api/imports/${read.id}/mapping`, {
    sheet: read.sheet,
    headerRow: read.headerRow,
    mapping: read.mapping,
    defaults: { ...read.defaults, matter: 'price.fraud' },
  });
  expect(await valuesOf(liaison, read.id)).toMatchObject([{ field: 'officeId', rows: 2, meaning: null }]);

  const told = await liaison.put(`/api/imports/${read.id}/values`, {
    values: [{ field: 'officeId', written: '兰州市市场监督管理局', meaning: 'elsewhere' }],
  });

  expect(told.json().counts).toMatchObject({ good: 2, faulty: 0 });
});
