import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { bindKeys } from '#client/kernel/keys.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';

/** One part of a record behind its tab; its content goes into the slot of the same key. */
export interface RecordTab {
  readonly key: string;
  readonly label: string;
  readonly count?: number;
}

/**
 * The skeleton every record page of every ledger shares. Identity bar: `number`, `title`, and the slots `light`, `strip`, `owner`,
 * `step` (the next step's button); then a slot per tab (`tabs`, shown: `tab`); right column `next` 下一步. Slot `note` spans the page above
 * the tabs. Fires `tab-changed` `{ key }`; the page keeps it in the address.
 */
@customElement('record-page')
export class RecordPage extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: block; max-width: 1160px; margin: 0 auto; }
      .bar {
        position: sticky; top: 0; z-index: 8; background: var(--sheet); border: 1px solid var(--rule); border-radius: 4px 4px 0 0; padding: var(--s-2) var(--s-4);
        display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px var(--s-4); align-items: center;
      }
      .line { display: flex; flex-wrap: wrap; gap: 2px var(--s-3); align-items: center; font-size: var(--t-2); color: var(--ink-2); min-width: 0; }
      .number { font-variant-numeric: tabular-nums; font-weight: 600; color: var(--ink); font-size: var(--t-3); }
      h1 { font-size: var(--t-5); line-height: 1.4; overflow-wrap: anywhere; }
      .step { grid-row: 1 / span 2; grid-column: 2; display: flex; gap: var(--s-2); align-items: center; flex-wrap: wrap; justify-content: flex-end; }
      nav { display: flex; gap: var(--s-1); background: var(--sheet); border: 1px solid var(--rule); border-top: 0; padding: 0 var(--s-3); overflow-x: auto; }
      nav button {
        border: 0; border-bottom: 3px solid transparent; border-radius: 0; background: none; color: var(--ink-2); min-height: 2.25rem; padding: 3px var(--s-3) 0; gap: 6px;
        white-space: nowrap; flex: none;
      }
      nav button:hover { color: var(--azurite); }
      nav button[aria-selected="true"] { color: var(--ink); border-bottom-color: var(--azurite); font-weight: 600; }
      nav .count { font-size: var(--t-1); color: var(--ink-3); font-weight: 400; font-variant-numeric: tabular-nums; }
      .columns { display: grid; grid-template-columns: minmax(0, 1fr) 320px; gap: var(--s-4); margin-top: var(--s-4); align-items: start; }
      .columns.single { grid-template-columns: minmax(0, 1fr); }
      .main { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); min-width: 0; }
      /* not sticky: that would make a layer of its own, under which dialogs opened from it would lie */
      aside { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-3); min-width: 0; }
      @media (max-width: 900px) {
        .columns { grid-template-columns: minmax(0, 1fr); margin-top: var(--s-2); gap: var(--s-2); }
        .columns.first aside { order: -1; } /* under the other tabs what was asked for comes first */
      }
      @media (max-width: 640px) {
        .bar { grid-template-columns: minmax(0, 1fr); border-radius: 0; border-left: 0; border-right: 0; position: static; padding: var(--s-2) var(--s-3); }
        .step { grid-row: auto; grid-column: 1; justify-content: flex-start; }
        nav { padding: 0; border-left: 0; border-right: 0; }
        nav button { min-height: 2.75rem; }
      }
      @media print {
        .bar { position: static; border: 0; border-bottom: 1pt solid #000; padding: 0 0 4pt; }
        nav, .step { display: none; }
        .columns { display: block; }
      }
    `,
  ];

  @property() number = '';
  @property() override title = '';
  @property({ attribute: false }) tabs: readonly RecordTab[] = [];
  @property() tab = '';
  /** Leaves out the right column. */
  @property({ type: Boolean }) single = false;

  #unbind: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unbind = bindKeys(
      { on: 'BracketRight', run: () => this.#turn(1) },
      { on: 'BracketLeft', run: () => this.#turn(-1) },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unbind?.();
  }

  get #shown(): string {
    return this.tabs.some((one) => one.key === this.tab) ? this.tab : (this.tabs[0]?.key ?? '');
  }

  #turn(by: number): boolean {
    const at = this.tabs.findIndex((one) => one.key === this.#shown);
    const next = this.tabs[(at + by + this.tabs.length) % this.tabs.length];
    if (!next || this.tabs.length < 2) return false;
    this.#choose(next.key);
    return true;
  }

  #choose(key: string): void {
    this.tab = key;
    this.dispatchEvent(new CustomEvent('tab-changed', { detail: { key } }));
  }

  readonly #arrows = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    this.#turn(by);
    event.preventDefault();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };

  override render() {
    const shown = this.#shown;
    return html`<header class="bar">
        <div class="line"><span class="number">${this.number}</span><slot name="light"></slot><slot name="strip"></slot><slot name="owner"></slot></div>
        <h1>${this.title}</h1>
        <div class="step"><slot name="step"></slot></div>
      </header>
      <nav role="tablist" aria-label=${t('record.tabs')} @keydown=${this.#arrows}>
        ${this.tabs.map(
          (
            one,
          ) => html`<button role="tab" id="tab-${one.key}" aria-controls="panel" aria-selected=${one.key === shown ? 'true' : 'false'}
            tabindex=${one.key === shown ? '0' : '-1'} @click=${() => this.#choose(one.key)}>${one.label}${
              one.count === undefined ? nothing : html`<span class="count">${one.count}</span>`
            }</button>`,
        )}
      </nav>
      <slot name="note"></slot>
      <div class="columns ${this.single ? 'single' : ''} ${shown === this.tabs[0]?.key ? 'first' : ''}">
        <div class="main" id="panel" role="tabpanel" aria-labelledby="tab-${shown}"><slot name=${shown}></slot></div>
        ${this.single ? nothing : html`<aside aria-label=${t('record.next')}><slot name="next"></slot></aside>`}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'record-page': RecordPage;
  }
}
