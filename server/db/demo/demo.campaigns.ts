import { and, eq, gte, inArray, isNull } from 'drizzle-orm';
import { stepAssignment } from '#server/campaigns/assignment.step.ts';
import { draftCampaign } from '#server/campaigns/campaign.draft.ts';
import { setCampaign } from '#server/campaigns/campaign.joined.ts';
import { stepCampaign } from '#server/campaigns/campaign.moves.ts';
import { officesOf } from '#server/campaigns/campaign.read.ts';
import { sendTally } from '#server/campaigns/tally.service.ts';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import type { Actor } from '#shared/auth/permissions.ts';
import type { AssignmentStep, CampaignStep, Member } from '#shared/campaigns/campaign.asks.ts';
import type { CampaignOffice } from '#shared/campaigns/campaign.schema.ts';
import { CAMPAIGN_TEMPLATES, planFrom } from '#shared/campaigns/campaign.templates.ts';
import { GRACE_DAYS, periodsOf } from '#shared/campaigns/tally.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { COUNTIES, PREFECTURE } from '#shared/offices/regions.ts';
import type { Cast } from './demo.people.ts';

type WorkOf = (actor: Actor) => Work;

/** A campaign of the invented year: when it begins, how long ago each thing happened, and who takes part. */
interface Life {
  readonly template: string;
  /** Days back from today; what lies ahead has a minus. */
  readonly begins: number;
  readonly drafted: number;
  readonly sumsUp?: number;
  readonly ends?: number;
  readonly offices: readonly (readonly [
    department: 'market' | 'agriculture' | 'commerce' | 'police',
    region: string,
    n: number,
  ])[];
  id: number;
}

const everywhere = (department: 'market' | 'agriculture', n: number) =>
  COUNTIES.map((region) => [department, region, n] as const);

const LIVES: readonly Omit<Life, 'id'>[] = [
  {
    ...{ template: 'caterpillar_fungus', drafted: 192, begins: 190, sumsUp: 100, ends: 92 },
    offices: [['market', PREFECTURE, 0], ...everywhere('market', 4), ['agriculture', '623025', 1]],
  },
  {
    ...{ template: 'quality_month', drafted: 62, begins: 60, sumsUp: 14 },
    offices: [['market', PREFECTURE, 0], ...everywhere('market', 2), ['commerce', '623027', 1]],
  },
  {
    ...{ template: 'tourism', drafted: 69, begins: 66 },
    offices: [
      ['market', PREFECTURE, 0],
      ...COUNTIES.map((region) => ['market', region, region === '623027' ? 12 : 5] as const),
      ...(['623027', '623001', '623025'] as const).map((region) => ['police', region, 0] as const),
      ...(['623027', '623021'] as const).flatMap((region) =>
        (['agriculture', 'commerce'] as const).map((department) => [department, region, 2] as const),
      ),
    ],
  },
  {
    ...{ template: 'festival', drafted: 2, begins: -12 },
    offices: [['market', PREFECTURE, 0], ...everywhere('market', 3)],
  },
];
export const DEMO_CAMPAIGNS = LIVES.length;
/** Which of a campaign's offices reports late. */
const LATE = 3;

/** Four campaigns, one in each state of life, lived through the services; records of the time belong to them as they are begun. */
export class CampaignLives {
  readonly #today: string;
  readonly #cast: Cast;
  readonly #lives: Life[] = LIVES.map((life) => ({ ...life, id: 0 }));

  constructor(today: string, cast: Cast) {
    this.#today = today;
    this.#cast = cast;
  }

  #is(day: string, back: number | undefined): boolean {
    return back !== undefined && addDays(this.#today, -back) === day;
  }

  /** Whether anything of a campaign happens on a day, or may. */
  on(day: string): boolean {
    return this.#lives.some(
      (life) => addDays(this.#today, -life.drafted) <= day && (!life.ends || day <= addDays(this.#today, -life.ends)),
    );
  }

