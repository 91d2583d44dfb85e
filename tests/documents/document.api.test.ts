import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { issue, make, opening, registered, stepped } from '#tests/support/papers.ts';
import { opened } from '#tests/support/word.ts';
import { world } from '#tests/support/world.ts';

const NAME = '李某某';

test('an acceptance is drafted, put in force with its number, and says what the form of 2026 says', async () => {
  const { liaison, db } = await world();
  const dossier = await stepped(liaison, await registered(liaison), 'accept');

  const draft = await make(liaison, dossier, 'complaint_acceptance', 'complainant', { 联系人: '洛桑' });
  expect(draft.statusCode, draft.body).toBe(201);
  const sketch = await opened((await opening(liaison, draft.json().paper.id)).rawPayload);
  const issued = await issue(liaison, draft.json().paper.id, draft.json().version);
  expect(issued.statusCode, issued.body).toBe(201);
  const { paper } = issued.json();
  const { text, xml, feet } = await opened((await opening(liaison, paper.id)).rawPayload);

  expect(draft.json().paper).toMatchObject({
    standing: 'draft',
    version: 1,
    missing: [],
    sealed: true,
    issuable: true,
  });
  expect(sketch.text).toContain('草　稿　　尚未编号');
  expect(paper).toMatchObject({
    standing: 'final',
    version: 2,
    number: '（夏）市监投受〔2026〕第1号',
    fileName: '投诉受理决定书-致投诉举报人-（夏）市监投受〔2026〕第1号-第2版.docx',
  });
  expect(text.split('\n')).toEqual([
    '投诉受理决定书',
    '（夏）市监投受〔2026〕第1号',
    '',
    `${NAME}：`,
    '我局于2026年11月24日收到你关于冬虫夏草掺假要求退款的投诉。经审查，符合《市场监督管理投诉举报处理办法》规定的受理条件，我局决定受理。',
    '联系人：洛桑；联系电话：0941-8210000。',
    '特此告知。',
    '',
    '夏河县市场监督管理局',
    '（印　章）',
    '2026年11月24日',
    '',
  ]);
  expect(xml).not.toContain('草　稿');
  expect(feet).toContain('— ');
  const events = (await db.read.select().from(auditLines)).map(({ event }) => event);
  expect(events.filter((event) => /^(document|number)\./.test(event))).toEqual([
    'document.made',
    'number.drawn',
    'document.issued',
    'document.made',
  ]);
});

test('a refusal names the paragraph that applies and the remedies of article 39', async () => {
  const { liaison } = await world();
  const telling = { to: 'complainant', way: 'phone', toldOn: '2026-11-24', text: '不予受理' };
  const why = { ground: 'refuse.3', reason: '不是为生活消费需要购买', telling };
  const dossier = await stepped(liaison, await registered(liaison), 'refuse', why);

  const draft = (await make(liaison, dossier, 'complaint_refusal', 'complainant')).json();
  const { paper } = (await issue(liaison, draft.paper.id, draft.version)).json();
  const { text } = await opened((await opening(liaison, paper.id)).rawPayload);

  expect(text).toContain(
    '属以下第〔三〕项情形，依据《市场监督管理投诉举报处理办法》第十六条的规定，我局决定不予受理。',
  );
  expect(text).toContain('你还可以按照《中华人民共和国消费者权益保护法》第三十九条规定的其他途径解决消费者权益争议。');
});

test('what is missing is marked in the paper and named on screen, and without what it must say it gets no number', async () => {
  const { liaison } = await world();
  const unnamed = { anonymity: 'anonymous', complainant: {} } as const;
  const dossier = await stepped(liaison, await registered(liaison, unnamed), 'accept');

  const preview = (await liaison.get(`/api/dossiers/${dossier.id}/documents/complaint_acceptance`)).json();
  const draft = (await make(liaison, dossier, 'complaint_acceptance', 'complainant')).json();
  const got = await liaison.get(`/api/files/${draft.paper.fileId}`);
  const { text, xml } = await opened(got.rawPayload);
  const refused = await issue(liaison, draft.paper.id, draft.version);

  expect(preview.places.filter((place: { filled: boolean }) => !place.filled)).toMatchObject([
    { place: '投诉人', source: 'identity', must: true },
    { place: '联系人', source: 'here', must: true },
  ]);
  expect(draft.paper).toMatchObject({
    standing: 'draft',
    missing: ['投诉人', '联系人'],
    issuable: false,
    sealed: false,
  });
  expect(text).toContain('【缺：投诉人】：');
  expect(text).toMatch(/草　稿　　缺 2 处，不得作为正式文书使用　　liaison 2026-11-24 10:00/);
  expect(xml.match(/<w:highlight w:val="yellow"\/>/g)).toHaveLength(2);
  expect([refused.statusCode, refused.json().detail.fields]).toEqual([422, { 投诉人: 'required', 联系人: 'required' }]);
});

