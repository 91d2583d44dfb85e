import { randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { generateSecret, generateURI, verify } from 'otplib';
import { record } from '#server/audit/audit.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { type persons as People, persons, recoveryCodes } from './person.table.ts';
import { digestOf } from './session.service.ts';

type Person = typeof People.$inferSelect;
const RECOVERY_CODES = 10;
const about = (personId: number) => `totp:${personId}`;

/** A fresh secret to be scanned; nothing is kept until a code made with it comes back. */
export function startSecondFactor(account: string) {
  const secret = generateSecret();
  return { secret, uri: generateURI({ issuer: 'Yipanqi', label: account, secret }) };
}

/** The half minute a code belongs to, if it is right and was not used before. */
async function stepOf(work: Pick<Work, 'clock'>, secret: string, code: string, after: number): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(Date.parse(work.clock.now()) / 1000);
  const found = await verify({ secret, token: code, epoch, epochTolerance: 30 }).catch(() => null);
  if (!found?.valid) return null;
  const step = Math.floor(epoch / 30) + found.delta;
  return step > after ? step : null;
}

/** Keeps the secret once a code proves that it was scanned; answers the codes for the day the telephone is lost. */
export async function confirmSecondFactor(work: Work, ask: { secret: string; code: string }) {
  const step = await stepOf(work, ask.secret, ask.code.replace(/\s/g, ''), 0);
  if (step === null) throw invalid({ code: 'wrong' });
  const id = work.actor.personId;
  await work.tx
    .update(persons)
    .set({ totpSealed: work.vault.seal(ask.secret, about(id)).toString('base64'), totpLastStep: step })
    .where(eq(persons.id, id));
  await work.tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, id));
  const codes = Array.from({ length: RECOVERY_CODES }, () => randomBytes(5).toString('hex'));
  for (const code of codes) await work.tx.insert(recoveryCodes).values({ personId: id, digest: digestOf('t:', code) });
  await record(work, 'second_factor.enrolled', `person:${id}`);
  work.outbox.put({ topic: 'directory', id, event: 'person.second_factor', personIds: [id] });
  return { recoveryCodes: codes };
}

/** Takes the second factor away; whoever's role asks for one has to enrol again at once. */
export async function endSecondFactor(work: Work): Promise<void> {
  const id = work.actor.personId;
  await work.tx.update(persons).set({ totpSealed: null, totpLastStep: null }).where(eq(persons.id, id));
  await work.tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, id));
  await record(work, 'second_factor.ended', `person:${id}`);
  work.outbox.put({ topic: 'directory', id, event: 'person.second_factor', personIds: [id] });
}

/** Uses up a code for somebody who has a second factor: a fresh one, or a recovery code. Throws where none was given. */
export async function useCode(work: Work, person: Person, code: string | undefined): Promise<boolean> {
  if (!person.totpSealed) return true;
  if (!code) throw new Refusal('second_factor_needed');
  const typed = code.replace(/[\s-]/g, '');
  const secret = work.vault.open(Buffer.from(person.totpSealed, 'base64'), about(person.id));
  const step = await stepOf(work, secret, typed, person.totpLastStep ?? 0);
  if (step !== null) {
    await work.tx.update(persons).set({ totpLastStep: step }).where(eq(persons.id, person.id));
    return true;
  }
  const unspent = and(
    eq(recoveryCodes.personId, person.id),
    eq(recoveryCodes.digest, digestOf('t:', typed.toLowerCase())),
    isNull(recoveryCodes.usedAt),
  );
  const [found] = await work.tx.select({ id: recoveryCodes.id }).from(recoveryCodes).where(unspent);
  if (!found) return false;
  await work.tx.update(recoveryCodes).set({ usedAt: work.clock.now() }).where(eq(recoveryCodes.id, found.id));
  await record(work, 'second_factor.recovered', `person:${person.id}`);
  return true;
}
