import { expect, test } from 'vitest';
import type { Case } from '#shared/cases/case.schema.ts';
import { aClue, aSummary, CONDITIONS, FILE, FINE, following, OFFICERS } from '#tests/cases/a-case.ts';
import { issue, make, opening, registered } from '#tests/support/papers.ts';
import { opened } from '#tests/support/word.ts';
import { world } from '#tests/support/world.ts';

type World = Awaited<ReturnType<typeof world>>;

async function decided(people: World) {
  const { inspector, chief, reviewer } = people;
  const made = await inspector.post('/api/cases', aClue({ content: '检查发现过期酸奶，知情人电话13812345678。' }));
  const road = following(made.json() as Case);
  await road.step(inspector, 'propose', { filing: true, conditions: CONDITIONS, reason: '有证据初步证明。' });
  await road.step(chief, 'file', { officers: OFFICERS });
  await road.edit(inspector, FILE);
  await road.addEvidence(inspector);
  await road.step(inspector, 'submit_review');
  await road.step(reviewer, 'pass_review', { reason: '事实清楚，证据确凿。' });
  await road.step(chief, 'approve_notice');
  await road.step(inspector, 'tell', { way: 'direct' });
  await road.step(inspector, 'hear_statement', { statement: 'waived' });
  await road.step(inspector, 'propose_decision');
  await road.step(chief, 'decide', { outcome: 'penalty', penalties: FINE });
  return road;
}

test('the penalty decision bears the number the decision drew, and says party, facts, evidence, law and penalty', async () => {
  const people = await world();
  const { inspector } = people;
  const road = await decided(people);

  const draft = (await make(inspector, road.now, 'penalty', 'party', { 责令改正: true })).json();
  const { paper } = (await issue(inspector, draft.paper.id, draft.version)).json();
  const { text } = await opened((await opening(inspector, paper.id, '送达当事人')).rawPayload);
  const years = (await inspector.get('/api/numbers/years')).json();

  expect(paper).toMatchObject({ number: road.now.decisionNumber, standing: 'final', sealed: true });
  expect(years).toMatchObject([{ paper: 'penalty', last: 1, used: 1 }]);
  for (const words of [
    '夏河县市场监督管理局\n行政处罚决定书\n（夏）市监罚〔2026〕1号',
    '当事人：夏河县扎西特产店',
    '身份证件号码：623027199001011234',
    '经查，当事人销售超过保质期的酸奶十二盒，货值一百二十元。',
    '1.现场笔录（勘验笔录、现场笔录，现场检查，2026年11月24日取得）。',
    '当事人在法定期限内未提出陈述、申辩意见。',
    '当事人上述行为违反了食品安全法第三十四条第十项，依据食品安全法第一百二十四条第一款第五项，现责令当事人改正上述违法行为，并决定处罚如下：\n1.罚款5000元。',
    '向夏河县人民政府申请行政复议',
    '（市场监督管理部门将依法向社会公开行政处罚决定信息）',
    '本文书一式两份，一份送达，一份归档。',
    '知情人电话138****5678',
  ])
    expect(text).toContain(words);
});

test('a penalty decision is put in force only after the step that draws its number', async () => {
  const { inspector } = await world();
  const made = (await inspector.post('/api/cases', aClue())).json();

  const draft = (await make(inspector, made, 'penalty', 'party')).json();
  const refused = await issue(inspector, draft.paper.id, draft.version);

  expect(draft.paper.missing).toEqual(expect.arrayContaining(['案件事实', '处罚内容']));
  expect(refused.statusCode).toBe(422);
});

test('a penalty on the spot has its paper with both officers, the boxes ticked and the remedies', async () => {
  const { inspector } = await world();
  const made = (await inspector.post('/api/cases/summary', aSummary({ place: '拉卜楞镇农贸市场' }))).json();

  const draft = (
    await make(inspector, made, 'spot_penalty', 'party', { 限期缴纳: true, 缴纳途径: '夏河农商银行' })
  ).json();
  expect(draft.paper.missing).toEqual(['住所', '法定代表人', '当事人证件号码', '当事人电话', '当事人其他联系方式']);
  const { paper } = (await issue(inspector, draft.paper.id, draft.version)).json();
  const { text } = await opened((await inspector.get(`/api/files/${paper.fileId}`)).rawPayload);

  expect(paper.number).toMatch(/^（夏）市监当罚〔2026〕1号$/);
  expect(text).toContain('执法人员：李军，执法证号：甘夏 0101\n执法人员：才让，执法证号：甘夏 0102');
  expect(text).toContain(
    '□警告；\n☑罚款200元。\n罚款按下列方式缴纳：\n□当场缴纳；\n☑即日起15日内通过夏河农商银行缴纳罚款。',
  );
  expect(text).toContain('身份证件号码：／');
  expect(text).toContain('处罚地点：拉卜楞镇农贸市场');
});

