import { existsSync, readFileSync } from 'node:fs';
import XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { purgeImports } from '#server/imports/import.purge.ts';
import { importSheets } from '#server/imports/import.table.ts';
import { turnOf } from '#server/kernel/turns.ts';
import { SYSTEM } from '#server/kernel/work.ts';
import { filer } from '#tests/entities/a-library.ts';
import { type Asker, aCode, world } from '#tests/support/world.ts';
import { sendFile, untilDone } from './sending.ts';

const REAL = new URL('../../../shared/data/citizen-messages-with-replies.xlsx', import.meta.url);

type World = Awaited<ReturnType<typeof world>>;

const upload = (people: World, who: Asker, name: string, bytes: Buffer) => sendFile(people, who, name, bytes);

const bookOf = (rows: unknown[][], merges: XLSX.Range[] = []) => {
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  if (merges.length > 0) sheet['!merges'] = merges;
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '台账');
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
};

const LEDGER = [
  ['夏河县2026年投诉举报台账'],
  ['填报单位：夏河县市场监督管理局'],
  ['序号', '登记日期', '投诉人', '', '被投诉单位', '投诉内容', '县市', '涉案金额（元）', '类别'],
  ['', '', '姓名', '联系电话', '', '', '', '', ''],
  [1, '2026.11.2', '李某', '13909411234', '扎西特产店', '虫草掺假', '夏河', '2,600', '食品'],
  [2, '同上', '王某', '13909415678', '万家超市', '酸奶过期', '夏河县', '/', '食品'],
  [3, '2026年11月5日', '张某', '', '金桥面馆', '', '夏河', 'abc', '餐饮'],
  ['合计', '', '', '', '', '', '', '', ''],
  ['填表人：张丽'],
];

test('a ledger under title rows and over a two-line heading is read, checked, and only its sound rows are taken in', async () => {
  const people = await world();
  const file = bookOf(LEDGER, [{ s: { r: 2, c: 2 }, e: { r: 2, c: 3 } }]);

  const read = (await upload(people, people.liaison, '台账.xlsx', file)).json();

  expect(read.mapping).toMatchObject({
    receivedOn: 1,
    name: 2,
    phone: 3,
    subjectName: 4,
    content: 5,
    county: 6,
    amountFen: 7,
    matter: 8,
  });
  expect(read.counts).toEqual({ good: 2, doubtful: 0, faulty: 1, repeated: 0, existing: 0 });
  expect(read.skipped).toMatchObject({ total: 1, note: 1 });
  const faulty = (await people.liaison.get(`/api/imports/${read.id}/rows?verdict=faulty`)).json().rows;
  expect(faulty).toMatchObject([{ row: 7, faults: { amountFen: 'pattern', content: 'required' } }]);
  expect((await people.liaison.get('/api/complaints')).json().rows).toEqual([]);

  await people.liaison.patch(`/api/imports/${read.id}/rows/7`, { cells: { 5: '面里有异物', 7: '20' } });
  await people.liaison.post(`/api/imports/${read.id}/run`, { repeats: 'skip' });
  const done = await untilDone(people.liaison, read.id);

  expect(done).toMatchObject({ state: 'done', done: 3, failed: 0 });
  const rows = (await people.liaison.get('/api/complaints?sort=received')).json().rows;
  expect(rows.map((row: { title: string }) => row.title).sort()).toEqual(['虫草掺假', '酸奶过期', '面里有异物'].sort());
  expect(rows.find((row: { title: string }) => row.title === '酸奶过期')).toMatchObject({
    receivedOn: '2026-11-02',
    complainantMask: '王*',
  });
});

test('an import is taken back whole, except for what somebody has worked on since', async () => {
  const people = await world();
  const read = (await upload(people, people.liaison, '台账.xlsx', bookOf(LEDGER))).json();
  await people.liaison.post(`/api/imports/${read.id}/run`, { repeats: 'skip' });
  await untilDone(people.liaison, read.id);
  const [first] = (await people.liaison.get('/api/complaints')).json().rows;
  await people.liaison.patch(`/api/complaints/${first.id}`, { version: first.version, township: '拉卜楞镇' });

  const undone = (await people.liaison.post(`/api/imports/${read.id}/undo`)).json();

  expect(undone).toMatchObject({ undone: 1, kept: [{ number: first.number }] });
  expect((await people.liaison.get('/api/complaints')).json().rows.map((row: { id: number }) => row.id)).toEqual([
    first.id,
  ]);
  expect((await people.liaison.get('/api/complaints/tally')).json()).toMatchObject([{ n: 1 }]);
});

test('an import is its day’s last operation and taken back as one; taken back on its own page, it is none any more', async () => {
  const people = await world();
  const imported = async () => {
    const read = (await upload(people, people.liaison, '台账.xlsx', bookOf(LEDGER))).json();
    await people.liaison.post(`/api/imports/${read.id}/run`, { repeats: 'skip' });
    await untilDone(people.liaison, read.id);
    return read.id as number;
  };
  const last = async () => (await people.liaison.get('/api/operations/last')).json().undo;
  await imported();
  const operation = await last();

  const undone = (await people.liaison.post(`/api/operations/${operation.id}/undo`)).json();
  await people.liaison.post(`/api/imports/${await imported()}/undo`);

  expect(undone).toMatchObject({ act: 'import', removed: 2, restored: 0, kept: [] });
  expect((await people.liaison.get('/api/complaints')).json().rows).toEqual([]);
  expect(await last()).toBeNull();
});

