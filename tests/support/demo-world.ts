import { createHash, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { buildApp } from '#server/app.ts';
import { record } from '#server/audit/audit.service.ts';
import { persons, posts, sessions } from '#server/auth/person.table.ts';
import { caseParties, cases } from '#server/cases/case.table.ts';
import { complainants, complaints } from '#server/complaints/complaint.table.ts';
import { openDatabase, type Tx } from '#server/db/database.ts';
import { SHOWN } from '#server/db/demo/demo.people.ts';
import { documents } from '#server/documents/document.table.ts';
import { dossierNames, dossierParts, dossiers } from '#server/dossiers/dossier.table.ts';
import { entities, entityPersons } from '#server/entities/entity.table.ts';
import { watchAudiences, watchMarks } from '#server/entities/watch.table.ts';
import { files } from '#server/files/file.table.ts';
import { SYSTEM } from '#server/kernel/work.ts';
import { officialNumbers } from '#server/numbers/number.table.ts';
import { offices } from '#server/offices/office.table.ts';
import { prepareData } from '#server/prepare.ts';
import { rectifications } from '#server/rectifications/rectification.table.ts';
import { spotChecks } from '#server/spot-checks/spot-check.table.ts';
import { transferIdentities, transfers } from '#server/transfers/transfer.table.ts';
import { vaultOf } from '#server/vault/vault.ts';
import type { Complainant } from '#shared/complaints/complaint.schema.ts';
import type { EntityPerson } from '#shared/entities/entity.schema.ts';
import { freshFile } from './template.ts';
import { asker, StillClock } from './world.ts';

const TODAY = '2026-11-24';

/** The sample workspace with each of its accounts signed in, every record's texts saying which record they are of. */
export async function demoWorld() {
  const db = openDatabase(await freshFile());
  const parts = { db, clock: new StillClock(TODAY), vault: vaultOf(Buffer.alloc(32, 7)) };
  await prepareData(parts, true);
  const trace = { requestId: 'test', address: '' };
  const cookies = await db.transact(async (tx) => {
    await record({ tx, actor: SYSTEM, clock: parts.clock, trace }, 'world.marked', 'test');
    await markTexts(tx);
    await markPersons(tx, parts.vault);
    return signIn(tx, parts.clock.now());
  });
  const app = await buildApp(parts, { limits: { address: 0, person: 0 } });
  await app.ready();
  return {
    app,
    async close() {
      await app.close();
      await db.close();
    },
    truth: await truthOf(db.read, parts.vault),
    accounts: SHOWN.map((shown) => ({
      ...shown,
      ...cookies.get(shown.account)!,
      as: asker(app, cookies.get(shown.account)!.secret),
    })),
  };
}

async function markTexts(tx: Tx) {
  for (const { id } of await tx.select({ id: dossiers.id }).from(dossiers)) {
    await tx
      .update(dossiers)
      .set({ title: `事由${id}号` })
      .where(eq(dossiers.id, id));
    await tx
      .update(complaints)
      .set({ content: `酸奶内情${id}号` })
      .where(eq(complaints.id, id));
    await tx
      .update(cases)
      .set({ content: `酸奶内情${id}号`, violation: `事由${id}号` })
      .where(eq(cases.id, id));
    await tx
      .update(rectifications)
      .set({ problem: `酸奶内情${id}号` })
      .where(eq(rectifications.id, id));
    await tx
      .update(spotChecks)
      .set({ findings: `酸奶内情${id}号` })
      .where(eq(spotChecks.id, id));
    await tx
      .update(transfers)
      .set({
        summary: `酸奶内情${id}号`,
        crime: `内情${id}号`,
        disapproval: `内情${id}号`,
      })
      .where(eq(transfers.id, id));
  }
}

/** Whoever stands behind an entity, and every natural person, has a name that stands nowhere else. */
async function markPersons(tx: Tx, vault: ReturnType<typeof vaultOf>) {
  for (const { id, sealed } of await tx.select().from(entityPersons)) {
    const person = JSON.parse(vault.open(sealed, `entity:${id}`)) as EntityPerson;
    const marked = vault.seal(
      JSON.stringify({ ...person, operator: `掌柜${id}号`, idNo: `证件${id}号` }),
      `entity:${id}`,
    );
    await tx.update(entityPersons).set({ sealed: marked }).where(eq(entityPersons.id, id));
  }
  for (const { id } of await tx.select({ id: entities.id }).from(entities).where(eq(entities.kind, 'person')))
    await tx
      .update(entities)
      .set({ name: `自然人${id}号` })
      .where(eq(entities.id, id));
}

async function signIn(tx: Tx, now: string) {
  const signedIn = new Map<string, { secret: string; personId: number; officeId: number }>();
  for (const { account } of SHOWN) {
    const [person] = await tx.select().from(persons).where(eq(persons.account, account));
    const [post] = await tx.select().from(posts).where(eq(posts.personId, person!.id));
    const secret = randomBytes(32).toString('base64url');
    await tx.insert(sessions).values({
      digest: createHash('sha256').update(secret).digest('base64url'),
      personId: person!.id,
      officeId: post!.officeId,
      address: '127.0.0.1',
      agent: 'test',
      createdAt: now,
      seenAt: now,
      provedAt: now,
    });
    signedIn.set(account, { secret, personId: person!.id, officeId: post!.officeId });
  }
  return signedIn;
}

/** What lies in the file, read past every door. */
async function truthOf(tx: Tx, vault: ReturnType<typeof vaultOf>) {
  const sealed = await tx.select().from(complainants);
  const behind = await tx.select().from(entityPersons);
  const personal = (await tx.select().from(caseParties)).flatMap(({ caseId, at, sealed: kept }) =>
    kept ? [JSON.parse(vault.open(kept, `case_party:${caseId}:${at}`)) as { phone?: string }] : [],
  );
  const sent = (await tx.select().from(transferIdentities)).flatMap(
    ({ id, sealed: kept }) =>
      (JSON.parse(vault.open(kept, `transfer:${id}`)) as { parties: { phone?: string }[] }).parties,
  );
  return {
    dossiers: await tx.select().from(dossiers),
    parts: await tx.select().from(dossierParts),
    named: await tx.select().from(dossierNames),
    offices: await tx.select().from(offices),
    documents: await tx.select({ id: documents.id, dossierId: documents.dossierId }).from(documents),
    files: await tx.select({ id: files.id, dossierId: files.dossierId }).from(files),
    numbers: await tx.select().from(officialNumbers),
    entities: await tx.select({ id: entities.id, mergedInto: entities.mergedInto }).from(entities),
    marks: await tx
      .select({ mark: watchMarks, audience: watchAudiences.audience })
      .from(watchMarks)
      .innerJoin(watchAudiences, eq(watchAudiences.markId, watchMarks.id)),
    phones: new Set(
      [
        ...sealed.map((row) => (JSON.parse(vault.open(row.sealed, `complainant:${row.id}`)) as Complainant).phone),
        ...personal.map(({ phone }) => phone),
        ...behind.map(({ id, sealed: kept }) => (JSON.parse(vault.open(kept, `entity:${id}`)) as EntityPerson).phone),
        ...sent.map(({ phone }) => phone),
      ].filter((phone): phone is string => Boolean(phone)),
    ),
  };
}
export type Truth = Awaited<ReturnType<typeof truthOf>>;
