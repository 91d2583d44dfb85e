import { expect } from 'vitest';
import { type Asker, anIntake } from './world.ts';

/** A record as far as the next change of it needs. */
export interface At {
  readonly id: number;
  readonly version: number;
}

/** Registers a complaint and answers where it stands. */
export async function registered(who: Asker, change: Parameters<typeof anIntake>[0] = {}): Promise<At> {
  const { id, version } = (await who.post('/api/complaints', anIntake(change))).json();
  return { id, version };
}

/** Takes a step of a complaint, which must be open, and answers where it stands then. */
export async function stepped(who: Asker, of: At, step: string, more: object = {}): Promise<At> {
  const answer = await who.post(`/api/complaints/${of.id}/steps`, { step, version: of.version, ...more });
  expect(answer.statusCode, answer.body).toBe(200);
  return { id: of.id, version: answer.json().version };
}

/** Asks for a paper to be made. */
export const make = (who: Asker, of: At, form: string, to: string, answers: object = {}) =>
  who.post(`/api/dossiers/${of.id}/documents`, { form, to, answers, version: of.version });

/** Asks for a draft to be put in force. */
export const issue = (who: Asker, id: number, version: number) => who.post(`/api/documents/${id}/issue`, { version });

/** Opens a paper that lies sealed. */
export const opening = (who: Asker, id: number, reason = '寄送投诉人') =>
  who.post(`/api/documents/${id}/opening`, { reason });
