import { registerComplaint } from '#server/complaints/complaint.register.ts';
import type { Database } from '#server/db/database.ts';
import { Chance } from '#server/db/demo/chance.ts';
import type { Cast } from '#server/db/demo/demo.people.ts';
import { inventedName } from '#server/db/demo/demo.people.ts';
import { wallClock } from '#server/kernel/clock.ts';
import type { Vault } from '#server/vault/vault.ts';
import { TURN, workOf } from './fill.ts';
import type { Question } from './questions.ts';

/** A record whose next step has not been taken. */
export interface Waiting {
  readonly id: number;
  readonly version: number;
}

/** Registers complaints that wait for one office to decide: a step is taken once, so every request of the load needs its own. */
export async function fillWaiting(
  db: Database,
  vault: Vault,
  cast: Cast,
  officeId: number,
  n: number,
): Promise<Waiting[]> {
  const chance = new Chance(n);
  const waiting: Waiting[] = [];
  while (waiting.length < n) {
    await db.transact(async (tx) => {
      const work = workOf(tx, cast.who(officeId, 'liaison'), vault);
      for (let k = 0; k < TURN && waiting.length < n; k += 1) {
        const { id, version } = await registerComplaint(work, {
          channel: 'phone',
          intake: 'complaint',
          anonymity: 'named',
          complainant: { name: inventedName(chance), phone: '13909411234' },
          subjectName: '夏河县某特产店',
          matter: 'food.quality',
          title: '过期要求退款',
          content: '发现已经过期，要求退款。',
          demands: ['refund'],
          county: '623027',
          receivedOn: wallClock.today(),
          consentPublic: false,
          consentEntrust: false,
          restricted: false,
          officeId,
        });
        waiting.push({ id, version });
      }
    });
  }
  return waiting;
}

/** A step of a liaison: accepting, each complaint once. */
export const stepQuestion = (waiting: readonly Waiting[]): Question => ({
  name: 'accept (a step, durable)',
  path: `/api/complaints/${waiting[0]!.id}`,
  raw: 'step',
  rawBody: '{}',
  once: waiting.map(({ id, version }) => ({
    method: 'POST',
    path: `/api/complaints/${id}/steps`,
    body: JSON.stringify({ step: 'accept', version }),
  })),
});
