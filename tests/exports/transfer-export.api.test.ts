import XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { type Asker, world } from '#tests/support/world.ts';
import { aTransfer, drafted, sentToDepartment, sentToPolice } from '#tests/transfers/a-transfer.ts';

async function exported(who: Asker, ask: object = {}) {
  const answer = await who.post('/api/exports/transfers', ask);
  expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200);
  const book = XLSX.read(answer.rawPayload);
  return XLSX.utils.sheet_to_json<Record<string, string | number>>(book.Sheets['案件移送台账']!);
}

test('the register of transfers leaves with its numbers, days and offices, and natural persons masked', async () => {
  const people = await world();
  const police = await sentToPolice(people);
  await sentToDepartment(people);

  const rows = await exported(people.liaison);
  const narrowed = await exported(people.liaison, { road: 'police' });

  const { letterNumber } = await police.now();
  expect(rows).toHaveLength(2);
  expect(narrowed).toMatchObject([
    {
      移送方向: '移送公安',
      移送书文号: letterNumber,
      移送机关: '夏河县市场监督管理局',
      接收机关: '夏河县公安局',
      抄送检察院: '夏河县人民检察院',
      专案组: '李军、才让',
      状态: '已送达待签收',
    },
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/贡保才让|623027199001011234|13909418888/);
  const lines = await people.db.read.select().from(auditLines);
  expect(lines.filter(({ event, subject }) => event === 'export.run' && subject === 'transfers')).toHaveLength(2);
});

test('whoever receives takes out what was sent and no more than its page tells; a draft is its sender’s', async () => {
  const people = await world();
  const sent = await sentToPolice(people);
  const draft = await drafted(people, aTransfer({ title: '尚未送出的线索' }));

  const before = await exported(people.policeman);
  await sent.step(people.policeman, 'acknowledge');
  const after = await exported(people.policeman);

  expect([before.length, after.length]).toEqual([1, 1]);
  expect([before[0]!['涉嫌罪名'] ?? '', before[0]!['专案组'] ?? '']).toEqual(['', '']);
  expect(after[0]!['涉嫌罪名']).toBe((await sent.now()).crime);
  expect(JSON.stringify([before, after])).not.toContain('尚未送出的线索');
  expect((await exported(people.liaison)).map((row) => row['编号'])).toContain((await draft.now()).number);
});
