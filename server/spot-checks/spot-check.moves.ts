import { stopClock } from '#server/clocks/clock.service.ts';
import { linksOf } from '#server/dossiers/parts.service.ts';
import type { Move, Standing } from '#server/dossiers/step.service.ts';
import { need } from '#server/kernel/need.ts';
import { cancelVisit } from '#server/visits/visit.service.ts';
import { ENDS, type Kind } from '#shared/dossiers/dossier.kinds.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { checklistFor, checklistOf, failedIn, unanswered } from '#shared/spot-checks/checklist.ts';
import type { SpotCheckStep } from '#shared/spot-checks/spot-check.asks.ts';
import {
  type CheckResult,
  type FollowUp,
  followUpsOf,
  foundSomething,
  isDone,
  wasLooked,
} from '#shared/spot-checks/spot-check.lists.ts';
import type { SpotCheckState, SpotCheckStepName } from '#shared/spot-checks/spot-check.workflow.ts';
import { SAMPLE_MOVES } from './sample.moves.ts';
import { checkInspectors, namesOfInspectors } from './spot-check.inspectors.ts';
import { startVisitClock, subjectOf, untilFault } from './spot-check.plan.ts';
import type { SpotCheckStanding } from './spot-check.standing.ts';
import { enter, stopVisit } from './spot-check.visit.ts';

type At = Standing<SpotCheckStanding, SpotCheckStep>;
type OwnMove = Move<SpotCheckStanding>;

const NOT_RETURNED = { returnedFields: [], returnedReason: null } as const;
const clean = (text: string | undefined) => (text?.trim() ? cleanText(text) : null);

/** What each step does beyond its row. */
export const SPOT_CHECK_MOVES: {
  readonly [name in SpotCheckStepName]: (at: At) => OwnMove | Promise<OwnMove>;
} = {
  ...SAMPLE_MOVES,
  async target({ work, own, ask }) {
    const subject = await subjectOf(work, { ...own, ...ask });
    if (!subject.subjectName) throw invalid({ subjectName: 'required' });
    return { dossier: subject };
  },
  async reschedule(at) {
    return { state: at.dossier.state, ...(await plannedAnew(at)) };
  },
  async begin(at) {
    const { own, ask, on } = at;
    const officers = need(ask.officers, 'officers');
    checkInspectors(officers, on);
    const list = checklistFor(own.matter, on);
    const visited = await enter(at, officers);
    return {
      own: {
        begunOn: on,
        officers,
        inspectors: namesOfInspectors(officers),
        noticeNumber: clean(ask.noticeNumber),
        entryCode: clean(ask.entryCode),
        list: list?.list ?? null,
        listVersion: list?.version ?? null,
        ...visited,
      },
      turns: [stopVisit(own)],
      facts: { officers: officers.map(({ name }) => name), nth: visited.nth },
    };
  },
  finish(at) {
    const { work, own, ask, on } = at;
    if (own.begunOn && on < own.begunOn) throw invalid({ on: 'before_visit' });
    const result = need(ask.result, 'result');
    const followUp = need(ask.followUp, 'followUp');
    checkFound(at, result, followUp);
    return {
      own: {
        ...metered(at, result),
        result,
        followUp,
        findings: clean(ask.findings),
        party: clean(ask.party),
        endedOn: on,
        recordedBy: work.actor.personId,
        ...NOT_RETURNED,
      },
    };
  },
  send_back({ own, work, ask }) {
    checkOther(own.recordedBy, work.actor.personId);
    const fields = need(ask.fields, 'fields');
    if (fields.length === 0) throw invalid({ fields: 'required' });
    const state = backTo(own);
    return { state, own: { returnedFields: fields, returnedReason: clean(ask.reason) }, facts: { fields } };
  },
  async confirm(at) {
    const { own, work, on } = at;
    checkOther(own.recordedBy, work.actor.personId);
    const followUp = own.followUp!;
    await checkBegun(at, followUp);
    return {
      own: { confirmedBy: work.actor.personId, finishedOn: isDone(followUp) ? on : null },
      dossier: { closedOn: on },
      // What food inspections found is public within twenty working days (食品生产经营监督检查管理办法 39).
      turns:
        own.checkKind === 'inspection' && own.matter.startsWith('food.') && own.publishedOn === null
          ? [{ starts: 'spot_check.publish' }]
          : [],
    };
  },
  async settle(at) {
    const open = (await cameOf(at)).filter(({ kind, state }) => !ENDS[kind as Kind]?.includes(state));
    if (open.length > 0) throw invalid({ text: 'still_open' });
    return { own: { finishedOn: at.on, settled: cleanText(need(at.ask.text, 'text')) } };
  },
  publish: ({ ask, on }) => ({ own: { publishedOn: on, publishedAt: cleanText(need(ask.text, 'text')) } }),
  async cancel({ work, own, ask, on }) {
    if (own.visitId) await cancelVisit(work, own.visitId, { reason: ask.reason!.slice(0, 500) });
    return { own: { visitId: null, nth: null }, turns: [stopVisit(own)], dossier: { closedOn: on } };
  },
  async reopen(at) {
    const { dossier, own } = at;
    const dossierChange = { closedOn: null };
    if (dossier.state === 'done')
      return {
        state: backTo(own),
        own: { finishedOn: null, settled: null },
        turns: [{ starts: 'spot_check.record' }],
        dossier: dossierChange,
      };
    const again = await plannedAnew(at);
    return {
      ...again,
      state: dossier.subjectName ? 'to_check' : 'to_draw',
      own: { ...again.own, begunOn: null, officers: [], inspectors: null, list: null, listVersion: null },
      dossier: { ...dossierChange, ...(own.begunOn ? { returns: dossier.returns } : {}) },
    };
  },
};

