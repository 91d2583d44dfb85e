import { record } from '#server/audit/audit.service.ts';
import { campaignFor } from '#server/campaigns/campaign.joined.ts';
import { listedName } from '#server/cases/case.parties.ts';
import { startClock } from '#server/clocks/clock.service.ts';
import { announce, openDossier } from '#server/dossiers/dossier.service.ts';
import { type DossierRow, dossierNames } from '#server/dossiers/dossier.table.ts';
import { saveFace } from '#server/dossiers/face.service.ts';
import { becomeOf, setPart } from '#server/dossiers/parts.service.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import { settleSights } from '#server/dossiers/sights.service.ts';
import { reachAny } from '#server/entities/entity.reach.ts';
import { subjectFor } from '#server/entities/entity.subject.ts';
import type { Work } from '#server/kernel/work.ts';
import { holdersOf } from '#server/notices/audience.ts';
import { notify } from '#server/notices/notice.service.ts';
import { checkEnforcing } from '#server/offices/enforcing.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import { visitsOfYear } from '#server/visits/visit.service.ts';
import { matterOf } from '#shared/complaints/routing.ts';
import { cleanText, halfWidth } from '#shared/entities/identity.ts';
import { addDays, daysBetween } from '#shared/kernel/calendar.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { NOT_ENFORCING } from '#shared/offices/departments.ts';
import { COUNTIES, PREFECTURE } from '#shared/offices/regions.ts';
import type { BeforeVisit } from '#shared/spot-checks/spot-check.api.ts';
import type { SpotCheckPlan } from '#shared/spot-checks/spot-check.asks.ts';
import { LONGEST_PLAN } from '#shared/spot-checks/spot-check.lists.ts';
import { indexSpotCheck } from './spot-check.search.ts';
import { plannedAt } from './spot-check.standing.ts';
import { spotChecks } from './spot-check.table.ts';

/** Plans a check of the actor's own office, which is the inspecting body; one without a subject waits to be drawn. */
export async function planSpotCheck(work: Work, plan: SpotCheckPlan): Promise<DossierRow> {
  checkPlan(plan);
  await checkEnforcing(work);
  const joint = await jointOffices(work, plan.jointOfficeIds ?? []);
  const source = plan.sourceId ? await reachDossier(work, plan.sourceId, null, 'read') : null;
  const subject = await subjectOf(work, plan);
  const today = work.clock.today();
  const opened = await openDossier(work, {
    kind: 'spot_check',
    title: cleanText(plan.title),
    ...subject,
    county: plan.county,
    township: plan.township ?? null,
    ownerOfficeId: work.actor.officeId,
    handlerId: work.actor.personId,
    state: subject.subjectName ? 'to_check' : 'to_draw',
    receivedOn: plan.plannedOn < today ? plan.plannedOn : today, // what was done before is written down afterwards
    campaignId: await campaignFor(work, plan.campaignId, source?.row),
    restricted: plan.restricted,
  });
  const [own] = await work.tx
    .insert(spotChecks)
    .values({ id: opened.id, ...saying(plan) })
    .returning();
  if (source) await becomeOf(work, source.row, opened.id);
  await startVisitClock(work, opened.id, { on: opened.receivedOn, until: own!.until, plan: 1 });
  const planned = await saveFace(work, opened);
  if (plan.restricted)
    await work.tx.insert(dossierNames).values({ dossierId: opened.id, personId: work.actor.personId });
  await settleSights(work, planned);
  for (const officeId of joint) await joinIn(work, planned, officeId);
  await indexSpotCheck(work, planned, own!, true);
  await record(work, 'spot_check.planned', opened.id, {
    number: opened.number,
    to: opened.state,
    checkKind: plan.checkKind,
    on: plan.plannedOn,
    until: own!.until,
    sourceId: plan.sourceId,
    officeIds: joint.length > 0 ? joint : undefined,
  });
  await announce(work, planned, 'registered');
  return planned;
}

/** Starts the limit of a plan: it ends on the last day the plan names. */
export const startVisitClock = (
  work: Work,
  id: number,
  { on, until, plan }: { on: string; until: string; plan: number },
): Promise<void> =>
  startClock(work, id, 'spot_check.visit', on, { about: plan, length: Math.max(0, daysBetween(on, until)) });

/** What is known before anybody goes to a business; of other departments' plans that they are there, and nothing more. */
export async function beforeVisit(work: Work, entityId: number): Promise<BeforeVisit> {
  await reachAny(work, entityId);
  const ahead = await plannedAt(work.tx).execute({ entityId, from: addDays(work.clock.today(), -30) });
  return {
    ...(await visitsOfYear(work, entityId)),
    ahead: ahead.map(({ officeId, plannedOn, purpose }) => ({
      officeId,
      plannedOn,
      purpose,
      own: officeId === work.actor.officeId,
    })),
  };
}

async function joinIn(work: Work, dossier: DossierRow, officeId: number) {
  await setPart(work, dossier, officeId, 'co_handler');
  await notify(work, dossier.id, 'part_added', await holdersOf(work.tx, officeId, 'spot_check.handle'));
}

/** Only who may enforce goes in: a coordinating office comes along with nobody. */
async function jointOffices(work: Work, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const places = await officePlaces(work.tx);
  for (const id of ids) {
    const place = places.find((one) => one.id === id);
    if (!place || id === work.actor.officeId) throw invalid({ jointOfficeIds: 'unknown' });
    if (NOT_ENFORCING.includes(place.department)) throw invalid({ jointOfficeIds: 'not_enforcing' });
  }
  return [...ids];
}

const clean = (text: string | undefined) => (text ? cleanText(text) : null);

function saying(plan: SpotCheckPlan) {
  return {
    checkKind: plan.checkKind,
    purpose: plan.purpose,
    task: clean(plan.task),
    approval: clean(plan.approval),
    subjectKind: plan.subjectKind,
    creditCode: plan.creditCode ? halfWidth(plan.creditCode).toUpperCase() : null,
    matter: plan.matter,
    place: clean(plan.place),
    plannedOn: plan.plannedOn,
    until: plan.until ?? plan.plannedOn,
    officers: [],
    answers: [],
    returnedFields: [],
  };
}

/** Whom it is about; a natural person's name is kept masked, the entity on file holds it whole. */
export async function subjectOf(
  work: Work,
  { subjectKind, subjectName, subjectId }: Pick<SpotCheckPlan, 'subjectKind' | 'subjectName' | 'subjectId'>,
) {
  const listed = subjectName?.trim() ? listedName({ kind: subjectKind, name: subjectName }) : undefined;
  return subjectFor(work, { subjectId, subjectName: listed });
}

function checkPlan(plan: SpotCheckPlan) {
  const faults: Record<string, string> = {};
  if (![PREFECTURE, ...COUNTIES].includes(plan.county as typeof PREFECTURE)) faults['county'] = 'unknown';
  if (!matterOf(plan.matter)) faults['matter'] = 'unknown';
  const until = untilFault(plan.plannedOn, plan.until);
  if (until) faults['until'] = until;
  if (Object.keys(faults).length > 0) throw invalid(faults);
}

/** What is wrong with the last day of a plan; null where nothing is. */
export function untilFault(plannedOn: string, until: string | undefined): string | null {
  if (until !== undefined && until < plannedOn) return 'before_plan';
  return (until ?? plannedOn) > addDays(plannedOn, LONGEST_PLAN) ? 'too_long' : null;
}
