import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { closeBrowser, listeningWorld } from '#tests/support/browser.ts';
import {
  because,
  begin,
  everyPaper,
  fill,
  finish,
  issue,
  openRecord,
  standsAt,
  step,
  write,
} from '#tests/support/hands.ts';
import { aCode } from '#tests/support/world.ts';

afterAll(closeBrowser);

const PARTY = '夏河县桑科商贸有限公司';
const OFFICE = '夏河县拉卜楞镇府前街6号';

const PAPERS = [
  '举报登记表',
  '立案审批表',
  '现场笔录',
  '询问笔录',
  '场所、设施、财物清单',
  '责令改正通知书',
  '案件调查终结报告',
  '涉嫌犯罪案件移送书',
  '送达回证',
  '行政处罚告知书',
  '行政处罚决定书',
  '送达回证',
];

/** The liaison takes down the report as it is told and decides that it is verified by two officers. */
async function reported(page: Page): Promise<string> {
  await page.locator('side-rail').waitFor();
  await page.keyboard.press('n');
  const form = page.locator('complaint-entry form');
  await page.locator('entry-note textarea').waitFor();
  await form.locator('[name="intake"][value="report"]').check();
  await fill(form, { name: '李某某', phone: '13909411234', title: '举报销售伪劣冬虫夏草' });
  await form.locator('subject-box input').fill(PARTY);
  await form.locator('combo-box[name="matter"] input').fill('jmwl');
  await page.keyboard.press('Tab');
  await form.locator('[name="content"]').fill('该公司把掺有铁丝的冬虫夏草当正品卖给游客，仓库里还有大量存货。');
  await page.keyboard.press('Control+Enter');
  await page.locator('complaint-page record-page').waitFor();
  return new URL(page.url()).pathname;
}

/** The inspector registers the clue out of the report, with what the report says already in the form. */
async function clueFrom(page: Page, report: string): Promise<string> {
  await openRecord(page, report);
  await page.getByRole('button', { name: '立案登记' }).click();
  const form = page.locator('case-entry form');
  expect(await form.locator('[name="content"]').inputValue()).toContain('掺有铁丝');
  await fill(form, {
    title: '桑科商贸销售伪劣冬虫夏草案',
    violation: '销售掺杂掺假的冬虫夏草',
    goodsValueFen: '160000',
    place: '夏河县拉卜楞镇人民西街18号',
  });
  const party = form.locator('row-list .row').first();
  expect(await party.locator('[name="name"]').inputValue()).toBe(PARTY);
  await party.locator('[name="kind"]').selectOption('company');
  await fill(party, {
    creditCode: aCode(7, '91623027'),
    legalRep: '贡保才让',
    phone: '0941-7120000',
    address: '夏河县拉卜楞镇人民西街18号',
  });
  await page.keyboard.press('Control+Enter');
  await page.locator('case-page record-page').waitFor();
  return new URL(page.url()).pathname;
}

const officers = async (dialog: Locator) => {
  for (const [row, name] of ['李军', '才让'].entries())
    await fill(dialog.locator('row-list[name="officers"] .row').nth(row), { name, certificate: `甘夏010${row}` });
};

/** What the two officers write on the spot and at the party's, and what they take into keeping. */
async function inquire(page: Page) {
  await page.getByRole('tab', { name: '证据物品' }).click();
  await page.getByRole('button', { name: '物品入库' }).click();
  const dialog = page.locator('exhibit-dialog');
  await fill(dialog, {
    name: '掺假冬虫夏草',
    spec: '散装',
    thousandths: '8.5',
    unit: '公斤',
    place: '局物证室',
    from: PARTY,
    to: '李军',
  });
  await page.keyboard.press('Control+Enter');
  await page.getByText('在库 8.5 公斤').waitFor();
  await page.getByRole('button', { name: '增加证据' }).click();
  await dialog.locator('[name="kind"]').selectOption('record');
  await fill(dialog, { title: '现场笔录', source: '现场检查', collectedBy: '李军、才让' });
  await page.keyboard.press('Control+Enter');
  await page.locator('case-exhibits', { hasText: '现场笔录' }).waitFor();
  const when = { 开始时间: '2026-11-24T14:10', 结束时间: '2026-11-24T15:30' };
  await write(page, 'scene_record', {
    ...when,
    检查事项: '冬虫夏草销售情况',
    现场情况: '当事人货柜内有散装冬虫夏草八点五公斤，随机抽取二十根，其中七根体内插有铁丝。',
  });
  await write(page, 'interview_record', {
    ...when,
    地点: '本局询问室',
    被询问人: '贡保才让',
    询问事项: '冬虫夏草的进货和销售',
    问答: '问：这批冬虫夏草从哪里购进？\n答：从流动商贩处购进，没有索要票据。',
  });
  await write(page, 'goods_list');
  await issue(page);
}

