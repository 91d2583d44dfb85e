import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import '#client/elements/problem-line.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import '#client/transfers/threshold-table.ts';
import { clockApi } from '#shared/clocks/clock.api.ts';
import type { ClockRule } from '#shared/clocks/clock.rules.ts';
import type { CalendarYear } from '#shared/kernel/calendar.ts';
import './calendar-load.ts';
import './rule-table.ts';
import './year-sheet.ts';

interface Calendar {
  readonly years: readonly CalendarYear[];
  readonly today: string;
  readonly missingYear: number | null;
  readonly alarm: boolean;
}

/**
 * S32: the limits in every version with their articles, and the working-day calendar a year at a time; from November on it says that next
 * year's is missing. Fires nothing.
 */
@customElement('law-page')
export class LawPage extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); max-width: 80rem; }
      .alarm { background: var(--orpiment-t); color: var(--orpiment); padding: var(--s-2) var(--s-3); }
      .head { display: flex; flex-wrap: wrap; gap: var(--s-2); align-items: center; margin-bottom: var(--s-3); }
      .head h2 { margin-right: var(--s-2); }
      .space { flex: 1; }
      [aria-pressed="true"] { border-color: var(--azurite); background: var(--azurite-t); color: var(--azurite); font-weight: 600; }
      @media (max-width: 640px) { :host { padding: var(--s-3); } }
    `,
  ];

  @state() private year = 0;
  @state() private loading = false;

  readonly #law = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      const [rules, calendar] = await Promise.all([
        call(clockApi.rules, { signal }),
        call(clockApi.calendar, { signal }),
      ]);
      return { rules: rules as ClockRule[], calendar: calendar as Calendar };
    },
  });

  override render() {
    const { rules = [], calendar } = this.#law.value ?? {};
    return html`<h1>${t('law.title')}</h1>
      ${calendar?.alarm ? html`<p class="alarm" role="status">${t('home.calendar_missing', { year: calendar.missingYear ?? '' })}</p>` : nothing}
      <problem-line .error=${this.#law.error}></problem-line>
      ${calendar ? this.#calendar(calendar) : nothing}
      <rule-table .rules=${rules} today=${calendar?.today ?? ''} @rules-changed=${() => this.#law.run()}></rule-table>
      <threshold-table></threshold-table>
      ${
        this.loading
          ? html`<calendar-load @load-cancelled=${() => this.#close()} @calendar-stored=${() => {
              this.#close();
              void this.#law.run();
            }}></calendar-load>`
          : nothing
      }`;
  }

  #close(): void {
    this.loading = false;
  }

  #calendar({ years, today, missingYear }: Calendar) {
    const all = [...years].sort((a, b) => a.year - b.year);
    const shown = all.find(({ year }) => year === (this.year || Number(today.slice(0, 4)))) ?? all[all.length - 1];
    return html`<section class="sheet">
      <div class="head"><h2>${t('law.calendar')}</h2>
        ${all.map(
          ({ year }) =>
            html`<button class="small" aria-pressed=${year === shown?.year ? 'true' : 'false'} @click=${() => {
              this.year = year;
            }}>${year}</button>`,
        )}
        <span class="space"></span>
        ${
          may('calendar.edit')
            ? html`<button class=${missingYear ? 'primary' : ''} @click=${() => {
                this.loading = true;
              }}>${t('law.load')}</button>`
            : nothing
        }
      </div>
      ${shown ? html`<year-sheet .year=${shown} today=${today}></year-sheet>` : nothing}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'law-page': LawPage;
  }
}
