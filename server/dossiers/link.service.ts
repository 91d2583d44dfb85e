import { and, eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { keepOperation } from '#server/operations/operation.service.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { dossierLinks } from './dossier.table.ts';
import { reachDossier } from './reach.service.ts';

/** A link to another record, of the kinds people make themselves. */
export interface Link {
  readonly toId: number;
  readonly link: 'related' | 'same_matter';
}

/** Links two records; the link stands in both timelines and can be taken back. */
export async function linkDossiers(work: Work, id: number, ask: Link) {
  const { row } = await reachDossier(work, id, null, 'edit');
  const made = await linkAgain(work, id, ask);
  const did = made ? { id, version: null, before: {}, after: { toId: ask.toId, link: ask.link } } : null;
  return { linked: true, operation: await keepOperation(work, { act: 'link', kind: row.kind }, [did]) };
}

/** Makes a link; false where it is there already. */
export async function linkAgain(work: Work, id: number, { toId, link }: Link): Promise<boolean> {
  await reachDossier(work, id, null, 'edit');
  await reachDossier(work, toId, null, 'read');
  if (id === toId) throw invalid({ toId: 'itself' });
  const there = await work.tx
    .select({ id: dossierLinks.fromId })
    .from(dossierLinks)
    .where(at(id, toId, link));
  if (there.length > 0) return false;
  await work.tx.insert(dossierLinks).values({ fromId: id, toId, link });
  await leaveLines(work, 'dossier.linked', id, { toId, link });
  return true;
}

/** Takes a link away again; false where it is gone already. */
export async function unlinkDossiers(work: Work, id: number, { toId, link }: Link): Promise<boolean> {
  await reachDossier(work, id, null, 'edit');
  const gone = await work.tx
    .delete(dossierLinks)
    .where(at(id, toId, link))
    .returning();
  if (gone.length === 0) return false;
  await leaveLines(work, 'dossier.unlinked', id, { toId, link });
  return true;
}

const at = (fromId: number, toId: number, link: Link['link']) =>
  and(eq(dossierLinks.fromId, fromId), eq(dossierLinks.toId, toId), eq(dossierLinks.link, link));

async function leaveLines(work: Work, event: string, id: number, { toId, link }: Link) {
  await record(work, event, id, { toId, link });
  await record(work, event, toId, { fromId: id, link });
}
