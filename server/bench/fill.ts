import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { persons, sessions } from '#server/auth/person.table.ts';
import { digestOf } from '#server/auth/session.service.ts';
import { faceOf, stopAllClocks } from '#server/clocks/clock.service.ts';
import { keepAnswer } from '#server/complaints/complaint.history.ts';
import { registerComplaint } from '#server/complaints/complaint.register.ts';
import { complaints } from '#server/complaints/complaint.table.ts';
import type { Database } from '#server/db/database.ts';
import { Chance } from '#server/db/demo/chance.ts';
import { type Cast, inventedName, makePeople } from '#server/db/demo/demo.people.ts';
import { inventStory } from '#server/db/demo/demo.texts.ts';
import { changeDossier } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { wallClock } from '#server/kernel/clock.ts';
import { Outbox } from '#server/kernel/outbox.ts';
import { SYSTEM, type Work } from '#server/kernel/work.ts';
import { offices as officeTable } from '#server/offices/office.table.ts';
import type { Vault } from '#server/vault/vault.ts';
import type { Actor } from '#shared/auth/permissions.ts';
import { routeFor } from '#shared/complaints/routing.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { COUNTIES, PREFECTURE, REGIONS } from '#shared/offices/regions.ts';

/** How many records one turn of the filling holds. */
export const TURN = 200;
/** Over how many days back they are spread. */
export const DAYS = 700;

export interface Filled {
  readonly cast: Cast;
  readonly cookie: string;
}

/** Makes people and a session for one of them. */
export async function fillPeople(db: Database, vault: Vault): Promise<Filled> {
  const cast = await db.transact((tx) => makePeople(workOf(tx, SYSTEM, vault)));
  const secret = randomBytes(32).toString('base64url');
  const [zhangli] = await db.read.select().from(persons).where(eq(persons.account, 'zhangli'));
  await db.transact(async (tx) => {
    const now = wallClock.now();
    await tx.insert(sessions).values({
      digest: digestOf('p:', secret),
      personId: zhangli!.id,
      officeId: zhangli!.officeId!,
      address: '127.0.0.1',
      agent: 'bench',
      createdAt: now,
      seenAt: now,
      provedAt: now,
    });
  });
  return { cast, cookie: `session=${secret}` };
}

/** Work of an actor inside a turn of the filling. */
export const workOf = (tx: Work['tx'], actor: Actor, vault: Vault): Work => ({
  tx,
  actor,
  clock: wallClock,
  vault,
  trace: { requestId: 'bench', address: '' },
  outbox: new Outbox(),
});

/** Registers complaints up to a number through the product's own services: the tables hold what real work leaves there. */
export async function fillComplaints(db: Database, vault: Vault, cast: Cast, from: number, to: number): Promise<void> {
  const offices = await db.read.select().from(officeTable);
  const chance = new Chance(1 + from);
  const today = wallClock.today();
  for (let n = from; n < to; n += TURN) {
    await db.transact(async (tx) => {
      for (let k = n; k < Math.min(to, n + TURN); k += 1) {
        const county = chance.one(COUNTIES);
        const story = inventStory(chance, county, REGIONS.find(({ code }) => code === county)!.name);
        const receivedOn = addDays(today, -chance.between(0, DAYS));
        const officeId = routeFor(story.matter, county, today, offices, PREFECTURE)!.id;
        const work = workOf(tx, cast.who(officeId, 'liaison'), vault);
        const { amountFen, subjectId: _, ...rest } = story;
        const made = await registerComplaint(work, {
          ...rest,
          ...(amountFen === undefined ? {} : { amountFen }),
          channel: 'phone',
          intake: chance.weighted([
            ['complaint', 6],
            ['report', 2],
            ['consultation', 2],
          ] as const),
          anonymity: 'named',
          complainant: { name: inventedName(chance), phone: `139${String(k).padStart(8, '0')}` },
          demands: ['refund'],
          county,
          receivedOn,
          consentPublic: false,
          consentEntrust: false,
          restricted: false,
          officeId,
        });
        const old = receivedOn < addDays(today, -30);
        if (old) await close(work, made, addDays(receivedOn, 10));
      }
    });
  }
}

/** Leaves behind what a closed record has: its answer, its stopped clocks, its line. */
async function close(work: Work, dossier: DossierRow, on: string): Promise<void> {
  await work.tx.update(complaints).set({ outcome: 'answered' }).where(eq(complaints.id, dossier.id));
  await keepAnswer(work, dossier.id, { on, answer: '已调解，商家退款。' });
  await stopAllClocks(work, dossier.id, on, []);
  await changeDossier(work, dossier, { state: 'closed', closedOn: on, ...(await faceOf(work, dossier.id)) });
}
