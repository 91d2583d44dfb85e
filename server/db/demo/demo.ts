import { dirname } from 'node:path';
import { eq } from 'drizzle-orm';
import { clocksOf } from '#server/clocks/clock.service.ts';
import { turnClock } from '#server/clocks/turn.service.ts';
import { registerComplaint } from '#server/complaints/complaint.register.ts';
import { stepComplaint } from '#server/complaints/complaint.step.ts';
import { foldersOf } from '#server/data-folder.ts';
import { type DossierRow, dossiers } from '#server/dossiers/dossier.table.ts';
import { Store } from '#server/files/store.ts';
import { Outbox } from '#server/kernel/outbox.ts';
import type { Parts } from '#server/kernel/turns.ts';
import { SYSTEM, type Work } from '#server/kernel/work.ts';
import { readNoticesBefore } from '#server/notices/notice.service.ts';
import { offices as officesTable } from '#server/offices/office.table.ts';
import type { Actor } from '#shared/auth/permissions.ts';
import type { ComplaintIntake } from '#shared/complaints/complaint.schema.ts';
import { routeFor } from '#shared/complaints/routing.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { COUNTIES, PREFECTURE, REGIONS } from '#shared/offices/regions.ts';
import { Chance } from './chance.ts';
import { CampaignLives } from './demo.campaigns.ts';
import { CaseLives } from './demo.cases.ts';
import { Library, type Stock } from './demo.entities.ts';
import { makeDemoPapers } from './demo.papers.ts';
import { type Cast, inventedName, makePeople } from './demo.people.ts';
import { drawPictures } from './demo.pictures.ts';
import { RectificationLives } from './demo.rectifications.ts';
import { type Act, inventRoad } from './demo.roads.ts';
import { SpotCheckLives } from './demo.spot-checks.ts';
import { inventStory } from './demo.texts.ts';
import { TransferLives } from './demo.transfers.ts';

const DAYS = 365;
const REPEATS = 0.04;
const NEGLECTED = 0.22;
export const DEMO_COMPLAINTS = 1600;

/** A clock that stands at one moment of the invented year. */
class PastClock {
  #at = '';
  #day = '';

  set(day: string, minute: number): void {
    this.#day = day;
    this.#at = new Date(Date.parse(`${day}T01:00:00.000Z`) + minute * 60_000).toISOString();
  }
  now = () => this.#at;
  today = () => this.#day;
}

interface Life {
  /** The earlier record this one repeats; it is merged into that one while that is open. */
  readonly repeats?: Life;
  readonly intake: ComplaintIntake;
  readonly registrar: Actor;
  readonly acts: Act[];
  id: number;
}

type Due = { life: Life; at: number };

/**
 * Fills an empty data folder with a plausible year: people act through the same services as on screen, in the order of the calendar, so
 * that every number, clock, right and audit line is what the product itself would have made.
 */
export async function makeDemo({ db, vault }: Pick<Parts, 'db' | 'vault'>, today: string): Promise<void> {
  const clock = new PastClock();
  const workOf = (tx: Work['tx'], actor: Actor): Work => ({
    tx,
    actor,
    clock,
    vault,
    trace: { requestId: 'demo', address: '' },
    outbox: new Outbox(),
  });
  clock.set(addDays(today, -DAYS - 1), 0);
  const cast = await db.transact((tx) => makePeople(workOf(tx, SYSTEM)));
  const offices = await db.read.select().from(officesTable);
  const library = new Library(cast, today);
  await db.transact((tx) => library.file((actor) => workOf(tx, actor)));
  const lives = inventLives(today, cast, offices, library.stock);
  const visits = library.visits(DAYS);
  const cases = new CaseLives(today, DAYS, cast, library.stock);
  const pictures = await drawPictures(new Store(foldersOf(dirname(db.file)).files));
  const rectifications = new RectificationLives(today, DAYS, cast, pictures);
  const transfers = new TransferLives(today, cast);
  const checks = new SpotCheckLives(today, DAYS, cast, library.stock);
  const campaigns = new CampaignLives(today, cast);
  const due = new Map<string, Due[]>();
  for (const [day, life] of lives) put(due, day, { life, at: -1 });

  for (let back = DAYS; back >= 0; back -= 1) {
    const day = addDays(today, -back);
    const acts = due.get(day) ?? [];
    const visited = visits.get(day) ?? [];
    const any =
      acts.length + visited.length > 0 ||
      [cases, rectifications, transfers, checks, campaigns].some((lives) => lives.on(day));
    if (!any) continue;
    await db.transact(async (tx) => {
      clock.set(day, 0);
      for (const visit of visited) await visit((actor) => workOf(tx, actor));
      for (const [minute, act] of acts.entries()) {
        clock.set(day, Math.min(540, minute * 4));
        await happen((actor) => workOf(tx, actor), act, day, cast);
        const next = act.life.acts[act.at + 1];
        if (next) put(due, addDays(day, Math.max(next.afterDays, 0)), { life: act.life, at: act.at + 1 });
      }
      clock.set(day, 541);
      await cases.live(day, (actor) => workOf(tx, actor));
      await rectifications.live(day, (actor) => workOf(tx, actor));
      await transfers.live(day, (actor) => workOf(tx, actor));
      await checks.live(day, (actor) => workOf(tx, actor));
      await campaigns.live(day, (actor) => workOf(tx, actor));
    });
  }
  clock.set(today, 540);
  await db.transact((tx) => library.finish((actor) => workOf(tx, actor)));
  const xiahe = cast.office('market', '623027');
  await makeDemoPapers({ db, vault, clock }, { liaison: cast.who(xiahe, 'liaison'), head: cast.who(xiahe, 'chief') });
  await db.transact((tx) => readNoticesBefore(tx, `${addDays(today, -3)}T00:00:00.000Z`));
}

