import { expect, test } from 'vitest';
import { filer } from '#tests/entities/a-library.ts';
import { type Asker, aCode, world } from '#tests/support/world.ts';
import { sendFile, untilDone } from './sending.ts';

type World = Awaited<ReturnType<typeof world>>;
const HERE = '夏河县市场监督管理局';
const HEAD = '文书编号,当事人名称,统一社会信用代码,处罚机关,处罚日期,处罚内容';
const number = (n: number) => `（夏）市监罚〔2026〕${n}号`;

async function sent(people: World, rows: string[][], head = HEAD) {
  const bytes = Buffer.from(`\uFEFF${[head, ...rows.map((row) => row.join(','))].join('\r\n')}`);
  const read = (await sendFile(people, people.liaison, '处罚决定.csv', bytes)).json();
  const { sheet, headerRow, mapping, defaults } = read;
  const body = { sheet, headerRow, mapping, defaults: { ...defaults, matter: 'price.fraud' } };
  return (await people.liaison.put(`/api/imports/${read.id}/mapping`, body)).json();
}
const rowsOf = async (who: Asker, id: number, verdict: string) =>
  (await who.get(`/api/imports/${id}/rows?verdict=${verdict}`)).json().rows;
const taken = async (who: Asker, id: number) => {
  await who.post(`/api/imports/${id}/run`, { repeats: 'skip' });
  return untilDone(who, id);
};
const casesOf = async (who: Asker, id: number) =>
  (await who.get(`/api/cases?batch=${id}&sort=received`)).json().rows as { id: number; subjectId: number | null }[];

test('a decision that orders nothing and does not say so is refused, whoever confirms it, until its text says what was ordered', async () => {
  const people = await world();
  const it = await sent(people, [
    [number(1), '金桥面馆', '', HERE, '2026/3/2', ''],
    [number(2), '金桥面馆', '', HERE, '2026/3/2', '责令改正'],
    [number(3), '金桥面馆', '', HERE, '2026/3/2', '不予行政处罚'],
  ]);

  const [blank, ordered] = await rowsOf(people.liaison, it.id, 'faulty');
  expect([blank.faults, ordered.faults]).toEqual([{ penaltyText: 'required' }, { penaltyText: 'nothing_ordered' }]);
  const said = await people.liaison.patch(`/api/imports/${it.id}/rows/${blank.row}`, { cells: {}, confirmed: true });
  expect(said.json()).toMatchObject({ verdict: 'faulty', faults: { penaltyText: 'required' } });
  const mended = await people.liaison.patch(`/api/imports/${it.id}/rows/${ordered.row}`, {
    cells: { [it.mapping.penaltyText]: '警告' },
  });
  expect(mended.json()).toMatchObject({ verdict: 'good' });

  expect(await taken(people.liaison, it.id)).toMatchObject({ done: 2, failed: 0 });
  const cases = await Promise.all(
    (await casesOf(people.liaison, it.id)).map(async ({ id }) => (await people.liaison.get(`/api/cases/${id}`)).json()),
  );
  for (const one of cases) expect(one.outcome === 'penalty').toBe(one.penalties.length > 0);
});

test('what another office of the prefecture decided is told to be that office’s, not to be unknown', async () => {
  const people = await world();

  const it = await sent(people, [
    [number(1), '金桥面馆', '', '临潭县市场监督管理局', '2026/3/2', '警告'],
    [number(2), '金桥面馆', '', '没听说过的局', '2026/3/2', '警告'],
  ]);

  const faults = (await rowsOf(people.liaison, it.id, 'faulty')).map((row: { faults: object }) => row.faults);
  expect(faults).toEqual([{ officeId: 'other_office' }, { officeId: 'unknown' }]);
});

