import { record } from '#server/audit/audit.service.ts';
import { campaignFor } from '#server/campaigns/campaign.joined.ts';
import { startClock } from '#server/clocks/clock.service.ts';
import { announce, openDossier } from '#server/dossiers/dossier.service.ts';
import { type DossierRow, dossierNames } from '#server/dossiers/dossier.table.ts';
import { saveFace } from '#server/dossiers/face.service.ts';
import { becomeOf } from '#server/dossiers/parts.service.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import { settleSights } from '#server/dossiers/sights.service.ts';
import { onFile } from '#server/entities/entity.subject.ts';
import { inserting } from '#server/kernel/row-writes.ts';
import type { Work } from '#server/kernel/work.ts';
import { checkEnforcing } from '#server/offices/enforcing.ts';
import { settleQuestion } from '#server/transfers/question.service.ts';
import type { CaseIntake, Party } from '#shared/cases/case.asks.ts';
import type { CaseSource } from '#shared/cases/case.lists.ts';
import { namesPerson } from '#shared/cases/case.title.ts';
import { matterOf } from '#shared/complaints/routing.ts';
import { cleanText, halfWidth } from '#shared/entities/identity.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { COUNTIES, PREFECTURE } from '#shared/offices/regions.ts';
import { listedName, saveParties } from './case.parties.ts';
import { indexCase } from './case.search.ts';
import { caseColumnsOf } from './case.standing.ts';
import { type CaseColumns, cases } from './case.table.ts';

const insert = inserting(cases);

/** What opening a case's dossier needs, whichever procedure it takes. */
export interface NewCase {
  readonly title: string;
  readonly county: string;
  readonly township?: string | undefined;
  readonly foundOn: string;
  readonly state: string;
  readonly restricted: boolean;
  readonly parties: readonly Party[];
  readonly sourceId?: number | undefined;
  readonly campaignId?: number | undefined;
  readonly batchId?: number | undefined;
  readonly closedOn?: string | undefined;
  readonly own: Omit<Partial<CaseColumns>, 'id'> &
    Pick<CaseColumns, 'procedure' | 'source' | 'matter' | 'violation' | 'content' | 'graveHarm'>;
}

/** Registers a clue: draws its number and starts the fifteen working days from the day it was found (程序规定 18). */
export async function registerCase(work: Work, intake: CaseIntake, batchId?: number): Promise<DossierRow> {
  checkIntake(work, intake);
  const { sourceId, source, parties } = intake;
  const opened = await openCase(work, {
    ...intake,
    batchId,
    state: 'clue',
    own: {
      procedure: 'ordinary',
      source,
      sourceNote: intake.sourceNote ? cleanText(intake.sourceNote) : null,
      foreignNumber: intake.foreignNumber ? cleanText(intake.foreignNumber) : null,
      matter: intake.matter,
      violation: cleanText(intake.violation),
      content: cleanText(intake.content),
      place: intake.place ? cleanText(intake.place) : null,
      actEndedOn: intake.actEndedOn ?? null,
      graveHarm: intake.graveHarm,
      goodsValueFen: intake.goodsValueFen ?? null,
      illegalGainsFen: intake.illegalGainsFen ?? null,
    },
  });
  await startClock(work, opened.id, 'case.verify', intake.foundOn);
  return finishOpening(work, opened, { source, sourceId, parties: parties.length });
}

/** Makes the rows of a case; its clocks and sights come next, by `finishOpening`. */
export async function openCase(work: Work, fresh: NewCase): Promise<DossierRow> {
  const source = fresh.sourceId ? await reachDossier(work, fresh.sourceId, null, 'read') : null;
  await checkEnforcing(work);
  const parties = await onFile(work, fresh.parties);
  if (namesPerson(fresh.title, parties)) throw invalid({ title: 'names_person' });
  const [first] = parties;
  const opened = await openDossier(work, {
    kind: 'case',
    title: cleanText(fresh.title),
    subjectId: first?.entityId ?? null,
    subjectName: first ? listedName(first) : null,
    county: fresh.county,
    township: fresh.township ?? null,
    ownerOfficeId: work.actor.officeId,
    handlerId: work.actor.personId,
    state: fresh.state,
    receivedOn: fresh.foundOn,
    restricted: fresh.restricted,
    batchId: fresh.batchId ?? null,
    campaignId: await campaignFor(work, fresh.campaignId, source?.row),
    closedOn: fresh.closedOn ?? null,
  });
  await insert(work.tx, {
    ...EMPTY,
    ...fresh.own,
    id: opened.id,
    creditCode: first?.creditCode ? halfWidth(first.creditCode).toUpperCase() : null,
  });
  await saveParties(work, opened.id, parties);
  if (source) await becomeOf(work, source.row, opened.id);
  return opened;
}

const EMPTY = { officers: [], proposed: [], penalties: [], instalments: [], reviewGrounds: [] };

/** Stores the face and who sees the case, indexes it, leaves its line and tells whoever looks on. */
export async function finishOpening(
  work: Work,
  opened: DossierRow,
  facts: { source: CaseSource; sourceId?: number | undefined; parties: number },
): Promise<DossierRow> {
  const registered = await saveFace(work, opened);
  if (registered.restricted)
    await work.tx.insert(dossierNames).values({ dossierId: opened.id, personId: work.actor.personId });
  await settleSights(work, registered);
  await indexCase(work, registered, await caseColumnsOf(work.tx, opened.id), true);
  await record(work, 'case.registered', opened.id, {
    number: opened.number,
    to: opened.state,
    receivedOn: opened.receivedOn,
    ...facts,
  });
  await settleQuestion(work, opened.id, 'case');
  await announce(work, registered, 'registered');
  return registered;
}

function checkIntake(work: Work, intake: CaseIntake) {
  const faults: Record<string, string> = {};
  if (![PREFECTURE, ...COUNTIES].includes(intake.county as typeof PREFECTURE)) faults['county'] = 'unknown';
  if (!matterOf(intake.matter)) faults['matter'] = 'unknown';
  if (intake.foundOn > work.clock.today()) faults['foundOn'] = 'future';
  if (intake.actEndedOn && intake.actEndedOn > work.clock.today()) faults['actEndedOn'] = 'future';
  if (Object.keys(faults).length > 0) throw invalid(faults);
}
