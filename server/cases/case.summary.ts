import { startClock } from '#server/clocks/clock.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { drawOfficialNumber } from '#server/numbers/number.service.ts';
import type { SummaryCase } from '#shared/cases/case.asks.ts';
import { isPerson, SMALL_FINE_FEN, SUMMARY_THRESHOLD } from '#shared/cases/case.lists.ts';
import { fitsSummary, totalsOf } from '#shared/cases/case.money.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { checkOfficers } from './case.officers.ts';
import { storedPenalties } from './case.penalties.ts';
import { finishOpening, openCase } from './case.register.ts';
import { updateCase } from './case.standing.ts';
import { casePayments } from './case.table.ts';

/** Days in which a fine is paid (程序规定 72). */
const PAY_DAYS = 15;

/**
 * Records a penalty decided on the spot (程序规定 66-70): told, heard, decided and handed over in one, with a number of its own; the papers
 * are handed in within seven working days.
 */
export async function decideOnTheSpot(work: Work, ask: SummaryCase): Promise<DossierRow> {
  const penalties = storedPenalties(ask.penalties);
  check(work, ask);
  const { fine } = totalsOf(penalties);
  const collected = ask.collectedFen ?? 0;
  if (collected > fine) throw invalid({ collectedFen: 'more_than_ordered' });
  if (collected > 0) checkCollecting(ask.collectGround, fine);
  const opened = await openCase(work, {
    ...ask,
    foundOn: ask.decidedOn,
    restricted: false,
    parties: [ask.party],
    state: 'performing',
    own: {
      procedure: 'summary',
      source: ask.sourceId ? 'complaint' : 'inspection',
      matter: ask.matter,
      violation: cleanText(ask.violation),
      content: cleanText(ask.facts),
      facts: cleanText(ask.facts),
      violated: cleanText(ask.violated),
      basis: cleanText(ask.basis),
      place: ask.place ? cleanText(ask.place) : null,
      graveHarm: false,
      officers: ask.officers,
      filedOn: ask.decidedOn,
      statement: 'made',
      penalties,
      fineFen: fine,
      gainsFen: 0,
      outcome: 'penalty',
      decidedOn: ask.decidedOn,
      decidedBy: work.actor.personId,
      servedOn: ask.decidedOn,
      serviceWay: 'direct',
      effectiveOn: ask.decidedOn,
      payBy: addDays(ask.decidedOn, PAY_DAYS),
      collectGround: collected > 0 ? (ask.collectGround ?? null) : null,
    },
  });
  const number = await drawOfficialNumber(work, {
    officeId: work.actor.officeId,
    paper: 'spot_penalty',
    dossierId: opened.id,
  });
  await updateCase(work.tx, opened.id, { decisionNumber: number.text });
  if (collected > 0)
    await work.tx.insert(casePayments).values({
      caseId: opened.id,
      duty: 'fine',
      paidOn: ask.decidedOn,
      amountFen: collected,
      personId: work.actor.personId,
      at: work.clock.now(),
    });
  await startClock(work, opened.id, 'case.archive', ask.decidedOn);
  if (collected > 0) await startClock(work, opened.id, 'case.hand_in', ask.decidedOn);
  if (collected < fine) await startClock(work, opened.id, 'case.pay', ask.decidedOn);
  return finishOpening(work, opened, { source: 'inspection', sourceId: ask.sourceId, parties: 1 });
}

/** A fine is taken in cash on one of three grounds alone; the first is for small ones. */
function checkCollecting(ground: string | undefined, fineFen: number) {
  if (!ground) throw invalid({ collectGround: 'required' });
  if (ground === 'collect.1' && fineFen > SMALL_FINE_FEN) throw invalid({ collectGround: 'not_small' });
}

function check(work: Work, ask: SummaryCase) {
  if (ask.decidedOn > work.clock.today()) throw invalid({ decidedOn: 'future' });
  if (!ask.heard) throw invalid({ heard: 'required' });
  if (ask.penalties.some(({ kind, amountFen }) => kind === 'fine' && !amountFen))
    throw invalid({ penalties: 'amount' });
  if (!fitsSummary(storedPenalties(ask.penalties), ask.party.kind)) {
    const most = isPerson(ask.party.kind) ? SUMMARY_THRESHOLD.personFen : SUMMARY_THRESHOLD.otherFen;
    throw invalid({ penalties: most === SUMMARY_THRESHOLD.personFen ? 'beyond_summary_person' : 'beyond_summary' });
  }
  checkOfficers(ask.officers, ask.decidedOn);
}
