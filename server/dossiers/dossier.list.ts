import { and, eq, gt, inArray, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Static } from 'typebox';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { searchScope } from '#server/search/search.scope.ts';
import { NO_FACE } from '#shared/dossiers/dossier.face.ts';
import { doneStates, ENDS, KINDS, type Kind, WITH_RECEIVER } from '#shared/dossiers/dossier.kinds.ts';
import type { DossierRow, DossierTally, DossierFilter as Shape } from '#shared/dossiers/dossier-list.api.ts';
import { cursorOf } from '#shared/kernel/paging.ts';
import { dossierSights, dossiers, dossierTallies } from './dossier.table.ts';
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

/** The states written for one ledger: those under its name, and those under none. */
const statesOf = (kind: Kind, written: string) =>
  written.split(',').flatMap((one) => {
    const [ledger, state] = one.includes('.') ? one.split('.') : [kind, one];
    return ledger === kind && state ? [state] : [];
  });

/** The ledgers asked for, each with its share of the states asked for; one that has none of them is left out. */
function asked(filter: Filter): [Kind, Filter][] {
  const named = filter.kind?.split(',') ?? [];
  const known = KINDS.filter((kind) => named.includes(kind));
  return (known.length > 0 ? known : KINDS).flatMap((kind): [Kind, Filter][] => {
    if (!filter.state) return [[kind, filter]];
    const states = statesOf(kind, filter.state);
    return states.length > 0 ? [[kind, { ...filter, state: states.join(',') }]] : [];
  });
}

const owned = eq(dossierSights.sight, 'owner');
const received = inArray(dossierSights.sight, ['addressee', 'co_handler']);

/** What waits for an office: its own, unless it sent it on, and what was sent to it while it has it. */
function waitsHere(kind: Kind): SQL {
  const away = [...WITH_RECEIVER[kind]];
  if (away.length === 0) return owned;
  return sql`(${and(owned, notInArray(dossierSights.state, away))} or ${and(received, inArray(dossierSights.state, away))})`;
}

async function prepare(work: Work, kind: Kind, filter: Filter) {
  const { mine, ...spine } = filter;
  const builder = new FilterBuilder(work, kind).spine(
    mine && mine !== 'desk' ? { ...spine, mine } : spine,
    await searchScope(work),
  );
  if (mine === 'desk') builder.only(`desk-${kind}`, waitsHere(kind), undefined, false);
  if (filter.open) builder.only(`open-${kind}`, notInArray(dossierSights.state, [...ENDS[kind]]), undefined, false);
  if (filter.done) builder.only(`done-${kind}`, inArray(dossierSights.state, [...doneStates(kind)]), undefined, false);
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
  for (const [kind, filter] of asked(ask)) pages.push(await list.page(work, await prepare(work, kind, filter), ask));
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
  for (const [kind, filter] of asked(ask)) {
    const { capped, ...counts } = await list.count(work, await prepare(work, kind, filter));
    sum.capped ||= capped;
    for (const key of Object.keys(counts) as (keyof typeof counts)[]) sum[key] += counts[key];
  }
  return sum;
}

const tally = prepared((tx) =>
  tx
    .select({
      kind: dossierTallies.kind,
      state: dossierTallies.state,
      own: sql<number>`${dossierTallies.ownerOfficeId} = ${dossierTallies.officeId}`.as('own'),
      n: sql<number>`sum(${dossierTallies.n})`,
    })
    .from(dossierTallies)
    .where(and(eq(dossierTallies.officeId, sql.placeholder('officeId')), gt(dossierTallies.n, 0)))
    .groupBy(dossierTallies.kind, dossierTallies.state, sql`own`)
    .prepare(),
);

const atReceiver = KINDS.filter((kind) => WITH_RECEIVER[kind].length > 0).map((kind) =>
  and(eq(dossierSights.kind, kind), inArray(dossierSights.state, [...WITH_RECEIVER[kind]])),
);
const inbox = prepared((tx) =>
  tx
    .select({ kind: dossierSights.kind, state: dossierSights.state, n: sql<number>`count(*)` })
    .from(dossierSights)
    .where(and(eq(dossierSights.officeId, sql.placeholder('officeId')), received, or(...atReceiver)))
    .groupBy(dossierSights.kind, dossierSights.state)
    .prepare(),
);

/**
 * How many records stand in each state of each ledger, as far as the actor's office sees them: read from the counts kept beside them, but
 * for the few that were sent to it, of which those counts do not tell.
 */
export async function tallyDossiers(work: Work): Promise<DossierTally[]> {
  const officeId = { officeId: work.actor.officeId };
  const sums = new Map<string, DossierTally>();
  const add = (kind: Kind, state: string, desk: boolean, n: number) => {
    const key = `${kind} ${state} ${desk}`;
    sums.set(key, { kind, state, desk, n: n + (sums.get(key)?.n ?? 0) });
  };
  for (const { kind, state, own, n } of await tally(work.tx).execute(officeId))
    add(kind, state, own === 1 && !WITH_RECEIVER[kind].includes(state), n);
  for (const { kind, state, n } of await inbox(work.tx).execute(officeId)) {
    add(kind, state, true, n);
    add(kind, state, false, -n);
  }
  return [...sums.values()].filter(({ n }) => n > 0);
}
