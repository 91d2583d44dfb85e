import { linksOf, namesOf } from '#server/dossiers/parts.service.ts';
import { type Reached, reachDossier } from '#server/dossiers/reach.service.ts';
import { partsOf } from '#server/dossiers/sights.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import type { SpotCheck } from '#shared/spot-checks/spot-check.schema.ts';
import { spotCheckStepsFor } from '#shared/spot-checks/spot-check.steps.ts';
import type { SpotCheckState } from '#shared/spot-checks/spot-check.workflow.ts';
import { wholeSample } from './sample.standing.ts';
import { stubOfSpotCheck } from './spot-check.list.ts';
import { spotCheckOf } from './spot-check.standing.ts';
import type { SpotCheckColumns } from './spot-check.table.ts';

/** A spot check as its reader may see it: a stub, an overview without persons, or the whole. */
export async function readSpotCheck(work: Work, id: number): Promise<SpotCheck> {
  const reached = await reachDossier(work, id, 'spot_check', 'stub');
  return reached.access === 'stub' ? stubOf(reached) : whole(work, reached);
}

const NOTHING_TOLD = {
  subjectKind: null,
  approval: null,
  place: null,
  until: null,
  officers: [],
  noticeNumber: null,
  entryCode: null,
  visitId: null,
  list: null,
  listVersion: null,
  answers: [],
  findings: null,
  party: null,
  endedOn: null,
  instruments: null,
  drawId: null,
  drawnIds: null,
  sample: null,
  recordedBy: null,
  confirmedBy: null,
  returnedFields: [],
  returnedReason: null,
  settled: null,
  publishedAt: null,
  parts: [],
  names: [],
  links: [],
  openSteps: [],
};

function stubOf({ row, sight, access }: Reached): SpotCheck {
  const { createdBy, createdAt } = row;
  const stub = stubOfSpotCheck({ ...row, state: row.state as SpotCheckState, sight });
  return { ...stub, ...NOTHING_TOLD, access, createdBy: createdBy || 1, createdAt };
}

/** What a block does not read of another office's check: it sees numbers, states, days and results. */
const SILENT = ['findings', 'party', 'returnedReason', 'settled'] as const;
/** Nobody outside reads who went there, nor with which papers. */
const INSIDE = ['inspectors', 'recordedBy', 'confirmedBy', 'noticeNumber', 'entryCode', 'party'] as const;

const nothing = (names: readonly (keyof SpotCheckColumns)[]) => Object.fromEntries(names.map((name) => [name, null]));

async function whole(work: Work, { row, sight, access }: Reached): Promise<SpotCheck> {
  const own = await spotCheckOf(work.tx, row.id);
  const outside = access === 'overview';
  const silent = outside && sight === 'block';
  const state = row.state as SpotCheckState;
  const sample = own.checkKind === 'sampling' ? await wholeSample(work.tx, row.id) : null;
  // assigned, not spread: joining wide objects by spreading costs more than their queries
  return Object.assign({}, NOTHING_TOLD, row, own, {
    ...(outside ? nothing(INSIDE) : {}),
    ...(silent ? nothing(SILENT) : {}),
    officers: outside ? [] : [...own.officers],
    answers: silent ? [] : own.answers.map((one) => (outside ? { item: one.item, answer: one.answer } : copied(one))),
    drawnIds: own.drawnIds && !outside ? [...own.drawnIds] : null,
    instruments: own.instruments ? [...own.instruments] : null,
    sample: silent && sample ? { ...sample, objectionText: null, disposal: [] } : sample,
    returnedFields: silent ? [] : [...own.returnedFields],
    state,
    stub: false as const,
    sight,
    access,
    createdBy: row.createdBy || 1,
    parts: await partsOf(work.tx).execute({ id: row.id }),
    names: await namesOf(work.tx, row.id),
    links: await linksOf(work, row.id),
    openSteps: spotCheckStepsFor(
      { state, checkKind: own.checkKind, sample, finishedOn: own.finishedOn, publishedOn: own.publishedOn },
      access,
      permissionsOf(work.actor),
    ),
  });
}

const copied = ({
  item,
  answer,
  note,
  fileIds,
}: SpotCheckColumns['answers'][number]): SpotCheck['answers'][number] => ({
  item,
  answer,
  ...(note ? { note } : {}),
  ...(fileIds ? { fileIds: [...fileIds] } : {}),
});
