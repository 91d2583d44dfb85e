import { checkOfficers } from '#server/cases/case.officers.ts';
import { registerCase } from '#server/cases/case.register.ts';
import { extendClock, stopClock } from '#server/clocks/clock.service.ts';
import type { Move, Standing } from '#server/dossiers/step.service.ts';
import { need } from '#server/kernel/need.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import type { Officer } from '#shared/cases/case.asks.ts';
import { isPerson } from '#shared/cases/case.lists.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { addDays, daysBetween } from '#shared/kernel/calendar.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import type { RectificationStep } from '#shared/rectifications/rectification.asks.ts';
import { SECOND_AFTER_DAYS } from '#shared/rectifications/rectification.lists.ts';
import { goesBack, picturesShow } from '#shared/rectifications/rectification.steps.ts';
import type { RectificationStepName } from '#shared/rectifications/rectification.workflow.ts';
import { answerDrawn } from './look-back.service.ts';
import { pairsOf } from './picture.pairs.ts';
import { giveOrder, untilFault } from './rectification.order.ts';
import { orderClockOf, ordersOf, visitsOf } from './rectification.standing.ts';
import { type RectificationColumns, rectificationVisits, type VisitRow } from './rectification.table.ts';

type At = Standing<RectificationColumns, RectificationStep>;
type OwnMove = Move<RectificationColumns>;

/** An extension that was asked for is answered, one way or the other. */
const ANSWERED = { askedUntil: null, askedReason: null, askedBy: null } as const;

/** What each step does beyond its row. */
export const RECTIFICATION_MOVES: {
  readonly [name in RectificationStepName]: (at: At) => OwnMove | Promise<OwnMove>;
} = {
  async report(at) {
    const { own, ask, on } = at;
    await checkDay(at);
    const report = cleanText(need(ask.text, 'text'));
    return { own: { reportedOn: on, report, ...ANSWERED }, turns: [stopOrder(own)] };
  },
  async visit(at) {
    const { own, ask, on } = at;
    const result = need(ask.result, 'result');
    await checkDay(at);
    await checkSecond(at);
    if (result === 'passed') await checkPictures(at);
    const visit = await writeVisit(at, 'verify', result);
    const after = { result, verifiedOn: on, verifiers: namesIn(visit.officers), ...ANSWERED };
    if (!goesBack(result)) return { own: after, turns: [stopOrder(own)], dossier: { closedOn: on } };
    const { work, dossier } = at;
    await stopClock(work, dossier.id, 'rectification.correct', on, { about: own.orderId ?? undefined });
    await stopClock(work, dossier.id, 'rectification.recheck', on); // whatever it found, it was looked at
    return goBack(at, visit, after);
  },
  async announce(at) {
    const { dossier, own, on } = at;
    if (own.verifiedOn && on < own.verifiedOn) throw invalid({ on: 'before_last_visit' });
    return { state: dossier.state, own: { announcedOn: on } };
  },
  async ask_extension(at) {
    const until = need(at.ask.until, 'until');
    await checkExtension(at, until);
    return { own: { askedUntil: until, askedReason: at.ask.reason ?? null, askedBy: at.work.actor.personId } };
  },
  async extend(at) {
    const { work, dossier, own, ask, on } = at;
    if (own.askedBy === work.actor.personId) throw new Refusal('forbidden', { need: 'another_person' });
    const until = need(ask.until ?? own.askedUntil, 'until');
    const due = await checkExtension(at, until);
    await extendClock(work, dossier.id, 'rectification.correct', {
      on,
      about: own.orderId ?? undefined,
      length: daysBetween(due, until),
      reason: ask.reason ?? null,
    });
    return { own: ANSWERED, facts: { until } };
  },
  refuse_extension: ({ own }) => ({ own: ANSWERED, facts: { until: own.askedUntil } }),
  withdraw: ({ own, on }) => ({
    own: ANSWERED,
    turns: [stopOrder(own)],
    dossier: { closedOn: on },
  }),
  async look_back(at) {
    const { own, ask, dossier, work } = at;
    const looked = need(ask.looked, 'looked');
    await checkDay(at);
    const visit = await writeVisit(at, 'look_back', looked);
    if (own.drawn) await answerDrawn(work.tx, dossier.id, visit.id);
    const after = { drawn: false };
    return goesBack(looked) ? goBack(at, visit, after) : { own: after };
  },
  async reopen(at) {
    const until = newUntil(at);
    return { own: await orderedAnew(at, until, null), dossier: { closedOn: null }, facts: { until } };
  },
};

const stopOrder = ({ orderId }: RectificationColumns) =>
  ({ stops: 'rectification.correct', about: orderId ?? undefined }) as const;

const namesIn = (officers: readonly Officer[]) => officers.map(({ name }) => name.trim()).join('、');

/** Nothing is reported or seen before the order in force, nor seen before the report it looks at or an earlier visit. */
async function checkDay({ work, dossier, own, on }: At) {
  const orders = await ordersOf(work.tx).execute({ id: dossier.id });
  if (on < (orders[orders.length - 1]?.orderedOn ?? '')) throw invalid({ on: 'before_order' });
  const visits = await visitsOf(work.tx).execute({ id: dossier.id });
  const last = visits[visits.length - 1]?.visitedOn;
  if (dossier.state === 'to_verify' && own.reportedOn && on < own.reportedOn) throw invalid({ on: 'before_report' });
  if (last && on < last) throw invalid({ on: 'before_last_visit' });
}

