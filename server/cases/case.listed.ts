import { inArray } from 'drizzle-orm';
import { linksOfMany } from '#server/dossiers/links.service.ts';
import { preparedFor } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { gives } from '#shared/auth/access.ts';
import type { Case, CaseRow } from '#shared/cases/case.schema.ts';
import { shownPenalties } from './case.penalties.ts';
import { leftFenOf } from './case.standing.ts';
import { casePayments, cases } from './case.table.ts';

type Told = 'illegalGainsFen' | 'toldOn' | 'hearingAskedOn' | 'hearingHeldOn' | 'servedOn' | 'leftFen' | 'penalties';

/** A case of the ledger with what a file tells of it beyond the list. */
export type ListedCase = CaseRow &
  Pick<Case, Told> & {
    readonly officers: readonly { readonly name: string }[];
    readonly payments: readonly { readonly paidOn: string }[];
    readonly links: readonly { readonly kind: string; readonly number: string }[];
  };

const ownOf = preparedFor((tx, ids) => tx.select().from(cases).where(inArray(cases.id, ids)).prepare());
const paidOf = preparedFor((tx, ids) =>
  tx.select().from(casePayments).where(inArray(casePayments.caseId, ids)).orderBy(casePayments.id).prepare(),
);

const NOTHING_TOLD = {
  illegalGainsFen: null,
  toldOn: null,
  hearingAskedOn: null,
  hearingHeldOn: null,
  servedOn: null,
  leftFen: null,
  penalties: [],
  officers: [],
  payments: [],
  links: [],
};

/** A page of the ledger as a file tells it, one question to each table: a stub stays one, another office's case names neither officers nor payments. */
export async function listedCases(work: Work, rows: readonly CaseRow[]): Promise<ListedCase[]> {
  const ids = rows.filter(({ stub }) => !stub).map(({ id }) => id);
  const asked = ownOf(work.tx, ids);
  const own = new Map((await asked.query.execute(asked.values)).map((one) => [one.id, one]));
  const paid = paidOf(work.tx, ids);
  const payments = new Map<number, (typeof casePayments.$inferSelect)[]>();
  for (const one of await paid.query.execute(paid.values))
    payments.set(one.caseId, [...(payments.get(one.caseId) ?? []), one]);
  const links = await linksOfMany(work, ids);
  const today = work.clock.today();
  return rows.map((row) => {
    const file = own.get(row.id);
    if (!file) return { ...row, ...NOTHING_TOLD };
    const inside = gives(row.sight, 'read', row.restricted ? 'named' : 'open');
    const { illegalGainsFen, toldOn, hearingAskedOn, hearingHeldOn, servedOn, officers } = file;
    const received = payments.get(row.id) ?? [];
    return {
      ...row,
      illegalGainsFen,
      toldOn,
      hearingAskedOn,
      hearingHeldOn,
      servedOn,
      leftFen: leftFenOf({ ...file, payments: received }, today),
      penalties: shownPenalties(file.penalties),
      officers: inside ? officers : [],
      payments: inside ? received : [],
      links: links.get(row.id) ?? [],
    };
  });
}
