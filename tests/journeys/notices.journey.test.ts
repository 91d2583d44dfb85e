import { afterAll, expect, test } from 'vitest';
import { tellWaiting } from '#server/notices/notice.service.ts';
import { closeBrowser, listeningWorld } from '#tests/support/browser.ts';
import { anIntake } from '#tests/support/world.ts';

afterAll(closeBrowser);

test('what comes for me is said on whatever page is open; once I chose the digest, at half past eight', async () => {
  const people = await listeningWorld();
  const page = await people.open('liaison');
  const badge = page.locator('notice-badge .n');
  await people.registrar.post('/api/complaints', anIntake());
  await page
    .locator('toast-line', { hasText: '新通知：分给本单位，待签收' })
    .getByRole('button', { name: '查看' })
    .click();
  await page.waitForURL('**/notices');

  await page.locator('notice-choice summary').click();
  await page.locator('notice-choice #act').selectOption('daily');
  await page.getByRole('button', { name: '保存' }).click();
  await page.locator('toast-line').getByText('提醒方式已保存').waitFor();
  await people.registrar.post('/api/complaints', anIntake({ title: '另一件' }));
  await page.locator('notice-page li', { hasText: '08:30 提醒' }).waitFor();
  const before = await badge.innerText();
  people.clock.pass({ minutes: 22.5 * 60 });
  await people.later(0);
  await tellWaiting(people.app);

  await page.locator('toast-line').getByText('今日摘要：2 件待我处理').waitFor();
  expect([before, await badge.innerText()]).toEqual(['1', '2']);
});