/** What the province announced is looked at again no sooner than sixty days after it. */
async function checkSecond({ work, dossier, own, on }: At) {
  const { announcedOn } = own;
  if (!announcedOn) return;
  const visits = await visitsOf(work.tx).execute({ id: dossier.id });
  const looked = visits.some(({ purpose, visitedOn }) => purpose === 'verify' && visitedOn > announcedOn);
  if (!looked && on <= addDays(announcedOn, SECOND_AFTER_DAYS)) throw invalid({ on: 'before_sixty' });
}

/** Nothing is signed off without a pair of pictures for each place, or a sentence saying why there is none. */
async function checkPictures({ work, dossier, ask }: At) {
  if (ask.noPictures?.trim()) return;
  const pairs = await pairsOf(work.tx, dossier.id);
  const seen = pairs.map(({ beforeId, afterId }) => ({ before: beforeId !== null, after: afterId !== null }));
  if (!picturesShow(seen)) throw invalid({ noPictures: 'pictures_needed' });
}

async function writeVisit(at: At, purpose: VisitRow['purpose'], result: VisitRow['result']): Promise<VisitRow> {
  const { work, dossier, ask, on } = at;
  const officers = need(ask.officers, 'officers');
  checkOfficers(officers, on);
  if (goesBack(result)) checkNext(at);
  const [visit] = await work.tx
    .insert(rectificationVisits)
    .values({
      rectificationId: dossier.id,
      purpose,
      visitedOn: on,
      officers,
      result,
      findings: cleanText(need(ask.text, 'text')),
      ...(purpose === 'verify' ? { reportedOn: at.own.reportedOn, report: at.own.report } : {}),
      noPictures: ask.noPictures ? cleanText(ask.noPictures) : null,
      caseId: goesBack(result) && ask.opensCase ? await openCaseOf(at) : null,
      personId: work.actor.personId,
      officeId: work.actor.officeId,
      at: work.clock.now(),
    })
    .returning();
  return visit!;
}

/** What is not put right needs a next thing: a new limit, or a case. */
function checkNext(at: At) {
  const { opensCase, result } = at.ask;
  if (opensCase && result === 'partly') throw invalid({ opensCase: 'only_failed' });
  if (!opensCase) newUntil(at);
}

/** The last day of an order that follows the first. */
function newUntil({ own, ask, dossier, on }: At): string {
  const until = need(ask.until, 'until');
  const fault = untilFault({ ...own, orderedOn: dossier.receivedOn, first: false }, on, until);
  if (fault) throw invalid({ until: fault });
  return until;
}

/** A further order with a clock of its own; what was reported is of the order before. */
async function orderedAnew({ work, dossier, own, on }: At, until: string, visitId: number | null) {
  const orderId = await giveOrder(work, dossier.id, on, until, visitId);
  return { orderId, rounds: own.rounds + 1, reportedOn: null, report: null };
}

/** Back to be corrected with a new limit of its own, or on to a case that is linked with it. */
async function goBack(at: At, visit: VisitRow, after: Partial<RectificationColumns>): Promise<OwnMove> {
  if (visit.caseId)
    return { state: 'to_case', own: after, dossier: { closedOn: at.on }, facts: { caseId: visit.caseId } };
  const until = newUntil(at);
  const own = { ...after, ...(await orderedAnew(at, until, visit.id)) };
  return { state: 'to_correct', own, dossier: { closedOn: null }, facts: { until } };
}

/** A clue in the case ledger made of what was not corrected: verified and filed there like any other. */
async function openCaseOf({ work, dossier, own, ask, on }: At): Promise<number> {
  if (!permissionsOf(work.actor).has('case.register')) throw new Refusal('forbidden', { permission: 'case.register' });
  const name = dossier.subjectName ?? '';
  const known = !isPerson(own.subjectKind); // a natural person stands here masked: who it is, the case's officers write down
  const made = await registerCase(work, {
    source: 'inspection',
    sourceNote: dossier.number,
    sourceId: dossier.id,
    title: `${name}${dossier.title}`.slice(0, 120),
    matter: own.matter,
    violation: need(ask.violation, 'violation'),
    content: `${own.problem}\n${ask.text ?? ''}`,
    parties: known
      ? [
          {
            kind: own.subjectKind,
            name,
            ...(own.creditCode ? { creditCode: own.creditCode } : {}),
            ...(dossier.subjectId ? { entityId: dossier.subjectId } : {}),
          },
        ]
      : [],
    county: dossier.county,
    ...(dossier.township ? { township: dossier.township } : {}),
    ...(own.place ? { place: own.place } : {}),
    foundOn: on,
    graveHarm: false,
    restricted: dossier.restricted,
  });
  return made.id;
}

/** An extension reaches beyond the day it extends, no further at once than its rule lets it; answers that day. */
async function checkExtension({ work, dossier, own, on }: At, until: string): Promise<string> {
  const clock = await orderClockOf(work.tx, dossier.id);
  const due = clock?.dueOn;
  if (!due || until <= due) throw invalid({ until: 'before_due' });
  if (daysBetween(due, until) > (clock.rule.extension?.length ?? 0)) throw invalid({ until: 'beyond_cap' });
  const fault = untilFault({ ...own, orderedOn: dossier.receivedOn, first: own.rounds === 1 }, on, until);
  if (fault) throw invalid({ until: fault });
  return due;
}
