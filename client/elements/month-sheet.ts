import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { plusDays } from '#client/kernel/day-entry.ts';
import { dayInWords } from '#client/kernel/format.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { language, t } from '#client/kernel/words.ts';
import type { DayKind } from './day-field.ts';

/**
 * One month to pick a day from, weeks beginning on Monday, rest days and worked weekends marked 休 and 班 but all selectable. Fires
 * `day-picked` with `{ day }` and `sheet-closed` when left without one.
 */
@customElement('month-sheet')
export class MonthSheet extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host { display: block; background: var(--sheet); border: 1px solid var(--rule); border-radius: 4px; box-shadow: var(--float); padding: var(--s-2); }
      .head { display: flex; align-items: center; justify-content: space-between; }
      .head strong { font-size: var(--t-3); font-weight: 600; }
      table { border-collapse: collapse; }
      th { font-size: var(--t-1); font-weight: 400; color: var(--ink-3); padding: 2px 0; }
      td { padding: 0; }
      td button { width: 2.25rem; height: 2.25rem; min-height: 0; padding: 0; border-color: transparent; background: transparent; font-size: var(--t-2); flex-direction: column; gap: 0; line-height: 1; }
      td button small { font-size: 0.625rem; line-height: 1; color: inherit; }
      td button:hover { background: var(--azurite-t); }
      .other { color: var(--ink-3); }
      .rest { color: var(--cinnabar); }
      .today { border-color: var(--edge); }
      [aria-pressed="true"] { background: var(--azurite-btn); color: #fff; font-weight: 600; }
    `,
  ];

  @property() day = '';
  @property() today = '';
  @property({ attribute: false }) kindOf: ((day: string) => DayKind) | undefined;
  @state() private at = '';

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('day')) this.at = this.day;
  }

  override firstUpdated(): void {
    this.#focus();
  }

  #focus() {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
  }

  #key(event: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
    const step = steps[event.key];
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.dispatchEvent(new Event('sheet-closed'));
    }
    if (event.key === 'PageUp' || event.key === 'PageDown') this.#month(event.key === 'PageUp' ? -1 : 1);
    else if (step) this.at = plusDays(this.at, step);
    else return;
    event.preventDefault();
    this.#focus();
  }

  #month(step: number) {
    const [year, month] = this.at.split('-').map(Number) as [number, number];
    this.at = new Date(Date.UTC(year, month - 1 + step, 1)).toISOString().slice(0, 10);
  }

  #pick(day: string) {
    this.dispatchEvent(new CustomEvent('day-picked', { detail: { day } }));
  }

  override render() {
    const first = `${this.at.slice(0, 7)}-01`;
    const monday = plusDays(first, -((new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7));
    const locale = language() === 'zh' ? 'zh-CN' : 'en-GB';
    const title = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(
      new Date(`${first}T00:00:00Z`),
    );
    const names = [0, 1, 2, 3, 4, 5, 6].map((n) =>
      new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'narrow' }).format(
        new Date(`${plusDays(monday, n)}T00:00:00Z`),
      ),
    );
    return html`<div class="head">
        <button type="button" class="quiet small" aria-label=${t('day.previous_month')} @click=${() => this.#month(-1)}>‹</button>
        <strong aria-live="polite">${title}</strong>
        <button type="button" class="quiet small" aria-label=${t('day.next_month')} @click=${() => this.#month(1)}>›</button>
      </div>
      <table @keydown=${this.#key}>
        <thead><tr>${names.map((name) => html`<th>${name}</th>`)}</tr></thead>
        <tbody>${[0, 1, 2, 3, 4, 5].map((week) => html`<tr>${[0, 1, 2, 3, 4, 5, 6].map((n) => html`<td>${this.#day(plusDays(monday, week * 7 + n))}</td>`)}</tr>`)}</tbody>
      </table>`;
  }

  #day(day: string) {
    const kind = this.kindOf?.(day) ?? 'ordinary';
    const mark = kind === 'rest' ? t('day.rest') : kind === 'worked' ? t('day.worked') : '';
    const other = day.slice(0, 7) !== this.at.slice(0, 7);
    return html`<button type="button" class="${other ? 'other' : ''} ${kind} ${day === this.today ? 'today' : ''}"
      tabindex=${day === this.at ? '0' : '-1'} aria-pressed=${day === this.day ? 'true' : 'false'}
      aria-label="${dayInWords(day)} ${mark}" @click=${() => this.#pick(day)}>${Number(day.slice(8))}${mark ? html`<small>${mark}</small>` : nothing}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'month-sheet': MonthSheet;
  }
}
