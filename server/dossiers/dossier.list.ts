import { eq, notInArray, sql } from 'drizzle-orm';
import type { Static } from 'typebox';
import type { Work } from '#server/kernel/work.ts';
import { searchScope } from '#server/search/search.scope.ts';
import { NO_FACE } from '#shared/dossiers/dossier.face.ts';
import { ENDS, KINDS, type Kind } from '#shared/dossiers/dossier.kinds.ts';
import type { DossierRow, DossierFilter as Shape } from '#shared/dossiers/dossier-list.api.ts';
import { cursorOf } from '#shared/kernel/paging.ts';
import { dossierSights, dossiers } from './dossier.table.ts';
import { FilterBuilder } from './ledger.filter.ts';
import { listOf, spineColumns } from './ledger.list.ts';

type Filter = Static<typeof Shape>;

const list = listOf({
  page: (tx, where, order) =>
    tx
      .select({ kind: dossiers.kind, ...spineColumns })
      .from(dossierSights)
      .innerJoin(dossiers, eq(dossiers.id, dossierSights.dossierId))
      .where(where)
      .orderBy(...order)
      .limit(sql.placeholder('limit'))
      .prepare(),
  count(tx, where) {
    const some = tx
      .select({ one: sql`1`.as('one') })
      .from(dossierSights)
      .innerJoin(dossiers, eq(dossiers.id, dossierSights.dossierId))
      .where(where)
      .limit(sql.placeholder('cap'))
      .as('some');
    return tx.select({ n: sql<number>`count(*)` }).from(some).prepare();
  },
});
type Found = Awaited<ReturnType<typeof list.page>>['rows'][number];

const kindsOf = (written: string | undefined): readonly Kind[] => {
  const asked = written?.split(',') ?? [];
  const known = KINDS.filter((kind) => asked.includes(kind));
  return known.length > 0 ? known : KINDS;
};

async function prepare(work: Work, kind: Kind, filter: Filter) {
  const builder = new FilterBuilder(work, kind).spine(filter, await searchScope(work));
  if (filter.open) builder.only(`open-${kind}`, notInArray(dossierSights.state, [...ENDS[kind]]), undefined, false);
  const { where, values, signature } = builder.done();
  return { where, values, signature: `${kind}|${signature}` }; // the kind is part of each statement's shape
}

const before = (a: Found, b: Found) => (a.dueKey === b.dueKey ? a.id - b.id : a.dueKey < b.dueKey ? -1 : 1);

/**
 * Records of several ledgers by due day. Each ledger's page is one walk of its own index; together they hold the first rows of all, so
 * that no second index has to be kept.
 */
export async function listDossiers(work: Work, ask: Filter & { cursor?: string; limit?: number }) {
  const limit = ask.limit ?? 50;
  const pages = [];
  for (const kind of kindsOf(ask.kind)) pages.push(await list.page(work, await prepare(work, kind, ask), ask));
  const found = pages.flatMap(({ rows }) => rows).sort(before);
  const rows = found.slice(0, limit);
  const last = rows[rows.length - 1];
  const more = found.length > limit || pages.some(({ next }) => next !== null);
  return { rows: rows.map(shown), next: more && last ? cursorOf(last.dueKey, last.id) : null };
}

/** A row as its reader may see it: whoever is not named in a restricted record gets its stub. */
function shown({ known, dueKey: _, ...row }: Found): DossierRow {
  if (known) return { ...row, stub: false };
  const { id, kind, number, state, county, ownerOfficeId, sight, version } = row;
  return { ...BLANK, id, kind, number, state, county, ownerOfficeId, sight, version };
}

const BLANK = {
  ...NO_FACE,
  restricted: true,
  stub: true,
  title: '',
  subjectId: null,
  subjectName: null,
  township: null,
  handlerId: null,
  receivedOn: null,
  closedOn: null,
  returns: 0,
} as const;

/** How many records of the asked ledgers there are, and how their clocks stand. */
export async function countDossiers(work: Work, ask: Filter) {
  const sum = { total: 0, capped: false, overdue: 0, dueSoon: 0, running: 0, paused: 0 };
  for (const kind of kindsOf(ask.kind)) {
    const { capped, ...counts } = await list.count(work, await prepare(work, kind, ask));
    sum.capped ||= capped;
    for (const key of Object.keys(counts) as (keyof typeof counts)[]) sum[key] += counts[key];
  }
  return sum;
}
