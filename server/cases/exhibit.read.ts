import { reachDossier } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { evidenceOf } from './evidence.service.ts';
import { goodsOf } from './goods.service.ts';
import { measuresOf } from './measure.service.ts';

/** Evidence, measures and goods of a case, for whoever reads its file. */
export async function readExhibits(work: Work, caseId: number) {
  await reachDossier(work, caseId, 'case', 'read');
  return {
    evidence: await evidenceOf(work.tx, caseId),
    measures: await measuresOf(work.tx, caseId, work.clock.today()),
    goods: await goodsOf(work.tx, caseId),
  };
}