/** Acts of the day being lived join its list and come later the same day. */
function put(due: Map<string, Due[]>, day: string, act: Due): void {
  const list = due.get(day);
  if (list) list.push(act);
  else due.set(day, [act]);
}

function inventLives(
  today: string,
  cast: Cast,
  offices: Parameters<typeof routeFor>[3],
  stock: readonly Stock[],
): [string, Life][] {
  const chance = new Chance(20_261_124);
  const lives: [string, Life][] = [];
  const counties = COUNTIES.map((code) => [code, code === '623027' ? 5 : code === '623001' ? 6 : 2.2] as const);
  for (let n = 0; n < DEMO_COMPLAINTS; n += 1) {
    const back = Math.min(DAYS, Math.floor(DAYS * chance.next() ** 1.35));
    const day = addDays(today, -back);
    const county = chance.weighted(counties);
    const life = inventLife(chance, { day, county, recent: back < 50, stock }, cast, offices);
    lives.push([day, life]);
    if (chance.is(REPEATS) && back > 5 && !life.intake.restricted) {
      lives.push([addDays(day, chance.between(1, 4)), repeatOf(chance, life, addDays(day, 4))]);
      n += 1;
    }
  }
  return lives.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function inventLife(
  chance: Chance,
  { day, county, recent, stock }: { day: string; county: string; recent: boolean; stock: readonly Stock[] },
  cast: Cast,
  offices: Parameters<typeof routeFor>[3],
): Life {
  const story = inventStory(chance, county, REGIONS.find(({ code }) => code === county)!.name, stock);
  const own = routeFor(story.matter, county, day, offices, PREFECTURE)!.id;
  const direct = chance.is(0.55);
  const registrar = cast.who(direct ? own : cast.office('market', PREFECTURE), 'liaison');
  const anonymity = chance.weighted([
    ['named', 82],
    ['anonymous', 11],
    ['secret', 7],
  ] as const);
  const intake: ComplaintIntake = {
    channel: chance.weighted([
      ['phone', 34],
      ['hotline_12315', 28],
      ['hotline_12345', 18],
      ['visit', 8],
      ['web', 8],
      ['letter', 2],
      ['superior', 2],
    ] as const),
    intake: chance.weighted([
      ['complaint', 62],
      ['report', 20],
      ['both', 8],
      ['consultation', 7],
      ['suggestion', 3],
    ] as const),
    anonymity,
    complainant:
      anonymity === 'anonymous'
        ? {}
        : {
            name: inventedName(chance),
            phone: `1${chance.one(['39', '38', '77', '89', '52'])}${String(chance.between(0, 99_999_999)).padStart(8, '0')}`,
          },
    ...(story.subjectId ? { subjectId: story.subjectId } : {}),
    subjectName: story.subjectName,
    matter: story.matter,
    title: story.title,
    content: story.content,
    demands: chance.is(0.8) ? [chance.one(['refund', 'compensation', 'repair', 'replacement', 'punishment'])] : [],
    ...(story.amountFen ? { amountFen: story.amountFen } : {}),
    happenedOn: addDays(day, -chance.between(0, 6)),
    county,
    township: story.township,
    address: story.address,
    receivedOn: day,
    consentPublic: chance.is(0.5),
    consentEntrust: chance.is(0.4),
    // sent on to an office where nobody is named it waits until somebody is: of late that is seen, and nowhere for months
    restricted: anonymity === 'secret' && chance.is(0.4) && (direct || recent),
    ...(direct || chance.is(0.8) ? { officeId: own } : {}),
  };
  const elsewhere = cast.office('market', chance.one(COUNTIES.filter((code) => code !== county)));
  const place = { registrar, office: own, elsewhere, coordination: cast.office('coordination', PREFECTURE) };
  const acts = inventRoad(chance, intake, place, recent);
  // Here and there nobody goes on: that is what a ledger is for.
  const stop = recent && chance.is(NEGLECTED) ? chance.between(0, acts.length) : acts.length;
  return { intake, registrar, acts: acts.slice(0, stop), id: 0 };
}

/** Somebody complains again about the same thing, or a second customer about the same shop. */
function repeatOf(chance: Chance, life: Life, by: string): Life {
  const intake: ComplaintIntake = {
    ...life.intake,
    channel: 'hotline_12345',
    title: `再次反映：${life.intake.title}`.slice(0, 60),
    complainant: life.intake.anonymity === 'anonymous' ? {} : { name: inventedName(chance), phone: '13900000000' },
    receivedOn: by,
  };
  return { intake, registrar: life.registrar, acts: [...life.acts], id: 0, repeats: life };
}

async function happen(workOf: (actor: Actor) => Work, { life, at }: Due, day: string, cast: Cast): Promise<void> {
  if (at < 0) {
    const made = await registerComplaint(workOf(life.registrar), { ...life.intake, receivedOn: day });
    life.id = made.id;
    if (life.repeats) await mergeRepeat(workOf, made, life, cast);
    return;
  }
  const act = life.acts[at]!;
  const { tx } = workOf(SYSTEM);
  const [row] = await tx.select().from(dossiers).where(eq(dossiers.id, life.id));
  const actor = actorFor(act, row!, life, cast);
  if (!actor) {
    life.acts.length = at; // whoever would go on is not named in it
    return;
  }
  const work = workOf(actor);
  if (act.clock) await turn(work, row!, act.clock, day);
  else if (act.step) {
    const { telling, ...step } = act.step;
    const anonymous = life.intake.anonymity === 'anonymous';
    const way = anonymous ? ('public_notice' as const) : telling?.way;
    const told = telling && way ? { telling: { ...telling, way, toldOn: day } } : {};
    await stepComplaint(work, row!.id, { ...step, ...told, on: day, version: row!.version });
  }
}

/** Whoever holds the role there; in a restricted record the one who registered it, or the approver, who is always named. */
function actorFor({ by }: Act, row: DossierRow, life: Life, cast: Cast): Actor | null {
  const wanted = typeof by === 'string' ? { office: row.ownerOfficeId, role: by } : by;
  const actor = cast.who(wanted.office, wanted.role);
  if (!row.restricted || wanted.role === 'approver' || actor.personId === life.registrar.personId) return actor;
  return null;
}

/** Joins a repeat to the earlier record while that is open in the same office; otherwise it goes its own road. */
async function mergeRepeat(workOf: (actor: Actor) => Work, repeat: DossierRow, life: Life, cast: Cast) {
  const { tx } = workOf(SYSTEM);
  const [into] = await tx.select().from(dossiers).where(eq(dossiers.id, life.repeats!.id));
  if (!into || into.state === 'closed' || into.ownerOfficeId !== repeat.ownerOfficeId) return;
  life.acts.length = 0;
  await stepComplaint(workOf(cast.who(repeat.ownerOfficeId, 'liaison')), repeat.id, {
    step: 'merge',
    intoId: into.id,
    reason: '同一经营者同一事项，并案办理。',
    version: repeat.version,
  });
}

async function turn(work: Work, row: DossierRow, ask: NonNullable<Act['clock']>, day: string): Promise<void> {
  const clock = (await clocksOf(work.tx, row.id)).find(({ name, stoppedOn }) => name === ask.name && !stoppedOn);
  if (!clock) return;
  const category = ask.kind === 'paused' ? { category: 'testing', document: '检验委托书' } : {};
  await turnClock(work, row.id, clock.id, {
    kind: ask.kind,
    on: day,
    version: row.version,
    reason: ask.kind === 'paused' ? '样品送检' : ask.kind === 'resumed' ? '检验报告已收到' : '情况复杂，经批准延长',
    ...category,
    ...(ask.length ? { length: ask.length } : {}),
  });
}
