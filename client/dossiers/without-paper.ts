import { html, nothing } from 'lit';
import { formName } from '#client/documents/names.ts';
import { changeQuery } from '#client/kernel/address.ts';
import { faultText } from '#client/kernel/fields.ts';
import { listed, t } from '#client/kernel/words.ts';
import type { PaperLack } from '#shared/documents/paper.lack.ts';

/** Asks why a step is taken without the paper the law asks for, and leads to where that paper is written. */
export function withoutPaper(lacks: readonly PaperLack[], fault: string | undefined, left: () => void) {
  return html`<div class="telling without">${lacks.map(
    ({ forms, law, article }) =>
      html`<p class="problem">${t('papers.lacking_before', { what: listed(forms.map(formName)), law, article })}</p>
        ${forms.map(
          (form) =>
            html`<button type="button" class="small" @click=${() => {
              left();
              changeQuery({ tab: 'files', paper: form, party: null, for: null }, 'push');
            }}>${t('papers.write', { name: formName(form) })}</button>`,
        )}`,
  )}
    <label for="without">${t('papers.without')}</label>
    <textarea id="without" name="without" maxlength="2000" aria-invalid=${fault ? 'true' : 'false'} aria-describedby="without-helper"></textarea>
    <small id="without-helper">${t('papers.without_helper')}</small>
    ${fault ? html`<p class="fault" role="alert">${faultText(undefined, fault)}</p>` : nothing}</div>`;
}