test('a number a spreadsheet has damaged is refused, not repaired', async () => {
  const people = await world();
  const file = bookOf([
    ['登记日期', '投诉内容', '县市', '类别', '身份证号'],
    ['2026-11-02', '酸奶过期', '夏河', '食品', Number('622301199001011234')],
    ['2026-11-02', '虫草掺假', '夏河', '食品', '622301199001011000'],
  ]);

  const read = (await upload(people, people.liaison, '台账.xlsx', file)).json();
  const { rows } = (await people.liaison.get(`/api/imports/${read.id}/rows`)).json();

  expect(rows.map((row: { faults: object }) => row.faults)).toEqual([{ idNo: 'damaged' }, { idNo: 'damaged' }]);
});

test('CSV is read in GB18030, UTF-8 and UTF-16 alike, and what is no ledger is refused with a reason', async () => {
  const people = await world();
  const text = '登记日期,投诉内容,县市,类别\n2026-11-02,酸奶过期,夏河,食品\n';
  for (const bytes of [
    iconv.encode(text, 'gb18030'),
    iconv.encode(text, 'utf8'),
    iconv.encode(text, 'utf16', { addBOM: true }),
  ])
    expect((await upload(people, people.liaison, 'a.csv', bytes)).json().counts).toMatchObject({ good: 1 });

  const broken = await upload(people, people.liaison, 'a.xlsx', Buffer.from('PK\u0003\u0004 nothing inside'));
  expect([broken.statusCode, broken.json().code]).toEqual([415, 'unsupported_type']);
});

test('nobody else sees an import, and its rows lie sealed in the database', async () => {
  const people = await world();
  const read = (await upload(people, people.liaison, '台账.xlsx', bookOf(LEDGER))).json();

  expect((await people.registrar.get(`/api/imports/${read.id}`)).statusCode).toBe(404);
  expect((await people.chief.get('/api/imports')).statusCode).toBe(403);
  expect(readFileSync(people.file).includes('13909411234')).toBe(false);
});

test('the office’s list of jobs tells whose each is, how far it went and how long it took, and nothing of what is in it', async () => {
  const people = await world();
  const read = (await upload(people, people.liaison, '台账.xlsx', bookOf(LEDGER))).json();
  await people.liaison.post(`/api/imports/${read.id}/run`, { repeats: 'skip' });
  await untilDone(people.liaison, read.id);

  const [job, ...others] = (await people.liaison.get('/api/imports')).json();

  expect(others).toEqual([]);
  expect(job).toEqual({
    id: read.id,
    fileName: '台账.xlsx',
    origin: 'file',
    ledger: 'complaint',
    state: 'done',
    personId: expect.any(Number),
    createdAt: expect.any(String),
    startedAt: people.clock.now(),
    finishedAt: people.clock.now(),
    done: 2,
    failed: 0,
    expected: 2,
    total: 3,
  });
  expect((await people.registrar.get('/api/imports')).json()).toEqual([]);
});

test('what was in a file is forgotten once its batch can no longer be taken back; its records stay', async () => {
  const people = await world();
  const { app, liaison, later } = people;
  const read = (await upload(people, liaison, '台账.xlsx', bookOf(LEDGER))).json();
  await liaison.post(`/api/imports/${read.id}/run`, { repeats: 'skip' });
  await untilDone(liaison, read.id);
  const left = (await upload(people, liaison, '没有导入的.xlsx', bookOf(LEDGER))).json();
  const purge = () => turnOf(app, SYSTEM, { requestId: 'timer', address: '' }, purgeImports);

  await later(30);
  expect(await purge()).toBe(0);
  await later(2);
  expect(await purge()).toBe(2);

  for (const { id } of [read, left]) expect((await liaison.get(`/api/imports/${id}`)).statusCode).toBe(404);
  expect(await people.db.read.select().from(importSheets)).toEqual([]);
  expect((await liaison.get(`/api/complaints?batch=${read.id}`)).json().rows).toHaveLength(2);
});

test('rows not taken in come back in their own layout with row number and reason', async () => {
  const people = await world();
  const read = (await upload(people, people.liaison, '台账.xlsx', bookOf(LEDGER))).json();
  await people.liaison.post(`/api/imports/${read.id}/run`, { repeats: 'skip' });
  await untilDone(people.liaison, read.id);

  const answer = await people.liaison.get(`/api/imports/${read.id}/failed.xlsx`);
  const book = XLSX.read(answer.rawPayload);
  const rows = XLSX.utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1 });

  expect(rows).toHaveLength(2);
  expect(rows[1]).toEqual(expect.arrayContaining(['金桥面馆', 7, '主要内容：缺少；涉及金额：不是金额']));
});

