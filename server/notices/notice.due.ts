import { and, between, gte, isNotNull, isNull, lt, lte, max, or } from 'drizzle-orm';
import { type DossierRow, dossiers } from '#server/dossiers/dossier.table.ts';
import type { Bus } from '#server/kernel/outbox.ts';
import { type Parts, turnOf } from '#server/kernel/turns.ts';
import { SYSTEM, type Work } from '#server/kernel/work.ts';
import { receiverOf } from '#server/transfers/transfer.standing.ts';
import type { Permission } from '#shared/auth/permissions.ts';
import type { Kind } from '#shared/dossiers/dossier.kinds.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { RECEIVER_CLOCKS } from '#shared/transfers/transfer.workflow.ts';
import { holdersOf, servingIn } from './audience.ts';
import { notify, settleAnswered } from './notice.service.ts';

/** Records looked at before others get their turn. */
const WINDOW = 2000;
/** What is overdue for longer is no news: it stands red on every desk. */
const NEWS_DAYS = 7;

type Due = Pick<DossierRow, 'id' | 'kind' | 'clockName' | 'dueOn' | 'ownerOfficeId' | 'handlerId'>;

/** Who is reminded where a record has no handler, and which heads hear that it is overdue. */
const WHO: Record<Kind, readonly [work: Permission, lead: Permission]> = {
  complaint: ['complaint.dispatch', 'complaint.approve'],
  case: ['case.register', 'case.approve'],
  transfer: ['transfer.receive', 'transfer.approve'],
  rectification: ['rectification.handle', 'rectification.approve'],
  campaign: ['campaign.run', 'campaign.run'],
  assignment: ['assignment.report', 'assignment.report'],
  spot_check: ['spot_check.handle', 'spot_check.approve'],
};

/** Reminds handlers of what falls due soon, and them and their leaders of what has just gone overdue; each once for each due day. */
export async function remindOfDue(app: Parts & { readonly bus: Bus }): Promise<number> {
  const { db, clock } = app;
  const today = clock.today();
  const [last] = await db.read.select({ id: max(dossiers.id) }).from(dossiers);
  let told = 0;
  for (let from = 0; from < (last?.id ?? 0); from += WINDOW) {
    const rows = await dueIn(db.read, from, today);
    if (rows.length > 0)
      told += await turnOf(app, SYSTEM, { requestId: 'timer:due', address: '' }, (work) => remind(work, rows, today));
    await new Promise(setImmediate);
  }
  return told;
}

function dueIn(tx: Work['tx'], from: number, today: string): Promise<Due[]> {
  return tx
    .select({
      id: dossiers.id,
      kind: dossiers.kind,
      clockName: dossiers.clockName,
      dueOn: dossiers.dueOn,
      ownerOfficeId: dossiers.ownerOfficeId,
      handlerId: dossiers.handlerId,
    })
    .from(dossiers)
    .where(
      and(
        between(dossiers.id, from + 1, from + WINDOW),
        isNotNull(dossiers.dueOn),
        isNull(dossiers.pausedOn),
        gte(dossiers.dueOn, addDays(today, -NEWS_DAYS)),
        or(
          lte(dossiers.soonOn, today),
          lt(dossiers.dueOn, today),
          and(isNotNull(dossiers.dueAt), lte(dossiers.dueOn, today)), // hours: on their last day
        ),
      ),
    );
}

async function remind(work: Work, rows: readonly Due[], today: string): Promise<number> {
  let told = 0;
  for (const row of rows) {
    const { id, kind, dueOn, handlerId } = row;
    const [working, leading] = WHO[kind];
    const officeId = await owingOffice(work, row);
    const overdue = dueOn! < today;
    if (overdue) await settleAnswered(work, id, 'due_soon');
    const handler = await servingIn(work.tx, officeId, [handlerId]);
    const to = handler.length > 0 ? handler : await holdersOf(work.tx, officeId, working);
    const leaders = overdue ? await holdersOf(work.tx, officeId, leading) : [];
    told += await notify(work, id, overdue ? 'overdue' : 'due_soon', [...to, ...leaders], dueOn);
  }
  return told;
}

/** Whoever owes what is due: the owner, or the office a transfer lies with while its clock is theirs. */
const owingOffice = async ({ tx }: Work, { id, kind, clockName, ownerOfficeId }: Due): Promise<number> =>
  kind === 'transfer' && (RECEIVER_CLOCKS as readonly (string | null)[]).includes(clockName)
    ? receiverOf(tx, id)
    : ownerOfficeId;