async function writeFile(page: Page) {
  await page.getByRole('tab', { name: '概况' }).click();
  await page.locator('task-list').getByRole('button', { name: '违法事实' }).click();
  const dialog = page.locator('edit-dialog');
  await fill(dialog, {
    facts: '当事人购进掺有铁丝的冬虫夏草8.5公斤，货值160000元，尚未售出。',
    nature: '当事人销售掺杂、掺假的产品，事实清楚，证据确凿。',
    violated: '《中华人民共和国产品质量法》第三十九条',
    basis: '《中华人民共和国产品质量法》第五十条',
    discretion: '当事人如实陈述，货物尚未售出，依法从轻处罚。',
    proposal: '没收违法销售的产品，罚款八万元。',
  });
  const penalty = dialog.locator('row-list[name="proposed"] .row').first();
  await penalty.locator('select[name="kind"]').selectOption('fine');
  await penalty.locator('input[name="amountFen"]').fill('80000');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
}

/** Made before it is whole, the order says what it lacks; made again, it waits for the head. */
async function orderToCorrect(page: Page) {
  await begin(page, 'correction_order');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/已生成 .*第1版/).waitFor();
  await page.locator('paper-sheet mark', { hasText: '【缺：改正要求】' }).waitFor();
  await finish(page, { 改正要求: '立即停止销售掺杂掺假的冬虫夏草。', 联系地址: OFFICE });
}

/** From the question the case itself asks to the head's desk, with the papers of the case as the file's materials. */
async function draftTransfer(page: Page): Promise<string> {
  await page.getByRole('tab', { name: '概况' }).click();
  await page.locator('police-question', { hasText: '待回答' }).getByRole('link', { name: '移送公安' }).first().click();
  await page.locator('transfer-start-page button.primary').click();
  const wizard = page.locator('transfer-wizard-page');
  await fill(wizard, { crime: '销售伪劣产品罪', crimeBasis: '未售出的货值金额十六万元，超过十五万元' });
  await page.keyboard.press('Control+Enter');
  await wizard.locator('wizard-materials summary').click();
  for (const name of ['调查终结报告', '现场笔录', '询问笔录'])
    await wizard.locator('.copy label', { hasText: name }).locator('input').check();
  await wizard.getByRole('button', { name: '复制选中的附件' }).click();
  await material(wizard, 'report', '调查终结报告');
  await material(wizard, 'other', '现场笔录');
  await material(wizard, 'other', '询问笔录');
  await wizard.locator('#none-expert').fill('检验报告由公安机关委托鉴定后补充');
  await page.keyboard.press('Control+Enter');
  await wizard.locator('row-list[name="goods"] [name="name"]').first().waitFor();
  await page.keyboard.press('Control+Enter');
  await wizard.locator('transfer-file', { hasText: '8.5 公斤' }).waitFor();
  await step(page, '送批');
  await page.locator('transfer-page record-page').waitFor();
  return new URL(page.url()).pathname;
}

const material = async (wizard: Locator, name: string, file: string) =>
  wizard.locator(`[data-material="${name}"] label`, { hasText: file }).locator('input[type="checkbox"]').check();

