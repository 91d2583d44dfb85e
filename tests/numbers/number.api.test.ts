import XLSX from '@e965/xlsx';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { officialNumbers } from '#server/numbers/number.table.ts';
import { type Asker, anIntake, OFFICES, world } from '#tests/support/world.ts';

const XIAHE = OFFICES.xiahe.id;

async function registered(who: Asker, change: Parameters<typeof anIntake>[0] = {}) {
  const { id, version, number } = (await who.post('/api/complaints', anIntake(change))).json();
  return { id, version, number } as { id: number; version: number; number: string };
}
const draw = (who: Asker, of: { id: number; version: number }, paper = 'complaint_acceptance') =>
  who.post(`/api/dossiers/${of.id}/numbers`, { paper, note: '线下制作的受理决定书', version: of.version });
const register = async (who: Asker, paper = 'complaint_acceptance', officeId: number = XIAHE) =>
  (await who.get(`/api/numbers?officeId=${officeId}&paper=${paper}&year=2026`)).json();

test('numbers run by office, paper and year, each with its record, its line and its place in the register', async () => {
  const { liaison, lintan, db, later } = await world();
  const first = await registered(liaison);
  const second = await registered(liaison);

  const one = await draw(liaison, first);
  const two = await draw(liaison, second);
  const other = await draw(liaison, { id: second.id, version: two.json().version }, 'complaint_refusal');
  const elsewhere = await draw(lintan, await registered(lintan, { officeId: OFFICES.lintan.id }));
  await later(60);
  const nextYear = await draw(liaison, { id: first.id, version: one.json().version });

  expect([one, two, other, elsewhere, nextYear].map((answer) => answer.json().number.text)).toEqual([
    '（夏）市监投受〔2026〕第1号',
    '（夏）市监投受〔2026〕第2号',
    '（夏）市监投不受〔2026〕第1号',
    '（临）市监投受〔2026〕第1号',
    '（夏）市监投受〔2027〕第1号',
  ]);
  expect((await register(liaison)).rows).toMatchObject([
    { running: 1, standing: 'used', dossierNumber: first.number, dossierTitle: '冬虫夏草掺假要求退款' },
    { running: 2, standing: 'used', dossierNumber: second.number },
  ]);
  const lines = await db.read.select().from(auditLines).where(eq(auditLines.event, 'number.drawn'));
  expect(lines.map(({ dossierId, detail }) => [dossierId, detail['number']])[0]).toEqual([
    first.id,
    '（夏）市监投受〔2026〕第1号',
  ]);
});

test('a voided number is kept and shown with its reason, stays voided, and the next one does not take its place', async () => {
  const { liaison, chief, db } = await world();
  const dossier = await registered(liaison);
  const { number, version } = (await draw(liaison, dossier)).json();

  const voided = await chief.post(`/api/numbers/${number.id}/void`, { reason: '文书作废，当事人名称有误' });
  const again = await chief.post(`/api/numbers/${number.id}/void`, { reason: '再来一次' });
  const next = (await draw(liaison, { id: dossier.id, version })).json().number;

  expect(voided.json()).toMatchObject({ standing: 'void', reason: '文书作废，当事人名称有误', text: number.text });
  expect([again.statusCode, again.json().code]).toEqual([409, 'not_allowed_in_state']);
  expect(next.running).toBe(2);
  expect((await register(liaison)).rows.map((row: { standing: string }) => row.standing)).toEqual(['void', 'used']);
  const remove = (tx: typeof db.read) => tx.delete(officialNumbers).where(eq(officialNumbers.id, number.id));
  const rewrite = (tx: typeof db.read) => tx.run(sql`update official_numbers set text = 'x' where id = ${number.id}`);
  await expect(db.transact(async (tx) => remove(tx))).rejects.toThrow();
  await expect(db.transact(async (tx) => rewrite(tx))).rejects.toThrow();
});

