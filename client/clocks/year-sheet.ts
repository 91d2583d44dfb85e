import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '#client/kernel/styles.ts';
import { language, listed, t } from '#client/kernel/words.ts';
import { addDays, type CalendarYear, type Day, type DayKind, kindOf, weekdayOf } from '#shared/kernel/calendar.ts';

const MONTHS = Array.from({ length: 12 }, (_, n) => String(n + 1).padStart(2, '0'));

/** A run of days off with one name, as the notice tells it. */
interface Run {
  readonly name: string;
  readonly from: Day;
  until: Day;
}

/** The holidays of a year as runs, in the order of the year. */
export function runsOf({ off }: CalendarYear): readonly Run[] {
  const runs: Run[] = [];
  for (const [day, name] of Object.entries(off).sort()) {
    const last = runs[runs.length - 1];
    if (last?.name === name && addDays(last.until, 1) === day) last.until = day;
    else runs.push({ name, from: day, until: day });
  }
  return runs;
}

const short = (day: Day) => day.slice(5);

/** A year month by month, weeks beginning on Monday: days off are marked 休, weekends that are worked 班. Fires nothing. */
@customElement('year-sheet')
export class YearSheet extends LitElement {
  static override styles = [
    base,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-3); }
      .year { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: var(--s-3) var(--s-4); align-items: start; }
      table { border-collapse: collapse; width: 100%; font-size: var(--t-1); font-variant-numeric: tabular-nums; table-layout: fixed; }
      caption { text-align: left; font-weight: 600; font-size: var(--t-2); padding-bottom: 2px; }
      th { font-weight: 400; color: var(--ink-3); padding: 1px 0; }
      td { text-align: center; padding: 1px 0; line-height: 1.4; height: 1.9rem; vertical-align: top; }
      td small { display: block; font-size: 0.625rem; line-height: 1; }
      .weekend { color: var(--ink-3); }
      .off, .festival, .local { background: var(--cinnabar-t); color: var(--cinnabar); }
      .festival { font-weight: 600; }
      .make_up { background: var(--azurite-t); color: var(--azurite); font-weight: 600; }
      .today { outline: 1px solid var(--edge); outline-offset: -1px; }
      .legend { display: flex; flex-wrap: wrap; gap: var(--s-1) var(--s-3); font-size: var(--t-2); }
      .legend i { font-style: normal; padding: 0 4px; margin-right: 4px; }
      li { font-size: var(--t-2); line-height: 1.7; }
      .source { overflow-wrap: anywhere; }
      .runs { columns: 2; column-gap: var(--s-5); }
      :host([brief]) .runs { columns: 1; }
      @media (max-width: 1000px) { .year { grid-template-columns: repeat(3, minmax(0, 1fr)); } }
      @media (max-width: 640px) { .year { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--s-3); } .runs { columns: 1; } }
      @media print { .year { grid-template-columns: repeat(3, minmax(0, 1fr)); } table { break-inside: avoid; } }
    `,
  ];

  @property({ attribute: false }) year!: CalendarYear;
  @property() today = '';
  /** Only the holidays as the notice lists them, where there is no room for the months. */
  @property({ type: Boolean }) brief = false;

  override render() {
    const { work, source } = this.year;
    return html`${this.brief ? nothing : this.#months()}
      <ul class="runs">${runsOf(this.year).map(
        ({ name, from, until }) =>
          html`<li>${name} <span class="tab">${short(from)}${from === until ? nothing : ` – ${short(until)}`}</span></li>`,
      )}
        ${work.length > 0 ? html`<li>${t('law.work')} <span class="num">${listed(work.map(short))}</span></li>` : nothing}</ul>
      <p class="source"><small>${source}</small></p>`;
  }

  #months() {
    return html`<p class="legend"><span><i class="off">${t('law.mark.off')}</i>${t('law.off_day')}</span><span><i class="make_up">${t('law.mark.work')}</i>${t('law.work')}</span></p>
      <div class="year">${MONTHS.map((month) => this.#month(month))}</div>`;
  }

  #month(month: string) {
    const { year } = this.year;
    const locale = language() === 'zh' ? 'zh-CN' : 'en-GB';
    const first = `${year}-${month}-01`;
    const title = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long' }).format(new Date(first));
    const weekday = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'narrow' });
    const monday = addDays(first, 1 - weekdayOf(first));
    const week = (from: Day) => Array.from({ length: 7 }, (_, n) => addDays(from, n));
    const weeks = Array.from({ length: 6 }, (_, n) => week(addDays(monday, 7 * n)));
    return html`<table><caption>${title}</caption>
      <thead><tr>${week('2024-01-01').map((day) => html`<th scope="col">${weekday.format(new Date(day))}</th>`)}</tr></thead>
      <tbody>${weeks
        .filter((days) => days.some((day) => day.startsWith(`${year}-${month}`)))
        .map(
          (days) =>
            html`<tr>${days.map((day) => (day.startsWith(`${year}-${month}`) ? this.#day(day) : html`<td></td>`))}</tr>`,
        )}</tbody></table>`;
  }

  #day(day: Day) {
    const { kind, name = '' } = kindOf(new Map([[this.year.year, this.year]]), day) ?? { kind: 'workday' as DayKind };
    const mark = name ? t('law.mark.off') : kind === 'make_up' ? t('law.mark.work') : nothing;
    return html`<td class="${kind} ${day === this.today ? 'today' : ''}" title=${name || (kind === 'make_up' ? t('law.work') : '')}>${Number(day.slice(8))}<small>${mark}</small></td>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'year-sheet': YearSheet;
  }
}
