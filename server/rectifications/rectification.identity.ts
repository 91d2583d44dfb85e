import { eq, sql } from 'drizzle-orm';
import { listedName } from '#server/cases/case.parties.ts';
import { leadOn } from '#server/entities/entity.reach.ts';
import { nameShown } from '#server/entities/entity.shown.ts';
import { type Subject, subjectFor } from '#server/entities/entity.subject.ts';
import type { Work } from '#server/kernel/work.ts';
import { isPerson, type PartyKind } from '#shared/cases/case.lists.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { type RectificationColumns, rectifications } from './rectification.table.ts';

const about = (id: number) => `rectification:${id}`;

/** Whom an order is against, as it is asked. */
interface Named {
  readonly subjectKind: PartyKind;
  readonly subjectName?: string | undefined;
  readonly subjectId?: number | undefined;
}

/** Whom an order is against: as lists carry it, and whole where that is a natural person somebody named; null where nobody did. */
export async function subjectOf(work: Work, ask: Named): Promise<Subject & { readonly whole: string | null }> {
  const { subjectKind, subjectName, subjectId } = ask;
  const listed = subjectName ? listedName({ kind: subjectKind, name: subjectName }) : undefined;
  const subject = await subjectFor(work, { subjectId, subjectName: listed });
  if (!subject.subjectName) throw invalid({ subjectName: 'required' });
  return { ...subject, whole: isPerson(subjectKind) ? await wholeName(work, ask) : null };
}

/** A name chosen from the entities on file comes masked: the entity knows it whole. */
async function wholeName(work: Work, { subjectName, subjectId }: Named): Promise<string | null> {
  const said = cleanText(subjectName ?? '');
  const entity = subjectId ? await leadOn(work, subjectId) : null;
  if (entity && (said === '' || said === nameShown(entity))) return entity.name;
  return isMasked(said) || said === '' ? null : said;
}

/** Whether of a name only its first sign is said. */
export const isMasked = (name: string): boolean => name.includes('*');

/** A natural person's name as it is kept beside the order. */
export const sealName = ({ vault }: Pick<Work, 'vault'>, id: number, name: string): Buffer =>
  vault.seal(name, about(id));

/** The name whole, for the papers that lawfully say it; null where it was never written down. */
export const wholeNameOf = (
  { vault }: Pick<Work, 'vault'>,
  { id, sealed }: Pick<RectificationColumns, 'id' | 'sealed'>,
) => (sealed ? vault.open(sealed, about(id)) : null);

/** Counts on an order that somebody opened a paper which names whom it is against. */
export const countAddresseeOpening = (work: Work, id: number) =>
  work.tx
    .update(rectifications)
    .set({ identityOpenings: sql`${rectifications.identityOpenings} + 1` })
    .where(eq(rectifications.id, id));
