import { html, nothing } from 'lit';
import { call } from '#client/kernel/api.ts';
import { sentenceOf, t } from '#client/kernel/words.ts';
import { complaintApi } from '#shared/complaints/complaint.api.ts';
import type { Complaint } from '#shared/complaints/complaint.schema.ts';
import type { SearchHit } from '#shared/search/search.api.ts';

/** Joins what was just registered to the open record it repeats; answers what to tell, for a refusal leaves it registered. */
export async function joinTo(made: Complaint, into: SearchHit, reason: string): Promise<string> {
  const { id, number, version } = made;
  try {
    await call(complaintApi.step, { params: { id }, body: { step: 'merge', version, intoId: into.id, reason } });
    return t('entry.joined', { number, into: into.number });
  } catch (error) {
    return t('entry.not_joined', { number, why: sentenceOf(error) });
  }
}

/** That it will be joined, and why, as its reader may put it. */
export const joining = (into: SearchHit | undefined, reason: string, said: (reason: string) => void) =>
  into
    ? html`<div class="join" role="status"><span>${t('entry.joins', { number: into.number })}</span>
        <input aria-label=${t('entry.join_reason')} maxlength="400" .value=${reason} @input=${(event: Event) =>
          said((event.target as HTMLInputElement).value)} /></div>`
    : nothing;
