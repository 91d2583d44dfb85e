import { linksOf } from '#server/dossiers/parts.service.ts';
import { standingDossier } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { orderRectification } from '#server/rectifications/rectification.order.ts';
import { stepRectification } from '#server/rectifications/rectification.step.ts';
import { sampleOf } from '#server/spot-checks/sample.standing.ts';
import { answerChecklist } from '#server/spot-checks/spot-check.answers.ts';
import { planSpotCheck } from '#server/spot-checks/spot-check.plan.ts';
import { spotCheckOf } from '#server/spot-checks/spot-check.standing.ts';
import { stepSpotCheck } from '#server/spot-checks/spot-check.step.ts';
import type { Actor } from '#shared/auth/permissions.ts';
import { ENDS, type Kind } from '#shared/dossiers/dossier.kinds.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import type { RectificationStep } from '#shared/rectifications/rectification.asks.ts';
import type { SpotCheckPlan } from '#shared/spot-checks/spot-check.asks.ts';
import { Chance } from './chance.ts';
import type { Stock } from './demo.entities.ts';
import type { Cast } from './demo.people.ts';
import { inventSpotCheck, type SpotCheckAct } from './demo.spot-check-roads.ts';

export const DEMO_SPOT_CHECKS = 340;

/** Samples that failed just now, and how long ago they were planned. */
const [LATELY, LATELY_BACK] = [3, 30];

const fails = (act: SpotCheckAct | undefined): boolean =>
  act?.kind === 'step' && act.step.step === 'report' && act.step.conclusion === 'unqualified';

interface Life {
  readonly plan: SpotCheckPlan;
  readonly officeId: number;
  readonly acts: SpotCheckAct[];
  id: number;
  orderId?: number;
}
type Due = { readonly life: Life; readonly at: number };
type WorkOf = (actor: Actor) => Work;

/** A year of checks, lived through the services beside complaints, cases and orders to correct. */
export class SpotCheckLives {
  readonly #due = new Map<string, Due[]>();
  readonly #cast: Cast;

  constructor(today: string, days: number, cast: Cast, stock: readonly Stock[]) {
    this.#cast = cast;
    const chance = new Chance(13);
    for (let n = 0; n < LATELY; n += 1) this.#failLately(today, chance, stock);
    for (let n = LATELY; n < DEMO_SPOT_CHECKS; n += 1) {
      const back = Math.min(days - 1, Math.floor(days * chance.next() ** 1.4));
      const day = addDays(today, -back);
      const { plan, department, acts } = inventSpotCheck(chance, { day, recent: back < 30, shop: chance.one(stock) });
      this.#put(day, { life: { plan, officeId: cast.office(department, plan.county), acts, id: 0 }, at: -1 });
    }
  }

  /** A sample whose report came yesterday and says that it failed: it waits to be served. */
  #failLately(today: string, chance: Chance, stock: readonly Stock[]): void {
    const day = addDays(today, -LATELY_BACK);
    let made = inventSpotCheck(chance, { day, recent: false, shop: chance.one(stock) });
    while (!fails(made.acts[2])) made = inventSpotCheck(chance, { day, recent: false, shop: chance.one(stock) });
    const [taken, sent, report] = made.acts as [SpotCheckAct, SpotCheckAct, SpotCheckAct];
    const left = LATELY_BACK - 1 - taken.afterDays - sent.afterDays;
    const acts = [taken, sent, { ...report, afterDays: left }];
    const officeId = this.#cast.office(made.department, made.plan.county);
    this.#put(day, { life: { plan: made.plan, officeId, acts, id: 0 }, at: -1 });
  }

  #put(day: string, due: Due): void {
    const list = this.#due.get(day) ?? [];
    list.push(due);
    this.#due.set(day, list);
  }

  /** Whether anything happens on a day. */
  on = (day: string): boolean => this.#due.has(day);

  /** Lets everything of one day happen; acts that follow the same day come later the same day. */
  async live(day: string, workOf: WorkOf): Promise<void> {
    for (const { life, at } of this.#due.get(day) ?? []) {
      const act = life.acts[at];
      if (at < 0) life.id = (await planSpotCheck(workOf(this.#cast.who(life.officeId, 'inspector')), life.plan)).id;
      else if (act) await this.#happen(life, act, day, workOf(this.#cast.who(life.officeId, act.by)));
      const next = life.acts[at + 1];
      if (next) this.#put(addDays(day, next.afterDays), { life, at: at + 1 });
    }
  }

  async #happen(life: Life, act: SpotCheckAct, day: string, work: Work) {
    const { id, plan } = life;
    const { version } = await standingDossier(work.tx, id, 'spot_check');
    if (act.kind === 'answers') return void (await answerChecklist(work, id, { version, answers: act.answers }));
    if (act.kind === 'order') {
      life.orderId = (await orderRectification(work, orderOf(id, plan, act, day))).id;
      return;
    }
    if (act.kind === 'visited') return visit(work, life.orderId!, act.officers, day);
    if (act.step.step === 'settle' && (await stillOpen(work, id))) return;
    if (act.step.step === 'dispose' && (await sampleOf(work.tx, id))?.retest === 'overturned')
      return void (await stepSpotCheck(work, id, { step: 'dispose', version, on: day }));
    await stepSpotCheck(work, id, { ...act.step, version, on: day });
  }
}

/** The shop says it has put right what was ordered, and is looked at the same day. */
async function visit(work: Work, orderId: number, officers: RectificationStep['officers'], on: string) {
  const take = async (asked: Omit<RectificationStep, 'version' | 'on'>) =>
    stepRectification(work, orderId, {
      ...asked,
      on,
      version: (await standingDossier(work.tx, orderId, 'rectification')).version,
    });
  await take({ step: 'report', text: '已按要求整改完毕，请予复查。' });
  await take({
    step: 'visit',
    result: 'passed',
    officers,
    text: '现场复查，已整改到位。',
    noPictures: '已核对现场和票据原件。',
  });
}

/** What came of a check is not done, or the check is finished already. */
async function stillOpen(work: Work, id: number): Promise<boolean> {
  if ((await spotCheckOf(work.tx, id)).finishedOn) return true;
  const came = (await linksOf(work, id)).filter(({ direction }) => direction === 'to');
  return came.some(({ kind, state }) => !ENDS[kind as Kind].includes(state));
}

const orderOf = (
  id: number,
  plan: SpotCheckPlan,
  { problem, violated }: Extract<SpotCheckAct, { kind: 'order' }>,
  day: string,
) => ({
  source: 'inspection' as const,
  sourceId: id,
  title: plan.title,
  subjectKind: plan.subjectKind,
  subjectName: plan.subjectName!,
  subjectId: plan.subjectId!,
  ...(plan.creditCode ? { creditCode: plan.creditCode } : {}),
  matter: plan.matter,
  problem,
  violated: violated || '相关管理规定',
  basis: violated || '相关管理规定',
  requirement: '按要求整改到位。',
  county: plan.county,
  township: plan.township!,
  place: plan.place!,
  orderedOn: day,
  until: addDays(day, 15),
  drawNumber: true,
  restricted: false,
});
