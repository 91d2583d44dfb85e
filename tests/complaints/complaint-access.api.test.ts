import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Asker, anIntake, OFFICES, world } from '#tests/support/world.ts';

const register = async (who: Asker, change: Parameters<typeof anIntake>[0] = {}) =>
  (await who.post('/api/complaints', anIntake(change))).json();
const idsIn = async (who: Asker, query = '') =>
  (await who.get(`/api/complaints${query}`)).json().rows.map((row: { id: number }) => row.id);

const finds = async (who: Asker, q: string) =>
  (await who.post('/api/complaints/find', { q })).json().rows.map((row: { id: number }) => row.id);

test('to an office without a part the record is not there: list, page, counts, timeline, clocks, number', async () => {
  const { registrar, lintan } = await world();
  const { id, number } = await register(registrar);

  const answers = await Promise.all(
    [
      `/api/complaints/${id}`,
      `/api/dossiers/${id}/timeline`,
      `/api/dossiers/${id}/clocks`,
      `/api/dossiers/by-number/${number}`,
    ].map((url) => lintan.get(url)),
  );

  expect(answers.map((answer) => answer.statusCode)).toEqual([404, 404, 404, 404]);
  expect(await idsIn(lintan)).toEqual([]);
  expect((await lintan.get('/api/complaints/counts')).json()).toMatchObject({ total: 0 });
  expect((await lintan.get('/api/complaints/tally')).json()).toEqual([]);
});

test('a line and a block read an overview without personal data', async () => {
  const { liaison, blockCoordinator, registrar } = await world();
  const { id } = await register(liaison);

  const line = (await registrar.get(`/api/complaints/${id}`)).json();
  const block = (await blockCoordinator.get(`/api/complaints/${id}`)).json();

  expect(line).toMatchObject({ access: 'overview', complainantMask: null, subjectContact: null, tellings: [] });
  expect(block).toMatchObject({ access: 'overview', content: null, complainantMask: null });
});

test('a restricted record shows those not named its stub, and is not found by what the stub does not show', async () => {
  const { registrar, liaison, chief } = await world();
  const { id } = await register(registrar, { restricted: true });

  const stub = (await liaison.get(`/api/complaints/${id}`)).json();
  const approver = (await chief.get(`/api/complaints/${id}`)).json();

  expect(stub).toMatchObject({ stub: true, title: '', content: null, subjectName: null });
  expect(approver).toMatchObject({ stub: false, title: '冬虫夏草掺假要求退款' });
  expect(await idsIn(liaison)).toEqual([id]);
  expect(await idsIn(liaison, '?matter=food.quality')).toEqual([]);
  expect(await finds(liaison, '虫草')).toEqual([]);
  expect(await finds(chief, '虫夏')).toEqual([id]);
});

test('a new owner does not throw the former one out', async () => {
  const { registrar, liaison, farmer } = await world();
  const { id, version } = await register(registrar);
  await liaison.post(`/api/complaints/${id}/steps`, { step: 'acknowledge', version });

  const passed = await liaison.post(`/api/complaints/${id}/steps`, {
    step: 'pass_on',
    version: version + 1,
    officeId: OFFICES.agriculture.id,
    reason: '属种植环节',
  });

  expect(passed.statusCode, passed.body).toBe(200);
  expect((await farmer.get(`/api/complaints/${id}`)).json()).toMatchObject({ access: 'own' });
  expect((await liaison.get(`/api/complaints/${id}`)).statusCode).toBe(200);
});

test('identity opens for a minute and a reason, is counted on the record and leaves a line', async () => {
  const { registrar, liaison, auditor } = await world();
  const { id } = await register(registrar);

  const opened = await liaison.post(`/api/complaints/${id}/identity`, { reason: '电话核实' });
  const silent = await liaison.post(`/api/complaints/${id}/identity`, { reason: '' });
  const forbidden = await auditor.post(`/api/complaints/${id}/identity`, { reason: '检查' });

  expect(opened.json()).toEqual({ complainant: { name: '李某某', phone: '13909411234' }, seconds: 60 });
  expect([silent.statusCode, forbidden.statusCode]).toEqual([422, 403]);
  expect((await liaison.get(`/api/complaints/${id}`)).json()).toMatchObject({
    identityOpenings: 1,
    complainantMask: '李**',
  });
  const [line] = (await liaison.get(`/api/dossiers/${id}/timeline`)).json();
  expect(line).toMatchObject({ event: 'identity.opened', detail: { reason: '电话核实' } });
});

test('who complained stands nowhere in the file in clear', async () => {
  const { registrar, file } = await world();
  await register(registrar, { complainant: { name: '尕藏加措', phone: '13909419876', idNo: '623027199001011238' } });

  const bytes = Buffer.concat([file, `${file}-wal`].map((each) => readFileSync(each)));

  expect(['尕藏加措', '13909419876', '623027199001011238'].filter((secret) => bytes.includes(secret))).toEqual([]);
});

test('words are found from one sign on, by initials of every reading, by number, and across no full stop', async () => {
  const { registrar, liaison } = await world();
  const { id, number } = await register(registrar, { subjectName: '夏河县尕藏特产店', content: '酸奶过期。退款无门' });
  const found = (q: string) => finds(liaison, q);

  expect(await found('奶')).toEqual([id]);
  expect(await found('酸奶')).toEqual([id]);
  expect(await found('期退')).toEqual([]);
  expect(await found('gztc')).toEqual([id]);
  expect(await found('gctcd')).toEqual([id]);
  expect(await found(number)).toEqual([id]);
  expect(await found('。')).toEqual([]);
});

test('what may be the same matter is hinted at: the same respondent of late, the same telephone in one’s own records', async () => {
  const { registrar, liaison, farmer } = await world();
  const { id } = await register(registrar, { subjectName: '夏河县尕藏特产店' });
  const hints = async (who: Asker, ask: object) =>
    (await who.post('/api/complaints/similar', ask)).json().map((hit: { id: number }) => hit.id);

  expect(await hints(liaison, { subjectName: '尕藏特产店' })).toEqual([id]);
  expect(await hints(liaison, { phone: '139 0941 1234' })).toEqual([id]);
  expect(await hints(farmer, { phone: '13909411234', subjectName: '尕藏特产店' })).toEqual([]);
});
