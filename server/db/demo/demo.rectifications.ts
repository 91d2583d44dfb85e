import { and, desc, eq, lte } from 'drizzle-orm';
import { type DossierRow, dossiers } from '#server/dossiers/dossier.table.ts';
import type { TakenIn } from '#server/files/file.intake.ts';
import { addFile } from '#server/files/file.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { readLookBack } from '#server/rectifications/look-back.read.ts';
import { drawLookBack, poolOf } from '#server/rectifications/look-back.service.ts';
import { addPair, pairsOf, setPair } from '#server/rectifications/picture.pairs.ts';
import { orderRectification } from '#server/rectifications/rectification.order.ts';
import { deadlineOf, rectificationOf } from '#server/rectifications/rectification.standing.ts';
import { stepRectification } from '#server/rectifications/rectification.step.ts';
import type { Actor } from '#shared/auth/permissions.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { COUNTIES, PREFECTURE, REGIONS } from '#shared/offices/regions.ts';
import type { RectificationOrder } from '#shared/rectifications/rectification.asks.ts';
import { Chance } from './chance.ts';
import { officers } from './demo.case-stories.ts';
import type { Cast } from './demo.people.ts';
import type { Scene } from './demo.pictures.ts';
import { inventRectification, type RectificationAct } from './demo.rectification-roads.ts';
import { inventStory } from './demo.texts.ts';

export const DEMO_RECTIFICATIONS = 180;
/** How long ago each sample for a look-back was drawn, where, and how large it was. */
const DRAWS = [
  [200, '623027', 4],
  [95, '623027', 5],
  [60, PREFECTURE, 6],
  [12, '623027', 4],
] as const;

interface Life {
  readonly order: RectificationOrder;
  readonly officeId: number;
  readonly acts: RectificationAct[];
  id: number;
}
type Due = { readonly life: Life; readonly at: number };
type WorkOf = (actor: Actor) => Work;

/** A year of orders to correct, lived through the services beside complaints and cases. */
export class RectificationLives {
  readonly #due = new Map<string, Due[]>();
  readonly #cast: Cast;
  readonly #chance = new Chance(20_261_126);
  readonly #draws: ReadonlyMap<string, (typeof DRAWS)[number]>;
  readonly #pictures: ReadonlyMap<string, TakenIn>;
  /** Drawn records and the day somebody goes. */
  readonly #visits = new Map<string, number[]>();

  constructor(today: string, days: number, cast: Cast, pictures: ReadonlyMap<string, TakenIn>) {
    this.#cast = cast;
    this.#pictures = pictures;
    this.#draws = new Map(DRAWS.map((draw) => [addDays(today, -draw[0]), draw]));
    const chance = this.#chance;
    const counties = COUNTIES.map((code) => [code, code === '623027' ? 6 : code === '623001' ? 5 : 2] as const);
    for (let n = 0; n < DEMO_RECTIFICATIONS; n += 1) {
      const back = Math.min(days - 1, Math.floor(days * chance.next() ** 1.3));
      const county = chance.weighted(counties);
      const day = addDays(today, -back);
      const told = inventStory(chance, county, REGIONS.find(({ code }) => code === county)!.name);
      const { order, acts } = inventRectification(chance, { county, day, recent: back < 45 }, told);
      this.#put(day, { life: { order, officeId: cast.office('market', county), acts, id: 0 }, at: -1 });
    }
  }

