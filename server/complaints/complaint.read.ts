import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import { dossierNames } from '#server/dossiers/dossier.table.ts';
import { linksOf } from '#server/dossiers/parts.service.ts';
import { type Reached, reachDossier } from '#server/dossiers/reach.service.ts';
import { partsOf } from '#server/dossiers/sights.service.ts';
import { watchedNow } from '#server/entities/watch.seen.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import { NO_OWN_FIELDS } from '#shared/complaints/complaint.own-fields.ts';
import type { Complaint } from '#shared/complaints/complaint.schema.ts';
import { stepsFor } from '#shared/complaints/complaint.steps.ts';
import type { ComplaintState } from '#shared/complaints/complaint.workflow.ts';
import { NO_FACE } from '#shared/dossiers/dossier.face.ts';
import { type ComplaintColumns, complaints, tellings } from './complaint.table.ts';

const byId = prepared((tx) =>
  tx
    .select()
    .from(complaints)
    .where(eq(complaints.id, sql.placeholder('id')))
    .prepare(),
);
const tellingsOf = prepared((tx) =>
  tx
    .select()
    .from(tellings)
    .where(eq(tellings.dossierId, sql.placeholder('id')))
    .orderBy(tellings.id)
    .prepare(),
);
const namesOf = prepared((tx) =>
  tx
    .select({ personId: dossierNames.personId })
    .from(dossierNames)
    .where(eq(dossierNames.dossierId, sql.placeholder('id')))
    .prepare(),
);

/** A complaint's own columns; its dossier was reached before, so it is there. */
export async function columnsOf(tx: Tx, id: number): Promise<ComplaintColumns> {
  const [row] = await byId(tx).execute({ id });
  return row!;
}

/** A complaint as its reader may see it: a stub, an overview without personal data, or the whole but the identity. */
export async function readComplaint(work: Work, id: number): Promise<Complaint> {
  const reached = await reachDossier(work, id, 'complaint', 'stub');
  return reached.access === 'stub' ? stubOf(reached) : whole(work, reached);
}

const EMPTY = {
  ...NO_OWN_FIELDS,
  intake: null,
  complainantMask: null,
  subjectId: null,
  subjectName: null,
  watch: null,
  matter: null,
  township: null,
  handlerId: null,
  channel: null,
  foreignNumber: null,
  receivedOn: null,
  closedOn: null,
  outcome: null,
  returns: 0,
  amountFen: null,
  ...NO_FACE,
} as const;

/** Number, owner, county, state, and whom to call: that it exists is no secret, what it says is. */
function stubOf({ row, sight, access }: Reached): Complaint {
  const { id, number, state, county, ownerOfficeId, restricted, version, createdAt } = row;
  return {
    ...EMPTY,
    id,
    number,
    state: state as ComplaintState,
    county,
    ownerOfficeId,
    restricted,
    version,
    sight,
    access,
    stub: true,
    title: '',
    anonymity: null,
    subjectContact: null,
    content: null,
    demands: [],
    demandText: null,
    happenedOn: null,
    address: null,
    consentPublic: null,
    consentEntrust: null,
    ruled: false,
    complaintDecision: null,
    reportDecision: null,
    ground: null,
    summary: null,
    recoveredFen: null,
    satisfied: null,
    officers: [],
    createdBy: row.createdBy || 1,
    createdAt,
    submittedBy: null,
    identityOpenings: 0,
    parts: [],
    names: [],
    links: [],
    tellings: [],
    openSteps: [],
  };
}

async function whole(work: Work, { row, sight, access }: Reached): Promise<Complaint> {
  const own = await columnsOf(work.tx, row.id);
  const state = row.state as ComplaintState;
  const outside = access === 'overview';
  const silent = outside && sight === 'block'; // a block reads numbers and states; a line reads its records without identity
  // assigned, not spread: joining two wide objects by spreading costs more than their queries
  return Object.assign(row, own, {
    state,
    sight,
    access,
    stub: false as const,
    watch: row.subjectId === null ? null : ((await watchedNow(work)).get(row.subjectId) ?? null),
    complainantMask: outside ? null : own.complainantMask,
    subjectContact: outside ? null : own.subjectContact,
    content: silent ? null : own.content,
    summary: silent ? null : own.summary,
    address: silent ? null : own.address,
    officers: own.officers ?? [],
    parts: await partsOf(work.tx).execute({ id: row.id }),
    names: (await namesOf(work.tx).execute({ id: row.id })).map(({ personId }) => personId),
    links: await linksOf(work, row.id),
    tellings: outside ? [] : await tellingsOf(work.tx).execute({ id: row.id }),
    openSteps: stepsFor({ ...own, state }, access, permissionsOf(work.actor)),
  });
}
