import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '#client/kernel/api.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { entityApi, type SimilarAsk } from '#shared/entities/entity.api.ts';
import type { EntityHit } from '#shared/entities/entity.schema.ts';
import { busyText, tibetan, toldApart, watchMark, word } from './entity-look.ts';

const REST_MS = 400;

/** What is on file already and may be the same as what is typed beside it. With `choosable` one can be taken instead. Fires `entity-taken` `{ hit }`. */
@customElement('entity-similar')
export class EntitySimilar extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: block; }
      .some { background: var(--orpiment-t); border-color: var(--orpiment); }
      .some h2 { color: var(--orpiment); }
      li { padding: var(--s-2) 0; border-top: 1px solid var(--rule); display: grid; gap: 2px; font-size: var(--t-3); }
      small { color: var(--ink-2); }
      .why { color: var(--orpiment); font-size: var(--t-2); font-weight: 600; }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
    `,
  ];

  @property({ attribute: false }) ask: SimilarAsk = {};
  @property({ type: Boolean }) choosable = false;

  /** What was found for what was typed last: whoever files has seen it. */
  get hits(): readonly EntityHit[] {
    return this.#similar.value ?? [];
  }

  readonly #similar = new Task(this, {
    args: () => [JSON.stringify(this.ask)] as const,
    task: async ([asked], { signal }) => {
      const ask = JSON.parse(asked) as SimilarAsk;
      const said = [ask.name, ask.nameBo, ask.code, ask.phone, ask.idNo, ask.address];
      if (!said.some((one) => (one ?? '').trim().length >= 2)) return [];
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
      signal.throwIfAborted();
      return call(entityApi.similar, { body: ask, signal });
    },
  });

  override render() {
    const hits = this.hits;
    if (hits.length === 0 && this.choosable) return nothing;
    return html`<section class="sheet ${hits.length > 0 ? 'some' : ''}" aria-live="polite">
      <h2>${hits.length > 0 ? t('entity.similar', { n: hits.length }) : t('entity.similar_none')}</h2>
      ${hits.length > 0 ? html`<ul>${hits.map((hit) => this.#hit(hit))}</ul>` : html`<p class="helper">${t('entity.similar_helper')}</p>`}
    </section>`;
  }

  #hit(hit: EntityHit) {
    return html`<li>
      <span class="why">${hit.why.map((one) => word('entity.match', one)).join('、')}</span>
      <span>${watchMark(hit.watch)} <a href="/entities/${hit.id}" target="_blank" rel="noopener">${hit.name}</a> ${tibetan(hit.nameBo)}</span>
      <small>${[word('entity.kind', hit.kind), toldApart(hit), hit.address].filter(Boolean).join(' · ')}</small>
      <small>${busyText(hit)}</small>
      ${
        this.choosable
          ? html`<span><button type="button" class="small" @click=${() => this.dispatchEvent(new CustomEvent('entity-taken', { detail: { hit } }))}>${t('entity.take')}</button></span>`
          : nothing
      }
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'entity-similar': EntitySimilar;
  }
}