  #put(day: string, due: Due): void {
    const list = this.#due.get(day) ?? [];
    list.push(due);
    this.#due.set(day, list);
  }

  /** Whether anything happens on a day. */
  on = (day: string): boolean => this.#due.has(day) || this.#draws.has(day) || this.#visits.has(day);

  /** Lets everything of one day happen; acts that follow the same day come later the same day. */
  async live(day: string, workOf: WorkOf): Promise<void> {
    for (const { life, at } of this.#due.get(day) ?? []) {
      const act = life.acts[at];
      if (at < 0) await this.#begin(life, workOf);
      else if (act) await this.#happen(life, act, day, workOf);
      const next = life.acts[at + 1];
      if (next) this.#put(addDays(day, next.afterDays), { life, at: at + 1 });
    }
    const draw = this.#draws.get(day);
    if (draw) await this.#draw(draw, day, workOf);
    for (const id of this.#visits.get(day) ?? []) await this.#lookAgain(id, day, workOf);
  }

  async #begin(life: Life, workOf: WorkOf) {
    const work = workOf(this.#cast.who(life.officeId, 'inspector'));
    const source = life.order.source === 'complaint' ? await newestComplaint(work, life.officeId) : null;
    const made = await orderRectification(work, { ...life.order, ...(source ? { sourceId: source.id } : {}) });
    life.id = made.id;
  }

  async #happen(life: Life, act: RectificationAct, day: string, workOf: WorkOf) {
    const work = workOf(this.#cast.who(life.officeId, act.by));
    const row = await rowOf(work, life.id);
    if (row.closedOn) return;
    if (act.kind === 'pictures') return this.#picture(work, row, act);
    if (act.step.step === 'extend' || act.step.step === 'ask_extension') {
      const due = await deadlineOf(work.tx, row.id);
      if (!due || due <= day) return; // too late to ask
    }
    const from = act.step.step === 'ask_extension' ? ((await deadlineOf(work.tx, row.id)) ?? day) : day;
    const until = act.days === undefined ? {} : { until: addDays(from, act.days) };
    const answers = act.step.step === 'extend' || act.step.step === 'refuse_extension';
    if (answers && (await rectificationOf(work.tx, row.id)).askedUntil === null) return;
    await stepRectification(work, row.id, { ...act.step, ...until, on: day, version: row.version });
  }

  async #picture(work: Work, row: DossierRow, { scene, after }: { scene: Scene; after: boolean }) {
    const taken = this.#pictures.get(`${scene} ${after}`)!;
    const ask = { uploadId: `demo-${row.id}-${after}`, name: taken.name, version: row.version };
    const { file, version } = await addFile(work, row.id, ask, taken);
    const [pair] = await pairsOf(work.tx, row.id);
    const spot = SPOTS[scene];
    if (pair) await setPair(work, row.id, pair.id, { version, spot, beforeId: pair.beforeId, afterId: file.id });
    else await addPair(work, row.id, { version, spot, ...(after ? { afterId: file.id } : { beforeId: file.id }) });
  }

  async #draw([back, region, size]: (typeof DRAWS)[number], day: string, workOf: WorkOf) {
    const office = this.#cast.office('market', region);
    const work = workOf(this.#cast.who(office, 'approver'));
    const scope = { from: addDays(day, -120), until: day };
    const pool = await poolOf(work, scope);
    const most = Math.min(size, pool.length);
    if (most === 0) return;
    const title = `${Number(day.slice(5, 7))}月整改回头看`;
    const drawn = await drawLookBack(work, { title, ...scope, size: most, seed: day.replaceAll('-', '') });
    if (back < 20) return; // just drawn: nobody has gone yet
    for (const [at, id] of (await readLookBack(work, drawn)).drawnIds.entries()) {
      this.#visit(addDays(day, 3 + at * 2), id);
    }
  }

  #visit(day: string, id: number) {
    this.#visits.set(day, [...(this.#visits.get(day) ?? []), id]);
  }

  async #lookAgain(id: number, day: string, workOf: WorkOf) {
    const row = await rowOf(workOf(this.#cast.who(this.#cast.office('market', PREFECTURE), 'approver')), id);
    if (row.restricted) return;
    const work = workOf(this.#cast.who(row.ownerOfficeId, 'inspector'));
    const seen = { officers: officers(this.#chance), on: day, version: row.version };
    if (row.state === 'to_correct') return void (await stepRectification(work, id, { ...seen, ...AGAIN }));
    if (row.state !== 'signed_off') return;
    const looked = this.#chance.weighted([
      ['kept', 78],
      ['relapsed', 15],
      ['gone', 7],
    ] as const);
    await stepRectification(work, id, {
      step: 'look_back',
      looked,
      text: LOOKED[looked],
      ...(looked === 'relapsed' ? { until: addDays(day, 10) } : {}),
      ...seen,
    });
    if (looked === 'relapsed') this.#visit(addDays(day, 9), id);
  }
}

const SPOTS: Record<Scene, string> = { corridor: '二楼安全通道', shelf: '货架标价', kitchen: '后厨操作间' };
const AGAIN = { step: 'visit', result: 'passed', text: '再次整改到位。', noPictures: '已当场核对。' } as const;
const LOOKED = { kept: '整改成果保持良好。', relapsed: '问题反弹，责令再次整改。', gone: '已停业，大门上锁。' };

async function rowOf(work: Work, id: number): Promise<DossierRow> {
  const [row] = await work.tx.select().from(dossiers).where(eq(dossiers.id, id));
  return row!;
}

async function newestComplaint(work: Work, officeId: number): Promise<DossierRow | undefined> {
  const [found] = await work.tx
    .select()
    .from(dossiers)
    .where(
      and(
        eq(dossiers.kind, 'complaint'),
        eq(dossiers.ownerOfficeId, officeId),
        eq(dossiers.restricted, false),
        lte(dossiers.receivedOn, work.clock.today()),
      ),
    )
    .orderBy(desc(dossiers.id))
    .limit(1);
  return found;
}
