import { storeWords } from '#server/db/search.sqlite.ts';
import type { Work } from '#server/kernel/work.ts';
import { indexText } from '#shared/search/text.ts';

/** What of a dossier can be found: `head` by its initials too, `body` by its words. Never who complained. */
export interface Findable {
  readonly names: readonly string[];
  readonly numbers: readonly string[];
  readonly body: string;
  /** Nothing was indexed under this id before. */
  readonly fresh: boolean;
}

/** Indexes a dossier in the turn that changes it, so that search never lags behind the record. */
export async function indexDossier(work: Pick<Work, 'tx'>, id: number, found: Findable): Promise<void> {
  const { names, numbers, body, fresh } = found;
  const { initialsOf } = await import('./initials.ts'); // its dictionary is large: loaded with the first registration
  const words = {
    head: indexText([...numbers, ...names].filter(Boolean).join('\n')),
    body: indexText(body),
    initials: names.map(initialsOf).filter(Boolean).join(' \ue000 '),
  };
  await storeWords(work.tx, id, words, fresh);
}
