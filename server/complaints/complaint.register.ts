import { sql } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { campaignFor } from '#server/campaigns/campaign.joined.ts';
import { startClock } from '#server/clocks/clock.service.ts';
import { announce, keepFormer, openDossier } from '#server/dossiers/dossier.service.ts';
import { type DossierRow, dossierNames } from '#server/dossiers/dossier.table.ts';
import { saveFace } from '#server/dossiers/face.service.ts';
import { settleSights } from '#server/dossiers/sights.service.ts';
import { subjectFor } from '#server/entities/entity.subject.ts';
import { faultsOfRequired } from '#server/fields/field.service.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { OWN_FIELD_NAMES } from '#shared/complaints/complaint.own-fields.ts';
import type { ComplaintIntake } from '#shared/complaints/complaint.schema.ts';
import { hasComplaint, hasReport } from '#shared/complaints/complaint.steps.ts';
import { matterOf } from '#shared/complaints/routing.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { COUNTIES, PREFECTURE } from '#shared/offices/regions.ts';
import { checkTarget } from './complaint.dispatch.ts';
import { endingOf, type History, keepAnswer } from './complaint.history.ts';
import { maskOf, sealIdentity } from './complaint.identity.ts';
import { tellOfRegistration } from './complaint.notices.ts';
import { indexComplaint } from './complaint.search.ts';
import { complaints } from './complaint.table.ts';

const insert = prepared((tx) =>
  tx
    .insert(complaints)
    .values({
      id: sql.placeholder('id'),
      intake: sql.placeholder('intake'),
      channel: sql.placeholder('channel'),
      anonymity: sql.placeholder('anonymity'),
      complainantMask: sql.placeholder('complainantMask'),
      subjectContact: sql.placeholder('subjectContact'),
      matter: sql.placeholder('matter'),
      content: sql.placeholder('content'),
      demands: sql.placeholder('demands'),
      demandText: sql.placeholder('demandText'),
      amountFen: sql.placeholder('amountFen'),
      happenedOn: sql.placeholder('happenedOn'),
      address: sql.placeholder('address'),
      foreignNumber: sql.placeholder('foreignNumber'),
      consentPublic: sql.placeholder('consentPublic'),
      consentEntrust: sql.placeholder('consentEntrust'),
      dispatchedBy: sql.placeholder('dispatchedBy'),
      outcome: sql.placeholder('outcome'),
      summary: sql.placeholder('summary'),
      ...Object.fromEntries(OWN_FIELD_NAMES.map((name) => [name, sql.placeholder(name)])),
    })
    .prepare(),
);

/** What a registration may bring beside the form: the import batch it came with, and how it ended before it came. */
export interface Registration {
  readonly batchId?: number | undefined;
  readonly history?: History | undefined;
}

/**
 * Registers a complaint or report: draws its number, seals who complained, starts the clocks from the day of receipt
 * (not of entry) and, where an office is named, dispatches it there at once. What was answered elsewhere comes in closed.
 */
export async function registerComplaint(
  work: Work,
  intake: ComplaintIntake,
  { batchId, history }: Registration = {},
): Promise<DossierRow> {
  checkIntake(work, intake, batchId === undefined ? await faultsOfRequired(work, intake) : {});
  const mine = work.actor.officeId;
  const target = intake.officeId ?? mine;
  if (intake.officeId) await checkTarget(work, intake.officeId);
  const open = intake.officeId === undefined ? 'to_dispatch' : target === mine ? 'to_decide' : 'dispatched';
  const state = history ? 'closed' : open;
  const opened = await openDossier(work, {
    kind: 'complaint',
    title: cleanText(intake.title),
    ...(await subjectFor(work, intake)),
    county: intake.county,
    township: intake.township ?? null,
    ownerOfficeId: target,
    state,
    receivedOn: intake.receivedOn,
    restricted: intake.restricted,
    batchId: batchId ?? null,
    campaignId: await campaignFor(work, intake.campaignId),
    closedOn: history?.on ?? null,
  });
  await saveIntake(work, opened.id, intake, { dispatchedBy: target === mine ? null : mine, ...endingOf(history) });
  await sealIdentity(work, opened.id, intake.anonymity === 'anonymous' ? {} : intake.complainant);
  const registered = history ? opened : await startClocks(work, opened, intake);
  if (target !== mine) await keepFormer(work, opened.id, mine);
  if (intake.restricted)
    await work.tx.insert(dossierNames).values({ dossierId: opened.id, personId: work.actor.personId });
  await settleSights(work, registered);
  await indexComplaint(work, registered, {
    content: intake.content,
    foreignNumber: intake.foreignNumber ?? null,
    fresh: true,
  });
  await record(work, 'complaint.registered', opened.id, {
    number: opened.number,
    intake: intake.intake,
    channel: intake.channel,
    officeId: target,
    to: state,
    receivedOn: intake.receivedOn,
  });
  if (history) await keepAnswer(work, opened.id, history);
  if (batchId) return registered; // an import tells once, not a thousand times
  await announce(work, registered, 'registered');
  await tellOfRegistration(work, registered);
  return registered;
}

/** What an import brings was written down before anybody could ask for more: only today's registrations owe the musts of today. */
function checkIntake(work: Work, intake: ComplaintIntake, missing: Readonly<Record<string, string>>) {
  const faults: Record<string, string> = { ...missing };
  if (![PREFECTURE, ...COUNTIES].includes(intake.county as typeof PREFECTURE)) faults['county'] = 'unknown';
  if (!matterOf(intake.matter)) faults['matter'] = 'unknown';
  if (intake.receivedOn > work.clock.today()) faults['receivedOn'] = 'future';
  if (intake.happenedOn && intake.happenedOn > intake.receivedOn) faults['happenedOn'] = 'after_receipt';
  if (intake.anonymity !== 'anonymous' && !intake.complainant.name && !intake.complainant.phone)
    faults['complainant.name'] = 'name_or_phone';
  if (Object.keys(faults).length > 0) throw invalid(faults);
}

type Beside = { dispatchedBy: number | null } & ReturnType<typeof endingOf>;

async function saveIntake(work: Work, id: number, intake: ComplaintIntake, beside: Beside) {
  await insert(work.tx).execute({
    id,
    intake: intake.intake,
    channel: intake.channel,
    anonymity: intake.anonymity,
    complainantMask: intake.anonymity === 'named' ? maskOf(intake.complainant) : null,
    subjectContact: intake.subjectContact ?? null,
    matter: intake.matter,
    content: cleanText(intake.content),
    demands: intake.demands,
    demandText: intake.demandText ?? null,
    amountFen: intake.amountFen ?? null,
    happenedOn: intake.happenedOn ?? null,
    address: intake.address ?? null,
    foreignNumber: intake.foreignNumber ?? null,
    consentPublic: intake.consentPublic,
    consentEntrust: intake.consentEntrust,
    ...beside,
    ...Object.fromEntries(OWN_FIELD_NAMES.map((name) => [name, intake[name] ?? null])),
  });
}

/** Two procedures, two sets of clocks, both from the day of receipt. */
async function startClocks(work: Work, opened: DossierRow, intake: ComplaintIntake): Promise<DossierRow> {
  if (hasComplaint(intake.intake)) await startClock(work, opened.id, 'complaint.accept', intake.receivedOn);
  if (hasReport(intake.intake)) await startClock(work, opened.id, 'report.verify', intake.receivedOn);
  return saveFace(work, opened);
}
