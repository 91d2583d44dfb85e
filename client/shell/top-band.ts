import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { type Session, session, signOut, switchPost } from '#client/auth/session.ts';
import { openPalette } from '#client/kernel/commands.ts';
import { instant } from '#client/kernel/format.ts';
import { prefer, preferences, TEXT_SIZES } from '#client/kernel/preferences.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { listed, say, t } from '#client/kernel/words.ts';
import '#client/notices/notice-badge.ts';
import { officeName, officeShort } from '#client/offices/directory.ts';

/** The band over every page: search, palette, how the screen looks, who I am. Fires `signed-out` and `post-switched` `{ session }`, both composed. */
@customElement('top-band')
export class TopBand extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host { display: flex; align-items: center; gap: var(--s-3); background: var(--band); color: var(--band-ink); padding: 0 var(--s-4); height: 44px; }
      .name { font-weight: 600; font-size: var(--t-4); white-space: nowrap; color: inherit; text-decoration: none; }
      .search { flex: 0 1 26rem; justify-content: flex-start; background: rgb(255 255 255 / 12%); border-color: rgb(255 255 255 / 30%); color: var(--band-ink-2); min-height: 1.875rem; overflow: hidden; }
      svg { width: 1rem; height: 1rem; fill: none; stroke: currentColor; stroke-width: 1.6; flex: none; }
      .search span { flex: 1; text-align: left; overflow: hidden; text-overflow: ellipsis; }
      button, summary { background: none; border: 1px solid transparent; color: var(--band-ink); min-height: 1.875rem; font-size: var(--t-2); padding: 0 var(--s-2); cursor: pointer; }
      button:hover, summary:hover { background: rgb(255 255 255 / 14%); }
      kbd { background: none; color: var(--band-ink-2); border-color: rgb(255 255 255 / 35%); }
      .space { flex: 1; }
      .demo { background: var(--orpiment-t); color: var(--orpiment); padding: 0 var(--s-2); border-radius: 2px; font-size: var(--t-1); white-space: nowrap; }
      details { position: relative; }
      summary { list-style: none; display: flex; align-items: center; gap: 6px; white-space: nowrap; border-radius: 2px; }
      summary::-webkit-details-marker { display: none; }
      summary small { color: var(--band-ink-2); }
      summary span { overflow: hidden; text-overflow: ellipsis; }
      details { min-width: 0; }
      .menu .phone-only { display: none; }
      .menu { position: absolute; right: 0; top: calc(100% + 4px); z-index: 45; background: var(--sheet); color: var(--ink); border: 1px solid var(--rule); box-shadow: var(--float); border-radius: 4px; padding: var(--s-2); min-width: 15rem; display: grid; gap: 2px; }
      .menu button, .menu a { color: var(--ink); justify-content: flex-start; width: 100%; font-size: var(--t-3); min-height: 2rem; text-decoration: none; display: flex; align-items: center; padding: 0 var(--s-2); }
      .menu button:hover, .menu a:hover { background: var(--azurite-t); }
      .menu p { padding: var(--s-1) var(--s-2); color: var(--ink-2); font-size: var(--t-2); }
      .menu hr { margin: var(--s-1) 0; border: 0; border-top: 1px solid var(--rule); }
      @media (max-width: 900px) { .search span { display: none; } .search { flex: none; } .palette, summary small { display: none; } }
      @media (max-width: 640px) { :host { padding: 0 var(--s-3); gap: var(--s-1); position: sticky; top: 0; z-index: 9; } button, summary { min-height: 2.5rem; } .sizes { display: none; } .demo { display: none; } .menu .phone-only { display: flex; min-height: 2.75rem; } .menu a, .menu button { min-height: 2.75rem; } }
    `,
  ];

  readonly #out = new Task(this, {
    autoRun: false,
    task: async () => {
      await signOut();
      this.dispatchEvent(new Event('signed-out', { bubbles: true, composed: true }));
    },
  });

  async #act(officeId: number): Promise<void> {
    const switched: Session = await switchPost(officeId);
    this.dispatchEvent(
      new CustomEvent('post-switched', { detail: { session: switched }, bubbles: true, composed: true }),
    );
  }

  readonly #turn = () => prefer({ language: preferences().language === 'zh' ? 'en' : 'zh' });

  readonly #larger = () => {
    const at = TEXT_SIZES.indexOf(preferences().textSize);
    prefer({ textSize: TEXT_SIZES[(at + 1) % TEXT_SIZES.length]! });
  };

  override render() {
    const { language, theme } = preferences();
    const shown = document.documentElement.getAttribute('data-theme');
    return html`<a class="name" href="/">${t('app.short_name')}</a>
      <button class="search" title=${t('app.search')} aria-label=${t('app.search')} @click=${() => openPalette('search')}><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M11 11l4 4M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10z" /></svg><span>${t('app.search')}</span><kbd>/</kbd></button>
      <button class="palette" @click=${() => openPalette()}>${t('app.commands')} <kbd>Ctrl+K</kbd></button>
      ${session()?.demo ? html`<span class="demo">${t('app.demo')}</span>` : nothing}
      <span class="space"></span>
      <notice-badge></notice-badge>
      <button class="no-phone" lang=${language === 'zh' ? 'en' : 'zh'} aria-label=${t('settings.language')} title=${t('settings.language')} @click=${this.#turn}>${language === 'zh' ? 'EN' : '中'}</button>
      <button class="sizes" title=${t('settings.size')} aria-label=${t('settings.size')} @click=${this.#larger}>A+</button>
      <button class="no-phone" title="${t('settings.theme')} ${t(`theme.${theme}`)}" aria-label=${t('settings.theme')} @click=${() => {
        prefer({ theme: shown === 'dark' ? 'light' : 'dark' });
        this.requestUpdate();
      }}>${shown === 'dark' ? '☀' : '☾'}</button>
      ${this.#you()}`;
  }

  #you() {
    const me = session();
    if (!me) return nothing;
    return html`<details @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') (event.currentTarget as HTMLDetailsElement).open = false;
    }}>
      <summary aria-label=${t('app.you')}><span>${me.person.name}</span><small>${officeShort(me.officeId)}</small> ▾</summary>
      <div class="menu">
        <p>${me.person.name} · ${officeName(me.officeId)}<br />${listed(me.roles.map((role) => say(`role.${role}`) ?? role))}</p>
        ${me.last ? html`<p>${t('auth.last', { time: instant(me.last.at), place: me.last.address })}</p>` : nothing}
        ${me.posts
          .filter(({ officeId }) => officeId !== me.officeId)
          .map(
            ({ officeId }) =>
              html`<button @click=${() => this.#act(officeId)}>${t('app.post_switch')} ${officeName(officeId)}</button>`,
          )}
        <hr />
        <button class="phone-only" lang=${preferences().language === 'zh' ? 'en' : 'zh'} @click=${this.#turn}>${t(preferences().language === 'zh' ? 'language.en' : 'language.zh')}</button>
        <a href="/account">${t('nav.account')}</a>
        <a href="/settings">${t('nav.settings')}</a>
        <button @click=${() => this.#out.run()}>${t('action.sign_out')}</button>
      </div>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'top-band': TopBand;
  }
}
