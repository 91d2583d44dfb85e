import XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { aClue, aSummary } from '#tests/cases/a-case.ts';
import { type Asker, world } from '#tests/support/world.ts';

async function exported(who: Asker, ask: object = {}) {
  const answer = await who.post('/api/exports/cases', ask);
  expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200);
  const book = XLSX.read(answer.rawPayload);
  return {
    name: decodeURIComponent(String(answer.headers['content-disposition'])),
    rows: XLSX.utils.sheet_to_json<Record<string, string | number>>(book.Sheets['行政处罚案件台账']!),
  };
}

test('the case ledger leaves in the columns offices hand in, without ID numbers and telephones', async () => {
  const { inspector, liaison, db } = await world();
  await inspector.post('/api/cases/summary', aSummary());
  await inspector.post('/api/cases', aClue({ title: '=1+1 过期食品案' }));

  const { name, rows } = await exported(liaison, { county: '623027' });

  expect(name).toContain('台账-行政处罚案件-夏河县-20261124-1000.xlsx');
  expect(rows).toHaveLength(2);
  expect(rows.find((row) => row['适用程序'] === '简易程序')).toMatchObject({
    案件名称: '某商店未明码标价案',
    当事人: '夏河县卓玛商店',
    统一社会信用代码: '92623027MA72ABCE0K',
    承办人: '李军、才让',
    处罚种类: '罚款',
    '罚款(元)': 200,
    处罚决定日期: '2026-11-24',
  });
  expect(rows.map((row) => row['案件名称'])).toContain("'=1+1 过期食品案");
  expect(JSON.stringify(rows)).not.toMatch(/623027199001011234|13909411234/);
  const lines = await db.read.select().from(auditLines);
  expect(lines.some(({ event, subject }) => event === 'export.run' && subject === 'cases')).toBe(true);
});

test('a filter narrows the file, and a restricted case stands in it only as a stub', async () => {
  const { inspector, liaison, lintan } = await world();
  await inspector.post('/api/cases/summary', aSummary());
  await inspector.post('/api/cases', aClue({ restricted: true, title: '绝密案', content: '绝密内容' }));

  expect((await exported(liaison, { procedure: 'summary' })).rows).toHaveLength(1);
  const { rows } = await exported(liaison);
  expect(rows.filter((row) => row['备注'] === '限制知悉')).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('绝密');
  expect((await exported(lintan)).rows).toEqual([]);
});

test('the file tells of each case what its page tells, and of another office’s case neither officers nor payments', async () => {
  const { inspector, liaison, blockCoordinator } = await world();
  const fined = (
    await inspector.post('/api/cases/summary', aSummary({ collectedFen: 5_000, collectGround: 'collect.2' }))
  ).json();
  const page = (await liaison.get(`/api/cases/${fined.id}`)).json();

  const [own] = (await exported(liaison)).rows;
  const [outside] = (await exported(blockCoordinator)).rows;

  expect(page).toMatchObject({ leftFen: 15_000, payments: [{ amountFen: 5_000 }] });
  expect(own).toMatchObject({ 承办人: '李军、才让', '未缴(元)': 150, 缴款日期: page.payments[0].paidOn });
  expect(outside).toMatchObject({ 编号: fined.number, '未缴(元)': 150, 处罚种类: '罚款' });
  expect(outside!['缴款日期'] ?? '').toBe('');
  expect(outside!['承办人']).not.toContain('才让');
});