/** A further plan with a clock of its own. */
async function plannedAnew({ work, dossier, own, ask, on }: At) {
  const plannedOn = need(ask.plannedOn, 'plannedOn');
  if (plannedOn < on) throw invalid({ plannedOn: 'past' });
  const fault = untilFault(plannedOn, ask.until);
  if (fault) throw invalid({ until: fault });
  const until = ask.until ?? plannedOn;
  await stopClock(work, dossier.id, 'spot_check.visit', on, { about: own.plans });
  const plans = own.plans + 1;
  await startVisitClock(work, dossier.id, { on, until, plan: plans });
  return { own: { plannedOn, until, plans }, facts: { until } };
}

/** Where a check goes that is to be put right: a sample found good to its report, any other to its disposal. */
const backTo = ({ checkKind, sample }: SpotCheckStanding): SpotCheckState =>
  checkKind === 'sampling' ? (sample?.conclusion === 'qualified' ? 'testing' : 'disposing') : 'checking';

/** Instruments, class by class, where they were verified. */
function metered({ own, ask }: At, result: CheckResult) {
  if (own.checkKind !== 'metering') return {};
  const instruments = ask.instruments ?? [];
  if (instruments.length === 0 && wasLooked(result)) throw invalid({ instruments: 'required' });
  const wrong = instruments.findIndex(({ due, verified, passed }) => verified > due || passed > verified);
  if (wrong >= 0) throw invalid({ [`instruments.${wrong}.passed`]: 'more_than_due' });
  return { instruments };
}

/** Result, follow-up and checklist say the same; what was found is written down. */
function checkFound({ own, ask }: At, result: CheckResult, followUp: FollowUp) {
  const list = own.list && own.listVersion ? checklistOf(own.list, own.listVersion) : undefined;
  const left = list && wasLooked(result) ? unanswered(list, own.answers) : [];
  if (left.length > 0) throw invalid(Object.fromEntries(left.map((item) => [`answers.${item}`, 'required'])));
  const failed = failedIn(own.answers);
  if (!foundSomething(result) && result !== 'refused' && failed > 0) throw invalid({ result: 'items_fail' });
  if (!followUpsOf(result).includes(followUp)) throw invalid({ followUp: 'not_for_result' });
  if (result !== 'clean' && !ask.findings?.trim()) throw invalid({ findings: 'required' });
}

function checkOther(recordedBy: number | null, personId: number) {
  if (recordedBy === personId) throw new Refusal('forbidden', { need: 'another_person' });
}

/** What came of a check: the records that it became. */
const cameOf = async ({ work, dossier }: At) =>
  (await linksOf(work, dossier.id)).filter(({ link, direction }) => link === 'became' && direction === 'to');

const NEEDS: Partial<Record<FollowUp, readonly Kind[]>> = {
  order: ['rectification'],
  case: ['case'],
  police: ['case', 'transfer'],
};

/** Whoever says that an order or a case follows has begun it. */
async function checkBegun(at: At, followUp: FollowUp) {
  const kinds = NEEDS[followUp];
  if (!kinds) return;
  const came = await cameOf(at);
  if (!came.some(({ kind }) => kinds.includes(kind))) throw invalid({ followUp: 'not_begun' });
}
