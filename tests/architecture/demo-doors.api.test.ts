import XLSX from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KIND_LETTERS } from '#shared/dossiers/dossier.kinds.ts';
import { sendFile } from '#tests/imports/sending.ts';
import { demoWorld, type Truth } from '#tests/support/demo-world.ts';
import { BODIES, QUERIES } from '#tests/support/door-questions.ts';
import { opened } from '#tests/support/word.ts';

type Method = 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete';
type World = Awaited<ReturnType<typeof demoWorld>>;
type Account = World['accounts'][number];

/** Ends the asker's own session, or answers until one hangs up; both have tests of their own. */
const APART = new Set(['delete /api/session', 'get /api/stream', 'head /api/stream', 'delete /api/session/others']);
/** Doors to people, offices and settings: their ids are no record's, and what an administrator does there would be real. */
const OF_OTHERS = /^\/api\/(people|offices|tokens|session|calendar|policy|views|system)/;
/** The audit names records by number to its keepers, who read none of them. */
const AUDIT_DOORS = /^\w+ \/api\/audit$/;
/** Who stands behind an entity is told here and nowhere else, for a reason and with a line. */
const OPENING = new Set(['post /api/entities/{id}/identity']);
const MAY_OPEN = ['liaison', 'inspector', 'approver', 'chief'];
/** Roles that read no record at all. */
const NO_RECORDS = ['system_admin', 'security_admin', 'audit_admin'];

/** Stands only in files that are being taken in: their importer's alone. */
const TAKEN_IN = '只在导入文件里的话';

let world: World;
let taking: { owner: string; id: number; running: number };
let doors: { name: string; method: Method; path: string; takesBody: boolean }[];

beforeAll(async () => {
  world = await demoWorld();
  const xiahe = world.truth.offices.find((one) => one.department === 'market' && one.region === '623027')!;
  QUERIES['get /api/numbers'] = `?officeId=${xiahe.id}&paper=complaint_acceptance&year=2026&limit=200`;
  const rows = world.truth.dossiers.slice(0, 400).map(({ id }) => ({ id, version: 9_999_999 }));
  BODIES['patch /api/complaints'] = { rows, change: { township: '试一试' } };
  BODIES['post /api/complaints/steps'] = { rows, step: 'acknowledge' };
  BODIES['post /api/exports/numbers'] = { officeId: xiahe.id, year: 2026 };
  taking = await takeIn(world);
  const { paths } = (await world.accounts[0]!.as.get('/api/openapi.json')).json() as {
    paths: Record<string, Record<string, { requestBody?: unknown }>>;
  };
  doors = Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { requestBody }]) => ({
        name: `${method} ${path}`,
        method: method as Method,
        path,
        takesBody: requestBody !== undefined,
      })),
    )
    .filter(({ name }) => !APART.has(name));
}, 300_000);
afterAll(() => world?.close());

/** Two decisions on their way in, by one account: one to be confirmed, and one that cannot be, so that running it takes nothing in. */
async function takeIn({ app, accounts }: World) {
  const importer = accounts.find(({ account, roles }) => account && (roles as readonly string[]).includes('liaison'))!;
  const send = async (ordered: string) => {
    const text = `文书编号,当事人名称,处罚日期,处罚内容\r\n外罚〔2026〕1号,${TAKEN_IN},2026/3/2,${ordered}`;
    const sent = await sendFile({ app }, importer.as, '决定.csv', Buffer.from(`\uFEFF${text}`));
    return sent.json().id as number;
  };
  return { owner: importer.account, id: await send('罚款100元，以及罚款200'), running: await send('') };
}

