import { and, asc, eq, isNull, max } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { holdersOf, servingIn } from '#server/notices/audience.ts';
import { notify, settleAnswered } from '#server/notices/notice.service.ts';
import { offices } from '#server/offices/office.table.ts';
import { nextRung, type Rung, type Urging, urgingText } from '#shared/campaigns/urging.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { coordinatedRegion } from './campaign.plan.ts';
import { type UrgingRow, urgings } from './campaign.table.ts';

type Left = { dossierId: number; why: 'today' | 'nothing_due' | 'ladder_ended' };

const numberOf = ({ year, running }: Pick<UrgingRow, 'year' | 'running'>) => `CB-${String(year % 100)}-${running}`;

const sentFor = (tx: Work['tx'], dossierId: number): Promise<UrgingRow[]> =>
  tx.select().from(urgings).where(eq(urgings.dossierId, dossierId)).orderBy(asc(urgings.id));

/** Chases some records, each by its next rung; every one is reached by itself, and one that may not be seen refuses all. */
export async function sendUrgings(work: Work, dossierIds: readonly number[]) {
  await coordinatedRegion(work);
  const sent: Urging[] = [];
  const left: Left[] = [];
  for (const id of dossierIds) {
    const { row } = await reachDossier(work, id, null, 'overview');
    const before = await sentFor(work.tx, id);
    const why = whyNot(work, row, before);
    if (why) left.push({ dossierId: id, why });
    else sent.push(shown(await sendOne(work, row, rungOf(work, row, before)!)));
  }
  return { sent, left };
}

function rungOf({ clock }: Work, { dueOn, soonOn }: DossierRow, before: readonly UrgingRow[]): Rung | null {
  const last = before[before.length - 1];
  return nextRung({ dueOn, soonOn, today: clock.today(), last: last && !last.answeredOn ? last.rung : null });
}

function whyNot(work: Work, row: DossierRow, before: readonly UrgingRow[]): Left['why'] | null {
  if (ENDS[row.kind].includes(row.state) || row.pausedOn) return 'nothing_due';
  if (before.some(({ on }) => on === work.clock.today())) return 'today';
  if (rungOf(work, row, before)) return null;
  return before.length > 0 && row.dueOn && row.dueOn < work.clock.today() ? 'ladder_ended' : 'nothing_due';
}

async function sendOne(work: Work, row: DossierRow, rung: Rung): Promise<UrgingRow> {
  const today = work.clock.today();
  const year = Number(today.slice(0, 4));
  const { officeId, personId } = work.actor;
  const [drawn] = await work.tx
    .select({ last: max(urgings.running) })
    .from(urgings)
    .where(and(eq(urgings.officeId, officeId), eq(urgings.year, year)));
  const running = (drawn?.last ?? 0) + 1;
  const nameOf = async (id: number) =>
    (await work.tx.select({ name: offices.name }).from(offices).where(eq(offices.id, id)))[0]?.name ?? '';
  const text = urgingText({
    number: numberOf({ year, running }),
    rung,
    office: await nameOf(row.ownerOfficeId),
    from: await nameOf(officeId),
    title: row.restricted ? row.number : row.title,
    record: row.number,
    dueOn: row.dueOn!,
    today,
  });
  const [made] = await work.tx
    .insert(urgings)
    .values({
      ...{ dossierId: row.id, officeId, year, running, rung, toOfficeId: row.ownerOfficeId, on: today, text, personId },
      at: work.clock.now(),
    })
    .returning();
  await record(work, 'dossier.urged', row.id, { number: numberOf(made!), rung, officeId: row.ownerOfficeId });
  const handler = await servingIn(work.tx, row.ownerOfficeId, [row.handlerId]);
  const liaisons = await holdersOf(work.tx, row.ownerOfficeId, 'assignment.report');
  await notify(work, row.id, 'urged', [...handler, ...liaisons]);
  return made!;
}

const shown = (row: UrgingRow): Urging => {
  const { id, dossierId, rung, toOfficeId, on, text, personId, answeredOn, answer } = row;
  return {
    id,
    number: numberOf(row),
    dossierId,
    rung,
    toOfficeId,
    on,
    text,
    personId: personId || 1,
    answeredOn,
    answer,
  };
};

/** How a record was chased, the first urging first. */
export async function urgingsOf(work: Work, id: number): Promise<Urging[]> {
  await reachDossier(work, id, null, 'overview');
  return (await sentFor(work.tx, id)).map(shown);
}

/** The office replies: whatever was sent to it about the record is answered, and the ladder begins anew. */
export async function answerUrgings(work: Work, id: number, text: string): Promise<Urging[]> {
  await reachDossier(work, id, null, 'own');
  const open = and(eq(urgings.dossierId, id), isNull(urgings.answeredOn));
  const said = { answeredOn: work.clock.today(), answer: cleanText(text), answeredBy: work.actor.personId };
  const answered = await work.tx.update(urgings).set(said).where(open).returning();
  if (answered.length === 0) throw new Refusal('not_found');
  await record(work, 'dossier.urging_answered', id, { numbers: answered.map(numberOf), text: said.answer });
  await settleAnswered(work, id, 'urged');
  return urgingsOf(work, id);
}
