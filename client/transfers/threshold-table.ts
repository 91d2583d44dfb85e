import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '#client/kernel/api.ts';
import { yuan } from '#client/kernel/format.ts';
import { base, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { questionApi } from '#shared/transfers/question.api.ts';

/** The thresholds from which a matter is the police's, each with its source and whether it was compared. Fires nothing. */
@customElement('threshold-table')
export class ThresholdTable extends LitElement {
  static override styles = [
    base,
    panels,
    css`.scroll { overflow: auto; } td { vertical-align: top; } .wide { min-width: 14rem; } .open { color: var(--orpiment); } @media (max-width: 640px) { .sheet { border-radius: 0; padding: var(--s-3); } }`,
  ];

  readonly #all = new Task(this, {
    args: () => [],
    task: (_, { signal }) => call(questionApi.thresholds, { signal }),
  });

  override render() {
    const all = this.#all.value ?? [];
    if (all.length === 0) return nothing;
    return html`<section class="sheet"><h2>${t('crime.thresholds')}</h2><div class="scroll" tabindex="0" role="region" aria-label=${t('crime.thresholds')}><table class="plain">
      <thead><tr><th>${t('crime.offence')}</th><th>${t('crime.from')}</th><th>${t('crime.source')}</th><th>${t('crime.valid')}</th></tr></thead>
      <tbody>${all.map(
        ({ offence, article, any, source, sourceArticle, compared, validFrom, validUntil }) =>
          html`<tr><td>${say(`crime.offence.${offence}`) ?? offence}<br /><small>${article}</small></td>
            <td class="wide">${any.map(({ measure, fromFen, sign }) => html`<div>${sign ? say(`crime.sign.${sign}`) : `${say(`crime.measure.${measure}`)} ≥ ${yuan(fromFen ?? 0)}`}</div>`)}</td>
            <td class="wide">${source} ${sourceArticle}${compared ? nothing : html`<br /><small class="open">${t('crime.not_compared')}</small>`}</td>
            <td>${validFrom}${validUntil ? ` – ${validUntil}` : ''}</td></tr>`,
      )}</tbody></table></div></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'threshold-table': ThresholdTable;
  }
}
