import { createHash, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { InjectOptions } from 'fastify';
import { onTestFinished } from 'vitest';
import { buildApp } from '#server/app.ts';
import { record } from '#server/audit/audit.service.ts';
import { hashPassword } from '#server/auth/password.ts';
import { persons, posts, sessions } from '#server/auth/person.table.ts';
import { sessionCache } from '#server/auth/session.cache.ts';
import { openDatabase } from '#server/db/database.ts';
import { SYSTEM } from '#server/kernel/work.ts';
import { offices } from '#server/offices/office.table.ts';
import { vaultOf } from '#server/vault/vault.ts';
import type { Role } from '#shared/auth/permissions.ts';
import type { ComplaintIntake } from '#shared/complaints/complaint.schema.ts';
import type { EntityFiling } from '#shared/entities/entity.schema.ts';
import { creditCodeOf } from '#shared/entities/identity.ts';
import { freshFile } from './template.ts';

/** The offices of a small prefecture, by the name tests call them. */
export const OFFICES = {
  coordination: { id: 1, department: 'coordination', region: '623000', name: '州质量发展领导小组办公室' },
  bureau: { id: 2, department: 'market', region: '623000', name: '州市场监督管理局' },
  xiahe: { id: 3, department: 'market', region: '623027', name: '夏河县市场监督管理局' },
  lintan: { id: 4, department: 'market', region: '623021', name: '临潭县市场监督管理局' },
  police: { id: 5, department: 'police', region: '623027', name: '夏河县公安局' },
  agriculture: { id: 6, department: 'agriculture', region: '623027', name: '夏河县农业农村局' },
  prosecution: { id: 8, department: 'procuratorate', region: '623027', name: '夏河县人民检察院' },
  xiaheBlock: { id: 7, department: 'coordination', region: '623027', name: '夏河县质量办' },
  lintanPolice: { id: 9, department: 'police', region: '623021', name: '临潭县公安局' },
} as const;

const PEOPLE = {
  liaison: ['xiahe', ['liaison']],
  chief: ['xiahe', ['approver']],
  /** 正职负责人: decides what only the chief may. */
  principal: ['xiahe', ['chief']],
  reviewer: ['xiahe', ['legal_reviewer']],
  inspector: ['xiahe', ['inspector']],
  registrar: ['bureau', ['liaison']],
  lintan: ['lintan', ['liaison']],
  outsider: ['police', ['liaison']],
  policeman: ['police', ['police_liaison']],
  policeHead: ['police', ['chief']],
  policeElsewhere: ['lintanPolice', ['police_liaison']],
  bureauHead: ['bureau', ['approver']],
  prosecutor: ['prosecution', ['prosecutor']],
  farmer: ['agriculture', ['liaison']],
  coordinator: ['coordination', ['coordinator']],
  blockCoordinator: ['xiaheBlock', ['coordinator']],
  auditor: ['xiahe', ['auditor']],
  systemAdmin: ['coordination', ['system_admin']],
  securityAdmin: ['coordination', ['security_admin']],
  auditAdmin: ['coordination', ['audit_admin']],
} as const satisfies Record<string, readonly [keyof typeof OFFICES, readonly Role[]]>;
export type PersonName = keyof typeof PEOPLE;

/** A clock that stands still until a test moves it. */
export class StillClock {
  #at: number;

  constructor(today: string) {
    this.#at = Date.parse(`${today}T02:00:00.000Z`); // ten in the morning in Gannan
  }
  now() {
    return new Date(this.#at).toISOString();
  }
  today() {
    return new Date(this.#at + 8 * 3_600_000).toISOString().slice(0, 10);
  }
  pass({ minutes = 0, days = 0 }: { minutes?: number; days?: number }) {
    this.#at += minutes * 60_000 + days * 86_400_000;
  }
}

/** A whole server over a real data file, with people who can ask it things. Gone when the test ends. */
export async function world({ today = '2026-11-24', clientFolder }: { today?: string; clientFolder?: string } = {}) {
  const file = await freshFile();
  const db = openDatabase(file);
  const clock = new StillClock(today);
  const vault = vaultOf(Buffer.alloc(32, 7));
  const app = await buildApp(
    { db, clock, vault },
    { limits: { address: 0, person: 0 }, ...(clientFolder ? { clientFolder } : {}) },
  );
  await app.ready();
  onTestFinished(async () => {
    await app.close();
    await db.close();
  });
  const cookies = await seed(db, clock);
  const ask = (name: PersonName) => asker(app, cookies[name]);
  const people = Object.fromEntries((Object.keys(PEOPLE) as PersonName[]).map((name) => [name, ask(name)])) as Record<
    PersonName,
    Asker
  >;
  /** Time passes, and everybody has signed in again. */
  const later = async (days: number) => {
    clock.pass({ days });
    await db.transact((tx) =>
      tx
        .update(sessions)
        .set({ createdAt: clock.now(), seenAt: clock.now(), provedAt: clock.now() })
        .then(() => {}),
    );
    sessionCache(db).forget('everybody');
  };
  /** Somebody holds one more role in their office from now on. */
  const hold = async (name: PersonName, role: Role) => {
    const [office] = PEOPLE[name];
    const [person] = await db.read.select().from(persons).where(eq(persons.account, name.toLowerCase()));
    await db.transact(async (tx) => {
      await tx.insert(posts).values({ personId: person!.id, officeId: OFFICES[office].id, role });
      await record({ tx, actor: SYSTEM, clock, trace: { requestId: 'world', address: '' } }, 'world.changed', 'test');
    });
    sessionCache(db).forget('everybody');
  };
  return { app, db, clock, vault, file, later, hold, stranger: asker(app, null), ...people };
}

type App = Awaited<ReturnType<typeof buildApp>>;
export type Asker = ReturnType<typeof asker>;

/** Somebody with a browser: what they ask carries their cookie and comes from our own pages. */
export function asker(app: App, cookie: string | null, cookieName = '__Host-session') {
  const send = (
    method: InjectOptions['method'],
    url: string,
    payload?: unknown,
    headers: Record<string, string> = {},
  ) =>
    app.inject({
      method,
      url,
      headers: {
        host: 'localhost',
        origin: 'http://localhost',
        'sec-fetch-site': 'same-origin',
        ...(cookie ? { cookie: `${cookieName}=${cookie}` } : {}),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
  return {
    cookie,
    get: (url: string, headers?: Record<string, string>) => send('GET', url, undefined, headers),
    head: (url: string, _body?: unknown, headers?: Record<string, string>) => send('HEAD', url, undefined, headers),
    post: (url: string, body: unknown = {}, headers?: Record<string, string>) => send('POST', url, body, headers),
    put: (url: string, body: unknown, headers?: Record<string, string>) => send('PUT', url, body, headers),
    patch: (url: string, body: unknown, headers?: Record<string, string>) => send('PATCH', url, body, headers),
    delete: (url: string, body?: unknown, headers?: Record<string, string>) => send('DELETE', url, body, headers),
  };
}

async function seed(db: ReturnType<typeof openDatabase>, clock: StillClock): Promise<Record<PersonName, string>> {
  const cookies = {} as Record<PersonName, string>;
  await db.transact(async (tx) => {
    for (const office of Object.values(OFFICES)) {
      await tx.insert(offices).values({
        ...office,
        nameEn: office.name,
        shortName: office.name,
        phone: '0941-8210000',
        validFrom: '2018-01-01',
      });
    }
    for (const [name, [office, roles]] of Object.entries(PEOPLE) as [PersonName, (typeof PEOPLE)[PersonName]][]) {
      const officeId = OFFICES[office].id;
      const [person] = await tx
        .insert(persons)
        .values({ account: name.toLowerCase(), name, createdAt: clock.now() })
        .returning();
      for (const role of roles) await tx.insert(posts).values({ personId: person!.id, officeId, role });
      cookies[name] = randomBytes(32).toString('base64url');
      const digest = createHash('sha256').update(cookies[name]).digest('base64url');
      await tx.insert(sessions).values({
        digest,
        personId: person!.id,
        officeId,
        address: '127.0.0.1',
        agent: 'test',
        createdAt: clock.now(),
        seenAt: clock.now(),
        provedAt: clock.now(),
      });
    }
    await record({ tx, actor: SYSTEM, clock, trace: { requestId: 'seed', address: '' } }, 'world.seeded', 'test');
  });
  return cookies;
}

/** A password everybody of a world has once `givePasswords` was called. */
export const PASSWORD = 'Langmusi-9-wind';

/** Lets everybody of a world sign in, or prove who they are, with one password. */
export async function givePasswords({ db, clock }: { db: ReturnType<typeof openDatabase>; clock: StillClock }) {
  const passwordHash = await hashPassword(PASSWORD);
  await db.transact(async (tx) => {
    await tx.update(persons).set({ passwordHash, passwordSetAt: clock.now() });
    const trace = { requestId: 'test', address: '' };
    await record({ tx, actor: SYSTEM, clock, trace }, 'world.passwords', 'test');
  });
}

/** A plain complaint as a liaison would enter it; tests change what they are about. */
export function anIntake(change: Partial<ComplaintIntake> = {}): ComplaintIntake {
  return {
    channel: 'phone',
    intake: 'complaint',
    anonymity: 'named',
    complainant: { name: '李某某', phone: '13909411234' },
    subjectName: '夏河县扎西特产店',
    matter: 'food.quality',
    title: '冬虫夏草掺假要求退款',
    content: '在拉卜楞镇扎西特产店买冬虫夏草2600元，回家发现掺假，要求退货退款。',
    demands: ['refund'],
    amountFen: 260_000,
    county: '623027',
    receivedOn: '2026-11-24',
    consentPublic: false,
    consentEntrust: false,
    restricted: false,
    officeId: OFFICES.xiahe.id,
    ...change,
  };
}

/** A sound credit code, another for each number. */
export const aCode = (n: number, head = '92623027') => creditCodeOf(head, `MA7${String(n).padStart(5, '0')}`);

/** A shop as an inspector would file it; tests change what they are about. */
export function anEntity(change: Partial<EntityFiling> = {}): EntityFiling {
  return {
    kind: 'sole_trader',
    name: '夏河县扎西特产店',
    nameBo: 'བཀྲ་ཤིས་དམིགས་བསལ་ཚོང་ཁང་།',
    code: aCode(1),
    standing: 'open',
    industry: 'food_retail',
    person: { operator: '扎西才让', phone: '13909410001', idNo: '623027199001011234' },
    formerNames: [],
    oldNumbers: [],
    places: [{ county: '623027', township: '拉卜楞镇', address: '人民街18号' }],
    owners: [],
    licences: [],
    ...change,
  };
}
