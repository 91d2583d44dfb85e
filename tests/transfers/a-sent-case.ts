import type { CaseIntake } from '#shared/cases/case.asks.ts';
import type { Case } from '#shared/cases/case.schema.ts';
import { aClue, CONDITIONS, following, OFFICERS } from '#tests/cases/a-case.ts';
import type { world } from '#tests/support/world.ts';

type World = Awaited<ReturnType<typeof world>>;

/** A case that was filed and is inquired into: from here it may go to the police. */
export async function filedCase({ inspector, chief }: World, clue: CaseIntake = aClue()): Promise<Case> {
  const made = await inspector.post('/api/cases', clue);
  if (made.statusCode !== 201) throw new Error(made.body);
  const violation = following(made.json() as Case);
  await violation.step(inspector, 'propose', { reason: '违法事实初步成立', filing: true, conditions: CONDITIONS });
  return violation.step(chief, 'file', { officers: OFFICERS });
}
