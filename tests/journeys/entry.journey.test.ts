import { afterAll, expect, test } from 'vitest';
import { closeBrowser, listeningWorld } from '#tests/support/browser.ts';
import { anIntake } from '#tests/support/world.ts';

afterAll(closeBrowser);

const NOTE = '游客王某(电话13909415678)在夏河县拉卜楞镇扎西特产店买冬虫夏草2600元，回家发现掺假，要求退货退款并赔偿。';

test('a pasted note fills the form, a draft taken up again tells the same, and a repeat is joined to the open record', async () => {
  const { open, liaison: api } = await listeningWorld();
  const first = (await api.post('/api/complaints', anIntake({ subjectName: '扎西特产店' }))).json();
  const page = await open('liaison');
  await page.locator('side-rail').waitFor();
  await page.keyboard.press('n');
  const form = page.locator('complaint-entry form');
  await page.locator('entry-note textarea').fill(NOTE);
  await page.locator('entry-note textarea').blur();
  await page.locator('entry-note').getByRole('button', { name: '诉求 赔偿' }).waitFor();
  expect(await form.locator('[name="title"]').inputValue()).toBe('冬虫夏草掺假');
  expect(await form.getByLabel('退货退款').isChecked()).toBe(true);
  await form.getByRole('button', { name: '移到身份信息，从内容中去掉' }).click();
  expect(await form.locator('[name="content"]').inputValue()).not.toMatch(/王某|13909415678/);
  expect(await form.locator('[name="phone"]').inputValue()).toBe('13909415678');
  await form.locator('combo-box[name="matter"] input').fill('食品质量');
  await form.locator('combo-box[name="matter"] input').press('Tab');
  await page.keyboard.press('Escape');

  await page.reload();
  await page.locator('side-rail').waitFor();
  await page.keyboard.press('n');
  await page.locator('entry-note').getByRole('button', { name: '事由 冬虫夏草掺假' }).waitFor();
  await page.locator('entry-outlook').getByText(first.number).waitFor();
  await page.locator('entry-outlook').getByRole('button', { name: '并案' }).click();
  await page.getByText(`登记后并入 ${first.number}`).waitFor();
  await page.keyboard.press('Control+Enter');

  await page.locator('complaint-page record-page').waitFor();
  const id = page.url().split('/').pop();
  expect((await api.get(`/api/complaints/${id}`)).json()).toMatchObject({
    title: '冬虫夏草掺假',
    demands: ['refund', 'compensation'],
    state: 'closed',
    links: [{ link: 'merged', number: first.number }],
  });
}, 60_000);
