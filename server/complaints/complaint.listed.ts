import { inArray } from 'drizzle-orm';
import { linksOfMany } from '#server/dossiers/links.service.ts';
import { preparedFor } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { gives } from '#shared/auth/access.ts';
import type { Complaint, ComplaintRow } from '#shared/complaints/complaint.schema.ts';
import { complaints, tellings } from './complaint.table.ts';

const TOLD = [
  'anonymity',
  'content',
  'demands',
  'demandText',
  'address',
  'complaintDecision',
  'reportDecision',
  'summary',
  'recoveredFen',
  'satisfied',
] as const;

/** A complaint of the ledger with what a file tells of it beyond the list. */
export type ListedComplaint = ComplaintRow &
  Pick<Complaint, (typeof TOLD)[number]> & {
    /** What was told last. */
    readonly telling: Pick<Complaint['tellings'][number], 'toldOn' | 'way'> | null;
    readonly links: readonly { readonly kind: string; readonly number: string }[];
  };

const told = { id: complaints.id, ...Object.fromEntries(TOLD.map((name) => [name, complaints[name]])) } as Pick<
  typeof complaints,
  'id' | (typeof TOLD)[number]
>;
const ownOf = preparedFor((tx, ids) => tx.select(told).from(complaints).where(inArray(complaints.id, ids)).prepare());
const { dossierId, toldOn, way } = tellings;
const tellingsOf = preparedFor((tx, ids) =>
  tx.select({ dossierId, toldOn, way }).from(tellings).where(inArray(dossierId, ids)).orderBy(tellings.id).prepare(),
);

const NOTHING_TOLD = {
  anonymity: null,
  content: null,
  demands: [],
  demandText: null,
  address: null,
  complaintDecision: null,
  reportDecision: null,
  summary: null,
  recoveredFen: null,
  satisfied: null,
  telling: null,
  links: [],
};

/** A page of the ledger as a file tells it, one question to each table: what the reader's page of a record would keep silent stays silent. */
export async function listedComplaints(work: Work, rows: readonly ComplaintRow[]): Promise<ListedComplaint[]> {
  const ids = rows.filter(({ stub }) => !stub).map(({ id }) => id);
  const asked = ownOf(work.tx, ids);
  const own = new Map((await asked.query.execute(asked.values)).map((one) => [one.id, one]));
  const said = tellingsOf(work.tx, ids);
  const last = new Map((await said.query.execute(said.values)).map((one) => [one.dossierId, one]));
  const links = await linksOfMany(work, ids);
  return rows.map((row) => {
    const file = own.get(row.id);
    if (!file) return { ...row, ...NOTHING_TOLD };
    const inside = gives(row.sight, 'read', row.restricted ? 'named' : 'open');
    const silent = !inside && row.sight === 'block';
    return {
      ...row,
      ...file,
      complainantMask: inside ? row.complainantMask : null,
      content: silent ? null : file.content,
      summary: silent ? null : file.summary,
      address: silent ? null : file.address,
      telling: inside ? (last.get(row.id) ?? null) : null,
      links: links.get(row.id) ?? [],
    };
  });
}
