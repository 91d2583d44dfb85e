import { afterAll, expect, test } from 'vitest';
import { closeBrowser, listeningWorld } from '#tests/support/browser.ts';
import { anIntake } from '#tests/support/world.ts';

afterAll(closeBrowser);

test('twelve records get a handler at once; taken back by key, the one a colleague changed since stays and is named', async () => {
  const { open, liaison, inspector, address } = await listeningWorld();
  for (let n = 1; n <= 12; n += 1) await liaison.post('/api/complaints', anIntake({ title: `第${n}件投诉` }));
  const page = await open('liaison');
  await page.goto(`${address}/complaints`);
  const handler = (number: string) =>
    page.getByRole('row', { name: new RegExp(`${number}\\D`) }).getByText('inspector', { exact: true });

  await page.getByRole('checkbox', { name: '选择已载入的全部' }).check();
  await page.getByRole('combobox', { name: '指定承办人' }).selectOption({ label: 'inspector' });
  await page.getByText('已改 12 条的承办人').waitFor();
  await handler('TS-26-3').waitFor();
  const third = (await liaison.get('/api/complaints?sort=received'))
    .json()
    .rows.find(({ number }: { number: string }) => number === 'TS-26-3');
  await inspector.patch(`/api/complaints/${third.id}`, { version: third.version, title: '同事改过' });
  await page.locator('main').click({ position: { x: 4, y: 4 } });
  await page.keyboard.press('Control+z');

  await page.getByText('已撤销对承办人的修改：11 条复原；1 条此后有变，未动：TS-26-3').waitFor();
  await handler('TS-26-12').waitFor({ state: 'detached' });
  await handler('TS-26-3').waitFor();
  await page.getByText('同事改过').waitFor();
});

test('a cell changed in place is taken back and done again by key, while a text field keeps Ctrl+Z to itself', async () => {
  const { open, liaison, address } = await listeningWorld();
  await liaison.post('/api/complaints', anIntake({ title: '原来的事由' }));
  const page = await open('liaison');
  await page.goto(`${address}/complaints`);
  await page.getByText('原来的事由').dblclick();
  await page.keyboard.insertText('新的事由');
  await page.keyboard.press('Enter');
  await page.getByText('已改 TS-26-1 的事由').waitFor();

  await page.locator('ledger-page input[type="search"]').first().focus();
  await page.keyboard.type('x');
  await page.keyboard.press('Control+z');
  expect((await liaison.get('/api/complaints')).json().rows[0].title).toBe('新的事由');
  await page.getByRole('gridcell', { name: '新的事由' }).click();
  await page.keyboard.press('Control+z');
  await page.getByRole('gridcell', { name: '原来的事由' }).waitFor();
  await page.keyboard.press('Control+y');

  await page.getByText('已重做对事由的修改：1 条').waitFor();
  await page.getByRole('gridcell', { name: '新的事由' }).waitFor();
});

test('what a colleague changed since stays, and it is said why it was not taken back', async () => {
  const { open, liaison, inspector, address } = await listeningWorld();
  const { id } = (await liaison.post('/api/complaints', anIntake({ title: '原来的事由' }))).json();
  const page = await open('liaison');
  await page.goto(`${address}/complaints/${id}`);
  await page.getByRole('button', { name: '修改登记内容' }).click();
  await page.getByRole('textbox', { name: '事由' }).fill('我改的事由');
  await page.keyboard.press('Control+Enter');
  await page.getByText('已改 TS-26-1 的事由').waitFor();
  const { version } = (await liaison.get(`/api/complaints/${id}`)).json();
  await inspector.patch(`/api/complaints/${id}`, { version, title: '同事改的事由' });

  await page.getByRole('button', { name: '撤销' }).click();

  await page.getByText('没有撤销对事由的修改：TS-26-1 此后有变，保持现状。').waitFor();
  expect((await liaison.get(`/api/complaints/${id}`)).json().title).toBe('同事改的事由');
});
