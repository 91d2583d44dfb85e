import type { Move, Standing } from '#server/dossiers/step.service.ts';
import { need } from '#server/kernel/need.ts';
import type { CaseStep } from '#shared/cases/case.asks.ts';
import { blockersOf } from '#shared/cases/case.steps.ts';
import type { CaseStepName } from '#shared/cases/case.workflow.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { type Ground, groundsOn } from '#shared/kernel/ground.ts';
import { standingOf, type WholeCase } from './case.standing.ts';
import type { CaseColumns } from './case.table.ts';

/** What a case's step works with, and what it changes. */
export type At = Standing<WholeCase, CaseStep>;
export type CaseMove = Move<CaseColumns>;
export type CaseMoves<Name extends CaseStepName> = {
  readonly [name in Name]: (at: At) => CaseMove | Promise<CaseMove>;
};

/** A ground of one article that was in force when the matter was found; throws naming the field. */
export function groundOf({ ask, dossier }: At, grounds: readonly Ground[]): string {
  const ground = need(ask.ground, 'ground');
  if (!groundsOn(grounds, dossier.receivedOn).some(({ code }) => code === ground)) throw invalid({ ground: 'unknown' });
  return ground;
}

/** Throws with everything that still stands in a step's way. */
export function checkUnblocked({ own, dossier, work }: At, step: CaseStepName): void {
  const blockers = blockersOf(standingOf(own, dossier, work))[step];
  if (blockers) throw new Refusal('not_allowed_in_state', { state: dossier.state, blockers });
}

/** Nobody judges what they handled themselves (程序规定 49; 行政处罚法 63). */
export function checkNotHandler({ own, dossier, work }: At): void {
  const { personId } = work.actor;
  if (dossier.handlerId === personId || own.officers.some((officer) => officer.personId === personId))
    throw new Refusal('forbidden', { need: 'another_person' });
}
