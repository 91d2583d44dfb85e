import { expect, test } from 'vitest';
import { world } from '#tests/support/world.ts';
import { untilDone } from './sending.ts';

const ROWS = [
  ['1', '2026-11-02', '王某', '13909415678', '扎西特产店', '买到掺假的虫草，要求退款', '夏河', '食品', '2,600'],
  ['2', '2026/11/3', '李某', '13909411234', '万家超市', '酸奶过期三天', '夏河县', '食品', '12.5'],
  ['3', '11月4日', '', '', '金桥面馆', '面里有异物，店家不理', '夏河', '餐饮', 'abc'],
];
const HEAD = ['序号', '登记日期', '投诉人', '联系电话', '被投诉单位', '投诉内容', '县市', '类别', '涉案金额（元）'];

test.each([
  ['with their heading', [HEAD, ...ROWS], 1],
  ['without a heading, by what stands in their columns', ROWS, 0],
])(
  'rows copied from a spreadsheet are matched %s, checked, and nothing is written before somebody says so',
  async (_, rows, headerRow) => {
    const { liaison } = await world();

    const pasted = (await liaison.post('/api/imports/pasted', { ledger: 'complaint', rows })).json();

    expect(pasted).toMatchObject({
      origin: 'paste',
      headerRow,
      mapping: { receivedOn: 1, name: 2, phone: 3, subjectName: 4, content: 5, county: 6, matter: 7, amountFen: 8 },
      counts: { good: 2, faulty: 1 },
    });
    const [wrong] = (await liaison.get(`/api/imports/${pasted.id}/rows?verdict=faulty`)).json().rows;
    expect(wrong).toMatchObject({ row: 3 + headerRow, faults: { receivedOn: 'date', amountFen: 'pattern' } });
    expect((await liaison.get('/api/complaints')).json().rows).toEqual([]);

    await liaison.patch(`/api/imports/${pasted.id}/rows/${wrong.row}`, { cells: { 1: '2026-11-04', 8: '20' } });
    await liaison.post(`/api/imports/${pasted.id}/run`, { repeats: 'skip' });
    expect(await untilDone(liaison, pasted.id)).toMatchObject({ state: 'done', done: 3 });
    const { undo } = (await liaison.get('/api/operations/last')).json();
    expect((await liaison.post(`/api/operations/${undo.id}/undo`)).json()).toMatchObject({ removed: 3 });
    expect((await liaison.get('/api/complaints')).json().rows).toEqual([]);
  },
);

test('rows of this ledger itself are not registered a second time by pasting them back', async () => {
  const { liaison } = await world();
  const rows = [
    ['编号', '登记日期', '投诉内容', '县市', '类别'],
    ['TS-26-1107', '2026-11-02', '酸奶过期', '夏河', '食品'],
  ];

  const pasted = (await liaison.post('/api/imports/pasted', { ledger: 'complaint', rows })).json();

  const [row] = (await liaison.get(`/api/imports/${pasted.id}/rows`)).json().rows;
  expect(row.faults).toEqual({ foreignNumber: 'own_number' });
});

test('decisions copied from a spreadsheet without a heading are known by their numbers, texts and days', async () => {
  const { liaison } = await world();
  const rows = [1, 2].map((n) => [
    `（夏）市监罚〔2026〕${n}号`,
    '夏河县金桥面馆',
    '2026/3/2',
    '罚款：1000元；没收违法所得贰拾元',
    '夏河县市场监督管理局',
    '价格',
  ]);

  const pasted = (await liaison.post('/api/imports/pasted', { ledger: 'case', rows })).json();

  expect(pasted).toMatchObject({
    mapping: { decisionNumber: 0, subjectName: 1, decidedOn: 2, penaltyText: 3, officeId: 4, matter: 5 },
    counts: { good: 2 },
  });
});
