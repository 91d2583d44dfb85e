import Sqlite from 'better-sqlite3';
import Fastify, { type FastifyInstance } from 'fastify';

/** The same question asked with nothing in between: what Fastify and SQLite themselves can do. */
export interface Floor {
  readonly bare: string;
  readonly raw: string;
}

/** A server that answers fixed bytes, and one that runs the bare query with prepared statements, on one port each path. */
export async function startFloors(
  path: string,
  officeId: number,
  bytes: Record<string, string>,
  timed: (app: FastifyInstance) => void,
): Promise<{ app: FastifyInstance; address: string }> {
  const read = new Sqlite(path, { readonly: true });
  read.pragma('cache_size = -64000');
  const app = Fastify({ logger: false });
  timed(app);
  for (const [name, body] of Object.entries(bytes))
    app.all(`/bare/${name}`, (_, reply) => reply.type('application/json').send(body));
  const list = read.prepare(
    `select d.*, c.intake, c.complainant_mask, c.matter, c.channel, c.foreign_number, c.outcome, c.amount_fen, s.sight
     from dossier_sights s join dossiers d on d.id = s.dossier_id join complaints c on c.id = s.dossier_id
     where s.office_id = ? and s.kind = 'complaint' and s.state in ('to_decide', 'closed') and s.county = ? order by s.due_key, s.dossier_id limit 51`,
  );
  const cases = read.prepare(
    `select d.*, c.procedure, c.source, c.credit_code, c.matter, c.violation, c.filed_on, c.decided_on, c.decision_number, c.outcome,
       c.goods_value_fen, c.fine_fen, c.gains_fen, c.police_question, s.sight
     from dossier_sights s join dossiers d on d.id = s.dossier_id join cases c on c.id = s.dossier_id
     where s.office_id = ? and s.kind = 'case' and s.state in ('clue', 'closed') and s.county = ? order by s.due_key, s.dossier_id limit 51`,
  );
  const file = read.prepare('select d.*, c.* from dossiers d join cases c on c.id = d.id where d.id = ?');
  const parties = read.prepare('select * from case_parties where case_id = ?');
  const one = read.prepare('select d.*, c.* from dossiers d join complaints c on c.id = d.id where d.id = ?');
  const parts = read.prepare('select * from dossier_parts where dossier_id = ?');
  const told = read.prepare('select * from tellings where dossier_id = ?');
  const lines = read.prepare('select * from audit_lines where dossier_id = ? order by id desc limit 1000');
  const search = read.prepare(
    `select d.id, d.number, d.title, d.subject_name, d.state, d.county
     from search_texts cross join dossier_sights s cross join dossiers d
     where s.office_id = ? and search_texts match ? and s.dossier_id = search_texts.rowid and d.id = search_texts.rowid
     order by search_texts.rowid desc limit 21`,
  );
  const tally = read.prepare(
    "select month, owner_office_id, state, n from dossier_tallies where office_id = ? and kind = 'complaint' and n > 0",
  );
  app.get('/raw/list', () => list.all(officeId, '623027'));
  app.get<{ Querystring: { id: string } }>('/raw/open', ({ query }) => ({
    ...(one.get(query.id) as object),
    parts: parts.all(query.id),
    tellings: told.all(query.id),
  }));
  app.get<{ Querystring: { id: string } }>('/raw/timeline', ({ query }) => lines.all(query.id));
  app.post<{ Body: { match: string } }>('/raw/search', ({ body }) => search.all(officeId, body.match));
  app.get('/raw/tally', () => tally.all(officeId));
  app.get('/raw/cases', () => cases.all(officeId, '623027'));
  app.get<{ Querystring: { id: string } }>('/raw/file', ({ query }) => ({
    ...(file.get(query.id) as object),
    parts: parts.all(query.id),
    parties: parties.all(query.id),
  }));
  const write = new Sqlite(path, { timeout: 2000 });
  write.pragma('synchronous = FULL');
  createFloor(app, write, 'create', 'complaint', ['complaints', 'complainants']);
  createFloor(app, write, 'clue', 'case', ['cases', 'case_parties']);
  stepFloor(app, write);
  app.addHook('onClose', () => {
    read.close();
    write.close();
  });
  return { app, address: await app.listen({ port: 0, host: '127.0.0.1' }) };
}

const COPIED = ['dossiers', 'dossier_sights', 'clocks', 'audit_lines'];

/** Answers whatever waits together after one durable commit. */
function grouped(app: FastifyInstance, write: Sqlite.Database, path: string, run: (n: number) => number): void {
  const waiting: (() => void)[] = [];
  let last = 0;
  const commit = write.transaction(() => {
    last = run(waiting.length);
  });
  const flush = () => {
    const all = [...waiting];
    commit.immediate();
    waiting.length = 0;
    for (const done of all) done();
  };
  app.post(`/raw/${path}`, async () => {
    await new Promise<void>((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(flush);
    });
    return { id: last };
  });
}

/** Copies the rows of one registration into the same tables with the same indexes, and acknowledges many after one sync. */
function createFloor(app: FastifyInstance, write: Sqlite.Database, path: string, kind: string, own: string[]): void {
  const template = write.prepare('select max(id) from dossiers where kind = ?').pluck().get(kind) as number;
  const inserts = [...COPIED, ...own].map((table) => {
    const columns = (write.pragma(`table_info(${table})`) as { name: string; pk: number }[]).map(({ name }) => name);
    const of = columns.find((name) => name === 'dossier_id' || name === 'case_id') ?? 'id';
    const copied = of === 'id' ? columns : columns.filter((name) => name !== 'id');
    const values = copied.map((name) => (name === of ? '@next' : name === 'number' ? "'B-' || @next" : name));
    return write.prepare(
      `insert into ${table} (${copied.join()}) select ${values.join()} from ${table} where ${of} = ${template}`,
    );
  });
  const words = write.prepare('insert into search_texts (rowid, head, body, initials) values (?, ?, ?, ?)');
  const highest = write.prepare('select max(id) from dossiers').pluck();
  grouped(app, write, path, (n) => {
    let next = highest.get() as number; // the product registered in between
    for (let k = 0; k < n; k += 1) {
      next += 1;
      for (const insert of inserts) insert.run({ next });
      words.run(next, 'B 酸 奶', '酸 奶 过 期 要 求 退 款', 'snfm');
    }
    return next;
  });
}

/** The least that a step writes: the record, who sees it, a clock with its event, and the line that tells of it. */
function stepFloor(app: FastifyInstance, write: Sqlite.Database): void {
  const ids = write
    .prepare("select id from dossiers where kind = 'complaint' order by id limit 1000") // not those whose step is measured
    .pluck()
    .all() as number[];
  const copy = (table: string, where: string) => {
    const names = (write.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
    const copied = names
      .filter((name) => name !== 'id')
      .map((name) => `"${name}"`)
      .join();
    return `insert into ${table} (${copied}) select ${copied} from ${table} where ${where} limit 1`;
  };
  const writes = [
    'update dossiers set state = state, version = version + 1 where id = @id',
    'update dossier_sights set state = state, due_key = due_key where dossier_id = @id',
    'update clocks set stopped_on = started_on, running = 0 where dossier_id = @id',
    copy('clock_events', 'clock_id in (select id from clocks where dossier_id = @id)'),
    copy('audit_lines', 'dossier_id = @id'),
  ].map((sql) => write.prepare(sql));
  let at = 0;
  grouped(app, write, 'step', (n) => {
    for (let k = 0; k < n; k += 1) {
      at += 1;
      for (const one of writes) one.run({ id: ids[at % ids.length] });
    }
    return at;
  });
}
