import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { number } from '#client/kernel/format.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import type { Light } from './light-mark.ts';
import './light-mark.ts';

/** How many records stand under one light. */
export interface LightCount {
  readonly light: Light;
  readonly count: number;
}

/**
 * The counters over a list, each a light with its number and a way to exactly those rows. `chosen` is the light the list is filtered by.
 * Fires `light-chosen` `{ light }`, with undefined when the chosen one is pressed again.
 */
@customElement('light-counters')
export class LightCounters extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host { display: inline-flex; flex-wrap: wrap; gap: var(--s-1); }
      button { border-color: transparent; background: none; min-height: 1.75rem; padding: 0 var(--s-2); gap: 6px; font-size: var(--t-3); }
      button:hover { border-color: var(--rule); background: var(--sheet); }
      button[aria-pressed="true"] { border-color: var(--azurite); background: var(--azurite-t); }
      strong { font-variant-numeric: tabular-nums; }
      @media (max-width: 640px) { button { padding: 0 6px; gap: 4px; font-size: var(--t-2); min-height: 2.75rem; border-color: var(--rule); background: var(--sheet); } }
      @media print { button { display: inline-flex; } }
    `,
  ];

  @property({ attribute: false }) counts: readonly LightCount[] = [];
  @property() chosen: Light | undefined;

  #choose(light: Light): void {
    const next = light === this.chosen ? undefined : light;
    this.dispatchEvent(new CustomEvent('light-chosen', { detail: { light: next } }));
  }

  override render() {
    return this.counts.map(
      ({
        light,
        count,
      }) => html`<button aria-pressed=${light === this.chosen ? 'true' : 'false'} @click=${() => this.#choose(light)}
        ><light-mark light=${light}></light-mark><strong>${number(count)}</strong></button>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'light-counters': LightCounters;
  }
}
