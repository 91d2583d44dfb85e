import { html, nothing } from 'lit';
import { may } from '#client/auth/session.ts';
import { t } from '#client/kernel/words.ts';

/** Where a transfer of a record of one's own office begins; undefined where it is not this reader's to begin. */
export const transferOf = ({ number, access }: { readonly number: string; readonly access: string }) =>
  access === 'own' && may('transfer.draft') ? `/transfers/new?source=${number}` : undefined;

/** The way from a record of one's own office to a transfer of it. */
export function transferLink(record: { readonly number: string; readonly access: string }) {
  const path = transferOf(record);
  return path ? html`<a class="button small no-print" href=${path}>${t('transfers.of_record')}</a>` : nothing;
}
