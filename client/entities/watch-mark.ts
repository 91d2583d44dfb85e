import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import type { WatchLevel } from '#shared/entities/entity.lists.ts';

/** The sign that asks its reader's office to keep an eye on an entity; nothing where it is not for them. `full` spells it out. Fires nothing. */
@customElement('watch-mark')
export class WatchMark extends LitElement {
  static override styles = [
    base,
    css`
      :host { display: inline; }
      span.sign { display: inline-block; min-width: 1.25rem; padding: 0 3px; border-radius: 2px; background: var(--m-duban); color: var(--m-duban-ink); font-size: var(--t-1); line-height: 1.35; text-align: center; font-weight: 600; }
      .notice { background: transparent; color: var(--violet); box-shadow: inset 0 0 0 1px var(--violet); font-weight: 400; }
    `,
  ];

  @property() level: WatchLevel | '' = '';
  @property({ type: Boolean }) full = false;

  override render() {
    if (!this.level) return nothing;
    const name = t(`watch.level.${this.level}`);
    return html`<span class="sign ${this.level}" title=${name}>${this.full ? name : html`${t('watch.sign')}<span class="for-reader">${name}</span>`}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'watch-mark': WatchMark;
  }
}
