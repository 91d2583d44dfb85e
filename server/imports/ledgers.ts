import { type DecidedCase, existingDecisions, registerDecided } from '#server/cases/case.decided.ts';
import { removeCase } from '#server/cases/case.remove.ts';
import { registerComplaint } from '#server/complaints/complaint.register.ts';
import { removeComplaint } from '#server/complaints/complaint.remove.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { matchSubject } from '#server/entities/entity.subject.ts';
import type { Work } from '#server/kernel/work.ts';
import type { ImportLedger } from '#shared/imports/import.fields.ts';
import { type CheckedCase, checkCase } from './case.check.ts';
import { type Against, type Checked, checkRow, existingNumbers } from './import.check.ts';
import type { ImportTableRow } from './import.table.ts';

type Row = Checked | CheckedCase;

/** What an import needs of a ledger: how its rows are read, known again, taken in, and taken out. */
interface Ledger {
  /** Reads a row's cells; the original ones are kept where a text stands for itself. */
  check(cells: readonly string[], original: readonly string[], it: Against): Row;
  existing(work: Work, keys: readonly string[]): Promise<Set<string>>;
  take(work: Work, row: ImportTableRow, checked: Row): Promise<DossierRow>;
  remove(work: Work, id: number): Promise<void>;
}

/** The ledgers that can be taken in. */
export const LEDGERS: Record<ImportLedger, Ledger> = {
  complaint: {
    check: (cells, _, it) => checkRow(cells, it),
    existing: existingNumbers,
    take: (work, row, checked) => takeComplaint(work, row, checked as Checked),
    remove: removeComplaint,
  },
  case: {
    check: checkCase,
    existing: existingDecisions,
    take: (work, row, checked) => registerDecided(work, (checked as CheckedCase).decided as DecidedCase, row.id),
    remove: removeCase,
  },
};

/** The respondent is an entity on file only where code or name say so beyond doubt; none is made, and none is merged. */
async function takeComplaint(work: Work, row: ImportTableRow, { intake, subjectCode, reply, repliedOn }: Checked) {
  const closed = reply !== '' && row.defaults.answered === 'closed';
  const content = reply && !closed ? `${intake.content}\n【原答复】${reply}`.slice(0, 20_000) : intake.content;
  const { subjectName = '', county } = intake;
  const subjectId = await matchSubject(work, { code: subjectCode, name: subjectName, county });
  const about = subjectId === null ? {} : { subjectId };
  const history = closed ? { on: repliedOn, answer: reply } : undefined;
  return registerComplaint(work, { ...intake, ...about, content }, { batchId: row.id, history });
}
