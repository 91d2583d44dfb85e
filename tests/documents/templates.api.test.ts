import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { issue, make, opening, registered, stepped } from '#tests/support/papers.ts';
import { upload } from '#tests/support/uploads.ts';
import { edited, opened, withPart } from '#tests/support/word.ts';
import { type Asker, world } from '#tests/support/world.ts';

const FORM = 'complaint_acceptance';

const standard = async (who: Asker, form = FORM) => (await who.get(`/api/documents/standard/${form}`)).rawPayload;
async function set(who: Asker, bytes: Buffer, { form = FORM, replaces = 0, name = '受理决定书.docx' } = {}) {
  return who.post('/api/documents/templates', { form, uploadId: await upload(who, bytes), name, replaces });
}
const answers = { 联系人: '洛桑' };

test('an office makes its papers by its own template, version by version, and can go back to the standard one', async () => {
  const { liaison, chief, lintan, db } = await world();
  const own = await edited(await standard(liaison), ['特此告知。', '特此告知。消费维权热线：12315。']);
  const dossier = await stepped(liaison, await registered(liaison), 'accept');

  const first = await set(liaison, own);
  expect(first.statusCode, first.body).toBe(201);
  const second = await set(chief, await edited(own, ['12315', '12345']), { replaces: 1 });
  const late = await set(liaison, own, { replaces: 1 });
  const draft = (await make(liaison, dossier, FORM, 'complainant', answers)).json();
  const { paper, version } = (await issue(liaison, draft.paper.id, draft.version)).json();
  const { text } = await opened((await opening(liaison, paper.id)).rawPayload);
  const back = await liaison.post(`/api/documents/standard/${FORM}`, { reason: '改用标准式样', replaces: 2 });
  const plain = (await make(liaison, { id: dossier.id, version }, FORM, 'complainant', answers)).json();

  expect([second.statusCode, late.statusCode, back.statusCode]).toEqual([201, 412, 200]);
  expect(text).toContain('李某某：\n我局于2026年11月24日收到你关于冬虫夏草掺假要求退款的投诉。');
  expect(text).toContain('特此告知。消费维权热线：12345。');
  expect([paper.templateVersion, plain.paper.templateVersion]).toEqual([2, null]);
  expect((await liaison.get('/api/documents/templates')).json()).toMatchObject([
    { version: 2, current: false },
    { version: 1, current: false },
  ]);
  const kept = await liaison.get(`/api/documents/templates/${first.json().id}`);
  expect((await opened(kept.rawPayload)).text).toContain('热线：12315');
  expect((await lintan.get('/api/documents/templates')).json()).toEqual([]);
  expect((await lintan.get(`/api/documents/templates/${first.json().id}`)).statusCode).toBe(404);
  const lines = await db.read.select().from(auditLines).where(eq(auditLines.event, 'template.ended'));
  expect(lines).toMatchObject([{ detail: { form: FORM, version: 2, reason: '改用标准式样' } }]);
});

test('a draft by an office’s template says on its head that it is one, and marks what is missing', async () => {
  const { liaison } = await world();
  await set(liaison, await edited(await standard(liaison), ['联系人：', '承办人：']));
  const dossier = await stepped(liaison, await registered(liaison), 'accept');

  const { paper } = (await make(liaison, dossier, FORM, 'complainant')).json();
  const { text, xml } = await opened((await opening(liaison, paper.id)).rawPayload);

  expect(text.split('\n')[0]).toMatch(/^草　稿　　缺 1 处/);
  expect(text).toContain('承办人：【缺：联系人】');
  expect(xml).toContain('<w:highlight w:val="yellow"/>');
});

test('a place split by a typist’s formatting is still one place, and a list repeats its row', async () => {
  const { inspector, liaison } = await world();
  const list = await edited(await standard(liaison, 'goods_list'), ['{名称}', '{名</w:t></w:r><w:r><w:t>称}']);
  expect((await set(liaison, list, { form: 'goods_list', name: '清单.docx' })).statusCode).toBe(201);
  const { aClue } = await import('#tests/cases/a-case.ts');
  const made = (await inspector.post('/api/cases', aClue())).json();

  const 清单 = ['酸奶', '糌粑', '酥油'].map((名称) => ({ 名称, 规格: '', 单位: '盒', 数量: '1', 备注: '' }));
  const { paper } = (await make(inspector, made, 'goods_list', 'party', { 清单 })).json();
  const { text } = await opened((await inspector.get(`/api/files/${paper.fileId}`)).rawPayload);

  expect(text.replace(/\n+/g, ' ')).toContain('1 酸奶 盒 1 2 糌粑 盒 1 3 酥油 盒 1');
});