test('a row that was answered comes in closed with its answer, no clock ever having run for it, and its office hears once', async () => {
  const people = await world();
  const told: unknown[] = [];
  people.app.bus.listen(({ topic, id, event }) => topic === 'dossier' && told.push({ id, event }));
  const file = bookOf([
    ['登记日期', '投诉内容', '县市', '类别', '办理情况', '答复日期'],
    ['2026-11-02', '酸奶过期', '夏河', '食品', '已退款。', '2026-11-06'],
    ['2026-11-03', '虫草掺假', '夏河', '食品', '', ''],
  ]);
  const read = (await upload(people, people.liaison, '台账.xlsx', file)).json();
  await people.liaison.post(`/api/imports/${read.id}/run`, { repeats: 'skip' });
  await untilDone(people.liaison, read.id);

  const { rows } = (await people.liaison.get('/api/complaints?state=closed')).json();
  const [closed] = rows;
  const whole = (await people.liaison.get(`/api/complaints/${closed.id}`)).json();

  expect(whole).toMatchObject({ state: 'closed', closedOn: '2026-11-06', outcome: 'answered', summary: '已退款。' });
  expect(whole.tellings).toMatchObject([{ toldOn: '2026-11-06', text: '已退款。' }]);
  expect((await people.liaison.get(`/api/dossiers/${closed.id}/clocks`)).json()).toEqual([]);
  const timeline = (await people.liaison.get(`/api/dossiers/${closed.id}/timeline`)).json();
  expect(timeline.map(({ event }: { event: string }) => event)).toEqual([
    'complaint.taken_over',
    'complaint.registered',
  ]);
  expect(told).toEqual([{ id: 0, event: 'imported' }]);
});

test.skipIf(!existsSync(REAL))(
  '2,816 real messages with their answers go in as they were, closed, and are found by two signs',
  async () => {
    const people = await world();
    const read = (await upload(people, people.liaison, 'messages.xlsx', readFileSync(REAL))).json();
    const defaults = { ...read.defaults, intake: 'suggestion', county: '623027', matter: 'other.other' };
    const mapped = (
      await people.liaison.put(`/api/imports/${read.id}/mapping`, { sheet: 0, mapping: read.mapping, defaults })
    ).json();

    expect(mapped.counts).toMatchObject({ faulty: 0 });
    expect(mapped.total).toBe(2816);
    await people.liaison.post(`/api/imports/${read.id}/run`, { repeats: 'import' });
    const done = await untilDone(people.liaison, read.id);

    expect(done).toMatchObject({ state: 'done', done: 2816, failed: 0 });
    const found = (await people.liaison.post('/api/complaints/find', { q: '物业', limit: 200 })).json();
    expect(found.rows.length).toBeGreaterThan(50);
    expect(found.rows[0]).toMatchObject({ state: 'closed', outcome: 'answered' });
  },
);

test('a respondent is an entity on file where code or exact name say so, and otherwise a name: none is made or merged', async () => {
  const people = await world();
  const file = filer(people.liaison);
  const shop = await file({ name: '夏河县扎西特产店（个体工商户）' });
  const twin = await file({ name: '万家超市', code: aCode(2) });
  await file({ name: '万家超市', code: aCode(3) });
  const elsewhere = await file({ name: '临潭商店', code: aCode(4), places: [{ county: '623021' }] });
  const row = (name: string, code: string) => ['2026-11-02', name, code, '买到过期酸奶', '夏河', '食品'];
  const sheet = [
    ['登记日期', '被投诉单位', '统一社会信用代码', '投诉内容', '县市', '类别'],
    row('扎西家', ` ${aCode(1).toLowerCase()}`),
    row('夏河县扎西特产店(个体工商户)', ''),
    row('扎西特产店', ''),
    row('万家超市', ''),
    row('万家超市', aCode(2)),
    row('临潭商店', ''),
    row('夏河县扎西特产店（个体工商户）', aCode(77)),
    row('断码店', '926230271234567000'),
  ];

  const read = (await upload(people, people.liaison, '台账.xlsx', bookOf(sheet))).json();
  const faulty = (await people.liaison.get(`/api/imports/${read.id}/rows?verdict=faulty`)).json().rows;
  await people.liaison.post(`/api/imports/${read.id}/run`, { repeats: 'import' });
  await untilDone(people.liaison, read.id);

  expect(faulty).toMatchObject([{ faults: { subjectCode: 'damaged' } }]);
  const rows = (await people.liaison.get(`/api/complaints?batch=${read.id}&sort=received`)).json().rows;
  expect(
    rows.map((one: { subjectId: number | null; subjectName: string }) => [one.subjectName, one.subjectId]),
  ).toEqual([
    ['扎西家', shop.id],
    ['夏河县扎西特产店(个体工商户)', shop.id],
    ['扎西特产店', null],
    ['万家超市', null],
    ['万家超市', twin.id],
    ['临潭商店', null],
    ['夏河县扎西特产店（个体工商户）', null],
  ]);
  expect((await people.liaison.get('/api/entities/counts')).json().total).toBe(4);
  expect(elsewhere.version).toBe(1);
});
