import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { record } from '#server/audit/audit.service.ts';
import { auditLines } from '#server/audit/audit.table.ts';
import { openDatabase, type Tx } from '#server/db/database.ts';
import { SYSTEM } from '#server/kernel/work.ts';
import { offices } from '#server/offices/office.table.ts';
import { freshFile } from '#tests/support/template.ts';

const clock = { now: () => '2026-11-24T02:00:00.000Z', today: () => '2026-11-24' };
const trace = { requestId: 'r', address: '' };
const note = (tx: Tx, about: string) => record({ tx, actor: SYSTEM, clock, trace }, 'test.noted', about);
const found = (tx: Tx, name: string) =>
  tx
    .insert(offices)
    .values({ department: 'market', region: '623027', name, nameEn: name, shortName: name, validFrom: '2018-01-01' });

async function database() {
  const db = openDatabase(await freshFile());
  onTestFinished(() => db.close());
  return db;
}

test('turns that wait together share a commit, and each is undone alone', async () => {
  const db = await database();
  const turn = (name: string, fails = false) =>
    db.transact(async (tx) => {
      await found(tx, name);
      await note(tx, name);
      if (fails) throw new Error('no');
      return name;
    });

  const answers = await Promise.allSettled([turn('a'), turn('b', true), turn('c')]);

  expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((await db.read.select().from(offices)).map((office) => office.name)).toEqual(['a', 'c']);
  expect(await db.read.select().from(auditLines)).toHaveLength(2);
});

test('a change without an audit line is undone and named', async () => {
  const db = await database();

  await expect(db.transact(async (tx) => void (await found(tx, 'a')))).rejects.toThrow(
    'a change to offices left no audit line',
  );

  expect(await db.read.select().from(offices)).toEqual([]);
});

test('a turn that is not awaited to its end fails loudly', async () => {
  const db = await database();
  let late: Promise<unknown> | undefined;

  await db.transact(async (tx) => {
    late = new Promise((resolve) => setTimeout(resolve, 20)).then(async () => await tx.select().from(offices));
  });

  await expect(late).rejects.toThrow();
  await late!.catch((error: Error) => expect(String(error.cause ?? error)).toContain('tx used after its turn'));
});

test('inside a turn neither the reader nor a second turn is to be had', async () => {
  const db = await database();

  await db.transact(async () => {
    await expect(db.transact(async () => 1)).rejects.toThrow('transact inside transact');
    await expect((async () => await db.read.select().from(offices))()).rejects.toThrow();
  });
});

test('the reader cannot write', async () => {
  const db = await database();

  await expect((async () => await found(db.read, 'a'))()).rejects.toThrow();
});

test('what was acknowledged is in the file after the process forgets everything', async () => {
  const file = await freshFile();
  const db = openDatabase(file);
  await db.transact(async (tx) => {
    await found(tx, 'kept');
    await note(tx, 'kept');
  });
  await db.close();

  const again = openDatabase(file);
  onTestFinished(() => again.close());

  expect((await again.read.select().from(offices)).map((office) => office.name)).toEqual(['kept']);
});

test('audit lines refuse every change and removal', async () => {
  const db = await database();
  await db.transact((tx) => note(tx, 'a'));

  const change = db.transact(async (tx) => void (await tx.update(auditLines).set({ event: 'other' })));
  await expect(change).rejects.toThrow();
  const removal = db.transact(async (tx) => void (await tx.delete(auditLines)));
  await expect(removal).rejects.toThrow();

  expect(await db.read.select({ n: sql<number>`count(*)` }).from(auditLines)).toEqual([{ n: 1 }]);
});
