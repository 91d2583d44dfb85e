import { lacksOf } from '#server/documents/paper.gate.ts';
import { linksOf, namesOf } from '#server/dossiers/parts.service.ts';
import { type Reached, reachDossier } from '#server/dossiers/reach.service.ts';
import { partsOf } from '#server/dossiers/sights.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import { MATERIALS } from '#shared/transfers/transfer.lists.ts';
import type { Transfer } from '#shared/transfers/transfer.schema.ts';
import type { Side, TransferState } from '#shared/transfers/transfer.states.ts';
import { missingMaterials, transferBlockers, transferStepsFor } from '#shared/transfers/transfer.steps.ts';
import { NO_ROW, stubOfTransfer } from './transfer.list.ts';
import { sameLine, sideAt } from './transfer.sides.ts';
import { columnsOf, papersAt, standingOf } from './transfer.standing.ts';
import type { TransferColumns } from './transfer.table.ts';
import './transfer.veil.ts';

type View = Transfer['view'];

/** A transfer as its reader may see it: a stub, that it is there, its content without names, or the whole. */
export async function readTransfer(work: Work, id: number): Promise<Transfer> {
  const reached = await reachDossier(work, id, 'transfer', 'stub');
  if (reached.access === 'stub') return stub(reached);
  const own = await columnsOf(work.tx, id);
  const side = await sideAt(work, reached, own);
  const view = await viewOf(work, reached);
  const told = view === 'preview' ? preview(reached, own, side) : await content(work, reached, own, view);
  const at = standingOf(own, reached.row);
  const openSteps = transferStepsFor(at, side, permissionsOf(work.actor));
  const blockers = side === 'sender' ? transferBlockers(at) : {};
  const papers = side === 'sender' ? await papersAt(work, own, reached.row) : null;
  const lacks = await lacksOf(work, reached.row, openSteps, papers);
  return { ...told, access: reached.access, view, side, openSteps, blockers, lacks };
}

async function viewOf(work: Work, { row, sight, access }: Reached): Promise<View> {
  if (access !== 'overview') return 'whole';
  const ours = sight === 'line' && (await sameLine(work.tx, work.actor.officeId, row.ownerOfficeId));
  return ours ? 'content' : 'preview';
}

const NOTHING_TOLD = {
  ...NO_ROW,
  side: null,
  copyOfficeId: null,
  basis: null,
  crimeBasis: null,
  summary: null,
  salesFen: null,
  gainsFen: null,
  lossFen: null,
  parties: [],
  goods: [],
  officers: [],
  penalties: [],
  materials: [],
  contact: null,
  reportedOn: null,
  approvedBy: null,
  approvedAt: null,
  disapproval: null,
  sentAt: null,
  signedBy: null,
  signedAt: null,
  signedEnteredAt: null,
  ruled: false,
  rejection: null,
  decisionNumber: null,
  decisionReason: null,
  reviewReason: null,
  asked: null,
  result: null,
  resultText: null,
  hops: [],
  handOver: null,
  complainantAsked: null,
  complainantGranted: null,
  identityOpenings: 0,
  parts: [],
  names: [],
  links: [],
  openSteps: [],
  blockers: {},
  lacks: {},
};
type Told = Omit<Transfer, 'access' | 'view' | 'side' | 'openSteps' | 'blockers' | 'lacks'>;

function stub({ row, sight, access }: Reached): Transfer {
  const { createdAt, createdBy } = row;
  const seen = stubOfTransfer({ ...row, state: row.state as TransferState, sight });
  return { ...NOTHING_TOLD, ...seen, createdBy: createdBy || 1, createdAt, access, view: 'stub' };
}

/** Before it is taken on: who sends what kind of matter about whom, masked, when, and how the receiver itself answered. */
function preview({ row, sight }: Reached, own: TransferColumns, side: Side | null): Told {
  const { road, toOfficeId, sentOn, sentAt, letterNumber, ruled, hops } = own;
  const { signedBy, signedAt, signedEnteredAt } = own;
  return {
    ...NOTHING_TOLD,
    ...row,
    state: row.state as TransferState,
    sight,
    stub: false,
    subjectId: null,
    handlerId: null,
    road,
    toOfficeId,
    sentOn,
    sentAt,
    letterNumber,
    signedBy,
    signedAt,
    signedEnteredAt,
    ruled,
    hops: [...hops],
    ...(side === 'receiver' ? answered(own) : {}),
    createdBy: row.createdBy || 1,
  };
}

/** What the other side itself said of it. */
const answered = ({ rejection, decisionNumber, decisionReason, reviewReason }: TransferColumns) => ({
  rejection,
  decisionNumber,
  decisionReason,
  reviewReason,
});

async function content(work: Work, { row, sight }: Reached, own: TransferColumns, view: View): Promise<Told> {
  const at = standingOf(own, row);
  const missing = missingMaterials(at);
  const ours = sight === 'owner';
  const whole = view === 'whole';
  // assigned, not spread: joining wide objects by spreading costs more than their queries
  return Object.assign({}, NOTHING_TOLD, row, own, {
    state: row.state as TransferState,
    sight,
    stub: false as const,
    createdBy: row.createdBy || 1,
    parties: [...own.parties],
    goods: [...own.goods],
    officers: [...own.officers],
    penalties: [...own.penalties],
    hops: [...own.hops],
    materials: MATERIALS.map((material) => ({
      material,
      fileIds: whole ? [...(own.materials[material]?.fileIds ?? [])] : [],
      none: own.materials[material]?.none ?? null,
      missing: missing.includes(material),
    })),
    handlerId: ours ? row.handlerId : null,
    disapproval: ours ? own.disapproval : null,
    approvedBy: ours ? own.approvedBy : null,
    approvedAt: ours ? own.approvedAt : null,
    reportedOn: ours ? own.reportedOn : null,
    complainantAsked: ours ? own.complainantAsked : null,
    complainantGranted: ours ? own.complainantGranted : null,
    parts: ours ? await partsOf(work.tx).execute({ id: row.id }) : [],
    names: ours ? await namesOf(work.tx, row.id) : [],
    links: await linksOf(work, row.id),
  });
}
