import { checklistOf } from '#shared/spot-checks/checklist.ts';
import type { ChecklistAnswers, SpotCheckPlan, SpotCheckStep } from '#shared/spot-checks/spot-check.asks.ts';
import type { SpotCheck } from '#shared/spot-checks/spot-check.schema.ts';
import type { Asker } from '#tests/support/world.ts';

/** A plain plan as an inspector would write it; tests change what they are about. */
export function aPlan(change: Partial<SpotCheckPlan> = {}): SpotCheckPlan {
  return {
    checkKind: 'inspection',
    title: '餐饮服务日常检查',
    purpose: 'daily',
    subjectKind: 'sole_trader',
    subjectName: '夏河县桑曲饭馆',
    matter: 'food.catering',
    county: '623027',
    plannedOn: '2026-11-24',
    restricted: false,
    ...change,
  };
}

export const INSPECTORS = [
  { name: '李军', certificate: '甘夏 0101', validUntil: '2030-12-31' },
  { name: '才让', certificate: '甘夏 0102', validUntil: '2030-12-31' },
];

/** Nothing found. */
export const CLEAN = { result: 'clean', followUp: 'none' } as const;

/** Takes a check from hand to hand; each act is checked to have been allowed, and answers it as it then stands. */
export function following(made: SpotCheck) {
  const box = { now: made };
  const path = `/api/spot-checks/${made.id}`;
  const take = (answer: { statusCode: number; json(): unknown; body: string }) => {
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
    box.now = answer.json() as SpotCheck;
    return box.now;
  };
  return {
    get now() {
      return box.now;
    },
    tryStep: (by: Asker, step: SpotCheckStep['step'], more: Partial<SpotCheckStep> = {}) =>
      by.post(`${path}/steps`, { step, version: box.now.version, ...more }),
    async step(by: Asker, step: SpotCheckStep['step'], more: Partial<SpotCheckStep> = {}) {
      return take(await this.tryStep(by, step, more));
    },
    tryAnswer: (by: Asker, answers: ChecklistAnswers['answers']) =>
      by.put(`${path}/answers`, { version: box.now.version, answers }),
    async answer(by: Asker, answers: ChecklistAnswers['answers']) {
      return take(await this.tryAnswer(by, answers));
    },
    /** Everything met but what is named with its fault. */
    async answerAll(by: Asker, failing: Readonly<Record<string, string>> = {}) {
      const { list, listVersion } = box.now;
      const items = checklistOf(list!, listVersion!)!.items.map(({ item }) => item);
      return this.answer(
        by,
        items.map((item) =>
          failing[item] ? { item, answer: 'fails' as const, note: failing[item] } : { item, answer: 'meets' as const },
        ),
      );
    },
    begin(by: Asker, more: Partial<SpotCheckStep> = {}) {
      return this.step(by, 'begin', { officers: INSPECTORS, ...more });
    },
    refresh: async (by: Asker) => take(await by.get(path)),
  };
}

/** Plans, and follows what becomes of it. */
export async function planned(by: Asker, change: Partial<SpotCheckPlan> = {}) {
  const answer = await by.post('/api/spot-checks', aPlan(change));
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${answer.body}`);
  return following(answer.json() as SpotCheck);
}