test('a credit code leads to the entity on file, a new one is filed with it, a doubtful one is asked about and a damaged one refused', async () => {
  const people = await world();
  const shop = await filer(people.liaison)({ name: '夏河县扎西特产店' });
  const sound = aCode(9);
  const wrong = `${sound.slice(0, 17)}${sound.endsWith('A') ? 'B' : 'A'}`;
  const it = await sent(people, [
    [number(1), '扎西家', aCode(1), HERE, '2026/3/2', '警告'],
    [number(2), '新开的面馆', sound, HERE, '2026/3/2', '警告'],
    [number(3), '抄错代码的店', wrong, HERE, '2026/3/2', '警告'],
    [number(4), '断码店', '926230271234567000', HERE, '2026/3/2', '警告'],
  ]);

  expect((await rowsOf(people.liaison, it.id, 'faulty'))[0].faults).toEqual({ subjectCode: 'damaged' });
  const [asked] = await rowsOf(people.liaison, it.id, 'doubtful');
  expect(asked.reading.doubts).toMatchObject([{ why: 'code_check' }]);
  await people.liaison.patch(`/api/imports/${it.id}/rows/${asked.row}`, { cells: {}, confirmed: true });
  expect(await taken(people.liaison, it.id)).toMatchObject({ done: 3 });

  const [first, second, third] = await casesOf(people.liaison, it.id);
  expect(first!.subjectId).toBe(shop.id);
  const filed = (await people.liaison.get(`/api/entities/${second!.subjectId}`)).json();
  expect(filed).toMatchObject({ name: '新开的面馆', code: sound });
  expect(third!.subjectId).toBeGreaterThan(shop.id);
});

test('an import taken back takes the entities it filed with it, except those somebody needs by now', async () => {
  const people = await world();
  const shop = await filer(people.liaison)();
  const it = await sent(people, [
    [number(1), '夏河县扎西特产店', aCode(1), HERE, '2026/3/2', '警告'],
    [number(2), '无人再提的面馆', '', HERE, '2026/3/2', '警告'],
    [number(3), '有人去过的面馆', '', HERE, '2026/3/2', '警告'],
    [number(4), '有人改过的面馆', '', HERE, '2026/3/2', '警告'],
  ]);
  await taken(people.liaison, it.id);
  const [, left, visited, edited] = (await casesOf(people.liaison, it.id)).map(({ subjectId }) => subjectId!);
  const went = { visitedOn: '2026-11-20', purpose: 'complaint', officers: ['洛桑', '李军'] };
  expect((await people.liaison.post(`/api/entities/${visited}/visits`, went)).statusCode).toBe(201);
  await people.liaison.patch(`/api/entities/${edited}`, { notes: '已核实', version: 1 });

  expect((await people.liaison.post(`/api/imports/${it.id}/undo`)).json()).toMatchObject({ undone: 4 });

  const there = async (id: number) => (await people.liaison.get(`/api/entities/${id}`)).statusCode;
  expect([await there(shop.id), await there(left!), await there(visited!), await there(edited!)]).toEqual([
    200, 404, 200, 200,
  ]);
  expect((await people.liaison.post('/api/entities/find', { q: '无人再提的面馆' })).json().rows).toEqual([]);
});

test('what a decision’s file left out stands as a gap, and may be completed although the decision stands', async () => {
  const people = await world();
  const it = await sent(people, [[number(1), '金桥面馆', '', HERE, '2026/3/2', '警告']]);
  await people.liaison.put(`/api/imports/${it.id}/mapping`, {
    sheet: 0,
    headerRow: it.headerRow,
    mapping: it.mapping,
    defaults: { ...it.defaults, answered: 'open' },
  });
  await taken(people.liaison, it.id);
  const { id } = (await casesOf(people.liaison, it.id))[0]!;
  const before = (await people.liaison.get(`/api/cases/${id}`)).json();
  expect(before).toMatchObject({ state: 'decided', violation: '未载明', basis: null, leftFen: null });

  const edit = (fields: object, version: number) => people.inspector.patch(`/api/cases/${id}`, { ...fields, version });
  expect((await edit({ nature: '违法' }, before.version)).json()).toMatchObject({
    detail: { fields: { nature: 'fixed' } },
  });
  expect((await edit({ violation: '价格欺诈' }, before.version)).json()).toMatchObject({ violation: '价格欺诈' });
  expect((await edit({ violation: '不是这样' }, before.version + 1)).statusCode).toBe(422);
});