test('five people take one matter from a report to the police, back after a refusal and a review, and to a decision that is served', async () => {
  const { open } = await listeningWorld();
  const [liaison, inspector, head, police, reviewer] = await Promise.all([
    open('liaison'),
    open('inspector'),
    open('principal'),
    open('policeman'),
    open('reviewer'),
  ]);
  const report = await reported(liaison);
  await write(liaison, 'report_entry');
  await step(liaison, '开始核查', (dialog) => dialog.locator('[name="officers"]').fill('李军、才让'));

  const violation = await clueFrom(inspector, report);
  await write(inspector, 'filing_approval');
  await step(inspector, '提请立案审批', async (dialog) => {
    await dialog.locator('[name="filing"][value="yes"]').check();
    for (const box of await dialog.locator('[name="conditions"]').all()) await box.check();
    await because('有证据初步证明存在违法行为。')(dialog);
  });
  await openRecord(head, violation);
  await step(head, '立案', officers);
  await openRecord(head, report);
  await step(head, '决定立案', because('违法事实初步成立。'));

  await openRecord(inspector, violation);
  await inquire(inspector);
  await writeFile(inspector);
  await orderToCorrect(inspector);
  await openRecord(head, violation);
  await issue(head);
  await openRecord(inspector, violation);
  await write(inspector, 'investigation_report');

  const transfer = await draftTransfer(inspector);
  await openRecord(head, transfer);
  await step(head, '批准移送', because('同意移送。'));
  await openRecord(inspector, transfer);
  await write(inspector, 'crime_transfer', { 联系地址: OFFICE });
  await issue(inspector);
  await inspector.getByRole('link', { name: '材料清单' }).click();
  await material(inspector.locator('transfer-wizard-page'), 'letter', '〔2026〕1号');
  await inspector.keyboard.press('Control+Enter');
  await openRecord(inspector, transfer);
  await step(inspector, '送达');

  await openRecord(police, `${transfer}?tab=files`); // a link to a tab that is not theirs yet shows what is
  await police.locator('transfer-file', { hasText: '这里只显示移送单位' }).waitFor();
  await step(police, '签收', (dialog) => dialog.locator('[name="signedBy"]').fill('郑涛'));
  await openRecord(inspector, transfer);
  await write(inspector, 'service_receipt');
  await openRecord(police, transfer);
  await step(police, '不予立案', async (dialog) => {
    await dialog.locator('[name="number"]').fill('夏公（经）不立字〔2026〕3号');
    await because('货值金额尚待鉴定，现有证据不足。')(dialog);
  });
  await openRecord(head, transfer);
  await step(head, '提请复议', because('货值金额有进货记录和鉴定意见佐证。'));
  await openRecord(police, transfer);
  await step(police, '复议维持', because('经复议，维持不予立案决定。'));
  await openRecord(head, transfer);
  await step(head, '接受不予立案', because('不再申请立案监督，由本局继续处理。'));

  await openRecord(inspector, violation);
  await standsAt(inspector, '调查取证');
  await step(inspector, '提交审核');
  await openRecord(reviewer, violation);
  await step(reviewer, '审核同意', because('事实清楚，证据确凿。'));
  await openRecord(head, violation);
  await step(head, '批准告知');
  await openRecord(inspector, violation);
  await write(inspector, 'penalty_notice');
  await openRecord(head, violation);
  await issue(head);
  await openRecord(inspector, violation);
  await step(inspector, '告知当事人', async (dialog) => {
    await dialog.locator('[name="way"]').selectOption('direct');
  });
  await step(inspector, '记录陈述申辩', async (dialog) => {
    await dialog.locator('[name="statement"]').selectOption('waived');
  });
  await step(inspector, '提请决定');
  await openRecord(head, violation);
  await step(head, '作出决定', because('同意。'));
  await openRecord(inspector, violation);
  await write(inspector, 'penalty');
  await issue(inspector);
  await step(inspector, '送达', async (dialog) => {
    await dialog.locator('[name="way"]').selectOption('direct');
  });
  await write(inspector, 'service_receipt');

  const told = [
    ...(await everyPaper(liaison, report)),
    ...(await everyPaper(inspector, violation)),
    ...(await everyPaper(inspector, transfer)),
  ];
  expect(told.map(({ name }) => name.replace(/[-（].*/, '')).sort()).toEqual([...PAPERS].sort());
  const text = (name: string) =>
    told
      .filter((one) => one.name.startsWith(name))
      .map((one) => one.text)
      .join();
  for (const fact of [PARTY, '产品质量法》第五十条', '罚款80000元', '本局依法立案调查', '未提出陈述、申辩意见'])
    expect(text('行政处罚决定书')).toContain(fact);
  expect(text('涉嫌犯罪案件移送书')).toContain('桑科商贸销售伪劣冬虫夏草一案，经调查');
  expect(text('涉嫌犯罪案件移送书')).toContain('附件：1.案情调查报告\n　　　2.涉案物品清单\n　　　3.其他有关材料');
  expect(text('送达回证')).toContain('行政处罚决定书\n（夏）市监罚〔2026〕1号');
  expect(text('询问笔录')).toContain('你是否明白？\n答：\n'); // left to be written by hand
}, 90_000);
