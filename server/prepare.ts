import { eq } from 'drizzle-orm';
import type { DemoAccount } from '#shared/auth/session.api.ts';
import { auditLines } from './audit/audit.table.ts';
import { isNew } from './auth/setup.service.ts';
import { Bus } from './kernel/outbox.ts';
import { type Parts, turnOf } from './kernel/turns.ts';
import { SYSTEM } from './kernel/work.ts';
import { seedOffices } from './offices/office.seed.ts';

const TRACE = { requestId: 'start', address: '' };

/**
 * Makes a data folder ready to work in: the offices once, and the sample workspace where it was asked for. Throws where the sample was
 * asked for in a folder that holds real work. Answers the sample's accounts; none anywhere else.
 */
export async function prepareData(parts: Parts, demo: boolean): Promise<DemoAccount[]> {
  await turnOf({ ...parts, bus: new Bus() }, SYSTEM, TRACE, seedOffices);
  if (!demo) return [];
  if (await isNew(parts.db.read)) {
    console.log('正在准备演示数据，约半分钟 · making the sample workspace, about half a minute …');
    const { makeDemo } = await import('./db/demo/demo.ts'); // who works with real data never loads the invented
    await makeDemo(parts, parts.clock.today());
  } else if (!(await holdsDemo(parts)))
    throw new Error(
      '--demo：这个数据文件夹里是真实数据 · this data folder holds real work; choose another with --data',
    );
  return (await import('./db/demo/demo.people.ts')).shownAccounts();
}

async function holdsDemo({ db }: Parts): Promise<boolean> {
  const [made] = await db.read
    .select({ id: auditLines.id })
    .from(auditLines)
    .where(eq(auditLines.event, 'demo.people_made'))
    .limit(1);
  return made !== undefined;
}
