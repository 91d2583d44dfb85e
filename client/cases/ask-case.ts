import { html, nothing } from 'lit';
import { may } from '#client/auth/session.ts';
import { t } from '#client/kernel/words.ts';
import type { CaseSource } from '#shared/cases/case.lists.ts';

/** Opens the registration of a clue over whatever page is shown, with what is known of it; loaded when first asked for. */
export async function askCase(begun?: Readonly<Record<string, unknown>>): Promise<void> {
  await import('./case-entry.ts');
  window.dispatchEvent(new CustomEvent('case-asked', { detail: begun ?? null }));
}

/** Opens the form of a penalty on the spot over whatever page is shown; loaded when first asked for. */
export async function askSummary(): Promise<void> {
  await import('./case-summary-form.ts');
  window.dispatchEvent(new Event('summary-asked'));
}

/** What of another record a clue is registered from. */
interface Told {
  readonly number: string;
  readonly access: string;
  readonly title: string;
  readonly content: string | null;
  readonly subjectName: string | null;
  readonly matter: string | null;
  readonly county: string;
  readonly township: string | null;
  readonly address: string | null;
  readonly receivedOn: string | null;
  readonly happenedOn: string | null;
  readonly links: readonly { readonly kind: string; readonly link: string; readonly direction: string }[];
}

/** The button on another record's page that registers what it tells of as a clue; nothing for whoever may not, or once it became a case. */
export function clueButton(record: Told, source: CaseSource) {
  const works = record.access === 'own' || record.access === 'edit';
  if (!works || !may('case.register') || record.links.some(isItsCase)) return nothing;
  const { number: sourceId, subjectName, title, content, matter, county, township, address, receivedOn } = record;
  const named = subjectName && !subjectName.includes('*') ? [{ name: subjectName }] : []; // a masked name is nobody's
  const told = { title, content, matter, township, place: address, foundOn: receivedOn, actEndedOn: record.happenedOn };
  const known = Object.fromEntries(Object.entries(told).filter(([, value]) => value));
  return html`<button class="small no-phone no-print" @click=${() => askCase({ ...known, sourceId, source, county, parties: named })}>${t('cases.register')}</button>`;
}

/** Whether a link leads to the case that came of a record. */
export const isItsCase = ({ kind, link, direction }: Told['links'][number]): boolean =>
  kind === 'case' && link === 'became' && direction === 'to';
