import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { closeBrowser, listeningWorld, PHONE } from '#tests/support/browser.ts';

afterAll(closeBrowser);

const NOTE =
  '9月26日，游客李某(电话 139 0941 1234)在夏河县拉卜楞镇扎西特产店买冬虫夏草 2600 元，回家发现掺假，要求退货退款。';

/** Takes a step from the record's page: presses its button, fills what is asked, confirms by key. */
async function step(
  page: Page,
  name: string,
  fill: (dialog: ReturnType<Page['locator']>) => Promise<void> = async () => {},
) {
  await page.locator('step-panel').getByRole('button', { name, exact: false }).first().click();
  const dialog = page.locator('step-dialog');
  await dialog.getByRole('dialog').waitFor();
  await fill(dialog);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
}

const reason = (text: string) => async (dialog: ReturnType<Page['locator']>) => {
  await dialog.locator('#reason').fill(text);
};
const office = (name: string, why: string) => async (dialog: ReturnType<Page['locator']>) => {
  await dialog.locator('combo-box input').fill(name);
  await dialog.page().keyboard.press('Enter');
  await dialog.locator('#reason').fill(why);
};
const standsAt = (page: Page, state: string) =>
  page.locator('record-page [slot="owner"]', { hasText: state }).waitFor();

test('four people take a complaint from the telephone through two returns, a ruling and a pause to the answer, and reopen it', async () => {
  const { open } = await listeningWorld();
  const registrar = await open('registrar');

  const began = Date.now();
  await registrar.locator('side-rail').waitFor();
  await registrar.keyboard.press('n');
  await registrar.locator('entry-note textarea').waitFor();
  await registrar.keyboard.insertText(NOTE);
  await registrar.locator('entry-note').getByText('13909411234').waitFor();
  await registrar.locator('entry-note textarea').blur();
  await registrar.locator('combo-box[name="matter"] input').focus();
  await registrar.keyboard.type('spzl');
  await registrar.keyboard.press('Tab');
  await registrar.locator('input[name="title"]').focus();
  await registrar.keyboard.insertText('冬虫夏草掺假要求退款');
  await registrar.locator('day-field[name="receivedOn"] input').fill('2026-09-28');
  await registrar.keyboard.press('Tab');
  await registrar.getByText('2026-10-13').waitFor();
  expect(await registrar.locator('entry-outlook [role="status"]').innerText()).toContain('夏河县市场监督管理局');
  expect(await registrar.locator('input[name="phone"]').inputValue()).toBe('13909411234');
  await registrar.keyboard.press('Control+Enter');
  await registrar.locator('complaint-page record-page').waitFor();
  expect(Date.now() - began).toBeLessThan(60_000);
  const address = registrar.url();
  await standsAt(registrar, '待签收');

  const xiahe = await open('liaison');
  await xiahe.goto(address);
  await step(xiahe, '退回', reason('经营地址不在本辖区'));
  await registrar
    .getByText('张')
    .first()
    .waitFor({ state: 'attached', timeout: 100 })
    .catch(() => {});
  await registrar.goto(address);
  await step(registrar, '分办', office('临潭县市场', '请核实后办理'));
  const lintan = await open('lintan');
  await lintan.goto(address);
  await step(lintan, '退回', reason('当事人在夏河经营'));
  await standsAt(lintan, '待裁定');

  const coordinator = await open('coordinator');
  await coordinator.goto(`${new URL(address).origin}/`);
  await coordinator
    .getByRole('link', { name: /TS-26-/ })
    .first()
    .waitFor();
  await coordinator.goto(address);
  await step(coordinator, '裁定', office('夏河县市场', '实际经营地在夏河，由夏河办理'));

  await xiahe.goto(address);
  await step(xiahe, '签收');
  await step(xiahe, '受理');
  await standsAt(xiahe, '办理中');

  const mediation = xiahe.locator('clock-card', { hasText: '调解' }).first();
  await mediation.getByRole('button', { name: '暂停计时' }).click();
  await xiahe.locator('#document').fill('检验委托书〔2026〕18号');
  await xiahe.locator('reason-dialog #reason').fill('样品送检');
  await xiahe.keyboard.press('Control+Enter');
  await xiahe.locator('record-page light-mark', { hasText: '已暂停' }).first().waitFor();
  await xiahe.locator('clock-card').getByRole('button', { name: '恢复计时' }).click();
  await xiahe.locator('reason-dialog #reason').fill('检验报告已收到');
  await xiahe.keyboard.press('Control+Enter');
  await xiahe.locator('clock-card').getByRole('button', { name: '暂停计时' }).waitFor();

  await step(xiahe, '调解成功', reason('商家退还货款2600元，双方达成一致'));
  await step(xiahe, '登记告知', async (dialog) => {
    await dialog.locator('[name="text"]').fill('您的投诉已调解成功，货款已退还。');
  });
  await step(xiahe, '送审办结', reason('已退款，投诉人认可'));
  const chief = await open('chief');
  await chief.goto(address);
  await step(chief, '批准办结');
  await standsAt(chief, '已办结');
  await step(chief, '重启', reason('投诉人提供新的证据'));
  await standsAt(chief, '办理中');

  await chief.getByRole('tab', { name: /经过/ }).click();
  const story = await chief.locator('dossier-timeline section').innerText();
  for (const told of [
    '登记',
    '退回',
    '分办',
    '裁定',
    '签收',
    '受理',
    '暂停计时',
    '恢复计时',
    '调解成功',
    '登记告知',
    '送审办结',
    '批准办结',
    '重启',
  ])
    expect(story).toContain(told);
});

