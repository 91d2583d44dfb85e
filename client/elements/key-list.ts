import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { KEY_LIST, type ListedKey } from '#client/kernel/key-list.ts';
import { keyName, letterKeys } from '#client/kernel/keys.ts';
import { base } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { openRoutes } from '#client/routes.ts';

/** Every key of the product with what it does, by where it works. Fires nothing. */
@customElement('key-list')
export class KeyList extends LitElement {
  static override styles = [
    base,
    css`
      :host { display: block; }
      .parts { columns: 2; column-gap: var(--s-6); }
      section { break-inside: avoid; margin-bottom: var(--s-3); }
      h3 { color: var(--ink-2); border-bottom: 1px solid var(--edge); }
      li { display: flex; justify-content: space-between; gap: var(--s-3); align-items: center; padding: 2px 0; border-bottom: 1px solid var(--rule); font-size: var(--t-2); line-height: 1.5; }
      kbd { display: inline-block !important; white-space: nowrap; }
      .off { color: var(--orpiment); font-size: var(--t-2); margin-bottom: var(--s-2); }
      @media (max-width: 640px) { .parts { columns: 1; } }
    `,
  ];

  override render() {
    const pages = openRoutes().flatMap(({ nav }) => (nav?.key ? [{ on: `KeyG ${nav.key}`, word: nav.word }] : []));
    return html`${letterKeys() ? '' : html`<p class="off" role="status">${t('keys.off')}</p>`}
      <div class="parts">
        ${part(t('keys.everywhere'), KEY_LIST.everywhere)} ${part(t('keys.pages'), pages)} ${part(t('keys.lists'), KEY_LIST.lists)}
        ${part(t('keys.records'), KEY_LIST.records)} ${part(t('keys.forms'), KEY_LIST.forms)}
      </div>`;
  }
}

const part = (heading: string, keys: readonly ListedKey[]) =>
  html`<section><h3>${heading}</h3><ul>${keys.map(({ on, word }) => html`<li>${t(word)}<kbd>${keyName(on)}</kbd></li>`)}</ul></section>`;

declare global {
  interface HTMLElementTagNameMap {
    'key-list': KeyList;
  }
}
