import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { closeBrowser, listeningWorld, PHONE } from '#tests/support/browser.ts';

afterAll(closeBrowser);

/** Takes a step from the record's page: presses its button, fills what is asked, confirms by key. */
async function step(page: Page, name: string, fill: (dialog: Locator) => Promise<void> = async () => {}) {
  await page.locator('step-panel').getByRole('button', { name, exact: false }).first().click();
  const dialog = page.locator('step-dialog');
  await dialog.getByRole('dialog').waitFor();
  await fill(dialog);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
}
const because = (text: string) => async (dialog: Locator) => {
  await dialog.locator('#reason').fill(text);
};
const standsAt = (page: Page, state: string) =>
  page.locator('record-page [slot="owner"]', { hasText: state }).waitFor();
/** Opens the record another person works at. */
const at = async (page: Page, address: string) => {
  await page.goto(address);
  await page.locator('case-page record-page').waitFor();
};

async function registerClue(page: Page) {
  await page.locator('side-rail').waitFor();
  await page.keyboard.press('l');
  await page.locator('case-entry input[name="title"]').waitFor();
  await page.keyboard.insertText('夏河县扎西特产店经营过期食品案');
  await page.locator('case-entry combo-box[name="matter"] input').fill('spzl');
  await page.keyboard.press('Tab');
  await page.locator('case-entry input[name="violation"]').fill('经营超过保质期的食品');
  await page.locator('case-entry textarea[name="content"]').fill('货架上有超过保质期的酸奶十二盒。');
  const party = page.locator('case-entry row-list .row').first();
  await party.locator('select[name="kind"]').selectOption('sole_trader');
  await party.locator('input[name="name"]').fill('夏河县扎西特产店');
  await party.locator('input[name="noCode"]').fill('正在办理执照');
  await party.locator('input[name="phone"]').fill('13909411234');
  await page.keyboard.press('Control+Enter');
  await page.locator('case-page record-page').waitFor();
  return page.url();
}

async function writeFile(page: Page) {
  const tasks = page.locator('task-list');
  await tasks.getByRole('listitem').filter({ hasText: '违法事实' }).getByText('缺材料').waitFor();
  await tasks.getByRole('button', { name: '违法事实' }).click();
  const dialog = page.locator('edit-dialog');
  await dialog.locator('[name="facts"]:focus').waitFor();
  const texts = {
    facts: '当事人销售超过保质期的酸奶十二盒。',
    nature: '经营超过保质期的食品',
    violated: '食品安全法第三十四条第十项',
    basis: '食品安全法第一百二十四条',
    discretion: '初次违法，货值较小，从轻处罚。',
    proposal: '罚款五千元。',
  };
  for (const [name, text] of Object.entries(texts)) await dialog.locator(`[name="${name}"]`).fill(text);
  const penalty = dialog.locator('row-list[name="proposed"] .row').first();
  await penalty.locator('select[name="kind"]').selectOption('fine');
  await penalty.locator('input[name="amountFen"]').fill('5000');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
}

async function addEvidence(page: Page) {
  await page.getByRole('tab', { name: '证据物品' }).click();
  await page.getByRole('button', { name: '增加证据' }).click();
  const dialog = page.locator('exhibit-dialog');
  await dialog.locator('[name="kind"]').selectOption('record');
  await dialog.locator('[name="title"]').fill('现场笔录');
  await dialog.locator('[name="source"]').fill('现场检查');
  await dialog.locator('[name="collectedBy"]').fill('李军、才让');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.locator('case-exhibits', { hasText: '现场笔录' }).waitFor();
}

/** Goods come in and leave again by an act each, in decimals of their unit. */
async function keepGoods(page: Page) {
  await page.getByRole('button', { name: '物品入库' }).click();
  const dialog = page.locator('exhibit-dialog');
  for (const [name, text] of Object.entries({
    name: '过期酸奶',
    thousandths: '12.5',
    unit: '公斤',
    place: '局物证室',
    from: '扎西特产店',
    to: '李军',
  }))
    await dialog.locator(`[name="${name}"]`).fill(text);
  await page.keyboard.press('Control+Enter');
  await page.getByText('在库 12.5 公斤').waitFor();
  await page.getByRole('button', { name: '处理', exact: true }).click();
  await dialog.locator('[name="act"]').selectOption('destroyed');
  for (const [name, text] of Object.entries({ from: '李军', to: '无害化处理点' }))
    await dialog.locator(`[name="${name}"]`).fill(text);
  await dialog.locator('#reason').fill('易腐烂，先行处置');
  await page.keyboard.press('Control+Enter');
  await page.getByText('在库 0 公斤').waitFor();
}

