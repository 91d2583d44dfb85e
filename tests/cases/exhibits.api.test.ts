import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Case } from '#shared/cases/case.schema.ts';
import { world } from '#tests/support/world.ts';
import { aClue } from './a-case.ts';

type World = Awaited<ReturnType<typeof world>>;

async function aFile(people: World) {
  const made = (await people.inspector.post('/api/cases', aClue())).json() as Case;
  let version = made.version;
  const path = `/api/cases/${made.id}`;
  return {
    id: made.id,
    try: (by: World['inspector'], url: string, body: object) => by.post(`${path}/${url}`, { version, ...body }),
    async do(by: World['inspector'], url: string, body: object) {
      const answer = await this.try(by, url, body);
      if (answer.statusCode !== 200) throw new Error(answer.body);
      version = answer.json().version;
      return answer.json().id as number;
    },
    kept: async () => (await people.inspector.get(`${path}/exhibits`)).json(),
  };
}
const PIECE = {
  kind: 'record',
  title: '现场笔录',
  source: '现场检查',
  collectedOn: '2026-11-24',
  collectedBy: '李军、才让',
};
const GOODS = {
  name: '过期酸奶',
  unit: '盒',
  thousandths: 12_000,
  valueFen: 12_000,
  place: '局物证室',
  perishable: true,
  takenOn: '2026-11-24',
  from: '扎西特产店',
  to: '李军',
};
const SEIZURE = {
  kind: 'seize',
  urgent: false,
  basis: '食品安全法第一百一十条',
  place: '扎西特产店',
  goods: '过期酸奶12盒',
};

test('a changed piece of evidence is a new version, a withdrawn one stays with its reason, none is deleted', async () => {
  const people = await world();
  const file = await aFile(people);
  const first = await file.do(people.inspector, 'evidence', PIECE);
  const second = await file.do(people.inspector, 'evidence', {
    ...PIECE,
    title: '现场笔录（补正）',
    replacesId: first,
  });
  await file.do(people.inspector, `evidence/${second}/withdrawal`, { reason: '签名不全' });

  const { evidence } = await file.kept();
  expect(
    evidence.map(({ title, version, withdrawnBecause }: Record<string, unknown>) => [title, version, withdrawnBecause]),
  ).toEqual([
    ['现场笔录', 1, null],
    ['现场笔录（补正）', 2, '签名不全'],
  ]);
  expect((await file.try(people.inspector, `evidence/${second}/withdrawal`, { reason: '再撤' })).statusCode).toBe(404);
});

test('goods leave only by an act with its reason, never more than are there', async () => {
  const people = await world();
  const file = await aFile(people);
  const id = await file.do(people.inspector, 'goods', GOODS);
  const act = (more: object) => ({ on: '2026-11-24', from: '李军', to: '检验所', ...more });

  expect(
    (
      await file.try(people.inspector, `goods/${id}/acts`, act({ act: 'sampled', thousandths: 12_001, reason: '送检' }))
    ).json().detail.fields,
  ).toEqual({ thousandths: 'more_than_kept' });
  expect(
    (await file.try(people.inspector, `goods/${id}/acts`, act({ act: 'destroyed' }))).json().detail.fields,
  ).toEqual({ reason: 'required' });
  await file.do(people.inspector, `goods/${id}/acts`, act({ act: 'sampled', thousandths: 2_000, reason: '送检' }));
  await file.do(people.inspector, `goods/${id}/acts`, act({ act: 'moved', place: '冷库' }));
  await file.do(people.inspector, `goods/${id}/acts`, act({ act: 'destroyed', reason: '无害化处理' }));

  const { goods } = await file.kept();
  expect(goods[0]).toMatchObject({ kept: 0, place: '冷库' });
  expect(goods[0].acts.map(({ act, thousandths }: Record<string, unknown>) => [act, thousandths])).toEqual([
    ['taken_in', 12_000],
    ['sampled', 2_000],
    ['moved', 10_000],
    ['destroyed', 10_000],
  ]);
  expect(
    (await file.try(people.inspector, `goods/${id}/acts`, act({ act: 'returned', reason: '退还' }))).statusCode,
  ).toBe(409);
});

