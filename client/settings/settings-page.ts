import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import '#client/elements/key-list.ts';
import { DENSITIES, type Preferences, prefer, preferences, TEXT_SIZES, THEMES } from '#client/kernel/preferences.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { Surroundings } from '#client/kernel/surroundings.ts';
import { t, type WordKey } from '#client/kernel/words.ts';
import './ime-check.ts';

interface Choice {
  readonly word: WordKey;
  readonly on: boolean;
  readonly change: Partial<Preferences>;
}

/** S30: how one person wants the screen, the list of keys with its one switch, and the input method check. Fires nothing. */
@customElement('settings-page')
export class SettingsPage extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); max-width: 60rem; }
      .group { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: var(--s-2) var(--s-4); align-items: center; }
      .group > span { color: var(--ink-2); font-size: var(--t-3); }
      .switches { display: grid; gap: var(--s-2); margin-bottom: var(--s-3); }
      .switches label { display: inline-flex; gap: var(--s-2); align-items: center; min-height: 1.75rem; font-size: var(--t-3); }
      [aria-pressed="true"] { background: var(--azurite-t); border-color: var(--azurite); color: var(--azurite); font-weight: 600; }
      @media (max-width: 640px) { :host { padding: var(--s-3); } .group { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  constructor() {
    super();
    new Surroundings(this, () => this.performUpdate());
  }

  override render() {
    const now = preferences();
    return html`<h1>${t('settings.title')}</h1>
      <section class="sheet">
        <h2>${t('settings.screen')}</h2>
        <div class="group">
          ${group(
            'settings.theme',
            THEMES.map((theme) => ({ word: `theme.${theme}`, on: now.theme === theme, change: { theme } })),
          )}
          ${group(
            'settings.size',
            TEXT_SIZES.map((textSize) => ({
              word: `size.${textSize}`,
              on: now.textSize === textSize,
              change: { textSize },
            })),
          )}
          ${group(
            'settings.density',
            DENSITIES.map((density) => ({
              word: `density.${density}`,
              on: now.density === density,
              change: { density },
            })),
          )}
          ${group(
            'settings.language',
            (['zh', 'en'] as const).map((one) => ({
              word: `language.${one}`,
              on: now.language === one,
              change: { language: one },
            })),
          )}
        </div>
        <p class="helper">${t('settings.kept')}</p>
      </section>
      <section class="sheet">
        <h2>${t('settings.keys')}</h2>
        <div class="switches">
          <label><input type="checkbox" .checked=${now.letterKeys} @change=${(event: Event) => prefer({ letterKeys: checked(event) })} />${t('settings.letter_keys')}</label>
          <small>${t('settings.letter_keys_helper')}</small>
          <label><input type="checkbox" .checked=${now.cellReader} @change=${(event: Event) => prefer({ cellReader: checked(event) })} />${t('settings.cell_reader')}</label>
        </div>
        <key-list></key-list>
      </section>
      <section class="sheet"><h2>${t('settings.ime')}</h2><ime-check></ime-check></section>`;
  }
}

const checked = (event: Event) => (event.target as HTMLInputElement).checked;

function group(label: WordKey, choices: readonly Choice[]) {
  return html`<span>${t(label)}</span><div class="actions" role="group" aria-label=${t(label)}>
    ${choices.map((one) => html`<button aria-pressed=${one.on ? 'true' : 'false'} @click=${() => prefer(one.change)}>${t(one.word)}</button>`)}
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-page': SettingsPage;
  }
}
