import { and, asc, count, eq, or } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import { type Actor, permissionsOf } from '#shared/auth/permissions.ts';
import type { Kind } from '#shared/dossiers/dossier.kinds.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { VIEWS_MOST, type View, type ViewEdit, type ViewForm, viewFault } from '#shared/views/view.api.ts';
import { type ViewRow, views } from './view.table.ts';

const mayShare = (actor: Actor) => permissionsOf(actor).has('view.share');

/** One's own views always; a shared one also by whoever shares views for that office. */
const mayChange = (actor: Actor, view: ViewRow) =>
  view.personId === actor.personId || (view.shared && view.officeId === actor.officeId && mayShare(actor));

const seenBy = (actor: Actor, view: ViewRow) =>
  view.personId === actor.personId || (view.shared && view.officeId === actor.officeId);

const shown = (actor: Actor, view: ViewRow): View => ({ ...view, mine: mayChange(actor, view) });

/** One's own views and those the office shares, by name. */
export async function listViews(work: Work, { ledger }: { ledger?: Kind }): Promise<View[]> {
  const { personId, officeId } = work.actor;
  const rows = await work.tx
    .select()
    .from(views)
    .where(
      and(
        or(eq(views.personId, personId), and(eq(views.officeId, officeId), eq(views.shared, true))),
        ledger ? eq(views.ledger, ledger) : undefined,
      ),
    )
    .orderBy(asc(views.name), asc(views.id));
  return rows.map((row) => shown(work.actor, row));
}

/** Saves an address under a name, for oneself or for the office acted for. */
export async function saveView(work: Work, form: ViewForm): Promise<View> {
  const { personId, officeId } = work.actor;
  check(work, form);
  const [held] = await work.tx.select({ n: count() }).from(views).where(eq(views.personId, personId));
  if (held!.n >= VIEWS_MOST) throw new Refusal('too_large', { most: VIEWS_MOST });
  const [made] = await work.tx
    .insert(views)
    .values({
      personId,
      officeId,
      name: nameOf(form.name),
      ledger: form.ledger,
      query: form.query,
      columns: form.columns ?? [],
      sort: form.sort ?? null,
      shared: form.shared ?? false,
      updatedAt: work.clock.now(),
    })
    .returning();
  return shown(work.actor, made!);
}

function check(work: Work, { query, shared }: Pick<ViewEdit, 'query' | 'shared'>) {
  if (shared && !mayShare(work.actor)) throw new Refusal('forbidden', { permission: 'view.share' });
  const fault = viewFault(query ?? '');
  if (fault === 'words') throw invalid({ query: 'words' });
  if (fault === 'digits') throw invalid({ query: 'digits' });
}

function nameOf(written: string): string {
  const name = cleanText(written).replace(/\s+/g, ' ');
  if (!name) throw invalid({ name: 'required' });
  return name;
}

/** The only way to a view by its number: somebody else's own is not there. */
async function reachView(work: Work, id: number): Promise<ViewRow> {
  const [row] = await work.tx.select().from(views).where(eq(views.id, id));
  if (!row || !seenBy(work.actor, row)) throw new Refusal('not_found');
  if (!mayChange(work.actor, row)) throw new Refusal('forbidden', { need: 'own' });
  return row;
}

/** Changes a view; sharing it shares it with the office acted for now, and only its maker takes it back to themselves. */
export async function changeView(work: Work, id: number, { version, ...edit }: ViewEdit): Promise<View> {
  const before = await reachView(work, id);
  if (before.version !== version) throw new Refusal('changed_meanwhile', { version: before.version });
  check(work, edit);
  if (edit.shared === false && before.shared && before.personId !== work.actor.personId)
    throw new Refusal('forbidden', { need: 'own' });
  const [after] = await work.tx
    .update(views)
    .set({
      ...edit,
      ...(edit.name === undefined ? {} : { name: nameOf(edit.name) }),
      ...(edit.shared && !before.shared ? { officeId: work.actor.officeId } : {}),
      version: version + 1,
      updatedAt: work.clock.now(),
    })
    .where(and(eq(views.id, id), eq(views.version, version)))
    .returning();
  if (!after) throw new Refusal('changed_meanwhile');
  return shown(work.actor, after);
}

/** Deletes a view; the list it named is untouched. */
export async function dropView(work: Work, id: number) {
  await reachView(work, id);
  await work.tx.delete(views).where(eq(views.id, id));
  return { dropped: true };
}
