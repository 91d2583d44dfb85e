import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import { prepared } from '#server/kernel/prepared.ts';
import { type AssignmentColumns, assignments, type CampaignColumns, campaigns } from './campaign.table.ts';

const campaignById = prepared((tx) =>
  tx
    .select()
    .from(campaigns)
    .where(eq(campaigns.id, sql.placeholder('id')))
    .prepare(),
);
const assignmentById = prepared((tx) =>
  tx
    .select()
    .from(assignments)
    .where(eq(assignments.id, sql.placeholder('id')))
    .prepare(),
);

/** A campaign's own columns; its dossier was reached before, so it is there. */
export async function campaignOf(tx: Tx, id: number): Promise<CampaignColumns> {
  const [row] = await campaignById(tx).execute({ id });
  return row!;
}

/** An assignment's own columns; its dossier was reached before. */
export async function assignmentOf(tx: Tx, id: number): Promise<AssignmentColumns> {
  const [row] = await assignmentById(tx).execute({ id });
  return row!;
}
