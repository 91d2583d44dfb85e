import { expect, test } from 'vitest';
import { anOrder } from '#tests/rectifications/a-rectification.ts';
import { aCode, world } from '#tests/support/world.ts';
import { aTransfer } from '#tests/transfers/a-transfer.ts';
import { aClue } from './a-case.ts';

const CUT = { kind: 'sole_trader' as const, name: '夏河县扎西特产店', creditCode: '926230271234567000' };
const WRONG = { ...CUT, creditCode: `${aCode(1).slice(0, 17)}${aCode(1)[17] === '0' ? '1' : '0'}` };

test('a party’s number that a spreadsheet has cut short is refused by name of its field, since nobody can know what it was', async () => {
  const { inspector } = await world();
  const { id, version } = (await inspector.post('/api/cases', aClue())).json();

  const answers = [
    await inspector.post('/api/cases', aClue({ parties: [WRONG, CUT] })),
    await inspector.post('/api/cases', aClue({ parties: [{ ...WRONG, idNo: '6.23027E+17' }] })),
    await inspector.patch(`/api/cases/${id}`, { version, parties: [CUT] }),
    await inspector.post('/api/transfers', aTransfer({ parties: [CUT] })),
    await inspector.post('/api/rectifications', anOrder({ creditCode: CUT.creditCode })),
  ];

  expect(answers.map((answer) => [answer.statusCode, answer.json().detail.fields])).toEqual([
    [422, { 'parties.1.creditCode': 'damaged' }],
    [422, { 'parties.0.idNo': 'damaged' }],
    [422, { 'parties.0.creditCode': 'damaged' }],
    [422, { 'parties.0.creditCode': 'damaged' }],
    [422, { creditCode: 'damaged' }],
  ]);
});

test('an order’s code may be corrected to none, and not to one that was cut short', async () => {
  const { inspector } = await world();
  const { id, version } = (await inspector.post('/api/rectifications', anOrder())).json();

  const cut = await inspector.patch(`/api/rectifications/${id}`, { version, creditCode: CUT.creditCode });
  const none = await inspector.patch(`/api/rectifications/${id}`, { version, creditCode: null });

  expect([cut.statusCode, cut.json().detail.fields]).toEqual([422, { creditCode: 'damaged' }]);
  expect([none.statusCode, none.json().creditCode]).toEqual([200, null]);
});

test('a code whose check digit is wrong is kept as it was typed: it is warned of and never blocks', async () => {
  const { inspector } = await world();

  const made = await inspector.post('/api/cases', aClue({ parties: [WRONG] }));

  expect(made.statusCode).toBe(201);
  expect((await inspector.get(`/api/cases/${made.json().id}`)).json().parties).toMatchObject([
    { creditCode: WRONG.creditCode },
  ]);
});