test('numbers an office used on paper before are declared with a reason: the next follows, and the years add up', async () => {
  const { liaison } = await world();
  const dossier = await registered(liaison);
  const outside = { paper: 'complaint_acceptance', until: 37, reason: '系统启用前已用纸质登记簿编号' };

  const declared = await liaison.post('/api/numbers/outside', outside);
  const drawn = (await draw(liaison, dossier)).json().number;
  const back = await liaison.post('/api/numbers/outside', { ...outside, until: 38 });
  const far = await liaison.post('/api/numbers/outside', { ...outside, until: 9999 });

  expect(declared.json()).toMatchObject({ running: 1, until: 37, standing: 'outside' });
  expect(drawn.text).toBe('（夏）市监投受〔2026〕第38号');
  expect([back.json().detail.fields, far.json().detail.fields]).toEqual([
    { until: 'drawn_already' },
    { until: 'too_far' },
  ]);
  expect((await liaison.get('/api/numbers/years')).json()).toEqual([
    { officeId: XIAHE, paper: 'complaint_acceptance', year: 2026, last: 38, used: 1, voided: 0, outside: 37 },
  ]);
});

test('an office writes its own template from a year on; the running number goes on, and a colleague who was first is not overwritten', async () => {
  const { liaison, chief, later, db } = await world();
  const dossier = await registered(liaison);
  const usual = '（夏）市监罚〔{year}〕{n}号';
  const edit = (who: Asker, template: string, replaces: string, fromYear = 2026) =>
    who.put('/api/numbers/templates/penalty', { template, replaces, fromYear, reason: '按本局文件编号规则' });
  const { number, version } = (await draw(liaison, dossier, 'penalty')).json();

  const changed = await edit(chief, '夏市监处罚〔{year}〕{n}号', usual);
  const late = await edit(liaison, '夏市监罚字〔{year}〕{n}号', usual);
  const coming = await edit(liaison, '夏市监综罚〔{year}〕{n}号', '夏市监处罚〔{year}〕{n}号', 2027);
  const second = (await draw(liaison, { id: dossier.id, version }, 'penalty')).json();
  await later(60);
  const third = (await draw(liaison, { id: dossier.id, version: second.version }, 'penalty')).json();

  expect([changed.statusCode, late.statusCode, coming.statusCode]).toEqual([200, 412, 200]);
  expect([number, second.number, third.number].map(({ text }) => text)).toEqual([
    '（夏）市监罚〔2026〕1号',
    '夏市监处罚〔2026〕2号',
    '夏市监综罚〔2027〕1号',
  ]);
  const lines = await db.read.select().from(auditLines).where(eq(auditLines.event, 'number.template_set'));
  expect(lines[0]!.detail).toMatchObject({ changes: { template: [usual, '夏市监处罚〔{year}〕{n}号'] } });
});

test('a template is refused that is no template, looks back, or numbers two papers alike', async () => {
  const { liaison, lintan } = await world();
  const edit = async (who: Asker, paper: string, template: string, fromYear = 2026) => {
    const { template: replaces } = (await who.get('/api/numbers/templates'))
      .json()
      .find((one: { paper: string }) => one.paper === paper);
    const answer = await who.put(`/api/numbers/templates/${paper}`, { template, fromYear, replaces, reason: '试一试' });
    return answer.statusCode === 200 ? 'taken over' : answer.json().detail.fields;
  };

  expect(await edit(liaison, 'penalty', '夏市监罚[{year}]{n}号')).toEqual({ template: 'year_brackets' });
  expect(await edit(liaison, 'penalty', '夏市监罚〔{year}〕{n}号', 2025)).toEqual({ fromYear: 'this_year_or_next' });
  expect(await edit(liaison, 'penalty', '(夏)市监不罚〔{year}〕第{n}号')).toEqual({ template: 'numbered_alike' });
  expect(await edit(lintan, 'penalty', '（夏）市监罚 〔{year}〕{n}号')).toEqual({ template: 'numbered_alike' });
  expect(await edit(liaison, 'penalty', '夏市监罚〔{year}〕{n}号')).toBe('taken over');
  expect(await edit(liaison, 'no_penalty', '（夏）市监罚〔{year}〕{n}号')).toEqual({ template: 'numbered_alike' });
});

