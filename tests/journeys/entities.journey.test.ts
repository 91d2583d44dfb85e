import { afterAll, expect, test } from 'vitest';
import type { EntityRow } from '#shared/entities/entity.schema.ts';
import { filer } from '#tests/entities/a-library.ts';
import { closeBrowser, listeningWorld, PHONE } from '#tests/support/browser.ts';
import { aCode } from '#tests/support/world.ts';

afterAll(closeBrowser);

test('a liaison files a shop, sees that it is on file already, links it while the telephone rings, merges the double and takes that back', async () => {
  const people = await listeningWorld();
  const { open, liaison, address } = people;
  const shop = await filer(liaison)();
  const page = await open('liaison');

  await page.getByRole('link', { name: '对象库' }).first().click();
  await page.getByRole('link', { name: '夏河县扎西特产店' }).waitFor();
  await page.getByRole('link', { name: /新增监管对象/ }).click();
  await page.locator('select[name="kind"]').selectOption('sole_trader');
  await page.locator('input[name="name"]').fill('扎西特产店（个体工商户）');
  await page.locator('entity-similar').getByText('字号相同').waitFor();
  await page.locator('input[name="code"]').fill(aCode(7).replace(/0/g, 'O'));
  await page.getByRole('button', { name: `改为 ${aCode(7)}` }).click();
  await page.locator('input[name="operator"]').fill('卓玛才让');
  await page.locator('input[name="phone"]').fill('13809417777');
  await page.keyboard.press('Control+Enter');
  await page.locator('entity-page record-page').waitFor();
  const double = Number(page.url().split('/').pop());
  await page.locator('entity-identity').getByText('卓***').waitFor();
  expect(await page.content()).not.toContain('卓玛才让');

  await page.getByRole('button', { name: '查看身份信息' }).click();
  await page.locator('#reason').fill('核实经营者');
  await page.keyboard.press('Control+Enter');
  await page.locator('entity-identity').getByText('138 0941 7777').waitFor();

  await page.keyboard.press('n');
  const subject = page.locator('subject-box combo-box[free] input');
  await subject.focus();
  await page.keyboard.type('zxtc');
  await page.getByRole('option', { name: /扎西特产店（个体工商户）.*今年投诉 0 · 在办 0 · 检查 0\/4/ }).click();
  await page.locator('subject-box').getByText('今年投诉 0').waitFor();
  await page.locator('input[name="name"]').last().fill('李某');
  await page.locator('combo-box[name="matter"] input').focus();
  await page.keyboard.type('spzl');
  await page.keyboard.press('Tab');
  await page.locator('input[name="title"]').fill('冬虫夏草掺假要求退款');
  await page.keyboard.press('Control+Enter');
  await page.locator('complaint-page record-page').waitFor();
  const record = page.url();
  await page.locator('complaint-facts').getByRole('link', { name: '扎西特产店（个体工商户）' }).click();
  await page.locator('entity-page').getByText('在办 1 件').waitFor();

  await page.goto(`${address}/entities/${shop.id}/merge`);
  await page.locator('entity-similar').getByRole('button', { name: '就是它' }).first().click();
  await page.getByRole('radio', { name: /^名称 扎西特产店/ }).check();
  await page.getByRole('button', { name: '合并', exact: true }).click();
  await page.locator('#reason').fill('同一家店');
  await page.keyboard.press('Control+Enter');
  await page.locator('entity-page record-page[title="扎西特产店（个体工商户）"]').waitFor();
  await page.locator('entity-page').getByText('在办 1 件').waitFor();
  await page.getByRole('tab', { name: /全部经过/ }).click();
  await page.locator('entity-timeline').getByText('冬虫夏草掺假要求退款').waitFor();
  await page.locator('entity-timeline').getByText('合并', { exact: true }).waitFor();
  await page.goto(`${address}/entities/${double}`);
  await page.getByRole('link', { name: '打开并入后的档案' }).click();

  await page.getByRole('button', { name: '撤销合并' }).click();
  await page.locator('#reason').fill('两家店');
  await page.keyboard.press('Control+Enter');
  await page.locator('entity-page record-page[title="夏河县扎西特产店"]').waitFor();
  await page.locator('entity-page').getByText('在办 0 件').waitFor();
  await page.goto(record);
  await page.locator('complaint-facts').getByRole('link', { name: '扎西特产店（个体工商户）' }).click();
  await page.waitForURL(`${address}/entities/${double}`);
});