  async live(day: string, workOf: WorkOf): Promise<void> {
    const work = workOf(this.#cast.who(this.#cast.office('coordination', PREFECTURE), 'coordinator'));
    for (const life of this.#lives) {
      if (this.#is(day, life.drafted)) await this.#draft(life, work);
      if (life.id === 0 || life.begins < 0) continue;
      if (this.#is(day, life.begins)) await this.#step(work, life, { step: 'issue' });
      if (this.#is(day, life.begins - 2)) await this.#acknowledge(life, workOf);
      if (day >= addDays(this.#today, -life.begins + 1) && !(life.sumsUp && day > addDays(this.#today, -life.sumsUp)))
        await this.#gather(life, day, workOf);
      await this.#tally(life, day, workOf);
      if (this.#is(day, life.sumsUp)) await this.#step(work, life, { step: 'sum_up' });
      if (life.sumsUp && this.#is(day, life.sumsUp + 3)) await this.#report(life, work, workOf);
      if (life.sumsUp && this.#is(day, life.sumsUp - 2)) await this.#reportLate(life, workOf);
      if (this.#is(day, life.ends)) await this.#end(life, work);
    }
  }

  async #draft(life: Life, work: Work): Promise<void> {
    const template = CAMPAIGN_TEMPLATES.find(({ key }) => key === life.template)!;
    const members = life.offices.map(
      ([department, region, n], at): Member => ({
        officeId: this.#cast.office(department, region),
        part: at === 0 ? 'lead' : 'supporting',
        targets: n > 0 ? [{ kind: 'spot_check', n }] : [],
      }),
    );
    const plan = planFrom(template, addDays(this.#today, -life.begins));
    life.id = (await draftCampaign(work, { ...plan, members })).id;
  }

  async #step(work: Work, { id }: Life, ask: Omit<CampaignStep, 'version'>): Promise<void> {
    await stepCampaign(work, id, { ...ask, version: await this.#versionOf(work, id) });
  }

  async #versionOf({ tx }: Work, id: number): Promise<number> {
    const [row] = await tx.select({ version: dossiers.version }).from(dossiers).where(eq(dossiers.id, id));
    return row!.version;
  }

  async #take(work: Work, { assignmentId }: CampaignOffice, ask: Omit<AssignmentStep, 'version'>): Promise<void> {
    await stepAssignment(work, assignmentId!, { ...ask, version: await this.#versionOf(work, assignmentId!) });
  }

  /** All but one acknowledge at once; of a finished campaign that one does too, later than it should. */
  async #acknowledge(life: Life, workOf: WorkOf): Promise<void> {
    const offices = await this.#officesOf(life, workOf);
    for (const [at, office] of offices.entries())
      if (life.sumsUp || at < offices.length - 1)
        await this.#take(workOf(this.#cast.who(office.officeId, 'liaison')), office, { step: 'acknowledge' });
  }

  #officesOf(life: Life, workOf: WorkOf): Promise<CampaignOffice[]> {
    const { tx } = workOf(this.#cast.who(this.#cast.office('coordination', PREFECTURE), 'coordinator'));
    return officesOf(tx, life.id);
  }

  /** Every other check, order and case that the offices began this day, and a few complaints, belong to the campaign. */
  async #gather(life: Life, day: string, workOf: WorkOf): Promise<void> {
    const turn = this.#lives.indexOf(life);
    const offices = life.offices.map(([department, region]) => this.#cast.office(department, region));
    const { tx } = workOf(this.#cast.who(offices[0]!, 'liaison'));
    const begun = await tx
      .select({ id: dossiers.id, kind: dossiers.kind, owner: dossiers.ownerOfficeId })
      .from(dossiers)
      .where(
        and(
          gte(dossiers.createdAt, new Date(Date.parse(`${day}T00:00:00+08:00`)).toISOString()),
          inArray(dossiers.kind, ['spot_check', 'rectification', 'case', 'complaint']),
          inArray(dossiers.ownerOfficeId, offices),
          isNull(dossiers.campaignId),
          eq(dossiers.restricted, false),
        ),
      );
    for (const { id, kind, owner } of begun) {
      if ((id + turn) % (kind === 'complaint' ? 9 : 2) > 0) continue;
      const work = workOf(this.#cast.who(owner, 'liaison'));
      await setCampaign(work, id, { campaignId: life.id, version: await this.#versionOf(work, id) });
    }
  }

  /** Offices report what they did, or that it was nothing; of a campaign still to be summed up one is silent and one excused. */
  async #report(life: Life, coordinator: Work, workOf: WorkOf): Promise<void> {
    const offices = await this.#officesOf(life, workOf);
    for (const [at, office] of offices.entries()) {
      if (at === LATE || (!life.ends && at === offices.length - 2)) continue;
      if (!life.ends && at === offices.length - 1)
        await this.#take(coordinator, office, { step: 'excuse', reason: '辖区内没有相关监管对象。' });
      else await this.#reportOf(life, office, workOf);
    }
  }

  async #reportLate(life: Life, workOf: WorkOf): Promise<void> {
    await this.#reportOf(life, (await this.#officesOf(life, workOf))[LATE]!, workOf);
  }

  async #reportOf({ id }: Life, office: CampaignOffice, workOf: WorkOf): Promise<void> {
    const work = workOf(this.#cast.who(office.officeId, 'liaison'));
    const text = '已按方案完成检查和整改，未发生系统性问题。';
    if (await this.#hasRecords(work, id, office.officeId)) await this.#take(work, office, { step: 'report', text });
    else await this.#take(work, office, { step: 'report_zero' });
  }

  /** The day after a period most offices hand their figures in; one of five never does, one a few days late. */
  async #tally(life: Life, day: string, workOf: WorkOf): Promise<void> {
    const { days, reporting } = CAMPAIGN_TEMPLATES.find(({ key }) => key === life.template)!;
    const from = addDays(this.#today, -life.begins);
    for (const period of periodsOf({ from, until: addDays(from, days), reporting }))
      for (const [at, office] of (await this.#tallying(life, period, day, workOf)).entries()) {
        const work = workOf(this.#cast.who(office.officeId, 'liaison'));
        if (at % 5 === 4 || day !== addDays(period.until, at % 5 === 3 ? GRACE_DAYS + 2 : 1)) continue;
        const n = (office.officeId * 7 + Number(day.slice(8))) % 11;
        const figures =
          n === 0 ? {} : { officers: 6 + n * 2, vehicles: n, premises: n * 3, leaflets: n * 40, markets: n % 3 };
        const zero = n === 0 && !(await this.#hasRecords(work, life.id, office.officeId));
        if (n === 0 && !zero) continue;
        await sendTally(work, office.assignmentId!, { from: period.from, zero, ...figures });
      }
  }

  /** The offices that could hand a period in today: those that have acknowledged and not reported for good. */
  async #tallying(life: Life, { until }: { readonly until: string }, day: string, workOf: WorkOf) {
    if (day <= until || day > addDays(until, GRACE_DAYS + 2)) return [];
    return (await this.#officesOf(life, workOf)).filter(({ state }) => state !== 'to_acknowledge');
  }

  async #hasRecords({ tx }: Work, campaignId: number, officeId: number): Promise<boolean> {
    const found = await tx
      .select({ id: dossiers.id, kind: dossiers.kind })
      .from(dossiers)
      .where(and(eq(dossiers.campaignId, campaignId), eq(dossiers.ownerOfficeId, officeId)));
    return found.some(({ kind }) => kind !== 'assignment');
  }

  async #end(life: Life, work: Work): Promise<void> {
    const text = '各成员单位按方案完成检查、责令整改和立案查处，市场秩序总体平稳。下一步巩固成果，适时开展回头看。';
    await this.#step(work, life, { step: 'end', text });
  }
}