test('from a clue to the closed file: an inspector, a reviewer and a head, each at their own screen', async () => {
  const { open, later } = await listeningWorld();
  const inspector = await open('inspector');
  const address = await registerClue(inspector);
  await standsAt(inspector, '线索核查');
  await step(inspector, '提请立案审批', async (dialog) => {
    await dialog.locator('[name="filing"][value="yes"]').check();
    for (const box of await dialog.locator('[name="conditions"]').all()) await box.check();
    await because('有证据初步证明存在违法行为。')(dialog);
  });

  const chief = await open('chief');
  await at(chief, address);
  await step(chief, '立案', async (dialog) => {
    for (const [row, name] of ['李军', '才让'].entries()) {
      const officer = dialog.locator('row-list[name="officers"] .row').nth(row);
      await officer.locator('[name="name"]').fill(name);
      await officer.locator('[name="certificate"]').fill(`甘夏010${row}`);
    }
  });
  await standsAt(inspector, '调查取证');
  await inspector.locator('step-panel', { hasText: '还不能提交审核' }).waitFor();

  await writeFile(inspector);
  await addEvidence(inspector);
  await keepGoods(inspector);
  await step(inspector, '提交审核');

  const reviewer = await open('reviewer');
  await at(reviewer, address);
  await step(reviewer, '审核同意', because('事实清楚，证据确凿。'));
  await standsAt(chief, '待告知');
  await step(chief, '批准告知');
  await step(inspector, '告知当事人', async (dialog) => {
    await dialog.getByText('行政处罚法第四十四条要求先有行政处罚告知书').waitFor();
    await dialog.locator('[name="way"]').selectOption('direct');
    await dialog.locator('[name="without"]').fill('在省局系统制作，纸质件存卷。');
  });
  await step(inspector, '记录陈述申辩', async (dialog) => {
    await dialog.locator('[name="statement"]').selectOption('waived');
  });
  await step(inspector, '提请决定');
  await standsAt(chief, '待决定');
  await step(chief, '作出决定', because('同意。'));
  await chief.getByText('〔2026〕1号').first().waitFor();
  await step(inspector, '送达', async (dialog) => {
    await dialog.locator('[name="way"]').selectOption('direct');
    await dialog.locator('[name="without"]').fill('在省局系统制作，纸质件存卷。');
  });
  await later(1);
  await at(inspector, address);
  await step(inspector, '登记缴款');
  await step(inspector, '执行完毕', async (dialog) => {
    await dialog.locator('[name="ground"]').selectOption('close.1');
    await because('罚款已缴清。')(dialog);
  });
  await at(chief, address);
  await step(chief, '批准结案', async (dialog) => {
    await dialog.locator('[name="without"]').fill('回证存纸质卷。');
  });
  await standsAt(chief, '已结案');
  await chief.getByRole('tab', { name: /经过/ }).click();
  expect(await chief.locator('dossier-timeline li').count()).toBeGreaterThan(14);
}, 60_000);

test('on a phone the ledger is cards, and who a party is shows for a minute with a reason', async () => {
  const { open, inspector: api } = await listeningWorld();
  const desk = await open('inspector');
  const address = await registerClue(desk);
  const phone = await open('inspector', { size: PHONE });
  await phone.goto(new URL('/cases', address).href);
  await phone.getByText('夏河县扎西特产店经营过期食品案').first().waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await phone.goto(address);
  await phone.getByRole('button', { name: '查看证件、电话和住址' }).click();
  await phone.locator('#reason').fill('联系当事人');
  await phone.getByRole('button', { name: /^查看/ }).last().click();
  await phone.getByText('13909411234').waitFor();
  expect((await api.get(address.replace(/.*\/cases/, '/api/cases'))).json().identityOpenings).toBe(1);
}, 60_000);
