import rateLimit from '@fastify/rate-limit';
import fp from 'fastify-plugin';
import { Refusal } from '#shared/kernel/errors.ts';

/** Requests within ten seconds; an office behind one address counts as one address. 0 switches a limit off. */
export interface Limits {
  readonly address: number;
  readonly person: number;
}

export const ORDINARY: Limits = { address: 3000, person: 600 };
const WINDOW_MS = 10_000;

/** Holds up whoever asks faster than people work: each address before anything is looked up, each person once known. */
export const limits = fp<{ limits: Limits }>(async (app, { limits: { address, person } }) => {
  await app.register(rateLimit, { global: false, cache: 5000 });
  const byAddress = app.createRateLimit({
    max: address,
    timeWindow: WINDOW_MS,
    keyGenerator: (request) => request.ip,
  });
  const byPerson = app.createRateLimit({
    max: person,
    timeWindow: WINDOW_MS,
    keyGenerator: (request) => String(request.actor.personId),
  });
  if (address > 0)
    app.addHook('onRequest', async (request) => {
      refuse(await byAddress(request));
    });
  if (person > 0)
    app.addHook('preValidation', async (request) => {
      if (request.actor.personId > 0) refuse(await byPerson(request));
    });
});

function refuse(found: { isAllowed: boolean; isExceeded?: boolean; ttlInSeconds?: number }) {
  if (!found.isAllowed && found.isExceeded) throw new Refusal('too_many', { seconds: found.ttlInSeconds ?? 10 });
}
