import { and, asc, eq, isNull, ne, or } from 'drizzle-orm';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { officialNumbers } from '#server/numbers/number.table.ts';
import type { PaperLack } from '#shared/documents/paper.lack.ts';
import { type PaperRule, paperThere, rulesFor } from '#shared/documents/paper.rules.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { documents, paperExcuses } from './document.table.ts';

/** How a record stands in the words of the rules, and of how many parties. */
export interface PaperStanding {
  readonly words: Readonly<Record<string, string>>;
  readonly parties: number;
}

type Recorded = Pick<DossierRow, 'id' | 'kind'>;

/** What was written instead of a paper, the oldest first. */
export const excusesOf = (work: Pick<Work, 'tx'>, dossierId: number) =>
  work.tx
    .select({
      form: paperExcuses.form,
      step: paperExcuses.step,
      reason: paperExcuses.reason,
      personId: paperExcuses.personId,
      at: paperExcuses.at,
    })
    .from(paperExcuses)
    .where(eq(paperExcuses.dossierId, dossierId))
    .orderBy(asc(paperExcuses.id));

/** Papers of a record in force, those whose number was voided left out. */
const inForce = (work: Pick<Work, 'tx'>, dossierId: number) =>
  work.tx
    .select({ form: documents.form, party: documents.party })
    .from(documents)
    .leftJoin(officialNumbers, eq(officialNumbers.id, documents.numberId))
    .where(
      and(
        eq(documents.dossierId, dossierId),
        eq(documents.standing, 'final'),
        or(isNull(officialNumbers.id), ne(officialNumbers.standing, 'void')),
      ),
    );

/** The rules of some steps whose paper is neither there nor explained. */
async function unmet(
  work: Work,
  { id, kind }: Recorded,
  steps: readonly string[],
  standing: PaperStanding,
  on: string,
) {
  const rules = steps.flatMap((step) => rulesFor({ kind, step, on }, standing.words));
  if (rules.length === 0) return [];
  const explained = (await excusesOf(work, id)).map(({ form }) => ({ form, party: 0 }));
  const there = [...(await inForce(work, id)), ...explained];
  return rules.filter((rule) => !paperThere(rule, there, standing.parties));
}

const lackOf = ({ forms, law, article }: PaperRule): PaperLack => ({ forms: [...forms], law, article });

/** What papers the law asks for before the steps that are open, and nobody made nor explained; by step. */
export async function lacksOf(work: Work, record: Recorded, steps: readonly string[], standing: PaperStanding | null) {
  const lacks: { [step: string]: PaperLack[] } = {};
  if (!standing) return lacks;
  for (const rule of await unmet(work, record, steps, standing, work.clock.today()))
    lacks[rule.step] = [...(lacks[rule.step] ?? []), lackOf(rule)];
  return lacks;
}

/** What is asked of whoever takes a step: the step, its day, and what they write where a paper is not there. */
export interface PaperedStep {
  readonly step: string;
  readonly on: string;
  readonly without: string | undefined;
}

/** Refuses a step whose paper is not there, unless whoever takes it writes why; what they wrote is kept and answered. */
export async function checkPapers(
  work: Work,
  record: Recorded,
  { step, on, without }: PaperedStep,
  standing: PaperStanding,
): Promise<string | undefined> {
  const lacking = await unmet(work, record, [step], standing, on);
  if (lacking.length === 0) return undefined;
  const reason = cleanText(without ?? '');
  if (reason.length < 2)
    throw new Refusal('invalid_input', { fields: { without: 'paper_lacking' }, papers: lacking.map(lackOf) });
  const at = work.clock.now();
  const { personId } = work.actor;
  await work.tx
    .insert(paperExcuses)
    .values(lacking.map(({ forms }) => ({ dossierId: record.id, form: forms[0]!, step, reason, personId, at })));
  return reason;
}
