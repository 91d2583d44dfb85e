import { and, eq, gt, sql } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import { campaignTallies } from '#server/dossiers/dossier.table.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Reported } from '#shared/campaigns/campaign.schema.ts';
import { doneStates } from '#shared/dossiers/dossier.kinds.ts';

const own = prepared((tx) =>
  tx
    .select({ kind: campaignTallies.kind, state: campaignTallies.state, n: campaignTallies.n })
    .from(campaignTallies)
    .where(
      and(
        eq(campaignTallies.officeId, sql.placeholder('officeId')),
        eq(campaignTallies.campaignId, sql.placeholder('campaignId')),
        eq(campaignTallies.ownerOfficeId, sql.placeholder('officeId')),
        gt(campaignTallies.n, 0),
      ),
    )
    .prepare(),
);

/** What an office has in its ledgers under a campaign: how many records of each, and how many are finished. */
export async function figuresOfOffice(tx: Tx, campaignId: number, officeId: number): Promise<Reported[]> {
  const sums = new Map<Reported['kind'], { n: number; done: number }>();
  for (const { kind, state, n } of await own(tx).execute({ campaignId, officeId })) {
    if (kind === 'assignment') continue;
    const sum = sums.get(kind) ?? { n: 0, done: 0 };
    sums.set(kind, { n: sum.n + n, done: sum.done + (doneStates(kind).includes(state) ? n : 0) });
  }
  return [...sums].map(([kind, sum]) => ({ kind, ...sum }));
}
