import { and, eq, gte, inArray, isNotNull, isNull, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { Static } from 'typebox';
import { textMatches } from '#server/db/search.sqlite.ts';
import { dossierLinks, dossierNames, dossierSights, dossiers } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { heads } from '#shared/auth/permissions.ts';
import { nearUntil } from '#shared/clocks/light.ts';
import type { ComplaintFilter as Shape } from '#shared/complaints/complaint.api.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { questionOf, type SearchScope } from '#shared/search/text.ts';
import { complaints } from './complaint.table.ts';

export type ComplaintFilter = Static<typeof Shape> & { q?: string };

/** A filter as a statement can be prepared for it: the conditions, a signature naming their shape, and the values. */
export interface Prepared {
  readonly where: SQL[];
  readonly signature: string;
  readonly values: Record<string, string | number>;
}

const LIGHTS = ['overdue', 'due_soon', 'running', 'paused'] as const;
/** A phrase no text holds: what was typed is punctuation alone. */
const NOTHING = '"\ue001"';
const NEVER = '9999-12-31';
const many = (written: string) => written.split(',').filter(Boolean).slice(0, 40);

/** True for whoever is named in a restricted record, or need not be. */
export const inTheKnow = sql<number>`(${dossiers.restricted} = 0 or (${dossierSights.sight} = 'owner' and ${sql.placeholder('approver')} = 1)
  or exists (select 1 from ${dossierNames} where ${dossierNames.dossierId} = ${dossiers.id} and ${dossierNames.personId} = ${sql.placeholder('personId')}))`;

/**
 * Turns what stands in the URL into conditions. Access comes first and always; whoever filters by more than a stub
 * shows does not find the restricted records they are not named in.
 */
export function prepareFilter(
  work: Pick<Work, 'actor' | 'clock'>,
  filter: ComplaintFilter,
  scope: SearchScope,
): Prepared {
  const { officeId, personId, roles } = work.actor;
  const values: Record<string, string | number> = {
    officeId,
    personId,
    approver: heads(roles) ? 1 : 0,
    today: work.clock.today(),
    now: work.clock.now(),
    nearUntil: nearUntil(work.clock.now()),
  };
  const where: SQL[] = [eq(dossierSights.officeId, sql.placeholder('officeId')), eq(dossierSights.kind, 'complaint')];
  const shape: string[] = [];
  let beyondStub = false;

  const oneOf = (name: string, column: Parameters<typeof inArray>[0], written: string | undefined, hidden = true) => {
    if (!written) return;
    const list = many(written);
    list.forEach((value, i) => {
      values[`${name}${i}`] = value;
    });
    where.push(
      inArray(
        column,
        list.map((_, i) => sql.placeholder(`${name}${i}`)),
      ),
    );
    shape.push(`${name}${list.length}`);
    beyondStub ||= hidden;
  };
  const only = (name: string, condition: SQL, value?: string | number, hidden = true) => {
    where.push(condition);
    shape.push(name);
    if (value !== undefined) values[name] = value;
    beyondStub ||= hidden;
  };

  oneOf('state', dossierSights.state, filter.state, false);
  oneOf('county', dossierSights.county, filter.county, false);
  oneOf('office', dossierSights.ownerOfficeId, filter.office, false);
  oneOf('matter', complaints.matter, filter.matter);
  oneOf('channel', complaints.channel, filter.channel);
  oneOf('intake', complaints.intake, filter.intake);
  oneOf('outcome', complaints.outcome, filter.outcome);
  if (filter.from) only('from', gte(dossierSights.receivedOn, sql.placeholder('from')), dayOf('from', filter.from));
  if (filter.until)
    only('until', lte(dossierSights.receivedOn, sql.placeholder('until')), dayOf('until', filter.until));
  if (filter.subject) only('subject', eq(dossiers.subjectId, sql.placeholder('subject')), filter.subject);
  if (filter.batch) only('batch', eq(dossiers.batchId, sql.placeholder('batch')), filter.batch);
  if (filter.returned) only('returned', sql`${dossiers.returns} > 0`);
  if (filter.merged)
    only(
      'merged',
      sql`exists (select 1 from ${dossierLinks} where ${dossierLinks.fromId} = ${dossiers.id} or ${dossierLinks.toId} = ${dossiers.id})`,
    );
  if (filter.mine === 'me') only('me', eq(dossiers.handlerId, sql.placeholder('personId')));
  if (filter.mine === 'office') only('own', eq(dossierSights.sight, 'owner'), undefined, false);
  if (filter.mine === 'part')
    only('part', inArray(dossierSights.sight, ['owner', 'co_handler', 'reader']), undefined, false);
  if (filter.q?.trim())
    only('q', textMatches(dossiers.id, sql.placeholder('q')), questionOf(filter.q, scope) ?? NOTHING);
  const lights = many(filter.light ?? '').filter((light): light is (typeof LIGHTS)[number] =>
    LIGHTS.includes(light as (typeof LIGHTS)[number]),
  );
  if (lights.length > 0) only(`light-${lights.join('-')}`, sql`(${sql.join(lights.map(lightIs), sql` or `)})`);
  if (beyondStub) where.push(inTheKnow);
  return { where, signature: shape.join(), values };
}

/** A light is computed from the stored face and this moment; it is never stored. */
export function lightIs(light: (typeof LIGHTS)[number]): SQL {
  const today = sql.placeholder('today');
  if (light === 'paused') return isNotNull(dossiers.pausedOn);
  const ticking = and(lt(dossierSights.dueKey, NEVER), isNull(dossiers.pausedOn));
  const over = sql`case when ${dossiers.dueAt} is null then ${dossierSights.dueKey} < ${today} else ${dossiers.dueAt} < ${sql.placeholder('now')} end`;
  const near = sql`case when ${dossiers.dueAt} is null then coalesce(${dossiers.soonOn} <= ${today}, 0) else ${dossiers.dueAt} <= ${sql.placeholder('nearUntil')} end`;
  if (light === 'overdue') return and(ticking, over)!;
  return light === 'due_soon'
    ? and(ticking, sql`not (${over})`, near)!
    : and(ticking, sql`not (${over})`, sql`not (${near})`)!;
}

function dayOf(field: string, written: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) throw invalid({ [field]: 'date' });
  return written;
}
