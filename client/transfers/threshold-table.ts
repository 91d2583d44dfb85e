import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import { call } from '#client/kernel/api.ts';
import { yuan } from '#client/kernel/format.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { questionApi } from '#shared/transfers/question.api.ts';
import type { CrimeThreshold } from '#shared/transfers/thresholds.ts';
import './threshold-dialog.ts';

/** The thresholds from which a matter is the police's, each version with its source and whether it was compared; whoever keeps the rules adds the next. Fires nothing. */
@customElement('threshold-table')
export class ThresholdTable extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`.scroll { overflow: auto; } td { vertical-align: top; } .wide { min-width: 14rem; } .open { color: var(--orpiment); } td:last-child { white-space: nowrap; } @media (max-width: 640px) { .sheet { border-radius: 0; padding: var(--s-3); } }`,
  ];

  @state() private writing: CrimeThreshold | undefined;
  readonly #all = new Task(this, {
    args: () => [],
    task: (_, { signal }) => call(questionApi.thresholds, { signal }),
  });

  override render() {
    const all = (this.#all.value ?? []) as CrimeThreshold[];
    if (all.length === 0) return nothing;
    return html`<section class="sheet"><h2>${t('crime.thresholds')}</h2><div class="scroll" tabindex="0" role="region" aria-label=${t('crime.thresholds')}><table class="plain">
      <thead><tr><th>${t('crime.offence')}</th><th>${t('crime.from')}</th><th>${t('crime.source')}</th><th>${t('crime.valid')}</th></tr></thead>
      <tbody>${all.map(
        (one, at) =>
          html`<tr><td>${say(`crime.offence.${one.offence}`) ?? one.offence}<br /><small>${one.article}</small>${this.#version(all, at)}</td>
            <td class="wide">${one.any.map((condition) => html`<div>${'sign' in condition ? say(`crime.sign.${condition.sign}`) : `${say(`crime.measure.${condition.measure}`)} ≥ ${yuan(condition.fromFen)}`}</div>`)}</td>
            <td class="wide">${one.source} ${one.sourceArticle}${one.compared ? nothing : html`<br /><small class="open">${t('crime.not_compared')}</small>`}</td>
            <td>${one.validFrom}${one.validUntil ? ` – ${one.validUntil}` : ''}</td></tr>`,
      )}</tbody></table></div>${
        this.writing
          ? html`<threshold-dialog .threshold=${this.writing} @threshold-cancelled=${this.#close} @threshold-added=${() => {
              this.#close();
              void this.#all.run();
            }}></threshold-dialog>`
          : nothing
      }</section>`;
  }

  readonly #close = () => {
    this.writing = undefined;
  };

  /** Which version of its offence a row is, the newest first, and with the newest the way to the next. */
  #version(all: readonly CrimeThreshold[], at: number) {
    const same = all.filter(({ offence }) => offence === all[at]!.offence);
    const later = same.indexOf(all[at]!);
    return html`<br /><small>${t('crime.version', { n: same.length - later })}</small>${
      later === 0 && may('clock.rule.edit')
        ? html` <button class="small" @click=${() => {
            this.writing = all[at];
          }}>${t('law.add_version')}</button>`
        : nothing
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'threshold-table': ThresholdTable;
  }
}