test('an inspector on a phone reads who was there and logs a visit; a coordinator is offered none, and sets the cap', async () => {
  const { open, liaison, address } = await listeningWorld();
  const shop = await filer(liaison)();
  const phone = await open('inspector', { size: PHONE });

  await phone.goto(`${address}/entities/${shop.id}?tab=visits`);
  await phone.locator('entity-visits').getByText('2026 年各部门检查 0/4 次').waitFor();
  await phone.getByRole('button', { name: '登记检查' }).click();
  await phone.locator('select[name="purpose"]').selectOption('daily');
  await phone.locator('input[name="officer1"]').fill('洛桑 6230A01');
  await phone.locator('reason-dialog').getByRole('button', { name: '登记检查' }).click();
  await phone.getByText('至少两名检查人员').waitFor();
  await phone.locator('input[name="officer2"]').fill('李军 6230A02');
  await phone.locator('reason-dialog').getByRole('button', { name: '登记检查' }).click();
  await phone.locator('entity-visits').getByText('2026 年各部门检查 1/4 次').waitFor();

  const coordinator = await open('blockCoordinator');
  await coordinator.goto(`${address}/entities/${shop.id}?tab=visits`);
  await coordinator.locator('entity-visits').getByText('洛桑 6230A01').waitFor();
  expect(await coordinator.getByRole('button', { name: '登记检查' }).count()).toBe(0);
  await coordinator.getByRole('button', { name: '调整上限' }).click();
  await coordinator.locator('#cap').fill('1');
  await coordinator.locator('#reason').fill('县级年度计划');
  await coordinator.keyboard.press('Control+Enter');
  await coordinator.locator('entity-visits').getByText('已到上限').waitFor();
});

test('a watch mark is asked for, approved by another, and then stands in the list of those it is for', async () => {
  const { open, liaison, farmer, outsider, address } = await listeningWorld();
  const shop = await filer(liaison)();
  const page = await open('liaison');

  await page.goto(`${address}/entities/${shop.id}?tab=watch`);
  await page.getByRole('button', { name: '提请重点关注' }).click();
  await page.locator('watch-ask').getByLabel('农业农村').check();
  await page.locator('#reason').fill('虫草季集中检查');
  await page.keyboard.press('Control+Enter');
  await page.locator('entity-watch').getByText('待批准').waitFor();
  const chief = await open('chief');
  await chief.goto(`${address}/entities`);
  await chief.locator('watch-asked').getByRole('button', { name: '批准', exact: true }).click();
  await chief.locator('data-grid watch-mark').waitFor();

  const watch = async (as: typeof liaison) =>
    ((await as.get('/api/entities')).json().rows as EntityRow[]).map(({ watch }) => watch);
  expect([await watch(farmer), await watch(outsider)]).toEqual([['focus'], [null]]);
});

test('a misread code of a party is warned of while it is typed, and put right by a press', async () => {
  const { open, inspector, address } = await listeningWorld();
  const page = await open('inspector');
  await page.goto(`${address}/cases`);
  await page.locator('side-rail').waitFor();
  await page.keyboard.press('l');
  const row = page.locator('case-entry row-list[name="parties"] .row');
  const advice = row.locator('number-advice[format="code"]');
  await row.locator('input[name="creditCode"]').fill(`${aCode(7).slice(0, 17)}${aCode(7)[17] === '0' ? '1' : '0'}`);
  await advice.getByText('校验位不符').waitFor();
  await row.locator('input[name="idNo"]').fill('110105194912310021');
  await row.getByText('请与身份证核对').waitFor();
  await row.locator('input[name="idNo"]').fill('');
  await row.locator('input[name="creditCode"]').fill(aCode(7).replace(/0/g, 'O'));

  await row.getByRole('button', { name: `改为 ${aCode(7)}` }).click();

  expect(await row.locator('input[name="creditCode"]').inputValue()).toBe(aCode(7));
  expect(await row.locator('number-advice p').count()).toBe(0);
  expect((await inspector.get('/api/cases')).json().rows).toEqual([]);
});
