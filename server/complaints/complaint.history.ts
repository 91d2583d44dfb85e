import { sql } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { tellings } from './complaint.table.ts';

/** How a record ended before it came into this ledger: the day of its answer, and the answer as it was given. */
export interface History {
  readonly on: string;
  readonly answer: string;
}

const insert = prepared((tx) =>
  tx
    .insert(tellings)
    .values({
      dossierId: sql.placeholder('dossierId'),
      to: 'complainant',
      way: 'electronic',
      toldOn: sql.placeholder('on'),
      text: sql.placeholder('text'),
      personId: sql.placeholder('personId'),
      at: sql.placeholder('at'),
    })
    .prepare(),
);

/** What an answered record is stored with, beside what was taken in. */
export const endingOf = (history: History | undefined) => ({
  outcome: history ? ('answered' as const) : null,
  summary: history?.answer.slice(0, 4000) ?? null,
});

/** Keeps the answer of a record that was closed before it came here; no clock of this ledger ever ran for it. */
export async function keepAnswer(work: Work, dossierId: number, { on, answer }: History): Promise<void> {
  const { actor, clock } = work;
  await insert(work.tx).execute({
    dossierId,
    on,
    text: answer.slice(0, 8000),
    personId: actor.personId,
    at: clock.now(),
  });
  await record(work, 'complaint.taken_over', dossierId, { to: 'closed', on });
}
