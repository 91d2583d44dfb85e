import { and, eq, inArray, notInArray } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { campaignFor } from '#server/campaigns/campaign.joined.ts';
import { checkTarget } from '#server/complaints/complaint.dispatch.ts';
import { announce, openDossier } from '#server/dossiers/dossier.service.ts';
import { type DossierRow, dossierLinks, dossiers } from '#server/dossiers/dossier.table.ts';
import { nameIn } from '#server/dossiers/parts.service.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import { settleSights } from '#server/dossiers/sights.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import { indexDossier } from '#server/search/search.index.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { PREFECTURE } from '#shared/offices/regions.ts';
import type { TransferDraft } from '#shared/transfers/transfer.asks.ts';
import type { Road } from '#shared/transfers/transfer.lists.ts';
import { maskedParty, sealIdentities } from './transfer.identities.ts';
import { procuratorateOf } from './transfer.sides.ts';
import { onTransfer } from './transfer.sources.ts';
import { type TransferColumns, transfers } from './transfer.table.ts';

/** Drafts a transfer, with what its source brings where the drafter says nothing else. Nobody outside the sender's office is told. */
export async function draftTransfer(work: Work, ask: TransferDraft): Promise<DossierRow> {
  const here = await placeOf(work, work.actor.officeId);
  checkSender(here.department, ask.road);
  const source = ask.sourceId ? await reachSource(work, ask.sourceId, ask.road) : null;
  const given = { ...source?.brought, ...ask };
  const toOfficeId = ask.toOfficeId ?? (await policeOf(work, ask.road, here.region));
  await checkReceiver(work, ask.road, toOfficeId);
  const title = given.title?.trim();
  if (!title) throw invalid({ title: 'required' });
  const parties = given.parties ?? [];
  const masked = parties.map(maskedParty);
  const opened = await openDossier(work, {
    kind: 'transfer',
    title: cleanText(title),
    subjectId: parties[0]?.entityId ?? source?.row.subjectId ?? null,
    subjectName: masked[0]?.name ?? null,
    county: source?.row.county ?? here.region,
    township: source?.row.township ?? null,
    ownerOfficeId: work.actor.officeId,
    handlerId: work.actor.personId,
    state: 'drafted',
    receivedOn: work.clock.today(),
    restricted: source?.row.restricted ?? false,
    campaignId: await campaignFor(work, ask.campaignId, source?.row),
  });
  await work.tx.insert(transfers).values({
    id: opened.id,
    road: ask.road,
    sourceId: source?.row.id ?? null,
    sourceKind: source?.row.kind ?? null,
    toOfficeId,
    copyOfficeId: ask.road === 'police' ? await procuratorateOf(work.tx, here.region) : null,
    ...contentOf(given),
    parties: masked,
    materials: {},
    papers: [],
    movedOn: work.clock.today(),
    hops: [],
  });
  await sealIdentities(work, opened.id, { parties });
  if (opened.restricted) await nameIn(work, opened.id, [work.actor.personId]);
  if (source) await linkSource(work, opened.id, source.row.id);
  await settleSights(work, opened);
  await indexTransfer(work, opened, null, true);
  await record(work, 'transfer.drafted', opened.id, {
    number: opened.number,
    to: 'drafted',
    road: ask.road,
    officeId: toOfficeId,
    ...(source ? { sourceId: source.row.id } : {}),
  });
  await announce(work, opened, 'registered');
  return opened;
}

/** What is written of a draft, as it is stored: every field there, null where nothing was said. */
export function contentOf(given: Partial<TransferDraft>) {
  const clean = (text: string | null | undefined) => (text?.trim() ? cleanText(text) : null);
  return {
    summary: clean(given.summary),
    basis: clean(given.basis),
    crime: clean(given.crime),
    crimeBasis: clean(given.crimeBasis),
    contact: clean(given.contact),
    salesFen: given.salesFen ?? null,
    goodsValueFen: given.goodsValueFen ?? null,
    gainsFen: given.gainsFen ?? null,
    lossFen: given.lossFen ?? null,
    goods: given.goods ?? [],
    officers: given.officers ?? [],
    penalties: given.penalties ?? [],
  } satisfies Partial<TransferColumns>;
}

async function reachSource(work: Work, id: number, road: Road) {
  const { row } = await reachDossier(work, id, null, 'own');
  const source = onTransfer[row.kind];
  if (!source) throw invalid({ sourceId: 'unknown' });
  const brought = await source.brings(work, row, road);
  const [live] = await work.tx
    .select({ id: transfers.id })
    .from(transfers)
    .innerJoin(dossiers, eq(dossiers.id, transfers.id))
    .where(
      and(
        eq(transfers.sourceId, id),
        inArray(transfers.road, road === 'police' ? ['police'] : ['department', 'from_police']),
        notInArray(dossiers.state, ['withdrawn', 'not_approved', 'rejected', 'ended', 'answered']),
      ),
    );
  if (live) throw new Refusal('already_exists', { id: live.id });
  return { row, brought };
}

async function linkSource(work: Work, id: number, sourceId: number) {
  await work.tx.insert(dossierLinks).values({ fromId: sourceId, toId: id, link: 'transferred' }).onConflictDoNothing();
  await record(work, 'dossier.linked', sourceId, { toId: id, link: 'transferred' });
}

/** What of a transfer can be searched for: its number, its cause and whom it masks; never its content. */
export function indexTransfer(work: Work, dossier: DossierRow, letterNumber: string | null, fresh = false) {
  return indexDossier(work, dossier.id, {
    names: [dossier.subjectName ?? '', dossier.title],
    numbers: [dossier.number, letterNumber ?? ''],
    body: '',
    fresh,
  });
}

async function placeOf(work: Work, officeId: number) {
  const place = (await officePlaces(work.tx)).find(({ id }) => id === officeId);
  if (!place) throw invalid({ officeId: 'unknown' });
  return place;
}

/** A coordinating office transfers nothing; the police send from theirs, an agency to them. */
function checkSender(department: string, road: Road) {
  const police = department === 'police';
  if (department === 'coordination' || department === 'procuratorate')
    throw new Refusal('forbidden', { need: 'enforcing_office' });
  if (road === 'from_police' ? !police : road === 'police' && police) throw invalid({ road: 'not_yours' });
}

/** The police of the same level and place (移送规定 5). */
async function policeOf(work: Work, road: Road, region: string): Promise<number> {
  const police = (await officePlaces(work.tx)).find(
    (place) => place.department === 'police' && place.region === region && !place.successorId,
  );
  if (road !== 'police' || !police) throw invalid({ toOfficeId: 'required' });
  return police.id;
}

/** Refuses a receiver that cannot take it: none, the sender itself, the police by the road between departments, another level. */
export async function checkReceiver(
  work: Work,
  road: Road,
  toOfficeId: number,
  senderId = work.actor.officeId,
): Promise<void> {
  await checkTarget(work, toOfficeId);
  if (toOfficeId === senderId) throw invalid({ toOfficeId: 'owner' });
  const [to, here] = [await placeOf(work, toOfficeId), await placeOf(work, senderId)];
  if ((to.department === 'police') !== (road === 'police')) throw invalid({ toOfficeId: 'other_road' });
  const level = (region: string) => region === PREFECTURE;
  if (road !== 'department' && level(to.region) !== level(here.region)) throw invalid({ toOfficeId: 'other_level' });
}
