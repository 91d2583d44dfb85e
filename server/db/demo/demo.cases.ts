import { eq } from 'drizzle-orm';
import { editCase } from '#server/cases/case.edit.ts';
import { registerCase } from '#server/cases/case.register.ts';
import { stepCase } from '#server/cases/case.step.ts';
import { decideOnTheSpot } from '#server/cases/case.summary.ts';
import { addEvidence } from '#server/cases/evidence.service.ts';
import { moveGoods, takeGoods } from '#server/cases/goods.service.ts';
import { askMeasure, turnMeasure } from '#server/cases/measure.service.ts';
import { clocksOf } from '#server/clocks/clock.service.ts';
import { turnClock } from '#server/clocks/turn.service.ts';
import { type DossierRow, dossiers } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import type { Actor, Role } from '#shared/auth/permissions.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { COUNTIES, REGIONS } from '#shared/offices/regions.ts';
import { Chance } from './chance.ts';
import { type CaseAct, inventCase } from './demo.case-roads.ts';
import type { CaseStory } from './demo.case-stories.ts';
import type { Stock } from './demo.entities.ts';
import type { Cast } from './demo.people.ts';

export const DEMO_CASES = 420;

interface CaseLife {
  readonly story: CaseStory;
  readonly officeId: number;
  readonly acts: CaseAct[];
  id: number;
  /** What of it later acts name: its goods and its measure. */
  goodsId: number;
  measureId: number;
}
type Due = { readonly life: CaseLife; readonly at: number };

/** A year of violation cases, lived through the services in the order of the calendar beside the complaints. */
export class CaseLives {
  readonly #due = new Map<string, Due[]>();
  readonly #cast: Cast;

  constructor(today: string, days: number, cast: Cast, stock: readonly Stock[]) {
    this.#cast = cast;
    const chance = new Chance(20_261_125);
    const counties = COUNTIES.map((code) => [code, code === '623027' ? 5 : code === '623001' ? 6 : 2.2] as const);
    for (let n = 0; n < DEMO_CASES; n += 1) {
      const back = Math.min(days - 1, Math.floor(days * chance.next() ** 1.2));
      const county = chance.weighted(counties);
      const department = chance.weighted([
        ['market', 78],
        ['agriculture', 15],
        ['commerce', 7],
      ] as const);
      const day = addDays(today, -back);
      const name = REGIONS.find(({ code }) => code === county)!.name;
      const { story, acts } = inventCase(chance, { county, name, day, recent: back < 70, stock });
      const life = { story, officeId: cast.office(department, county), acts, id: 0, goodsId: 0, measureId: 0 };
      this.#put(day, { life, at: -1 });
    }
  }

  #put(day: string, due: Due): void {
    const list = this.#due.get(day) ?? [];
    list.push(due);
    this.#due.set(day, list);
  }

  /** Whether anything of a case happens on a day. */
  on = (day: string): boolean => this.#due.has(day);

  /** Lets everything of one day happen; acts that follow the same day come later the same day. */
  async live(day: string, workOf: (actor: Actor) => Work): Promise<void> {
    for (const { life, at } of this.#due.get(day) ?? []) {
      const act = life.acts[at];
      if (at < 0) await this.#begin(life, day, workOf);
      else if (act) await this.#happen(life, act, day, workOf);
      const next = life.acts[at + 1];
      if (next) this.#put(addDays(day, next.afterDays), { life, at: at + 1 });
    }
  }

  #who(life: CaseLife, role: Role): Actor {
    return this.#cast.who(life.officeId, role);
  }

  async #begin(life: CaseLife, day: string, workOf: (actor: Actor) => Work) {
    const work = workOf(this.#who(life, 'inspector'));
    const { summary, intake } = life.story;
    const made = summary
      ? await decideOnTheSpot(work, { ...summary, decidedOn: day })
      : await registerCase(work, { ...intake, foundOn: day });
    life.id = made.id;
  }

  async #happen(life: CaseLife, act: CaseAct, day: string, workOf: (actor: Actor) => Work) {
    const work = workOf(this.#who(life, act.by));
    const [row] = await work.tx.select().from(dossiers).where(eq(dossiers.id, life.id));
    if (row!.state === 'closed') return;
    if (row!.restricted && act.by === 'legal_reviewer') {
      life.acts.length = 0; // whoever would go on is not named in it
      return;
    }
    await DOES[act.kind](work, row!, act as never, { life, day });
  }
}

type Doing<Kind extends CaseAct['kind']> = (
  work: Work,
  row: DossierRow,
  act: Extract<CaseAct, { kind: Kind }>,
  at: { life: CaseLife; day: string },
) => Promise<unknown>;

const DOES: { readonly [kind in CaseAct['kind']]: Doing<kind> } = {
  step: (work, { id, version }, { step }, { day }) =>
    stepCase(work, id, {
      ...step,
      ...(step.step === 'hold_hearing' ? { noticedOn: addDays(day, -20) } : {}),
      ...(step.step === 'defer' ? { until: addDays(day, 90) } : {}),
      without: '文书在省局执法办案系统制作，纸质件存卷。',
      on: day,
      version,
    }),
  edit: async (work, { id, version }, { fields }) => (await editCase(work, id, { ...fields, version })).row,
  evidence: (work, { id, version }, { piece }, { day }) =>
    addEvidence(work, id, { ...piece, collectedOn: day, version }),
  async seize(work, { id, version }, { measure, goods }, { life, day }) {
    const asked = await askMeasure(work, id, { ...measure, takenOn: day, version });
    life.measureId = asked.id;
    const taken = await takeGoods(work, id, { ...goods, measureId: asked.id, takenOn: day, version: asked.version });
    life.goodsId = taken.id;
  },
  approve: (work, { id, version }, _, { life, day }) =>
    turnMeasure(work, id, life.measureId, { turn: 'approve', on: day, version }),
  release: (work, { id, version }, _, { life, day }) =>
    turnMeasure(work, id, life.measureId, {
      turn: 'dealt_with',
      on: day,
      reason: '已鉴定并固定证据，物品留存待处理决定',
      version,
    }),
  dispose: (work, { id, version }, { reason }, { life, day }) =>
    moveGoods(work, id, life.goodsId, {
      act: 'destroyed',
      on: day,
      from: '局物证室',
      to: '无害化处理点',
      reason,
      version,
    }),
  async clock(work, row, { turn }, { day }) {
    const clock = (await clocksOf(work.tx, row.id)).find(({ name, running }) => name === 'case.decide' && running);
    if (!clock || (turn === 'paused') === (clock.pausedOn !== null)) return;
    const ground = turn === 'paused' ? { category: 'testing', document: '检验委托书' } : {};
    const reason = turn === 'paused' ? '样品送检' : '检验报告已收到';
    await turnClock(work, row.id, clock.id, { kind: turn, on: day, version: row.version, reason, ...ground });
  },
};