/** Who sees a record and who reads it, told anew from domain rules without the product's own reckoning. */
function sightOf(truth: Truth, account: Account) {
  const home = truth.offices.find(({ id }) => id === account.officeId)!;
  const departmentOf = (officeId: number) => truth.offices.find(({ id }) => id === officeId)!.department;
  const seen = new Set<number>();
  const read = new Set<number>();
  /** Whose content is told, not only that it is there: of a transfer, nobody's before it was taken on. */
  const content = new Set<number>();
  if (account.roles.some((role) => NO_RECORDS.includes(role))) return { seen, read, content };
  for (const one of truth.dossiers) {
    if (one.kind === 'campaign' && one.state === 'drafted' && one.ownerOfficeId !== home.id) continue;
    const parts = truth.parts.filter(({ dossierId }) => dossierId === one.id);
    const works = ({ part }: (typeof parts)[number]) => part !== 'reader' && part !== 'addressee';
    const working = [one.ownerOfficeId, ...parts.filter(works).map((part) => part.officeId)];
    const takesPart = one.ownerOfficeId === home.id || parts.some(({ officeId }) => officeId === home.id);
    const byLine = home.region === '623000' && working.some((office) => departmentOf(office) === home.department);
    const byBlock = home.department === 'coordination' && ['623000', one.county].includes(home.region);
    if (!takesPart && !byLine && !byBlock) continue;
    seen.add(one.id);
    const named = truth.named.some(({ dossierId, personId }) => dossierId === one.id && personId === account.personId);
    const heads =
      one.ownerOfficeId === home.id && account.roles.some((role) => role === 'approver' || role === 'chief');
    if (one.restricted && !named && !heads) continue;
    read.add(one.id);
    const told =
      one.ownerOfficeId === home.id || parts.some((part) => part.officeId === home.id && part.part !== 'addressee');
    const ownLine = home.region === '623000' && departmentOf(one.ownerOfficeId) === home.department;
    if (one.kind !== 'transfer' || told || ownLine) content.add(one.id);
  }
  return { seen, read, content };
}

/** An answer as text, a spreadsheet's cells and a paper's words among it. */
async function textOf(answer: Awaited<ReturnType<Account['as']['get']>>): Promise<string> {
  const told = `${JSON.stringify(answer.headers)}\n${answer.body}`;
  if (answer.rawPayload.subarray(0, 2).toString() !== 'PK') return told;
  if (!String(answer.headers['content-type']).includes('spreadsheet')) return (await opened(answer.rawPayload)).text;
  const book = XLSX.read(answer.rawPayload);
  return book.SheetNames.map((name) => XLSX.utils.sheet_to_csv(book.Sheets[name]!)).join('\n');
}

function ask({ as }: Account, door: (typeof doors)[number], id: number | string) {
  const named = door.path.replace('{form}', 'complaint_entry').replace('{paper}', 'penalty');
  const url = named.replace('{row}', '2').replace(/\{\w+\}/g, String(id)) + (QUERIES[door.name] ?? '');
  const body = door.takesBody ? (BODIES[door.name] ?? { version: 1, reason: '试一试' }) : undefined;
  return door.method === 'get' ? as.get(url) : as[door.method](url, body);
}

/** Every record a list shows somebody, page by page. */
async function idsListed({ as }: Account, url: string): Promise<number[]> {
  const ids: number[] = [];
  let cursor = '';
  do {
    const page = (await as.get(`${url}&limit=200${cursor}`)).json();
    ids.push(...(page.rows ?? []).map((row: { id: number }) => row.id));
    cursor = page.next ? `&cursor=${encodeURIComponent(page.next)}` : '';
  } while (cursor);
  return ids.sort((a, b) => a - b);
}

