import { and, eq, inArray, sql } from 'drizzle-orm';
import { preparedFor } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { dossierLinks, dossierSights, dossiers } from './dossier.table.ts';

/** The other ends of many records' links, one direction of them, where the reader's office sees those. */
const linked = (given: typeof dossierLinks.fromId | typeof dossierLinks.toId, other: typeof given) =>
  preparedFor((tx, ids) =>
    tx
      .select({ of: given, id: dossiers.id, kind: dossiers.kind, number: dossiers.number })
      .from(dossierLinks)
      .innerJoin(dossiers, eq(dossiers.id, other))
      .innerJoin(
        dossierSights,
        and(eq(dossierSights.dossierId, dossiers.id), eq(dossierSights.officeId, sql.placeholder('officeId'))),
      )
      .where(inArray(given, ids))
      .prepare(),
  );
const outgoing = linked(dossierLinks.fromId, dossierLinks.toId);
const incoming = linked(dossierLinks.toId, dossierLinks.fromId);

/** What many records are linked with, by their ids, in two questions for all of them. */
export async function linksOfMany({ tx, actor }: Pick<Work, 'tx' | 'actor'>, ids: readonly number[]) {
  const links = new Map<number, { id: number; kind: string; number: string }[]>();
  for (const ask of [outgoing(tx, ids), incoming(tx, ids)])
    for (const { of, ...end } of await ask.query.execute({ ...ask.values, officeId: actor.officeId })) {
      const ends = links.get(of) ?? [];
      ends.push(end);
      links.set(of, ends);
    }
  return links;
}
