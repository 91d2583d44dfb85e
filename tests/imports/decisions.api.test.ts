import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Asker, world } from '#tests/support/world.ts';
import { READ_BY_HAND } from './read-by-hand.ts';
import { sendFile, untilDone } from './sending.ts';

const DECISIONS = new URL('../../../shared/data/penalty-decisions-132.csv', import.meta.url);
const HEAD = '文书编号,当事人名称,统一社会信用代码,处罚机关,处罚日期,处罚内容';

const sheet = (...rows: string[]) => Buffer.from(`\uFEFF${[HEAD, ...rows].join('\r\n')}`);

async function ready(who: Asker, people: Awaited<ReturnType<typeof world>>, bytes: Buffer, issuers?: 'other') {
  const read = (await sendFile(people, who, '处罚决定.csv', bytes)).json();
  const body = {
    sheet: read.sheet,
    headerRow: read.headerRow,
    mapping: read.mapping,
    defaults: { ...read.defaults, matter: 'price.fraud', ...(issuers ? { issuers } : {}) },
  };
  const mapped = await who.put(`/api/imports/${read.id}/mapping`, body);
  expect(mapped.statusCode, mapped.body).toBe(200);
  return mapped.json();
}

const run = async (who: Asker, id: number) => {
  const asked = await who.post(`/api/imports/${id}/run`, { repeats: 'skip' });
  expect(asked.statusCode, asked.body).toBe(202);
  return untilDone(who, id);
};

const rowsOf = async (who: Asker, id: number, verdict: string) =>
  (await who.get(`/api/imports/${id}/rows?verdict=${verdict}&limit=200`)).json().rows;

test.skipIf(!existsSync(DECISIONS))(
  '132 published decisions come in: read, confirmed where doubtful, closed with date, number and sums, and not a second time; what orders nothing stays behind',
  async () => {
    const people = await world();
    const who = people.liaison;
    const bytes = readFileSync(DECISIONS);

    const it = await ready(who, people, bytes, 'other');
    expect(it).toMatchObject({ ledger: 'case', total: 132 });
    expect(it.counts).toMatchObject({ faulty: 13, existing: 0, repeated: 9 });
    for (const { faults } of await rowsOf(who, it.id, 'faulty')) expect(Object.keys(faults)).toEqual(['penaltyText']);
    const doubtful = await rowsOf(who, it.id, 'doubtful');
    for (const { row } of doubtful) {
      const said = await who.patch(`/api/imports/${it.id}/rows/${row}`, { cells: {}, confirmed: true });
      expect(said.json().verdict, said.body).toBe('good');
    }
    const from = performance.now();
    const done = await run(who, it.id);
    console.info(
      `110 decisions registered in ${Math.round(performance.now() - from)} ms, ${doubtful.length} of them confirmed`,
    );
    expect(done).toMatchObject({ state: 'done', done: 110, failed: 0 });

    const good = await rowsOf(who, it.id, 'good');
    const places = new Map(good.map((one: { row: number; dossierId: number }) => [one.row, one.dossierId]));
    for (const { row, number, fineFen, gainsFen } of READ_BY_HAND) {
      if (!places.has(row)) continue;
      const found = (await who.get(`/api/cases/${places.get(row)}`)).json();
      expect(found).toMatchObject({ state: 'closed', decisionNumber: number, fineFen, gainsFen, openSteps: [] });
      expect(found.parties.length).toBeGreaterThan(0);
      expect(found.dueOn).toBeNull();
    }
    expect((await ready(who, people, bytes, 'other')).counts.existing).toBeGreaterThanOrEqual(100);
  },
);

test('an own decision keeps its number for good: it is not drawn again, not taken in twice, and comes back after the batch was taken back', async () => {
  const people = await world();
  const who = people.liaison;
  const bytes = sheet(
    '（夏）市监罚〔2026〕7号,夏河县吉祥超市（个体工商户）,,夏河县市场监督管理局,2026/3/2,罚款：1000元；没收违法所得贰拾元',
    '（夏）市监罚〔2026〕5号,扎西才让,,夏河县市场监督管理局,2026/2/3,处罚款贰佰元',
    '（夏）市监罚〔2026〕6号,夏河县金桥面馆,,没听说过的局,2026/2/4,处罚款贰佰元',
    '（夏）市监罚〔2026〕8号,夏河县金桥面馆,,夏河县市场监督管理局,2026/2/4,罚款200',
  );
  const it = await ready(who, people, bytes);
  expect(it.counts).toEqual({ good: 2, doubtful: 0, faulty: 2, repeated: 0, existing: 0 });
  const [lost, open] = await rowsOf(who, it.id, 'faulty');
  expect([lost.faults, open.faults]).toEqual([{ officeId: 'unknown' }, { penaltyText: 'nothing_ordered' }]);
  expect(open.reading).toMatchObject({
    text: '罚款200',
    parts: [],
    doubts: [{ why: 'no_unit' }, { why: 'nothing_found' }],
  });
  const amended = await who.patch(`/api/imports/${it.id}/rows/${open.row}`, {
    cells: { [it.mapping.penaltyText]: '罚款200元；没收麻膏3瓶' },
  });
  expect(amended.json()).toMatchObject({
    verdict: 'good',
    reading: { parts: [{ kind: 'fine', amountFen: 20_000 }, { kind: 'confiscate_goods' }] },
  });

  expect(await run(who, it.id)).toMatchObject({ done: 3, failed: 0 });
  const taken = await rowsOf(who, it.id, 'good');
  const [shop, herder, put] = await Promise.all(
    taken.map(async ({ dossierId }: { dossierId: number }) => (await who.get(`/api/cases/${dossierId}`)).json()),
  );
  expect(shop.penalties).toEqual([
    { kind: 'fine', amountFen: 100_000 },
    { kind: 'confiscate_gains', amountFen: 2_000 },
  ]);
  expect(shop.subjectId).toBeGreaterThan(0);
  expect(herder).toMatchObject({ subjectId: null, parties: [{ kind: 'person', name: '扎西才让' }] });
  expect(herder.title).not.toContain('扎西才让');
  expect(put).toMatchObject({ content: '罚款200', fineFen: 20_000, penalties: [{}, { note: '没收麻膏3瓶' }] });
  const trail = (await who.get(`/api/dossiers/${shop.id}/timeline`)).json();
  expect(JSON.stringify(trail)).toContain('case.imported');

  const drawn = await who.post(`/api/dossiers/${shop.id}/numbers`, {
    paper: 'penalty',
    note: '另案',
    version: shop.version,
  });
  expect(drawn.json().number.running, drawn.body).toBe(9);

  expect((await ready(who, people, bytes)).counts).toMatchObject({ existing: 2, faulty: 2, good: 0 });
  const undone = (await who.post(`/api/imports/${it.id}/undo`)).json();
  expect(undone).toMatchObject({ undone: 2, kept: [{ id: shop.id }] });
  expect((await who.get(`/api/cases/${herder.id}`)).statusCode).toBe(404);
  const again = await ready(who, people, bytes);
  expect(again.counts).toMatchObject({ good: 1, faulty: 2, existing: 1 });
  expect(await run(who, again.id)).toMatchObject({ done: 1, failed: 0 });
});