test('whatever is done with goods, what is kept is what came in less what left', async () => {
  const people = await world();
  const file = await aFile(people);
  const id = await file.do(people.inspector, 'goods', GOODS);
  let kept = 12_000;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('moved', 'sampled', 'returned'),
      fc.integer({ min: 1, max: 9_000 }),
      async (act, thousandths) => {
        const answer = await file.try(people.inspector, `goods/${id}/acts`, {
          act,
          thousandths,
          on: '2026-11-24',
          place: '物证室',
          from: '甲',
          to: '乙',
          reason: '依法处理',
        });
        expect(answer.statusCode).toBe(thousandths <= kept ? 200 : kept === 0 ? 409 : 422);
        if (answer.statusCode === 200) {
          await file.do(people.inspector, 'evidence', { ...PIECE, version: answer.json().version });
          if (act !== 'moved') kept -= thousandths;
        }
        expect((await file.kept()).goods[0].kept).toBe(kept);
      },
    ),
    { numRuns: 25, seed: 7 },
  );
});

test('a measure waits for the head; one taken on the spot is reported within 24 hours, and runs its own limit', async () => {
  const people = await world({ today: '2026-03-02' });
  const { inspector, chief } = people;
  const made = (
    await inspector.post('/api/cases', aClue({ foundOn: '2026-03-02', actEndedOn: '2026-03-02' }))
  ).json() as Case;
  const post = async (by: World['inspector'], url: string, body: object) => {
    const { version } = (await inspector.get(`/api/cases/${made.id}`)).json();
    return by.post(`/api/cases/${made.id}/${url}`, { version, ...body });
  };
  const asked = (await post(inspector, 'measures', SEIZURE)).json().id;
  const urgent = (
    await post(inspector, 'measures', {
      ...SEIZURE,
      kind: 'register',
      urgent: true,
      takenAt: '2026-03-02T01:20:00.000Z',
    })
  ).json().id;
  const limits = async () =>
    (
      (await inspector.get(`/api/dossiers/${made.id}/clocks`)).json() as {
        name: string;
        about: number;
        running: boolean;
        dueAt: string | null;
        dueOn: string;
      }[]
    ).filter(({ about }) => about !== null);

  expect((await limits()).map(({ name, dueAt, dueOn }) => [name, dueAt ?? dueOn])).toEqual([
    ['measure.report', '2026-03-03T02:00:00.000Z'],
    ['measure.register', '2026-03-11'],
  ]);
  expect((await post(inspector, `measures/${asked}/turns`, { turn: 'approve', on: '2026-03-02' })).statusCode).toBe(
    403,
  );
  expect((await post(chief, `measures/${asked}/turns`, { turn: 'approve', on: '2026-03-02' })).statusCode).toBe(200);
  expect(
    (await post(chief, `measures/${urgent}/turns`, { turn: 'refuse', on: '2026-03-02', reason: '不必要' })).statusCode,
  ).toBe(200);

  const { measures } = (await inspector.get(`/api/cases/${made.id}/exhibits`)).json();
  expect(measures.map(({ state, dueOn }: Record<string, unknown>) => [state, dueOn])).toEqual([
    ['standing', '2026-04-01'],
    ['lifted', '2026-03-11'],
  ]);
  expect((await limits()).filter(({ running }) => running).map(({ name }) => name)).toEqual(['measure.seize']);
});

test('registered evidence nobody dealt with within seven working days lapses by itself', async () => {
  const people = await world({ today: '2026-03-02' });
  const made = (
    await people.inspector.post('/api/cases', aClue({ foundOn: '2026-03-02', actEndedOn: '2026-03-02' }))
  ).json() as Case;
  await people.inspector.post(`/api/cases/${made.id}/measures`, {
    ...SEIZURE,
    kind: 'register',
    urgent: true,
    takenOn: '2026-03-02',
    version: made.version,
  });
  const state = async () => (await people.inspector.get(`/api/cases/${made.id}/exhibits`)).json().measures[0].state;

  await people.later(9);
  expect(await state()).toBe('standing');
  await people.later(1);
  expect(await state()).toBe('lapsed');
});
