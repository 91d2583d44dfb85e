import type { Tx } from '#server/db/database.ts';
import type { Reached } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import { PREFECTURE } from '#shared/offices/regions.ts';
import type { Side } from '#shared/transfers/transfer.states.ts';
import type { TransferColumns } from './transfer.table.ts';

/** On which side of a transfer its reader stands; null where on none. */
export async function sideAt(
  { tx, actor }: Pick<Work, 'tx' | 'actor'>,
  { row, sight }: Pick<Reached, 'row' | 'sight'>,
  { toOfficeId }: Pick<TransferColumns, 'toOfficeId'>,
): Promise<Side | null> {
  if (sight === 'owner') return 'sender';
  if (sight === 'co_handler' || sight === 'addressee')
    return (await heirsOf(tx, toOfficeId)).includes(actor.officeId) ? 'receiver' : null;
  return (await arbiterSight(tx, row.ownerOfficeId, toOfficeId)) === sight ? 'arbiter' : null;
}

/** Between two offices of one line their common superior rules (程序规定 14, 16), otherwise whoever coordinates the block. */
async function arbiterSight(tx: Tx, fromId: number, toId: number): Promise<'line' | 'block'> {
  const places = await officePlaces(tx);
  const [from, to] = [fromId, toId].map((id) => places.find((place) => place.id === id));
  const above = from?.region === PREFECTURE || to?.region === PREFECTURE; // their superior sits in the province
  return from?.department === to?.department && !above ? 'line' : 'block';
}

/** Whether two offices belong to one line. */
export async function sameLine(tx: Tx, one: number, other: number): Promise<boolean> {
  const places = await officePlaces(tx);
  const departmentOf = (id: number) => places.find((place) => place.id === id)?.department;
  return departmentOf(one) === departmentOf(other);
}

/** An office and whoever took over its records in a merger. */
export async function heirsOf(tx: Tx, officeId: number): Promise<number[]> {
  const places = await officePlaces(tx);
  const chain: number[] = [];
  for (let at: number | null = officeId; at !== null && !chain.includes(at); ) {
    chain.push(at);
    at = places.find(({ id }) => id === at)?.successorId ?? null;
  }
  return chain;
}

/** The procuratorate that oversees a region: its own, or the prefecture's. */
export async function procuratorateOf(tx: Tx, region: string): Promise<number | null> {
  const places = await officePlaces(tx);
  const at = (where: string) =>
    places.find((place) => place.department === 'procuratorate' && place.region === where && !place.successorId);
  return (at(region) ?? at(PREFECTURE))?.id ?? null;
}
