import Driver from 'better-sqlite3';
import { onTestFinished } from 'vitest';

/** What the planner is told of a table's indexes, as the upkeep of its figures writes it. */
export type Figures = Readonly<Record<string, string>>;

function writeFigures(file: string, table: string, figures: Figures): void {
  const db = new Driver(file);
  db.exec('analyze; delete from sqlite_stat1; delete from sqlite_stat4');
  for (const [index, stat] of Object.entries(figures))
    db.prepare('insert into sqlite_stat1 values (?, ?, ?)').run(table, index, stat);
  db.close();
}

/** How the database would answer each statement under each of several sets of figures of one table; none are those of a new folder. */
export function plansOf(file: string, statements: readonly string[], table: string, known: readonly Figures[]) {
  return known.flatMap((figures) => {
    writeFigures(file, table, figures);
    const db = new Driver(file); // a new one each time: a connection does not forget figures it once read
    onTestFinished(() => void db.close());
    return statements.map((statement) => {
      const values = statement.match(/\?/g)?.map(() => null) ?? [];
      const steps = db.prepare(`explain query plan ${statement}`).all(...values) as {
        parent: number;
        detail: string;
      }[];
      return `${steps.map(({ parent, detail }) => (parent === 0 ? detail : `within: ${detail}`)).join(' | ')} ← ${statement}`;
    });
  });
}