test('who complained shows for a minute with a reason, and the record counts it', async () => {
  const { open, liaison, address } = await listeningWorld();
  const { anIntake } = await import('#tests/support/world.ts');
  const { id } = (await liaison.post('/api/complaints', anIntake())).json();
  const page = await open('liaison');
  await page.goto(`${address}/complaints/${id}`);

  await page.getByRole('button', { name: '查看身份信息' }).click();
  await page.getByRole('button', { name: '联系投诉人核实情况' }).click();
  await page.keyboard.press('Control+Enter');

  await page.getByText('139 0941 1234').waitFor();
  await page.getByText('身份信息被查看 1 次').waitFor();
});

test('what is typed survives closing the drawer and signing out, and another person does not find it', async () => {
  const { open, address } = await listeningWorld();
  const page = await open('liaison', { size: PHONE });
  await page.getByRole('button', { name: /登记/ }).click();
  await page.locator('entry-note textarea').fill('李女士 13909411234 来电，要求退款');
  await page.locator('input[name="title"]').fill('酸奶发霉');
  await page.locator('input[name="title"]').blur();
  await page.keyboard.press('Escape');
  await page.goto(address);
  await page.locator('top-band').waitFor();

  await page.getByRole('button', { name: /快速登记草稿/ }).click();

  expect(await page.locator('input[name="title"]').inputValue()).toBe('酸奶发霉');
  await page.locator('entry-note').getByRole('button', { name: '13909411234' }).waitFor(); // the note is read anew
});

test('a picture is added to a record, seen, and opened by whoever may read the record', async () => {
  const { open, liaison, address } = await listeningWorld();
  const { anIntake } = await import('#tests/support/world.ts');
  const { id } = (await liaison.post('/api/complaints', anIntake())).json();
  const page = await open('liaison');
  await page.goto(`${address}/complaints/${id}?tab=files`);
  const { default: sharp } = await import('sharp');
  const buffer = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer();

  await page
    .locator('dossier-files input[type="file"]')
    .setInputFiles({ name: '小票.jpg', mimeType: 'image/jpeg', buffer });

  await page.locator('dossier-files img').waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '小票.jpg' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('小票.jpg');
  await page.getByRole('tab', { name: /经过/ }).click();
  await page.getByText('添加文件').waitFor();
});

test('a draft begun on one device is found on another', async () => {
  const { open } = await listeningWorld();
  const office = await open('liaison');
  await office.keyboard.press('n');
  await office.locator('input[name="title"]').fill('酸奶发霉要求退款');
  await office.getByText(/草稿已存 \d/).waitFor();
  const phone = await open('liaison', { size: PHONE });

  await phone.getByRole('button', { name: /登记/ }).click();

  await expect.poll(() => phone.locator('input[name="title"]').inputValue()).toBe('酸奶发霉要求退款');
});
