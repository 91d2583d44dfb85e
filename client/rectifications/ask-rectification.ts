import { html, nothing } from 'lit';
import { may } from '#client/auth/session.ts';
import { t } from '#client/kernel/words.ts';
import type { RectificationSource } from '#shared/rectifications/rectification.lists.ts';

/** What a fresh order takes over from the record it comes of; that record's number is its `sourceId` until it is sent. */
interface OrderBegun {
  readonly sourceId?: string;
  readonly source?: RectificationSource;
  readonly title?: string;
  readonly problem?: string;
  readonly violated?: string;
  readonly subjectId?: number;
  readonly subjectKind?: string;
  readonly creditCode?: string;
  readonly place?: string;
  readonly subjectName?: string;
  readonly county?: string;
  readonly township?: string;
  readonly matter?: string;
}

/** Opens the writing of an order to correct over whatever page is shown; loaded when first asked for. */
export async function askRectification(begun: OrderBegun = {}): Promise<void> {
  await import('./rectification-entry.ts');
  window.dispatchEvent(new CustomEvent('rectification-asked', { detail: begun }));
}

interface Found {
  readonly number: string;
  readonly access: string;
  readonly subjectName: string | null;
  readonly county: string;
  readonly township: string | null;
  readonly matter: string | null;
}

/** The button on another record's page that orders to correct what it shows; nothing for whoever may not. */
export function orderButton(record: Found, source: RectificationSource) {
  const works = record.access === 'own' || record.access === 'edit';
  if (!works || !may('rectification.handle')) return nothing;
  const { number: sourceId, subjectName, county, township, matter } = record;
  const named = subjectName && !subjectName.includes('*') ? { subjectName } : {}; // a masked name is nobody's
  const place = { county, ...(township ? { township } : {}), ...(matter ? { matter } : {}) };
  return html`<button class="small no-phone" @click=${() => askRectification({ sourceId, source, ...named, ...place })}>${t('rectifications.order')}</button>`;
}
