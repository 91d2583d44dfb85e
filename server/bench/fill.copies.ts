import Sqlite from 'better-sqlite3';

/** Which column of a table names its dossier, and which its clock: those two are moved on, all else is copied as it stands. */
const COPIED: Record<string, { dossier?: string; clock?: string }> = {
  dossiers: { dossier: 'id' },
  complaints: { dossier: 'id' },
  complainants: { dossier: 'id' },
  complainant_marks: { dossier: 'dossier_id' },
  tellings: { dossier: 'dossier_id' },
  cases: { dossier: 'id' },
  case_parties: { dossier: 'case_id' },
  dossier_parts: { dossier: 'dossier_id' },
  dossier_sights: { dossier: 'dossier_id' },
  clocks: { dossier: 'dossier_id', clock: 'id' },
  clock_events: { clock: 'clock_id' },
  audit_lines: { dossier: 'dossier_id' },
};

/** What the product itself registered: the rows that are copied. */
export interface Pattern {
  readonly dossiers: number;
  readonly clocks: number;
}

/** Where the pattern ends: everything up to here was registered by the product's own services. */
export function patternOf(file: string): Pattern {
  const db = new Sqlite(file, { readonly: true });
  const last = (table: string) => (db.prepare(`select max(id) from ${table}`).pluck().get() as number | null) ?? 0;
  const pattern = { dossiers: last('dossiers'), clocks: last('clocks') };
  db.close();
  return pattern;
}

/**
 * Lays copies of a pattern's records into the data file, with every row that belongs to them, so that a million can be asked within
 * minutes. Copies carry numbers of their own; what is sealed in them opens for nobody, and the chain of the audit does not reach them.
 */
export function fillCopies(file: string, pattern: Pattern, copies: number): void {
  const db = new Sqlite(file);
  db.pragma('foreign_keys = OFF'); // whole families are copied together
  db.pragma('cache_size = -256000');
  const inserts = Object.entries(COPIED).map(([table, moved]) => {
    const columns = (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
    const copied = columns.filter((name) => name !== 'id' || moved.dossier === 'id' || moved.clock === 'id');
    const values = copied.map((name) => {
      if (name === moved.dossier) return `"${name}" + @dossiers`;
      if (name === moved.clock) return `"${name}" + @clocks`;
      return table === 'dossiers' && name === 'number' ? "number || '-' || @dossiers" : `"${name}"`;
    });
    const within = moved.dossier
      ? `"${moved.dossier}" <= ${pattern.dossiers}`
      : `"${moved.clock}" <= ${pattern.clocks}`;
    return db.prepare(
      `insert into ${table} (${copied.map((name) => `"${name}"`).join()}) select ${values.join()} from ${table} where ${within}`,
    );
  });
  const words = db.prepare(
    `insert into search_texts (rowid, head, body, initials)
     select rowid + @dossiers, head, body, initials from search_texts where rowid <= ${pattern.dossiers}`,
  );
  const last = (table: string) => db.prepare(`select max(id) from ${table}`).pluck();
  const [lastDossier, lastClock] = [last('dossiers'), last('clocks')];
  const lay = db.transaction(() => {
    const onward = { dossiers: lastDossier.get() as number, clocks: lastClock.get() as number };
    for (const insert of [...inserts, words]) insert.run(onward);
  });
  for (let n = 0; n < copies; n += 1) lay.immediate();
  db.pragma('optimize');
  db.close();
}
