import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';

/** How a record stands against its nearest limit. */
export type Light = 'overdue' | 'due_soon' | 'running' | 'paused' | 'done' | 'none';

const SHAPES: Record<Light, unknown> = {
  overdue: svg`<path class="overdue" d="M8 1.2 15.4 14.4H0.6Z"/><path class="sign" d="M8 5.4v4.6M8 11.4v1.4"/>`,
  due_soon: svg`<path class="soon" d="M8 1 15 8 8 15 1 8Z"/>`,
  running: svg`<circle class="ok" cx="8" cy="8" r="5.5"/>`,
  paused: svg`<path class="paused" d="M4 2.5h2.6v11H4zM9.4 2.5H12v11H9.4z"/>`,
  done: svg`<path class="done" d="M2.5 8.5 6.5 12.5 13.5 4"/>`,
  none: svg`<path class="done" d="M4 8h8"/>`,
};

/**
 * A light as word, shape and colour, in that order of trust. `light` gives shape and word; `text` replaces the word ("逾期 2
 * 工作日"); `supervised` adds the square 督; `wraps` lets a long one go over two lines. Fires nothing.
 */
@customElement('light-mark')
export class LightMark extends LitElement {
  static override styles = [
    base,
    css`
      :host { display: inline-flex; align-items: center; gap: 6px; white-space: nowrap; max-width: 100%; font-size: inherit; line-height: 1.45; vertical-align: middle; }
      svg { width: 0.9375em; height: 0.9375em; flex: none; overflow: visible; }
      .overdue { fill: var(--m-overdue); }
      .sign { stroke: var(--sheet); stroke-width: 1.7; fill: none; }
      .soon { fill: var(--m-soon); stroke: var(--m-soon-edge); stroke-width: 1.5; stroke-linejoin: round; }
      .ok { fill: var(--m-ok); }
      .paused { fill: none; stroke: var(--m-paused); stroke-width: 1.4; }
      .done { fill: none; stroke: var(--m-paused); stroke-width: 2; }
      :host([wraps]) { white-space: normal; align-items: baseline; }
      .word { font-weight: 600; }
      .overdue-word { color: var(--cinnabar); }
      .due_soon-word { color: var(--orpiment); }
      .running-word { color: var(--malachite); font-weight: 400; }
      .paused-word, .done-word, .none-word { color: var(--soot); font-weight: 400; }
      .supervised {
        background: var(--m-duban); color: var(--m-duban-ink); font-weight: 600; font-size: 0.8125em; line-height: 1.3;
        padding: 0 3px; border-radius: 1px;
      }
      @media (forced-colors: active) {
        .overdue, .soon, .ok { fill: CanvasText; }
        .sign { stroke: Canvas; }
        .supervised { border: 1px solid CanvasText; }
      }
      @media print {
        .supervised { border: 1px solid #000; background: #fff; color: #000; }
        .ok { stroke: #000; }
      }
    `,
  ];

  @property() light: Light = 'none';
  @property() text = '';
  @property({ type: Boolean }) supervised = false;

  override render() {
    return html`<svg viewBox="0 0 16 16" aria-hidden="true">${SHAPES[this.light]}</svg
      ><span class="word ${this.light}-word">${this.text || (say(`light.${this.light}`) ?? this.light)}</span>${
        this.supervised ? html`<span class="supervised">${t('light.supervised')}</span>` : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'light-mark': LightMark;
  }
}
