import { and, eq, gte, inArray, isNotNull, isNull, lt, lte, type SQL, sql } from 'drizzle-orm';
import { aside } from '#server/db/plan.sqlite.ts';
import { textMatches } from '#server/db/search.sqlite.ts';
import type { Work } from '#server/kernel/work.ts';
import { heads } from '#shared/auth/permissions.ts';
import { nearUntil } from '#shared/clocks/light.ts';
import type { Kind } from '#shared/dossiers/dossier.kinds.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { questionOf, type SearchScope } from '#shared/search/text.ts';
import { dossierLinks, dossierNames, dossierSights, dossiers } from './dossier.table.ts';

/** What every ledger's list can be filtered by, as it stands in the URL. */
export interface SpineFilter {
  readonly state?: string;
  readonly light?: string;
  readonly county?: string;
  readonly office?: string;
  readonly from?: string;
  readonly until?: string;
  readonly subject?: number;
  readonly batch?: number;
  readonly campaign?: number;
  readonly returned?: boolean;
  readonly merged?: boolean;
  readonly mine?: 'office' | 'me' | 'part';
  readonly q?: string;
}

/** A filter as a statement can be prepared for it: the conditions, a signature naming their shape, and the values. */
export interface Prepared {
  readonly where: SQL[];
  readonly signature: string;
  readonly values: Record<string, string | number>;
}

const LIGHTS = ['overdue', 'due_soon', 'running', 'paused'] as const;
export type ListLight = (typeof LIGHTS)[number];
/** A phrase no text holds: what was typed is punctuation alone. */
const NOTHING = '"\ue001"';
const NEVER = '9999-12-31';
const many = (written: string) => written.split(',').filter(Boolean).slice(0, 40);

/** True for whoever is named in a restricted record, or need not be. */
export const inTheKnow = sql<number>`(${dossiers.restricted} = 0 or (${dossierSights.sight} = 'owner' and ${sql.placeholder('approver')} = 1)
  or exists (select 1 from ${dossierNames} where ${dossierNames.dossierId} = ${dossiers.id} and ${dossierNames.personId} = ${sql.placeholder('personId')}))`;

/** Who asks, and when: the values every list's statement needs. */
export function askerValues({ actor, clock }: Pick<Work, 'actor' | 'clock'>): Record<string, string | number> {
  return {
    officeId: actor.officeId,
    personId: actor.personId,
    approver: heads(actor.roles) ? 1 : 0,
    today: clock.today(),
    now: clock.now(),
    nearUntil: nearUntil(clock.now()),
  };
}

/**
 * Collects conditions. Whoever filters by more than a stub shows (`hidden`, which is the rule) does not find the restricted records they
 * are not named in.
 */
export class FilterBuilder {
  readonly #where: SQL[];
  readonly #values: Record<string, string | number>;
  readonly #shape: string[] = [];
  #beyondStub = false;

  /** Access comes first and always. */
  constructor(work: Pick<Work, 'actor' | 'clock'>, kind: Kind | null) {
    this.#values = askerValues(work);
    this.#where = [eq(dossierSights.officeId, sql.placeholder('officeId'))];
    if (kind) this.#where.push(eq(dossierSights.kind, kind));
  }

  /** One of the values written with commas between them; nothing where nothing is written. */
  oneOf(name: string, column: Parameters<typeof inArray>[0], written: string | undefined, hidden = true): this {
    if (!written) return this;
    const list = many(written);
    list.forEach((value, i) => {
      this.#values[`${name}${i}`] = value;
    });
    const places = list.map((_, i) => sql.placeholder(`${name}${i}`));
    this.#where.push(inArray(column, places));
    this.#shape.push(`${name}${list.length}`);
    this.#beyondStub ||= hidden;
    return this;
  }

  /** A condition under a name that stands for its shape; its value, if it has one, is the placeholder of that name. */
  only(name: string, condition: SQL, value?: string | number, hidden = true): this {
    this.#where.push(condition);
    this.#shape.push(name);
    if (value !== undefined) this.#values[name] = value;
    this.#beyondStub ||= hidden;
    return this;
  }

