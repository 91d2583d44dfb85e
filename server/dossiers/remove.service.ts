import { eq, sql } from 'drizzle-orm';
import { clockEvents, clocks } from '#server/clocks/clock.table.ts';
import { forgetWords } from '#server/db/search.sqlite.ts';
import { prepared } from '#server/kernel/prepared.ts';
import { deleting } from '#server/kernel/row-writes.ts';
import type { Work } from '#server/kernel/work.ts';
import { forgetNotices } from '#server/notices/notice.service.ts';
import { dossierLinks, dossierNames, dossierParts, dossierSights, dossiers } from './dossier.table.ts';

const clocksOf = prepared((tx) =>
  tx
    .select({ id: clocks.id })
    .from(clocks)
    .where(eq(clocks.dossierId, sql.placeholder('id')))
    .prepare(),
);
const removeEvents = deleting(clockEvents, clockEvents.clockId);
const removeClock = deleting(clocks, clocks.id);

/** Takes out a record's clocks, which its ledger's own rows may lean on. */
export async function removeClocks({ tx }: Pick<Work, 'tx'>, id: number): Promise<void> {
  for (const clock of await clocksOf(tx).execute({ id })) {
    await removeEvents(tx, clock.id);
    await removeClock(tx, clock.id);
  }
}

const SPINE = [
  deleting(dossierSights, dossierSights.dossierId),
  deleting(dossierParts, dossierParts.dossierId),
  deleting(dossierNames, dossierNames.dossierId),
  deleting(dossierLinks, dossierLinks.fromId),
  deleting(dossierLinks, dossierLinks.toId),
  deleting(dossiers, dossiers.id),
];

/** Takes out what every ledger's record has, after the ledger's own rows are gone. */
export async function removeSpine({ tx }: Pick<Work, 'tx'>, id: number): Promise<void> {
  await forgetWords(tx, id);
  await forgetNotices(tx, id);
  for (const remove of SPINE) await remove(tx, id);
}
