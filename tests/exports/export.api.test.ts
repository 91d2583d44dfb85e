import XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { type Asker, anIntake, world } from '#tests/support/world.ts';

async function exported(who: Asker, ask: object = {}) {
  const answer = await who.post('/api/exports/complaints', ask);
  const book = XLSX.read(answer.rawPayload);
  return {
    answer,
    rows: XLSX.utils.sheet_to_json<Record<string, string | number>>(book.Sheets[book.SheetNames[0]!]!),
    sheets: book.SheetNames,
  };
}

test('the ledger leaves in its own columns, with masks for names and texts that no spreadsheet takes for formulas', async () => {
  const { liaison, db } = await world();
  await liaison.post(
    '/api/complaints',
    anIntake({ title: '=HYPERLINK("http://evil")', content: '=1+1 掺假', foreignNumber: '0012345678901234567' }),
  );

  const { answer, rows, sheets } = await exported(liaison, { county: '623027' });

  expect(sheets).toEqual(['投诉举报台账', '说明']);
  expect(rows).toMatchObject([
    {
      序号: 1,
      投诉举报人: '李**',
      主要内容: "'=1+1 掺假",
      外部编号: '0012345678901234567',
      '涉及金额(元)': 2600,
      所在县市: '夏河县',
    },
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/13909411234|李某某/);
  expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(
    '台账-投诉举报-夏河县-20261124-1000.xlsx',
  );
  expect((await db.read.select().from(auditLines)).some(({ event }) => event === 'export.run')).toBe(true);
});

test('an export holds what its reader sees, and a restricted record only as a stub', async () => {
  const { registrar, liaison, lintan, farmer } = await world();
  await registrar.post('/api/complaints', anIntake({ restricted: true, title: '绝密事由', content: '绝密内容' }));

  expect((await exported(lintan)).rows).toEqual([]);
  expect((await exported(farmer)).rows).toEqual([]);
  const { rows } = await exported(liaison);
  expect(rows).toMatchObject([{ 备注: '限制知悉' }]);
  expect(JSON.stringify(rows)).not.toContain('绝密');
});

test('the file tells of a record what its reader’s own page tells, page by page and not record by record', async () => {
  const { liaison, registrar, coordinator } = await world();
  const made = (await liaison.post('/api/complaints', anIntake({ content: '酸奶过期三天' }))).json();
  await liaison.post(`/api/complaints/${made.id}/steps`, { step: 'acknowledge', version: made.version });

  for (const who of [liaison, registrar, coordinator]) {
    const page = (await who.get(`/api/complaints/${made.id}`)).json();
    const { rows } = await exported(who);
    expect(rows).toHaveLength(1);
    expect(rows[0]!['主要内容'] ?? '').toBe(page.content ?? page.title);
    expect(rows[0]!['投诉举报人'] ?? '').toBe(page.complainantMask ?? '');
  }
});