test('the papers of a case name every one of its parties, and who each of them is', async () => {
  const { inspector } = await world();
  const [shop] = aClue().parties;
  const company = { kind: 'company', name: '夏河县雪域乳业有限公司', creditCode: '91623027MA72EFGH2Y' } as const;
  const made = (await inspector.post('/api/cases', aClue({ parties: [company, shop!] }))).json();

  const { paper } = (await make(inspector, made, 'filing_approval', 'office')).json();
  const { text } = await opened((await opening(inspector, paper.id, '送审')).rawPayload);

  expect(paper).toMatchObject({ sealed: true, standing: 'final' });
  const cells = text.split('\n');
  expect(cells).toContain('夏河县雪域乳业有限公司');
  expect(cells).toContain('夏河县扎西特产店');
  expect(cells).toContain('夏河县雪域乳业有限公司：91623027MA72EFGH2Y；夏河县扎西特产店：92623027MA72ABCD1X');
  expect(cells).toContain('夏河县雪域乳业有限公司：未登记；夏河县扎西特产店：扎西才让');
  expect(cells).toContain('夏河县扎西特产店：623027199001011234');
});

test('every party has a receipt of its own, with its own versions; one more party than there is has none', async () => {
  const { inspector } = await world();
  const company = { kind: 'company', name: '夏河县雪域乳业有限公司', creditCode: '91623027MA72EFGH2Y' } as const;
  const made = (await inspector.post('/api/cases', aClue({ parties: [company, aClue().parties[0]!] }))).json();
  const box = { version: made.version };
  const receipt = async (party: number) => {
    const ask = { form: 'service_receipt', to: 'office', answers: { 送达文书: '行政处罚决定书' }, party, ...box };
    const answer = await inspector.post(`/api/dossiers/${made.id}/documents`, ask);
    box.version = answer.json().version ?? box.version;
    return answer;
  };
  const read = async (fileId: number) => (await opened((await inspector.get(`/api/files/${fileId}`)).rawPayload)).text;

  const [first, second, again, none] = [await receipt(1), await receipt(2), await receipt(2), await receipt(3)];
  const { forms, made: papers } = (await inspector.get(`/api/dossiers/${made.id}/documents`)).json();
  const texts = [await read(first.json().paper.fileId), await read(second.json().paper.fileId)];

  expect(none.json().detail.fields).toEqual({ party: 'unknown' });
  expect(papers.map(({ party, version }: { party: number; version: number }) => [party, version])).toEqual([
    [2, 2],
    [2, 1],
    [1, 1],
  ]);
  expect(again.json().paper).toMatchObject({ standing: 'final', partyName: '夏河县扎西特产店' });
  expect(forms.find(({ form }: { form: string }) => form === 'service_receipt').parties).toHaveLength(2);
  expect(texts.map((text) => [text.includes(company.name), text.includes('夏河县扎西特产店')])).toEqual([
    [true, false],
    [false, true],
  ]);
});

test('the list of goods has a row for each, and what refers to it bears its number', async () => {
  const { inspector, chief } = await world();
  const made = (await inspector.post('/api/cases', aClue())).json();
  const 清单 = [
    { 名称: '酸奶', 规格: '200克/盒', 单位: '盒', 数量: '12', 备注: '过期' },
    { 名称: '进货单', 规格: '', 单位: '张', 数量: '2', 备注: '' },
  ];

  const list = (await make(inspector, made, 'goods_list', 'party', { 清单 })).json();
  const listed = (await issue(inspector, list.paper.id, list.version)).json();
  const { text } = await opened((await inspector.get(`/api/files/${listed.paper.fileId}`)).rawPayload);
  const at = { id: made.id, version: listed.version };
  const answers = { 保存地点: '本局证据室', 联系人: '李军', 联系地址: '政府街6号' };
  const notice = (await make(inspector, at, 'preservation', 'party', answers)).json();
  const byInspector = await issue(inspector, notice.paper.id, notice.version);
  const byChief = await issue(chief, notice.paper.id, notice.version);
  const told = await opened((await opening(inspector, byChief.json().paper.id, '送达')).rawPayload);

  expect(text).toContain('文书编号：（夏）市监物清〔2026〕1号');
  expect(text.replace(/\n+/g, ' ')).toContain('1 酸奶 200克/盒 盒 12 过期 2 进货单 张 2 ');
  expect([byInspector.statusCode, byChief.statusCode]).toEqual([403, 201]);
  expect(told.text).toContain('（详见《场所/设施/财物清单》文书编号：（夏）市监物清〔2026〕1号）采取先行登记保存措施');
});

test('no paper of a case says who complained in the record it came from', async () => {
  const { inspector, liaison } = await world();
  const complaint = await registered(liaison, { complainant: { name: '李某某', phone: '13909411234' } });
  const clue = {
    source: 'complaint',
    sourceId: complaint.id,
    content: '举报人李某某（13909411234）称买到过期酸奶。',
  } as const;
  const made = (await inspector.post('/api/cases', aClue({ ...clue, parties: [] }))).json();

  const { paper } = (await make(inspector, made, 'filing_approval', 'office')).json();
  const { xml, text } = await opened((await inspector.get(`/api/files/${paper.fileId}`)).rawPayload);

  expect(text).toContain('举报人×××（××××）称买到过期酸奶。');
  expect(xml).not.toContain('李某某');
});
