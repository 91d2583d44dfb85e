import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { closeBrowser, listeningWorld } from '#tests/support/browser.ts';
import { issue, make, registered, stepped } from '#tests/support/papers.ts';
import { edited, opened } from '#tests/support/word.ts';

afterAll(closeBrowser);

const row = (page: Page, name: string) => page.locator('record-table tr', { hasText: name }).first();

/** Chooses a Word file for a form as a person does. */
async function replaceBy(page: Page, name: string, bytes: Buffer) {
  const path = join(await mkdtemp(join(tmpdir(), 'yipanqi-template-')), '本局送达回证.docx');
  await writeFile(path, bytes);
  const chosen = page.waitForEvent('filechooser');
  await row(page, name).getByRole('button', { name: '上传替换' }).click();
  await (await chosen).setFiles(path);
}

test('an office takes the standard form, sees what is wrong with its own, puts it in use, makes a paper by it and goes back', async () => {
  const { open, address, liaison: api } = await listeningWorld();
  const page = await open('liaison', { refused: true });
  await page.goto(`${address}/papers`);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    row(page, '投诉受理决定书').getByRole('link', { name: '下载标准式样' }).click(),
  ]);
  const standard = await readFile(await file.path());

  await replaceBy(page, '投诉受理决定书', await edited(standard, ['{投诉事项}', '{投诉的事}']));
  await page.getByText('不认识的占位：投诉的事').waitFor();
  await page.getByText(/缺少必须有的占位：.*投诉事项/).waitFor();
  await replaceBy(page, '投诉受理决定书', await edited(standard, ['投诉受理决定书', '夏河投诉受理决定书']));
  await row(page, '投诉受理决定书').getByText('本单位模板第 1 版').waitFor();

  const complaint = await stepped(api, await registered(api), 'accept');
  const made = (await make(api, complaint, 'complaint_acceptance', 'others', { 联系人: '张丽' })).json();
  const paper = await opened((await api.get(`/api/files/${made.paper.fileId}`)).rawPayload);
  expect(paper.text).toContain('夏河投诉受理决定书');

  await row(page, '投诉受理决定书').getByRole('button', { name: '恢复标准式样' }).click();
  await page.locator('#reason').fill('改用统一式样');
  await page.keyboard.press('Control+Enter');
  await row(page, '投诉受理决定书').getByText('标准式样', { exact: true }).waitFor();
}, 60_000);

test('a way of numbering is changed with a reason, and the register tells every number, voided ones with why', async () => {
  const { open, address, liaison: api } = await listeningWorld();
  const complaint = await stepped(api, await registered(api), 'accept');
  const draft = (await make(api, complaint, 'complaint_acceptance', 'complainant', { 联系人: '张丽' })).json();
  expect((await issue(api, draft.paper.id, draft.version)).statusCode).toBe(201);

  const page = await open('liaison');
  await page.goto(`${address}/papers?part=numbers`);
  await row(page, '投诉受理决定书').getByRole('button', { name: '修改样式' }).click();
  await page.locator('#number-template').fill('（夏）市监投受〔{year}〕');
  await page.locator('#reason').fill('按年初通知');
  await page.keyboard.press('Control+Enter');
  await page.locator('.fault').first().waitFor();
  await page.locator('#number-template').fill('（夏）消保受〔{year}〕{n}号');
  await page.keyboard.press('Control+Enter');
  await row(page, '投诉受理决定书').getByText('（夏）消保受〔2026〕2号').waitFor();

  await row(page, '投诉受理决定书').getByRole('button', { name: '文号登记簿' }).click();
  await page.getByRole('button', { name: '作废文号' }).click();
  await page.locator('#reason').fill('投诉人姓名写错');
  await page.keyboard.press('Control+Enter');
  await page.locator('number-register', { hasText: '投诉人姓名写错' }).waitFor();
  await page.getByText('共 1 个：使用 0，作废 1，线下使用 0').waitFor();
}, 60_000);
