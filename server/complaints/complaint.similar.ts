import type { Work } from '#server/kernel/work.ts';
import { search } from '#server/search/search.service.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import type { SearchHit } from '#shared/search/search.api.ts';
import { listComplaints } from './complaint.list.ts';

/** A repeat is looked for this far back, and this many are shown: a hint beside the field, not a list. */
const DAYS = 60;
const MOST = 5;

/** What may be the same matter: the same respondent, or the same telephone among the reader's own records, of late. */
export async function similarComplaints(
  work: Work,
  ask: { subjectId?: number; subjectName?: string; phone?: string },
): Promise<SearchHit[]> {
  const hits = new Map<number, SearchHit>();
  const digits = (ask.phone ?? '').normalize('NFKC').replace(/\D/g, '');
  if (digits.length >= 7)
    for (const hit of (await search(work, { q: digits, limit: MOST })).hits)
      if (hit.by === 'phone') hits.set(hit.id, hit);
  const name = ask.subjectName?.trim() ?? '';
  const about = ask.subjectId ? { subject: ask.subjectId } : name.length >= 2 ? { q: name.slice(0, 60) } : null;
  if (about) {
    const from = addDays(work.clock.today(), -DAYS);
    const { rows } = await listComplaints(work, { ...about, from, sort: '-received', limit: MOST });
    for (const { id, number, title, subjectName, state, county, ownerOfficeId, dueOn } of rows)
      hits.set(id, {
        id,
        kind: 'complaint',
        number,
        title,
        subjectName,
        state,
        county,
        ownerOfficeId,
        dueOn,
        by: 'text',
      });
  }
  return [...hits.values()].slice(0, MOST);
}