test('a number another agency gave is kept as it is written and found however it is typed, by whoever sees the record', async () => {
  const { liaison, lintan, blockCoordinator } = await world();
  const dossier = await registered(liaison);
  const text = '（兰）市监罚﹝2026﹞ 019 号';

  const kept = await liaison.post(`/api/dossiers/${dossier.id}/foreign-numbers`, {
    text,
    issuer: '兰州市市场监督管理局',
    datedOn: '2026-03-02',
    version: dossier.version,
  });
  const find = async (who: Asker, written: string) => (await who.post('/api/numbers/find', { text: written })).json();

  expect(kept.json().number.text).toBe(text);
  expect((await liaison.get(`/api/dossiers/${dossier.id}/numbers`)).json()).toMatchObject({
    own: [],
    foreign: [{ text }],
  });
  const found = [{ id: dossier.id, kind: 'complaint', number: dossier.number, text }];
  expect(await find(liaison, '(兰)市监罚[2026]19号')).toEqual(found);
  expect(await find(blockCoordinator, '（兰）市监罚〔2026〕第19号')).toEqual(found);
  expect(await find(lintan, '(兰)市监罚[2026]19号')).toEqual([]);
});

test('a register is its own office’s; of a restricted record it names the number and not what it is about', async () => {
  const { liaison, chief, inspector, lintan, systemAdmin, registrar } = await world();
  const dossier = await registered(liaison, { restricted: true });
  const { number } = (await draw(liaison, dossier)).json();

  const [unnamed] = (await register(inspector)).rows;

  expect(unnamed).toMatchObject({ text: number.text, dossierNumber: dossier.number, dossierTitle: null, note: null });
  expect((await register(chief)).rows[0]).toMatchObject({
    dossierTitle: '冬虫夏草掺假要求退款',
    note: '线下制作的受理决定书',
  });
  for (const other of [lintan, registrar]) expect(await register(other)).toMatchObject({ code: 'not_found' });
  expect((await register(systemAdmin)).code).toBe('forbidden');
  expect((await inspector.post(`/api/numbers/${number.id}/void`, { reason: '试一试' })).statusCode).toBe(403);
  expect((await lintan.post(`/api/numbers/${number.id}/void`, { reason: '试一试' })).statusCode).toBe(404);
  expect((await draw(lintan, dossier)).statusCode).toBe(404);
  expect((await inspector.get(`/api/dossiers/${dossier.id}/numbers`)).json()).toEqual({ own: [], foreign: [] });
});

test('the register of a year leaves as a file with every number in its place, and a line that it left', async () => {
  const { liaison, inspector, lintan, db } = await world();
  const dossier = await registered(liaison, { restricted: true });
  const { number } = (await draw(liaison, dossier)).json();
  await liaison.post(`/api/numbers/${number.id}/void`, { reason: '打印错误' });
  await liaison.post('/api/numbers/outside', { paper: 'complaint_acceptance', until: 9, reason: '停电时手写用号' });

  const ask = { officeId: XIAHE, year: 2026 };
  const file = await inspector.post('/api/exports/numbers', ask);
  const sheet = XLSX.utils.sheet_to_csv(XLSX.read(file.rawPayload).Sheets['文号登记簿']!);

  expect(sheet.split('\n').slice(1, 3)).toEqual([
    expect.stringContaining(`（夏）市监投受〔2026〕第1号,投诉受理决定书,2026,1,作废,${dossier.number},,,`),
    expect.stringContaining('（夏）市监投受〔2026〕第2号 起，至顺序号 9,投诉受理决定书,2026,2,线下已用,'),
  ]);
  expect(sheet).not.toContain('打印错误');
  expect((await lintan.post('/api/exports/numbers', ask)).statusCode).toBe(404);
  const lines = await db.read.select().from(auditLines).where(eq(auditLines.event, 'export.run'));
  expect(lines).toMatchObject([{ subject: 'numbers', detail: { rows: 2 } }]);
});
