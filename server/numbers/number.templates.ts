import { and, desc, eq, lte, sql } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import type { Tx } from '#server/db/database.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import type { NumberTemplate, NumberTemplateEdit } from '#shared/numbers/number.api.ts';
import { defaultTemplate, numberingOf, templateFault } from '#shared/numbers/number.template.ts';
import { PAPER_CODES, type PaperCode } from '#shared/numbers/paper.codes.ts';
import { numberCounters, numberTemplates } from './number.table.ts';

const newest = prepared((tx) =>
  tx
    .select({ template: numberTemplates.template, fromYear: numberTemplates.fromYear })
    .from(numberTemplates)
    .where(
      and(
        eq(numberTemplates.officeId, sql.placeholder('officeId')),
        eq(numberTemplates.paper, sql.placeholder('paper')),
        lte(numberTemplates.fromYear, sql.placeholder('year')),
      ),
    )
    .orderBy(desc(numberTemplates.fromYear), desc(numberTemplates.id))
    .limit(1)
    .prepare(),
);

async function usualOf(tx: Tx, officeId: number, paper: PaperCode): Promise<string> {
  const office = (await officePlaces(tx)).find(({ id }) => id === officeId);
  if (!office) throw new Refusal('not_found');
  return defaultTemplate(paper, office);
}

/** The template an office's paper is numbered by in a year: its own, else the usual one. */
export async function templateOf(tx: Tx, officeId: number, paper: PaperCode, year: number): Promise<string> {
  const [own] = await newest(tx).execute({ officeId, paper, year });
  return own?.template ?? usualOf(tx, officeId, paper);
}

async function standing(work: Work, paper: PaperCode, year: number): Promise<NumberTemplate> {
  const { officeId } = work.actor;
  const [own] = await newest(work.tx).execute({ officeId, paper, year });
  const usual = await usualOf(work.tx, officeId, paper);
  const [counter] = await work.tx
    .select({ last: numberCounters.last })
    .from(numberCounters)
    .where(and(eq(numberCounters.officeId, officeId), eq(numberCounters.paper, paper), eq(numberCounters.year, year)));
  return {
    paper,
    template: own?.template ?? usual,
    fromYear: own?.fromYear ?? null,
    usual,
    last: counter?.last ?? 0,
  };
}

/** How the actor's office numbers each paper this year, and how far it has come. */
export async function listTemplates(work: Work): Promise<NumberTemplate[]> {
  const year = Number(work.clock.today().slice(0, 4));
  const all: NumberTemplate[] = [];
  for (const paper of PAPER_CODES) all.push(await standing(work, paper, year));
  return all;
}

/** Sets how the actor's office numbers a paper from a year on; the running number goes on where it stands. */
export async function setTemplate(work: Work, paper: PaperCode, ask: NumberTemplateEdit): Promise<NumberTemplate> {
  const thisYear = Number(work.clock.today().slice(0, 4));
  const fault = templateFault(ask.template);
  if (fault) throw invalid({ template: fault });
  if (ask.fromYear < thisYear || ask.fromYear > thisYear + 1) throw invalid({ fromYear: 'this_year_or_next' });
  const { officeId } = work.actor;
  const before = await templateOf(work.tx, officeId, paper, ask.fromYear);
  if (before !== ask.replaces) throw new Refusal('changed_meanwhile');
  if (before === ask.template) throw invalid({ template: 'empty' });
  await checkDistinct(work, paper, ask.template);
  await work.tx.insert(numberTemplates).values({
    officeId,
    paper,
    fromYear: ask.fromYear,
    template: ask.template,
    personId: work.actor.personId,
    at: work.clock.now(),
  });
  await record(work, 'number.template_set', `office:${officeId}`, {
    paper,
    fromYear: ask.fromYear,
    changes: { template: [before, ask.template] },
    reason: ask.reason,
  });
  return standing(work, paper, ask.fromYear);
}

/** Two papers numbered alike, of one office or of two, would bear the same number some day. */
async function checkDistinct(work: Work, paper: PaperCode, template: string) {
  const wanted = numberingOf(template);
  const { officeId } = work.actor;
  const own = (one: { officeId: number; paper: PaperCode }) => one.officeId === officeId && one.paper === paper;
  const stored = await work.tx.select().from(numberTemplates);
  const usual = (await officePlaces(work.tx)).flatMap((office) =>
    PAPER_CODES.map((code) => ({ officeId: office.id, paper: code, template: defaultTemplate(code, office) })),
  );
  const same = [...stored, ...usual].find((one) => !own(one) && numberingOf(one.template) === wanted);
  if (same) throw new Refusal('invalid_input', { fields: { template: 'numbered_alike' }, paper: same.paper });
}
