import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { aPicture } from '#tests/rectifications/a-rectification.ts';
import { closeBrowser, listeningWorld, PHONE } from '#tests/support/browser.ts';
import { anEntity, anIntake } from '#tests/support/world.ts';

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
const standsAt = (page: Page, state: string) =>
  page.locator('record-page [slot="owner"]', { hasText: state }).waitFor();

async function writeOfficers(dialog: Locator) {
  for (const [row, name] of ['李军', '才让'].entries()) {
    const officer = dialog.locator('row-list[name="officers"] .row').nth(row);
    await officer.locator('[name="name"]').fill(name);
    await officer.locator('[name="certificate"]').fill(`甘夏010${row}`);
  }
}

async function picture(page: Page, shade: number, press: Locator) {
  const chooser = page.waitForEvent('filechooser');
  await press.click();
  await (await chooser).setFiles({
    name: `现场${shade}.jpg`,
    mimeType: 'image/jpeg',
    buffer: await aPicture(shade),
  });
}

test('from a complaint to the order, to pictures side by side, to the sign-off and the look-back', async () => {
  const { open, later, registrar, liaison } = await listeningWorld();
  const complaint = (await registrar.post('/api/complaints', anIntake())).json();
  const filed = anEntity();
  expect((await liaison.post('/api/entities', filed)).statusCode).toBe(201);
  const inspector = await open('inspector', { refused: true });
  await inspector.goto(`${new URL(inspector.url()).origin}/complaints/${complaint.id}`);
  await inspector.getByRole('button', { name: '责令改正' }).click();
  const entry = inspector.locator('rectification-entry');
  await entry.locator('input[name="title"]').waitFor();
  expect(await entry.locator('[name="sourceId"]').inputValue()).toBe(complaint.number);
  expect(await entry.locator('subject-box input').inputValue()).toBe('夏河县扎西特产店');
  await entry.locator('subject-box .told button').first().click(); // the name may be of an entity on file
  await entry.locator('subject-box .told a').waitFor();
  expect(await entry.locator('[name="creditCode"]').inputValue()).toBe(filed.code);
  for (const [name, text] of Object.entries({
    title: '商品标签不规范',
    problem: '冬虫夏草包装没有产地和等级。',
    violated: '食品安全法第六十七条',
    basis: '食品安全法第一百二十五条',
    requirement: '补齐标签，未补齐前不得销售。',
  }))
    await entry.locator(`[name="${name}"]`).fill(text);
  await entry.locator('day-field[name="until"] input').fill('2026-12-01');
  await inspector.keyboard.press('Control+Enter');
  await inspector.locator('rectification-page record-page').waitFor();
  await standsAt(inspector, '待整改');
  const address = inspector.url();

  const pairs = inspector.locator('picture-pairs');
  await pairs.locator('[name="spot"]').fill('货架');
  await picture(inspector, 20, pairs.locator('.add').getByRole('button', { name: '选照片' }));
  await pairs.locator('article img').first().waitFor();
  await later(2);
  await step(inspector, '登记整改报告', async (dialog) => {
    await dialog.locator('[name="text"]').fill('已补齐标签。');
  });
  await standsAt(inspector, '待复查');

  await inspector.locator('step-panel').getByRole('button', { name: '登记复查' }).click();
  const dialog = inspector.locator('step-dialog');
  await dialog.locator('[name="result"][value="passed"]').check();
  await writeOfficers(dialog);
  await dialog.locator('[name="text"]').fill('标签已补齐。');
  await inspector.keyboard.press('Control+Enter');
  await dialog.locator('[data-field="noPictures"] .fault').waitFor(); // one half of a pair is not enough
  await inspector.keyboard.press('Escape');
  await picture(inspector, 220, pairs.locator('article .empty').getByRole('button', { name: '选照片' }));
  await pairs.locator('article img').nth(1).waitFor();
  await step(inspector, '登记复查', async (again) => {
    await again.locator('[name="result"][value="passed"]').check();
    await writeOfficers(again);
    await again.locator('[name="text"]').fill('标签已补齐。');
  });
  await standsAt(inspector, '已销号');

  const chief = await open('chief');
  await chief.goto(`${new URL(address).origin}/look-backs`);
  await chief.getByText('可抽 1 件').waitFor();
  await chief.locator('[name="title"]').fill('11月回头看');
  await chief.locator('[name="size"]').fill('1');
  await chief.getByRole('button', { name: '抽取', exact: true }).click();
  await chief.getByRole('button', { name: '重抽核对' }).click();
  await chief.getByText('重抽结果一致').waitFor();

  const phone = await open('inspector', { size: PHONE });
  await phone.goto(address);
  await phone.getByText('“11月回头看”抽中').waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await step(phone, '登记回头看', async (seen) => {
    await seen.locator('[name="looked"][value="relapsed"]').check();
    await seen.locator('day-field[name="until"] input').fill('2026-12-10');
    await writeOfficers(seen);
    await seen.locator('[name="text"]').fill('再次出现无标签商品。');
  });
  await standsAt(phone, '待整改');
});

test('several orders are given more time at once by the head, and what is past its day is left out', async () => {
  const { open, inspector: hands, later } = await listeningWorld();
  const order = (until: string) =>
    hands.post('/api/rectifications', {
      source: 'inspection',
      title: '未明码标价',
      subjectKind: 'sole_trader',
      subjectName: '夏河县金桥商店',
      matter: 'price.untagged',
      problem: '商品没有标价。',
      violated: '价格法第十三条',
      basis: '价格法第四十二条',
      requirement: '逐件标价。',
      county: '623027',
      orderedOn: '2026-11-24',
      until,
      restricted: false,
    });
  for (const until of ['2026-11-30', '2026-12-01', '2026-11-25']) await order(until);
  await later(3); // the last of them is overdue by now
  const chief = await open('chief');
  await chief.goto(`${new URL(chief.url()).origin}/rectifications`);
  await chief.locator('data-grid [role="row"]').nth(3).waitFor();
  await chief.locator('data-grid input[type="checkbox"]').first().check();
  await chief.getByText('另 1 件不能延期').waitFor();
  await chief.getByRole('button', { name: '批准延期 2' }).click();
  const dialog = chief.locator('rectification-bulk');
  await dialog.locator('day-field[name="until"] input').fill('2026-12-15');
  await dialog.locator('#reason').fill('节日期间货源不足。');
  await chief.keyboard.press('Control+Enter');
  await chief.getByText('2 条已批准延期').first().waitFor();
  await chief.getByText('2026-12-15').nth(1).waitFor();
});