/** Which records an account sees at all, reads, and is told the content of. */
type Sight = ReturnType<typeof sightOf>;
/** Things of records that have ids of their own, by the first word of their doors. */
const THINGS = /^\/api\/(documents|files|numbers)\/\{id\}/;
const OFFICIAL = /（[^（）]{1,3}）[^\s"（）〔〕]+〔\d{4}〕第?\d+号/g;

/** What of its kind belongs to a record one does not see, and to one of which one sees the stub. */
function idsFor(path: string, truth: Truth, { seen, read, content }: Sight): (number | string)[] {
  if (OF_OTHERS.test(path)) return [9_999_999];
  if (!path.includes('{')) return [''];
  if (path.startsWith('/api/imports/')) return [path.endsWith('/run') ? taking.running : taking.id];
  const thing = THINGS.exec(path)?.[1] as 'documents' | 'files' | 'numbers' | undefined;
  const all = thing ? truth[thing] : truth.dossiers.map(({ id }) => ({ id, dossierId: id }));
  const idWhere = (test: (dossierId: number) => boolean) => all.find(({ dossierId }) => test(dossierId!))?.id;
  const hidden = idWhere((at) => !seen.has(at)) ?? 9_999_999;
  const stub = idWhere((at) => seen.has(at) && !read.has(at)) ?? hidden;
  return [hidden, stub, idWhere((at) => read.has(at) && !content.has(at)) ?? hidden];
}
const idsIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((found) => Number(found[1]));

/** The entities an office was asked to keep an eye on, told anew from who was meant. */
function watchedBy({ marks, offices }: Truth, officeId: number): Set<number> {
  const home = offices.find(({ id }) => id === officeId)!;
  const meant = marks.filter(
    ({ mark, audience }) =>
      mark.state === 'approved' && [`office:${home.id}`, `department:${home.department}`].includes(audience),
  );
  return new Set(meant.map(({ mark }) => mark.entityId));
}

describe('in the sample workspace, for every endpoint and every account', () => {
  // first, while all stands as it was made: the doors below decide marks and merge entities
  test('entities are everybody’s who reads records; a mark on one is its audience’s alone', async () => {
    const standing = world.truth.entities.filter(({ mergedInto }) => mergedInto === null).length;
    let marked = 0;
    for (const account of world.accounts) {
      const may = !account.roles.some((role) => NO_RECORDS.includes(role));
      const ids = await idsListed(account, '/api/entities?sort=name');
      expect([account.account, new Set(ids).size]).toEqual([account.account, may ? standing : 0]);
      if (!may) continue;
      const seen: number[] = [];
      for (let cursor = ''; ; ) {
        const page = (await account.as.get(`/api/entities?limit=200${cursor}`)).json();
        seen.push(
          ...page.rows.filter(({ watch }: { watch: string | null }) => watch).map(({ id }: { id: number }) => id),
        );
        if (!page.next) break;
        cursor = `&cursor=${encodeURIComponent(page.next)}`;
      }
      const meant = watchedBy(world.truth, account.officeId);
      expect([account.account, seen.sort()]).toEqual([account.account, [...meant].sort()]);
      marked += seen.length;
      const filtered = await idsListed(account, '/api/entities?watched=true');
      expect([account.account, filtered.sort()]).toEqual([account.account, [...meant].sort()]);
    }
    expect(marked).toBeGreaterThan(0);
  }, 60_000);

  test('no answer holds a number, a title or a text its reader may not see, nor anybody’s telephone', async () => {
    const leaks: string[] = [];
    const answered = new Set<string>();
    const { truth } = world;
    const idOf = new Map(truth.dossiers.map(({ number, id }) => [number, id]));
    const numbers = new Map(truth.numbers.map((drawn) => [drawn.text, drawn]));
    expect(truth.documents.length).toBeGreaterThan(5);
    for (const account of world.accounts) {
      const sight = sightOf(truth, account);
      const { seen, read, content } = sight;
      for (const door of doors) {
        for (const id of idsFor(door.path, truth, sight)) {
          const answer = await ask(account, door, id);
          const text = await textOf(answer);
          if ([200, 201, 202].includes(answer.statusCode)) answered.add(door.name);
          const at = `${account.account} ${door.name} ${id}: ${answer.statusCode}`;
          if (answer.statusCode >= 500) leaks.push(`${at} ${text.slice(0, 200)}`);
          for (const [number] of text.matchAll(/(?:TS|AJ|YS|ZG|JC|ZX|RW)-\d\d-\d+/g))
            if (idOf.has(number) && !seen.has(idOf.get(number)!) && !AUDIT_DOORS.test(door.name))
              leaks.push(`${at} number ${number}`);
          for (const [number] of text.matchAll(OFFICIAL)) {
            const drawn = numbers.get(number);
            if (drawn && drawn.officeId !== account.officeId && !seen.has(drawn.dossierId!))
              leaks.push(`${at} ${number}`);
          }
          for (const title of idsIn(text, /事由(\d+)号/g)) if (!read.has(title)) leaks.push(`${at} title ${title}`);
          for (const words of idsIn(text, /内情(\d+)号/g)) if (!content.has(words)) leaks.push(`${at} text ${words}`);
          if (text.includes(TAKEN_IN) && account.account !== taking.owner) leaks.push(`${at} an import`);
          const opened = OPENING.has(door.name);
          for (const [phone] of text.matchAll(/1[3-9]\d{9}/g))
            if (truth.phones.has(phone) && !opened) leaks.push(`${at} telephone`);
          for (const [who] of text.matchAll(/(掌柜|证件|自然人)\d+号/g)) if (!opened) leaks.push(`${at} ${who}`);
          if (opened && answer.statusCode === 200 && !MAY_OPEN.some((role) => account.roles.includes(role as never)))
            leaks.push(`${at} opened`);
        }
      }
    }
    expect(leaks.slice(0, 20)).toEqual([]);
    const silent = [...Object.keys(BODIES), ...Object.keys(QUERIES)].filter(
      (name) => !name.includes('{') && !answered.has(name),
    );
    for (const door of doors.filter(({ path }) => path.startsWith('/api/imports/{id}')))
      expect(answered.has(door.name), door.name).toBe(true);
    expect(silent).toEqual([]); // every question was a real one, and somebody was answered
  }, 300_000);

  test('a record one may not see answers exactly like one that does not exist', async () => {
    const tells: string[] = [];
    for (const account of world.accounts) {
      const { seen } = sightOf(world.truth, account);
      const hidden = world.truth.dossiers.find(({ id }) => !seen.has(id));
      if (!hidden) continue;
      for (const door of doors.filter(({ path }) =>
        /^\/api\/(complaints|cases|transfers|rectifications|spot-checks|campaigns|assignments|dossiers)\/\{id\}/.test(
          path,
        ),
      )) {
        const [there, nowhere] = [await ask(account, door, hidden.id), await ask(account, door, 9_999_999)];
        const [a, b] = [there, nowhere].map(
          (answer) => `${answer.statusCode} ${answer.body.replace(/"id":"[^"]*"/, '')}`,
        );
        if (a !== b || there.statusCode < 400) tells.push(`${account.account} ${door.name}: ${a} / ${b}`);
      }
    }
    expect(tells.slice(0, 20)).toEqual([]);
  }, 60_000);

  test('list, counts, tally and export hold the very records their reader may see', async () => {
    for (const account of world.accounts) {
      const { seen } = sightOf(world.truth, account);
      const ofKind = (kind: string) =>
        world.truth.dossiers.filter((one) => one.kind === kind && seen.has(one.id)).map(({ id }) => id);
      const complaints = ofKind('complaint');
      const listed = await idsListed(account, '/api/complaints?sort=received');
      expect([account.account, listed.sort((a, b) => a - b)]).toEqual([
        account.account,
        complaints.sort((a, b) => a - b),
      ]);
      for (const [kind, path] of [
        ['case', 'cases'],
        ['rectification', 'rectifications'],
        ['spot_check', 'spot-checks'],
        ['campaign', 'campaigns'],
        ['transfer', 'transfers'],
      ] as const) {
        const rows = await idsListed(account, `/api/${path}?sort=received`);
        expect([account.account, kind, rows]).toEqual([account.account, kind, ofKind(kind).sort((a, b) => a - b)]);
        const file = await account.as.post(`/api/exports/${path}`, {});
        if (file.statusCode !== 200) continue;
        const numbers = (await textOf(file)).match(new RegExp(`${KIND_LETTERS[kind]}-\\d\\d-\\d+`, 'g')) ?? [];
        expect(new Set(numbers).size).toBe(rows.length);
      }
      if (seen.size === 0) continue;

      const all: number[] = [];
      let cursor = '';
      do {
        const page = (await account.as.get(`/api/dossiers?limit=200${cursor}`)).json();
        all.push(...page.rows.map((row: { id: number }) => row.id));
        cursor = page.next ? `&cursor=${encodeURIComponent(page.next)}` : '';
      } while (cursor);
      expect([account.account, all.sort((a, b) => a - b)]).toEqual([account.account, [...seen].sort((a, b) => a - b)]);

      const tally = (await account.as.get('/api/complaints/tally')).json() as { n: number }[];
      expect(tally.reduce((sum, { n }) => sum + n, 0)).toBe(complaints.length);
      const { total, capped } = (await account.as.get('/api/complaints/counts')).json();
      expect(capped || total === complaints.length).toBe(true);
      const file = await account.as.post('/api/exports/complaints', {});
      if (file.statusCode === 200)
        expect(new Set((await textOf(file)).match(/TS-\d\d-\d+/g)).size).toBe(complaints.length);
    }
  }, 60_000);
});
