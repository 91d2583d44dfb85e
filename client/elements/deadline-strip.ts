import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '#client/kernel/styles.ts';

/** One working day of a limit: gone, still to come, beyond the limit, or not counted. */
export type Tick = 'used' | 'left' | 'over' | 'paused';

const MOST = 15;
const WIDTH = 96;

/** At most fifteen ticks that keep the shares of the whole; each kind present keeps at least one. */
export function compressTicks(ticks: readonly Tick[], most = MOST): readonly Tick[] {
  if (ticks.length <= most) return ticks;
  const kinds = [...new Set(ticks)];
  const shares = kinds.map((kind) =>
    Math.max(1, Math.round((ticks.filter((one) => one === kind).length / ticks.length) * most)),
  );
  while (sum(shares) > most) shares[shares.indexOf(Math.max(...shares))]! -= 1;
  while (sum(shares) < most) shares[shares.indexOf(Math.max(...shares))]! += 1;
  return kinds.flatMap((kind, at) => Array<Tick>(shares[at]!).fill(kind));
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/**
 * 工作日刻度条: a limit drawn as its working days; used ticks solid, remaining hollow, overdue ones raised above the line, paused
 * ones as thin bars. `text` is the same in words, for readers, copies and print. `share` (0–1) draws an hour bar instead. No events.
 */
@customElement('deadline-strip')
export class DeadlineStrip extends LitElement {
  static override styles = [
    base,
    css`
      :host { display: inline-flex; align-items: center; gap: 6px; vertical-align: middle; }
      svg { width: 96px; height: 18px; flex: none; display: block; }
      .line { stroke: var(--edge); stroke-width: 1; }
      .tick-used { fill: var(--ink-2); }
      .tick-left { fill: none; stroke: var(--edge); stroke-width: 1; }
      .tick-over { fill: var(--m-overdue); }
      .tick-paused { fill: var(--m-paused); }
      .bar { fill: none; stroke: var(--edge); stroke-width: 1; }
      .count { font-size: var(--t-1); color: var(--ink-3); font-variant-numeric: tabular-nums; }
      .words { font-size: var(--t-2); color: var(--ink-2); }
      @media (forced-colors: active) {
        .tick-used, .tick-over, .tick-paused { fill: CanvasText; }
        .tick-left, .line, .bar { stroke: CanvasText; }
      }
      @media print {
        svg { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        .tick-used, .tick-over, .tick-paused { fill: #000; }
        .tick-left, .line, .bar { stroke: #000; }
      }
    `,
  ];

  @property({ attribute: false }) ticks: readonly Tick[] = [];
  @property() text = '';
  @property({ type: Number }) share: number | undefined;
  /** Writes the words beside the strip instead of only telling them to a screen reader. */
  @property({ type: Boolean }) wordy = false;

  override render() {
    if (this.share === undefined && this.ticks.length === 0)
      return this.wordy ? html`<span class="words">${this.text}</span>` : nothing;
    return html`<svg viewBox="0 0 ${WIDTH} 18" role="img" aria-label=${this.text}>
        <title>${this.text}</title>${this.share === undefined ? this.#ticks() : hourBar(this.share)}</svg>${
          this.ticks.length > MOST ? html`<span class="count" aria-hidden="true">${this.ticks.length}</span>` : nothing
        }${this.wordy ? html`<span class="words" aria-hidden="true">${this.text}</span>` : nothing}`;
  }

  #ticks() {
    const ticks = compressTicks(this.ticks);
    const step = Math.min(11, WIDTH / ticks.length);
    return svg`<line class="line" x1="0" y1="15.5" x2=${step * ticks.length - 1} y2="15.5"/>${ticks.map((tick, at) => drawTick(tick, at * step, step))}`;
  }
}

function drawTick(tick: Tick, x: number, step: number) {
  const width = Math.max(2, step - 2);
  if (tick === 'over')
    return svg`<path class="tick-over" d="M${x} 7 L${x + width / 2} 0 L${x + width} 7 V13 H${x} Z"/>`;
  if (tick === 'paused') return svg`<rect class="tick-paused" x=${x + width / 2 - 1} y="5" width="2" height="8"/>`;
  if (tick === 'left') return svg`<rect class="tick-left" x=${x + 0.5} y="5.5" width=${width - 1} height="7"/>`;
  return svg`<rect class="tick-used" x=${x} y="5" width=${width} height="8"/>`;
}

function hourBar(share: number) {
  const used = Math.min(1, Math.max(0, share)) * (WIDTH - 1);
  return svg`<rect class=${share > 1 ? 'tick-over' : 'tick-used'} x="0" y="6" width=${used} height="7"/><rect class="bar" x="0.5" y="5.5" width=${WIDTH - 1} height="8"/>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'deadline-strip': DeadlineStrip;
  }
}
