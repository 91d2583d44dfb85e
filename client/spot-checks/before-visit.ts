import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '#client/kernel/api.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { officeShort } from '#client/offices/directory.ts';
import { type BeforeVisit, spotCheckApi } from '#shared/spot-checks/spot-check.api.ts';

/**
 * Who has been to a business this year, how often anybody may, and who else is about to go: told before it goes on a list. Fires
 * `visits-told` `{ full }`, and `visits-merged` `{ officeId, plannedOn }` where whoever plans would rather go along.
 */
@customElement('before-visit')
export class BeforeVisitBox extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host { display: block; }
      .box { display: grid; gap: var(--s-1); background: var(--info-t); padding: var(--s-2) var(--s-3); font-size: var(--t-2); }
      .count { font-weight: 600; }
      .full { color: var(--cinnabar); }
      li { display: flex; flex-wrap: wrap; gap: var(--s-2); align-items: center; }
    `,
  ];

  @property({ type: Number }) entity = 0;
  /** Whether a visit of others can still be joined. */
  @property({ type: Boolean }) mergeable = false;

  readonly #before = new Task(this, {
    args: () => [this.entity] as const,
    task: async ([id], { signal }) => (id ? call(spotCheckApi.before, { params: { id }, signal }) : null),
    onComplete: (told) =>
      this.dispatchEvent(
        new CustomEvent('visits-told', { detail: { full: told !== null && told.counted >= told.cap } }),
      ),
  });

  override render() {
    return this.#before.render({ complete: (told) => (told ? this.#told(told) : nothing) });
  }

  #told({ counted, cap, visits, ahead }: BeforeVisit) {
    const made = visits.filter(({ cancelledAt }) => !cancelledAt);
    const full = counted >= cap;
    return html`<div class="box" role="status">
      <span class="count ${full ? 'full' : ''}">${t('spot_checks.before', { n: counted, cap })}${full ? ` · ${t('spot_checks.before_full')}` : ''}</span>
      ${
        made.length === 0
          ? html`<span>${t('spot_checks.before_none')}</span>`
          : html`<ul>${made.map(({ visitedOn, officeId, purpose }) => html`<li>${visitedOn} ${officeShort(officeId)} ${say(`visit.purpose.${purpose}`)}</li>`)}</ul>`
      }
      ${
        ahead.length > 0
          ? html`<ul>${ahead.map((one) => html`<li>${t('spot_checks.ahead', { office: officeShort(one.officeId), day: one.plannedOn, purpose: say(`visit.purpose.${one.purpose}`) ?? '' })}${this.#merge(one)}</li>`)}</ul>`
          : nothing
      }
    </div>`;
  }

  #merge({ officeId, plannedOn, own }: BeforeVisit['ahead'][number]) {
    if (own || !this.mergeable) return nothing;
    return html`<button type="button" class="small" @click=${() =>
      this.dispatchEvent(
        new CustomEvent('visits-merged', { bubbles: true, detail: { officeId, plannedOn } }),
      )}>${t('spot_checks.merge')}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'before-visit': BeforeVisitBox;
  }
}