test('making again makes a new version that begins with what was entered, and the old ones stay', async () => {
  const { liaison } = await world();
  const dossier = await stepped(liaison, await registered(liaison), 'accept');
  const answers = {
    调解时间: '2026-12-01T09:30',
    调解地点: '夏河县市场监督管理局201室',
    调解人员: '洛桑',
    回避期限: '三',
  };
  const first = (await make(liaison, dossier, 'mediation_notice', 'respondent', answers)).json();
  const after = { ...dossier, version: first.version };

  const preview = (await liaison.get(`/api/dossiers/${dossier.id}/documents/mediation_notice?to=respondent`)).json();
  const second = (
    await make(liaison, after, 'mediation_notice', 'respondent', { ...answers, 调解地点: '三楼' })
  ).json();
  const { made } = (await liaison.get(`/api/dossiers/${dossier.id}/documents`)).json();
  const early = await opened((await liaison.get(`/api/files/${first.paper.fileId}`)).rawPayload);
  const files = (await liaison.get(`/api/dossiers/${dossier.id}/files`)).json();

  expect(preview.places.find(({ place }: { place: string }) => place === '调解地点')).toMatchObject({
    text: '夏河县市场监督管理局201室',
    source: 'here',
  });
  expect(made).toMatchObject([
    { version: 2, standing: 'draft', issuable: true },
    { version: 1, standing: 'draft', issuable: false },
  ]);
  expect(early.text).toContain('请于2026年12月1日9时30分到夏河县市场监督管理局201室参加调解。');
  expect(files).toMatchObject([{ sha256: first.paper.sha256 }, { sha256: second.paper.sha256 }]);
});

test('putting in force asks for the newest draft, the record’s state, its owner, and facts that did not change since', async () => {
  const { liaison, lintan, reviewer, chief, registrar } = await world();
  const form = ['complaint_acceptance', 'complainant'] as const;
  const open = await registered(liaison);
  const early = (await make(liaison, open, ...form, { 联系人: '洛桑' })).json();
  const tooEarly = await issue(liaison, early.paper.id, early.version);
  const dossier = await stepped(liaison, { ...open, version: early.version }, 'accept');
  const edit = { title: '改了的事由', version: dossier.version };
  const renamed = (await liaison.patch(`/api/complaints/${open.id}`, edit)).json();
  const changed = await issue(liaison, early.paper.id, renamed.version);
  const draft = (await make(liaison, { id: open.id, version: renamed.version }, ...form, { 联系人: '洛桑' })).json();

  const stale = await issue(liaison, draft.paper.id, draft.version - 1);
  const older = await issue(liaison, early.paper.id, draft.version);
  const strangers = [];
  for (const who of [lintan, registrar, reviewer]) strangers.push(await issue(who, draft.paper.id, draft.version));
  const inForce = (await issue(chief, draft.paper.id, draft.version)).json();
  const again = (await make(liaison, { id: open.id, version: inForce.version }, ...form, { 联系人: '洛桑' })).json();
  const second = await issue(liaison, again.paper.id, again.version);

  expect([tooEarly, changed, stale, older].map((answer) => answer.json().code)).toEqual([
    'not_allowed_in_state',
    'facts_changed',
    'changed_meanwhile',
    'not_allowed_in_state',
  ]);
  expect(strangers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 403]);
  expect(inForce.paper.standing).toBe('final');
  expect([second.statusCode, second.json().code]).toEqual([409, 'already_exists']);
});

test('a paper in force is voided with its number, not removed; after that the form may be put in force anew', async () => {
  const { liaison } = await world();
  const dossier = await stepped(liaison, await registered(liaison), 'accept');
  const form = ['complaint_acceptance', 'complainant', { 联系人: '洛桑' }] as const;
  const draft = (await make(liaison, dossier, ...form)).json();
  const { paper, version } = (await issue(liaison, draft.paper.id, draft.version)).json();

  const removed = await liaison.delete(`/api/files/${paper.fileId}`, { reason: '打错了', version });
  const voided = await liaison.post(`/api/numbers/${paper.numberId}/void`, { reason: '当事人姓名有误' });
  const again = (await make(liaison, { id: dossier.id, version }, ...form)).json();
  const next = (await issue(liaison, again.paper.id, again.version)).json();
  const { made } = (await liaison.get(`/api/dossiers/${dossier.id}/documents`)).json();

  expect([removed.statusCode, removed.json().detail]).toEqual([409, { state: 'in_force' }]);
  expect(voided.statusCode).toBe(200);
  expect(next.paper.number).toBe('（夏）市监投受〔2026〕第2号');
  expect(made.map(({ standing }: { standing: string }) => standing)).toEqual(['final', 'draft', 'void', 'draft']);
});

test('an answer to what the record itself tells, to no place, or of the wrong kind is refused by name', async () => {
  const { liaison } = await world();
  const dossier = await stepped(liaison, await registered(liaison), 'accept');
  const fields = async (answers: object) =>
    (await make(liaison, dossier, 'mediation_notice', 'complainant', answers)).json().detail.fields;

  expect(await fields({ 投诉事项: '别的事' })).toEqual({ 'answers.投诉事项': 'by_record' });
  expect(await fields({ 没有此项: 'x' })).toEqual({ 'answers.没有此项': 'unknown' });
  expect(await fields({ 调解时间: '明天上午' })).toEqual({ 'answers.调解时间': 'type' });
  expect(await fields({ 调解地点: true })).toEqual({ 'answers.调解地点': 'type' });
});

test('a text that looks like a place or like markup stands in the paper as it was written', async () => {
  const { liaison } = await world();
  const title = '买到{投诉人}牌<b>假货</b>&{#清单}';
  const dossier = await stepped(liaison, await registered(liaison, { title }), 'accept');

  const { paper } = (await make(liaison, dossier, 'mediation_notice', 'respondent')).json();
  const { text } = await opened((await liaison.get(`/api/files/${paper.fileId}`)).rawPayload);

  expect(text).toContain(`关于${title}的投诉，我局已经受理`);
});
