import { nameIn, setPart } from '#server/dossiers/parts.service.ts';
import { partsOf } from '#server/dossiers/sights.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { holdersOf } from '#server/notices/audience.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import type { Part } from '#shared/auth/access.ts';
import type { TransferStepName } from '#shared/transfers/transfer.workflow.ts';
import type { At } from './transfer.at.ts';
import { procuratorateOf } from './transfer.sides.ts';

/**
 * What part the receiver takes after a step: told that it is there until it signs, reading and working while it is theirs, and no more
 * than told once its files went back (移送规定 8).
 */
const PART_AFTER: Partial<Record<TransferStepName, Exclude<Part, 'owner'>>> = {
  send: 'addressee',
  forward: 'addressee',
  rule: 'addressee',
  accept: 'co_handler',
  reject: 'addressee',
  refuse: 'addressee',
  ask_review: 'co_handler',
  uphold: 'addressee',
  ask_supervision: 'co_handler',
  end_supervision: 'addressee',
  accept_refusal: 'addressee',
  answer: 'reader',
};

/** Lets offices in, and takes away, as a step brings it: nobody before it is sent, nobody after it is withdrawn. */
export async function turnParts(at: At, toOfficeId: number): Promise<void> {
  const { work, dossier, own, ask } = at;
  const { step } = ask;
  if (step === 'withdraw') {
    for (const { officeId } of await partsOf(work.tx).execute({ id: dossier.id }))
      await setPart(work, dossier, officeId, null);
    return;
  }
  if (own.road === 'police') await turnCopies(at, toOfficeId);
  if (toOfficeId !== own.toOfficeId) await setPart(work, dossier, own.toOfficeId, 'addressee');
  const signed = step === 'acknowledge' || step === 'enter_receipt';
  const part = signed && own.road === 'police' ? 'co_handler' : PART_AFTER[step];
  if (!part) return;
  await setPart(work, dossier, toOfficeId, part);
  if (dossier.restricted && part === 'addressee') await nameThere(work, dossier.id, toOfficeId);
}

/** The procuratorate reads a copy of what is sent to the police; of what the chief did not approve it learns that it is there. */
async function turnCopies({ work, dossier, own, ask }: At, toOfficeId: number): Promise<void> {
  if (!own.copyOfficeId) return;
  if (ask.step === 'disapprove') await setPart(work, dossier, own.copyOfficeId, 'addressee');
  if (ask.step !== 'send' && ask.step !== 'forward') return;
  const region = (await officePlaces(work.tx)).find(({ id }) => id === toOfficeId)?.region;
  const theirs = region ? await procuratorateOf(work.tx, region) : null;
  for (const officeId of new Set([own.copyOfficeId, theirs ?? own.copyOfficeId])) {
    await setPart(work, dossier, officeId, 'reader');
    if (dossier.restricted) await nameIn(work, dossier.id, await personsIn(work, officeId, 'transfer.oversee'));
  }
}

/** In a restricted transfer those are named who receive for their office. */
async function nameThere(work: Work, id: number, officeId: number): Promise<void> {
  await nameIn(work, id, await personsIn(work, officeId, 'transfer.receive'));
}

const personsIn = async (work: Work, officeId: number, permission: 'transfer.receive' | 'transfer.oversee') =>
  (await holdersOf(work.tx, officeId, permission)).map(({ personId }) => personId);
