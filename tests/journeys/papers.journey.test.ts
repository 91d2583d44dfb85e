import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { FILE, following } from '#tests/cases/a-case.ts';
import { closeBrowser, listeningWorld, PHONE } from '#tests/support/browser.ts';
import { make, registered, stepped } from '#tests/support/papers.ts';
import { opened } from '#tests/support/word.ts';
import { filedCase } from '#tests/transfers/a-sent-case.ts';

afterAll(closeBrowser);

/** A complaint that was accepted and whose two sides are asked to mediation. */
async function accepted() {
  const world = await listeningWorld();
  const { liaison, address } = world;
  const complaint = await stepped(liaison, await registered(liaison), 'accept');
  return { ...world, complaint, page: `${address}/complaints/${complaint.id}?tab=files` };
}

const field = (page: Page, place: string) => page.locator(`paper-desk [name="${place}"]`);

test('a paper is begun with what it lacks marked, filled, put in force with its number, read as Word, and told in the story', async () => {
  const { open, page: address } = await accepted();
  const liaison = await open('liaison');
  await liaison.goto(address);
  await liaison.locator('.form', { hasText: '投诉调解通知书' }).getByText('还缺：调解时间').waitFor();

  await liaison.getByRole('button', { name: '投诉调解通知书' }).first().click();
  await liaison.locator('paper-desk select[name="to"]').selectOption('respondent');
  await liaison.locator('paper-sheet mark', { hasText: '【缺：调解时间】' }).waitFor();
  await liaison.keyboard.press('Control+Enter');
  await liaison.getByText(/已生成 .*第1版/).waitFor();
  await liaison.locator('paper-desk .lacks strong', { hasText: '调解时间' }).waitFor();
  await liaison.locator('paper-desk .lacks').first().getByRole('button').first().click();
  expect(await field(liaison, '调解时间').evaluate((input) => input.matches(':focus'))).toBe(true);

  for (const [place, text] of Object.entries({
    调解地点: '本局一楼调解室',
    携带材料: '购货凭证',
    调解人员: '张丽',
    回避期限: '3',
  }))
    await field(liaison, place).fill(text);
  await field(liaison, '调解时间').fill('2026-12-08T09:30');
  await liaison.locator('paper-sheet', { hasText: '2026年12月8日9时30分' }).waitFor();
  await liaison.locator('paper-desk', { hasText: '必需的内容已齐全' }).waitFor();
  await liaison.keyboard.press('Control+Enter');
  await liaison.locator('made-papers [data-act="issue"]').click();
  await liaison.locator('paper-act').getByRole('dialog').waitFor();
  await liaison.keyboard.press('Control+Enter');
  const paper = liaison.locator('made-papers li').filter({ hasText: '已成文' }).first();
  await paper.getByText(/市监投调通〔2026〕第1号/).waitFor();
  await paper
    .getByText(/SHA-256/)
    .first()
    .waitFor();

  const [file] = await Promise.all([
    liaison.waitForEvent('download'),
    paper.getByRole('link', { name: '下载' }).first().click(),
  ]);
  const { text } = await opened(await readFile(await file.path()));
  expect(text).toMatch(/市监投调通〔2026〕第1号/);
  expect(text).toContain('2026年12月8日9时30分');
  expect(text).not.toMatch(/草　稿|【缺|[{}]/);

  await liaison.getByRole('tab', { name: /经过/ }).click();
  await liaison.locator('dossier-timeline li', { hasText: /签发文书 .*投调通〔2026〕第1号/ }).waitFor();
}, 60_000);

test('whoever may not put a paper in force writes it whole and leaves it to the head of the office', async () => {
  const people = await listeningWorld();
  const violation = await filedCase(people);
  await following(violation).edit(people.inspector, FILE);
  const address = `${people.address}/cases/${violation.id}?tab=files`;
  const officer = await people.open('inspector');
  await officer.goto(`${address}&paper=correction_order`);
  await field(officer, '改正要求').fill('立即停止销售超过保质期的食品。');
  await officer.keyboard.press('Control+Enter');
  await officer.locator('made-papers li', { hasText: '第 1 版' }).first().waitFor();
  expect(await officer.locator('[data-act="issue"]').count()).toBe(0);

  const head = await people.open('chief');
  await head.goto(address);
  await head.locator('[data-act="issue"]').click();
  await head.keyboard.press('Control+Enter');
  await head.locator('made-papers li', { hasText: '已成文' }).first().waitFor();
});

test('a number that was drawn in error is voided with a reason, and its paper says so', async () => {
  const { open, liaison: api, complaint, page: address } = await accepted();
  const draft = (await make(api, complaint, 'complaint_acceptance', 'complainant', { 联系人: '张丽' })).json();
  const answer = await api.post(`/api/documents/${draft.paper.id}/issue`, { version: draft.version });
  expect(answer.statusCode, answer.body).toBe(201);
  const liaison = await open('liaison');
  await liaison.goto(address);
  await liaison.locator('made-papers [data-act="void"]').click();
  await liaison.locator('paper-act #reason').fill('当事人名称写错');
  await liaison.keyboard.press('Control+Enter');
  await liaison.locator('made-papers', { hasText: '已作废' }).waitFor();
});

test('whoever only reads a record sees its papers and is offered to write none; a phone shows the desk in one column', async () => {
  const { open, liaison: api, complaint, page: address } = await accepted();
  await make(api, complaint, 'mediation_notice', 'respondent');
  const phone = await open('liaison', { size: PHONE });
  await phone.goto(`${address}&paper=mediation_notice&for=respondent`);
  await phone.locator('paper-desk .lacks').first().waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  const chief = await open('chief');
  await chief.goto(address);
  await chief.locator('made-papers', { hasText: '草稿' }).waitFor();
  expect(await chief.locator('made-papers [data-act="issue"]').count()).toBe(0);
});
