import { html, nothing } from 'lit';
import { may } from '#client/auth/session.ts';
import { t } from '#client/kernel/words.ts';

/** The way from a record of one's own office to a transfer of it. */
export const transferLink = ({ number, access }: { readonly number: string; readonly access: string }) =>
  access === 'own' && may('transfer.draft')
    ? html`<a class="button small no-print" href="/transfers/new?source=${number}">${t('transfers.of_record')}</a>`
    : nothing;
