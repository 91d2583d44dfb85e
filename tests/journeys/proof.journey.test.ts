import { afterAll, expect, test } from 'vitest';
import { closeBrowser, listeningWorld, PASSWORD } from '#tests/support/browser.ts';
import { anIntake } from '#tests/support/world.ts';

afterAll(closeBrowser);

test('after a while the password is asked for over the page: cancelled, wrong, right, and the act goes on by itself', async () => {
  const people = await listeningWorld();
  const { id } = (await people.liaison.post('/api/complaints', anIntake())).json();
  const page = await people.open('liaison');
  await page.goto(`${people.address}/complaints/${id}`);
  people.clock.pass({ minutes: 6 });
  const opening = page.locator('complaint-identity');
  const asked = page.locator('prove-dialog').getByRole('dialog');
  await opening.getByRole('button', { name: '查看身份信息' }).click();
  await opening.locator('#reason').fill('核对电话号码');
  await page.keyboard.press('Control+Enter');

  await asked.waitFor();
  await page.keyboard.press('Escape');
  await asked.waitFor({ state: 'detached' });
  await opening.getByText('填写的内容还在').waitFor();
  expect(await opening.locator('#reason').inputValue()).toBe('核对电话号码');

  await opening.locator('#reason').focus();
  await page.keyboard.press('Control+Enter');
  await asked.waitFor();
  await page.keyboard.type('Not-the-password-1');
  await page.keyboard.press('Enter');
  await page.locator('prove-dialog').getByText('密码不正确').waitFor();
  expect(await opening.getByText('13909411234').count()).toBe(0);

  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await opening.locator('.open', { hasText: '139 0941 1234' }).waitFor();
  await asked.waitFor({ state: 'detached' });
  const openings = (await people.liaison.get(`/api/complaints/${id}`)).json().identityOpenings;
  expect(openings).toBe(1);
});