test('a template is refused that names unknown places or lacks what its form must say, and both are named', async () => {
  const { liaison } = await world();
  const wrong = await edited(await standard(liaison), ['{投诉人}', '{投诉人姓名}'], ['{联系电话}', '0941-8210000']);

  const answer = await set(liaison, wrong);

  expect(answer.json()).toMatchObject({
    code: 'invalid_input',
    detail: { fields: { uploadId: 'unknown_places' }, unknown: ['投诉人姓名'], lacking: ['投诉人', '联系电话'] },
  });
});

const rels = (inner: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
const outside = (type: string) =>
  rels(`<Relationship Id="r9" Type="http://x/${type}" Target="http://198.51.100.7/t.dotm" TargetMode="External"/>`);
const HOSTILE: readonly (readonly [name: string, change: (bytes: Buffer) => Promise<Buffer>, reason: string])[] = [
  ['macros', (bytes) => withPart(bytes, 'word/vbaProject.bin', Buffer.from('x')), 'macros'],
  ['an embedded object', (bytes) => withPart(bytes, 'word/embeddings/a.bin', Buffer.from('x')), 'macros'],
  [
    'a template fetched from elsewhere',
    (bytes) => withPart(bytes, 'word/_rels/settings.xml.rels', outside('attachedTemplate')),
    'external',
  ],
  [
    'a picture fetched from elsewhere',
    (bytes) => withPart(bytes, 'word/_rels/header9.xml.rels', outside('image')),
    'external',
  ],
  [
    'a field that fetches',
    (bytes) =>
      edited(bytes, [
        '特此告知。',
        '</w:t></w:r><w:r><w:instrText>INCLUDETEXT "C:\\\\x"</w:instrText></w:r><w:r><w:t>',
      ]),
    'external',
  ],
  [
    'a document type',
    (bytes) => withPart(bytes, 'customXml/item1.xml', '<!DOCTYPE x [<!ENTITY a "b">]><x/>'),
    'doctype',
  ],
  ['a bomb', (bytes) => withPart(bytes, 'word/media/a.xml', Buffer.alloc(9 * 1024 * 1024)), ''],
  ['an unclosed place', (bytes) => edited(bytes, ['{投诉人}', '{投诉人']), 'unreadable'],
];

test.each(HOSTILE)('a template with %s is refused', async (_, change, reason) => {
  const { liaison } = await world();

  const answer = await set(liaison, await change(await standard(liaison)));

  expect([413, 415]).toContain(answer.statusCode);
  if (reason) expect(answer.json().detail.reason).toBe(reason);
  expect((await liaison.get('/api/documents/templates')).json()).toEqual([]);
});

test('a link to follow is no fetching; what is no Word file, or calls itself another kind, is refused', async () => {
  const { liaison } = await world();
  const linked = await withPart(await standard(liaison), 'word/_rels/header9.xml.rels', outside('hyperlink'));

  expect((await set(liaison, linked)).statusCode).toBe(201);
  const pdf = await set(liaison, Buffer.from('%PDF-1.4\n%%EOF\n'), { replaces: 1, name: 'a.pdf' });
  const docm = await set(liaison, await standard(liaison), { replaces: 1, name: 'a.docm' });
  expect([pdf.statusCode, docm.statusCode]).toEqual([415, 415]);
});

test('templates are kept by approver and liaison; others only look', async () => {
  const { liaison, inspector, chief, coordinator } = await world();
  const bytes = await standard(liaison);

  expect((await set(inspector, bytes)).statusCode).toBe(403);
  expect(
    (await coordinator.post(`/api/documents/standard/${FORM}`, { reason: '试一试', replaces: 1 })).statusCode,
  ).toBe(403);
  expect((await set(chief, bytes)).statusCode).toBe(201);
  expect((await inspector.get('/api/documents/templates')).json()).toHaveLength(1);
});
