import { and, eq, inArray } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { type DossierRow, dossierSights, dossiers } from '#server/dossiers/dossier.table.ts';
import { saveFace } from '#server/dossiers/face.service.ts';
import { settleSights } from '#server/dossiers/sights.service.ts';
import { subjectOnFile } from '#server/entities/entity.known.ts';
import type { Work } from '#server/kernel/work.ts';
import { keepGivenNumber } from '#server/numbers/number.given.ts';
import { keepForeignNumber } from '#server/numbers/number.service.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import type { Party } from '#shared/cases/case.asks.ts';
import { isPerson } from '#shared/cases/case.lists.ts';
import { totalsOf } from '#shared/cases/case.money.ts';
import { IMPORTED, NOT_STATED } from '#shared/cases/not-stated.ts';
import { ordersSomething, type PenaltyReading } from '#shared/cases/penalty.text.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { numberKey } from '#shared/numbers/number.template.ts';
import { listedName } from './case.parties.ts';
import { openCase } from './case.register.ts';
import { indexCase } from './case.search.ts';
import { cases, type StoredPenalty } from './case.table.ts';

/** A case that was decided before it came here. */
export interface DecidedCase {
  readonly decisionNumber: string;
  readonly decidedOn: string;
  /** Null or undefined where it was not closed yet. */
  readonly closedOn: string | undefined;
  readonly filedOn: string | undefined;
  readonly county: string;
  readonly township: string;
  readonly matter: string;
  readonly violation: string;
  readonly basis: string;
  readonly foreignNumber: string;
  readonly text: string;
  readonly issuer: string;
  /** The own office that decided; null where another authority did. */
  readonly officeId: number | null;
  readonly parties: readonly Party[];
  /** The very text the reading is of, whose places it names; the decision's own text may be another. */
  readonly ordered: string;
  readonly reading: PenaltyReading;
}

/** Penalties as a case keeps them, each kind once: sums of one kind are added, and the words each was read from are its note. */
function penaltiesOf({ parts }: PenaltyReading, text: string): StoredPenalty[] {
  const kinds = [...new Set(parts.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const own = parts.filter((part) => part.kind === kind);
    const sums = own.flatMap(({ amountFen }) => (amountFen === null ? [] : [amountFen]));
    const words = kind === 'confiscate_goods' ? own.map(({ from, to }) => text.slice(from, to)).join('；') : null;
    return {
      kind,
      amountFen: sums.length > 0 ? sums.reduce((all, one) => all + one, 0) : null,
      note: words?.slice(0, 400) ?? null,
    };
  });
}

/** Registers a case with its decision, as it was: no clock starts, no number is drawn, and nobody is told of what is long over. */
export async function registerDecided(work: Work, decided: DecidedCase, batchId: number): Promise<DossierRow> {
  if (!permissionsOf(work.actor).has('case.register')) throw new Refusal('forbidden', { need: 'case.register' });
  if ((await existingDecisions(work, [numberKey(decided.decisionNumber)])).size > 0)
    throw new Refusal('already_exists');
  if (!ordersSomething(decided.reading)) throw invalid({ penaltyText: 'nothing_ordered' });
  const { decisionNumber, decidedOn, closedOn, county, reading, text } = decided;
  const parties: Party[] = [];
  for (const party of decided.parties) {
    const entityId = isPerson(party.kind) ? null : await subjectOnFile(work, party, county, batchId);
    parties.push(entityId ? { ...party, entityId } : party);
  }
  const penalties = penaltiesOf(reading, decided.ordered);
  const { fine, gains } = totalsOf(penalties);
  const outcome = reading.noPenalty && penalties.length === 0 ? 'no_penalty' : 'penalty';
  const violation = decided.violation || NOT_STATED;
  const opened = await openCase(work, {
    title: `${listedName(decided.parties[0]!)} ${decided.violation}`.trim().slice(0, 120),
    county,
    township: decided.township || undefined,
    foundOn: decided.filedOn ?? decidedOn,
    state: closedOn ? 'closed' : 'decided',
    restricted: false,
    parties,
    batchId,
    closedOn,
    own: {
      procedure: 'ordinary',
      source: 'other',
      sourceNote: `${IMPORTED}${decided.issuer || decisionNumber}`,
      foreignNumber: decided.foreignNumber || null,
      matter: decided.matter,
      violation,
      content: text || violation,
      graveHarm: false,
      filedOn: decided.filedOn ?? null,
      basis: decided.basis || null,
      outcome,
      penalties,
      fineFen: fine,
      gainsFen: gains,
      decidedOn,
      decisionNumber,
    },
  });
  if (decided.officeId === null)
    await keepForeignNumber(work, opened.id, { text: decisionNumber, issuer: decided.issuer, datedOn: decidedOn });
  else
    await keepGivenNumber(work, {
      officeId: decided.officeId,
      paper: outcome === 'penalty' ? 'penalty' : 'no_penalty',
      dossierId: opened.id,
      text: decisionNumber,
    });
  const registered = await saveFace(work, opened);
  await settleSights(work, registered);
  const [own] = await work.tx.select().from(cases).where(eq(cases.id, opened.id));
  await indexCase(work, registered, own!, true);
  await record(work, 'case.imported', opened.id, {
    number: opened.number,
    to: opened.state,
    decidedOn,
    decisionNumber,
    outcome,
    fineFen: fine,
    gainsFen: gains,
    doubts: reading.doubts.map(({ why }) => why),
  });
  return registered;
}

/** Of these decision numbers, as they are compared, the ones that stand in cases the actor's office sees already. */
export async function existingDecisions(work: Work, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const wanted = new Set(keys);
  const { foreignNumbers, officialNumbers } = await import('#server/numbers/number.table.ts');
  const found = new Set<string>();
  for (const table of [foreignNumbers, officialNumbers])
    for (let at = 0; at < keys.length; at += 400) {
      const rows = await work.tx
        .select({ key: table.key })
        .from(table)
        .innerJoin(dossiers, and(eq(dossiers.id, table.dossierId), eq(dossiers.kind, 'case')))
        .innerJoin(
          dossierSights,
          and(eq(dossierSights.dossierId, dossiers.id), eq(dossierSights.officeId, work.actor.officeId)),
        )
        .where(inArray(table.key, keys.slice(at, at + 400)));
      for (const { key } of rows) if (wanted.has(key)) found.add(key);
    }
  return found;
}
