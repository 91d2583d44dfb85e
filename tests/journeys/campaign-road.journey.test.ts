import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { anOrder } from '#tests/rectifications/a-rectification.ts';
import { closeBrowser, listeningWorld } from '#tests/support/browser.ts';
import { OFFICES } from '#tests/support/world.ts';

afterAll(closeBrowser);

/** Takes a step from the record's page: presses its button and confirms by key. */
async function step(page: Page, name: string) {
  await page.locator('step-panel').getByRole('button', { name, exact: false }).first().click();
  const dialog = page.locator('step-dialog');
  await dialog.getByRole('dialog').waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
}
const standsAt = (page: Page, state: string) =>
  page.locator('record-page [slot="owner"]', { hasText: state }).waitFor();

test('a campaign is drafted from a template, issued, acknowledged at the liaison’s desk, and walked in its matrix', async () => {
  const { open, inspector, liaison } = await listeningWorld();
  const coordinator = await open('coordinator', { refused: true });
  await coordinator.goto(`${new URL(coordinator.url()).origin}/campaigns`);
  await coordinator.getByRole('button', { name: '新建专项行动' }).first().click();
  const entry = coordinator.locator('campaign-entry');
  await entry.locator('#template').selectOption('tourism');
  expect(await entry.locator('input[name="title"]').inputValue()).toBe('2026年旅游市场联合整治');
  const grid = entry.locator('plan-grid');
  await grid.locator('#kind').selectOption('rectification');
  await grid.getByLabel(OFFICES.xiahe.name).fill('2');
  await grid.getByLabel(OFFICES.lintan.name).fill('1');
  await grid.locator('#kind').focus();
  await grid.locator('#lead').selectOption(String(OFFICES.xiahe.id));
  await coordinator.keyboard.press('Control+Enter');
  await coordinator.locator('campaign-page record-page').waitFor();
  await standsAt(coordinator, '草拟');
  await step(coordinator, '下发');
  await standsAt(coordinator, '已下发');

  const mine = await open('liaison', { refused: true });
  await mine.goto(`${new URL(mine.url()).origin}/?tab=to_sign`);
  await mine.locator('data-grid').getByRole('link', { name: 'RW-26-1' }).click();
  await mine.locator('assignment-page record-page').waitFor();
  await step(mine, '签收');
  await standsAt(mine, '进行中');

  const campaignId = Number(new URL(coordinator.url()).pathname.split('/')[2]);
  expect((await inspector.post('/api/rectifications', anOrder({ campaignId }))).statusCode).toBe(201);
  await coordinator.getByRole('tab', { name: '矩阵' }).click();
  const matrix = coordinator.locator('campaign-matrix');
  const cell = matrix.getByRole('gridcell', { name: `${OFFICES.xiahe.name} 0/2` });
  await cell.waitFor();
  await matrix.locator('td[tabindex="0"]').focus();
  await coordinator.keyboard.press('ArrowRight');
  await coordinator.keyboard.press('Enter');
  await coordinator.locator('campaign-records-page').waitFor();
  expect(new URL(coordinator.url()).searchParams.get('f')).toBe(`office.in.${OFFICES.xiahe.id}`);
  await coordinator.locator('data-grid').getByRole('link', { name: 'ZG-26-1' }).waitFor();
  expect((await liaison.get(`/api/campaigns/${campaignId}`)).json().state).toBe('running');
});
