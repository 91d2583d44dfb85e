import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import '#client/elements/problem-line.ts';
import '#client/elements/reason-dialog.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { listed, t } from '#client/kernel/words.ts';
import { clockApi } from '#shared/clocks/clock.api.ts';
import { noticeOf } from '#shared/clocks/notice.ts';
import type { CalendarYear } from '#shared/kernel/calendar.ts';
import { clockName } from './face.ts';
import { loadLaw } from './law.ts';

/** S32: the limits in force with their articles, and the working-day calendar by year; a year's notice is loaded from its file. Fires nothing. */
@customElement('law-page')
export class LawPage extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); max-width: 72rem; }
      .scroll { overflow: auto; }
      .alarm { background: var(--orpiment-t); color: var(--orpiment); padding: var(--s-2) var(--s-3); }
      td.wide { min-width: 16rem; }
      @media (max-width: 640px) { :host { padding: var(--s-3); } }
    `,
  ];

  @state() private offered: CalendarYear | undefined;
  @state() private unreadable = false;
  @query('input[type="file"]') private input!: HTMLInputElement;

  readonly #law = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      const [rules, calendar] = await Promise.all([
        call(clockApi.rules, { signal }),
        call(clockApi.calendar, { signal }),
      ]);
      return { rules, calendar };
    },
  });
  readonly #store = new Task(this, {
    autoRun: false,
    task: async ([year]: readonly [CalendarYear]) => {
      const { moved } = await call(clockApi.putYear, {
        params: { year: year.year },
        body: {
          ...year,
          off: { ...year.off },
          work: [...year.work],
          festivals: [...year.festivals],
          ...(year.local ? { local: { ...year.local } } : { local: {} }),
        },
      });
      this.offered = undefined;
      toast(t('law.stored', { year: year.year, n: moved.length }));
      await loadLaw();
      void this.#law.run();
    },
  });

  async #read(): Promise<void> {
    const file = this.input.files?.[0];
    this.input.value = '';
    if (!file) return;
    this.offered = noticeOf(await file.text());
    this.unreadable = this.offered === undefined;
  }

  override render() {
    const { rules = [], calendar } = this.#law.value ?? {};
    const offered = this.offered;
    return html`<h1>${t('law.title')}</h1>
      ${calendar?.alarm ? html`<p class="alarm" role="status">${t('home.calendar_missing', { year: calendar.missingYear ?? '' })}</p>` : nothing}
      <problem-line .error=${this.#law.error}></problem-line>
      <section class="sheet"><h2>${t('law.calendar')}</h2>
        <div class="scroll" tabindex="0" role="region" aria-label=${t('law.calendar')}><table class="plain stack"><thead><tr><th>${t('law.year')}</th><th>${t('law.off')}</th><th>${t('law.work')}</th><th>${t('law.source')}</th></tr></thead>
          <tbody>${calendar?.years.map(
            (year) =>
              html`<tr><td data-label=${t('law.year')}>${year.year}</td><td data-label=${t('law.off')}>${Object.keys(year.off).length}</td><td data-label=${t('law.work')}>${listed(year.work.map((day) => day.slice(5)))}</td><td class="wide" data-label=${t('law.source')}>${year.source}</td></tr>`,
          )}</tbody></table></div>
        ${
          may('calendar.edit')
            ? html`<input type="file" hidden accept=".json" @change=${() => this.#read()} />
              <p><button @click=${() => this.input.click()}>${t('law.load')}</button> <small>${t('law.load_helper')}</small></p>
              ${this.unreadable ? html`<p class="problem" role="alert">${t('law.unreadable')}</p>` : nothing}`
            : nothing
        }
      </section>
      <section class="sheet"><h2>${t('law.rules')}</h2>
        <div class="scroll" tabindex="0" role="region" aria-label=${t('law.rules')}><table class="plain stack"><thead><tr><th>${t('law.rule')}</th><th>${t('law.length')}</th><th>${t('law.extension')}</th><th>${t('law.valid')}</th><th>${t('clock.law')}</th></tr></thead>
          <tbody>${rules.map(
            (
              rule,
            ) => html`<tr><td data-label=${t('law.rule')}>${clockName(rule.name)}</td><td class="tab" data-label=${t('law.length')}>${t(`clock.unit.${rule.unit}`, { n: rule.length })}</td>
              <td class="tab" data-label=${t('law.extension')}>${rule.extension ? `+${t(`clock.unit.${rule.unit}`, { n: rule.extension.length })} × ${rule.extension.times}` : ''}</td>
              <td class="tab" data-label=${t('law.valid')}>${rule.validFrom} – ${rule.validUntil ?? ''}</td><td class="wide" data-label=${t('clock.law')}>${rule.custom ? t('clock.custom') : rule.law} ${rule.article ?? ''}</td></tr>`,
          )}</tbody></table></div>
      </section>
      ${
        offered
          ? html`<reason-dialog open no-reason heading=${t('law.load_year', { year: offered.year })} verb=${t('law.load')} .error=${this.#store.error} ?busy=${this.#store.status === 1}
              .act=${{ changes: [t('law.load_does', { off: Object.keys(offered.off).length, work: offered.work.length })] }}
              @act-confirmed=${() => this.#store.run([offered])} @act-cancelled=${() => {
                this.offered = undefined;
              }}></reason-dialog>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'law-page': LawPage;
  }
}
