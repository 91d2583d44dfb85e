import { expect, test } from 'vitest';
import { aClue } from '#tests/cases/a-case.ts';
import { world } from '#tests/support/world.ts';
import { filedCase } from './a-sent-case.ts';
import { aTransfer, drafted, sentToPolice } from './a-transfer.ts';

/** Goods worth two hundred thousand: from a hundred and fifty on, it is to be asked whether this is the police's. */
const BIG = aClue({ matter: 'product.fake', violation: '销售假冒伪劣产品', goodsValueFen: 20_000_000 });

test('a case whose goods reach a threshold carries the question from its first day, and one that does not carries none', async () => {
  const people = await world();
  const { liaison } = people;
  const big = await filedCase(people, BIG);
  const small = await filedCase(people);

  const asked = (await liaison.get(`/api/dossiers/${big.id}/police-questions`)).json();

  expect([big.policeQuestion, small.policeQuestion]).toEqual(['open', null]);
  expect(asked).toMatchObject({ open: true, goodsValueFen: 20_000_000 });
  expect(asked.questions).toMatchObject([
    {
      offence: 'fake_goods',
      article: '第一百四十条',
      sourceArticle: '第十六条',
      compared: true,
      standing: 'open',
      reached: [
        { measure: 'goods', fromFen: 15_000_000 },
        { measure: 'sales_thrice_and_goods', fromFen: 15_000_000 },
      ],
    },
    { offence: 'sell_counterfeit', compared: false },
  ]);
});

test('what the case itself does not say is said for the question, and may raise it', async () => {
  const people = await world();
  const { liaison } = people;
  const small = await filedCase(people);
  const url = `/api/dossiers/${small.id}/police-questions`;

  const said = await liaison.put(`${url}/facts`, { salesFen: 0, lossFen: 0, signs: ['toxic_material'] });

  expect(said.json()).toMatchObject({ open: true, questions: [{ offence: 'toxic_food', standing: 'open' }] });
  expect((await liaison.get(`/api/cases/${small.id}`)).json().policeQuestion).toBe('open');
});

test('a question is answered by a reason the chief approves, and is open again when the facts grow', async () => {
  const people = await world();
  const { liaison, principal, chief, inspector } = people;
  const big = await filedCase(people, { ...BIG, goodsValueFen: 15_000_000, matter: 'measure.fuel' });
  const url = `/api/dossiers/${big.id}/police-questions`;
  const given = await liaison.post(`${url}/reasons`, { offence: 'fake_goods', reason: '货值系标价误录，实际不足。' });
  const [question] = given.json().questions;
  const decide = (who: typeof chief, more: object) =>
    who.post(`${url}/decisions`, { reasonId: question.reasonId, approved: true, ...more });

  const byHead = await decide(chief, {});
  const refused = await decide(principal, { approved: false, refusal: '请补充价格认定' });
  const again = await liaison.post(`${url}/reasons`, { offence: 'fake_goods', reason: '经价格认定不足十五万元。' });
  const approved = await principal.post(`${url}/decisions`, {
    reasonId: again.json().questions[0].reasonId,
    approved: true,
  });
  const seen = (await liaison.get(`/api/cases/${big.id}`)).json();
  const grown = await inspector.patch(`/api/cases/${big.id}`, { version: seen.version, goodsValueFen: 16_000_000 });

  expect([question.standing, byHead.statusCode]).toEqual(['asked', 403]);
  expect(refused.json().questions[0]).toMatchObject({ standing: 'open', refusal: '请补充价格认定' });
  expect(approved.json()).toMatchObject({ open: false, questions: [{ standing: 'answered' }] });
  expect([seen.policeQuestion, grown.json().policeQuestion]).toEqual(['answered', 'open']);
});

test('a transfer answers the question when it leaves, a withdrawn one no longer, and the chief’s disapproval is an answer', async () => {
  const people = await world();
  const { liaison, principal } = people;
  const standing = async (id: number) => (await liaison.get(`/api/cases/${id}`)).json().policeQuestion;
  const one = await filedCase(people, BIG);
  const transfer = await sentToPolice(people, { sourceId: one.id });
  const sent = await standing(one.id);
  await transfer.step(principal, 'withdraw', { reason: '重新整理材料' });
  const withdrawn = await standing(one.id);
  const kept = await drafted(people, aTransfer({ sourceId: one.id }));
  await kept.step(liaison, 'submit');
  await kept.step(principal, 'disapprove', { reason: '经研究不构成犯罪' });

  expect([sent, withdrawn, await standing(one.id)]).toEqual(['transferred', 'open', 'answered']);
  const asked = (await liaison.get(`/api/dossiers/${one.id}/police-questions`)).json();
  expect(asked.questions[0]).toMatchObject({ reason: '经研究不构成犯罪', transferId: kept.id });
});

test('a threshold an administrator adds is asked from its own day on; nobody else adds one', async () => {
  const people = await world();
  const { systemAdmin, liaison } = people;
  const own = {
    offence: 'fake_goods',
    article: '第一百四十条',
    matters: ['product'],
    any: [{ measure: 'goods', fromFen: 100_000 }],
    source: '某省标准',
    sourceArticle: '第一条',
    compared: true,
    validFrom: '2026-01-01',
    validUntil: null,
  };

  const both = await systemAdmin.post('/api/crime-thresholds', { ...own, any: [{ sign: 'death', fromFen: 1 }] });
  const added = await systemAdmin.post('/api/crime-thresholds', own);
  const made = await filedCase(people, { ...BIG, goodsValueFen: 100_000 });

  expect([both.statusCode, added.statusCode]).toEqual([422, 201]);
  expect((await liaison.post('/api/crime-thresholds', own)).statusCode).toBe(403);
  expect(made.policeQuestion).toBe('open');
  expect((await liaison.get('/api/crime-thresholds')).json()[0]).toEqual(own);
});