  /** A day from or until which a column lies; refused where it is no day. */
  day(name: string, column: Parameters<typeof gte>[0], written: string | undefined, edge: 'from' | 'until'): this {
    if (!written) return this;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) throw invalid({ [name]: 'date' });
    return this.only(name, (edge === 'from' ? gte : lte)(column, sql.placeholder(name)), written);
  }

  /** What all ledgers' records can be filtered by. */
  spine(filter: SpineFilter, scope: SearchScope): this {
    this.oneOf('state', dossierSights.state, filter.state, false);
    this.oneOf('county', dossierSights.county, filter.county, false);
    this.oneOf('office', dossierSights.ownerOfficeId, filter.office, false);
    this.day('from', dossierSights.receivedOn, filter.from, 'from');
    this.day('until', dossierSights.receivedOn, filter.until, 'until');
    const { subject, batch, campaign, mine, q } = filter;
    if (subject) this.only('subject', eq(dossiers.subjectId, sql.placeholder('subject')), subject);
    if (batch) this.only('batch', eq(dossiers.batchId, sql.placeholder('batch')), batch);
    if (campaign)
      // whose campaign it is counted under is no secret of a restricted record
      this.only('campaign', eq(dossierSights.campaignId, sql.placeholder('campaign')), campaign, false);
    if (filter.returned) this.only('returned', sql`${dossiers.returns} > 0`);
    if (filter.merged) this.only('merged', linked);
    if (mine === 'me') this.only('me', eq(dossiers.handlerId, sql.placeholder('personId')));
    if (mine === 'office') this.only('own', eq(dossierSights.sight, 'owner'), undefined, false);
    if (mine === 'part') this.only('part', inArray(dossierSights.sight, [...TAKING_PART]), undefined, false);
    if (q?.trim()) this.only('q', textMatches(inOrder, sql.placeholder('q')), questionOf(q, scope) ?? NOTHING);
    return this.#light(filter.light);
  }

  #light(written: string | undefined): this {
    const lights = many(written ?? '').filter((light): light is ListLight => LIGHTS.includes(light as ListLight));
    if (lights.length === 0) return this;
    return this.only(`light-${lights.join('-')}`, sql`(${sql.join(lights.map(lightIs), sql` or `)})`);
  }

  done(): Prepared {
    const where = this.#beyondStub ? [...this.#where, inTheKnow] : this.#where;
    return { where, values: this.#values, signature: this.#shape.join() };
  }
}

/** What answers is looked for in the order of the list; read first, all of it would be joined and sorted for one page. */
const inOrder = aside(dossierSights.dossierId);
const TAKING_PART = ['owner', 'co_handler', 'reader', 'addressee'] as const;
const linked = sql`exists (select 1 from ${dossierLinks} where ${dossierLinks.fromId} = ${dossiers.id} or ${dossierLinks.toId} = ${dossiers.id})`;

/** A light is computed from the stored face and this moment; it is never stored. */
export function lightIs(light: ListLight): SQL {
  const today = sql.placeholder('today');
  if (light === 'paused') return isNotNull(dossiers.pausedOn);
  const ticking = and(lt(dossierSights.dueKey, NEVER), isNull(dossiers.pausedOn));
  const over = sql`case when ${dossiers.dueAt} is null then ${dossierSights.dueKey} < ${today} else ${dossiers.dueAt} < ${sql.placeholder('now')} end`;
  const near = sql`case when ${dossiers.dueAt} is null then coalesce(${dossiers.soonOn} <= ${today}, 0) else ${dossiers.dueAt} <= ${sql.placeholder('nearUntil')} end`;
  if (light === 'overdue') return and(ticking, over)!;
  if (light === 'due_soon') return and(ticking, sql`not (${over})`, near)!;
  return and(ticking, sql`not (${over})`, sql`not (${near})`)!;
}
