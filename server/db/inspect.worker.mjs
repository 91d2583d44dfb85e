// Reads a whole data file in a thread of its own, so that nobody waits for it. Plain JavaScript, because it is never bundled.
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

const { file, depth } = workerData;
let found;
try {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true });
  const verdict = db.pragma(depth === 'full' ? 'integrity_check' : 'quick_check', { simple: true });
  const tables = db.prepare("select name from pragma_table_list where type = 'table' and schema = 'main' order by 1");
  const counts = {};
  for (const { name } of verdict === 'ok' ? tables.all() : []) {
    if (name.startsWith('sqlite_')) continue;
    counts[name] = db.prepare(`select count(*) from "${name}"`).pluck().get();
  }
  found = { verdict, counts, migrations: db.pragma('user_version', { simple: true }) };
  db.close();
} catch (error) {
  found = { verdict: error.message, counts: {}, migrations: 0 };
}
parentPort.postMessage(found);
