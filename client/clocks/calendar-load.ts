import { Task, TaskStatus } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import '#client/elements/reason-dialog.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { clockApi } from '#shared/clocks/clock.api.ts';
import { noticeOfText } from '#shared/clocks/notice.text.ts';
import { noticeOf } from '#shared/clocks/notice.ts';
import type { CalendarYear } from '#shared/kernel/calendar.ts';
import { loadLaw } from './law.ts';
import './year-sheet.ts';

/**
 * Takes in the holidays of a year: the words of the State Council's notice as pasted, or a file of its days. The year is shown as it was
 * understood before anything is stored. Fires `calendar-stored`, `load-cancelled`.
 */
@customElement('calendar-load')
export class CalendarLoad extends LitElement {
  static override styles = [base, buttons, inputs, css`textarea { min-height: 9rem; } .field { max-width: none; }`];

  @state() private offered: CalendarYear | undefined;
  @state() private unreadable = false;
  @query('input[type="file"]') private input!: HTMLInputElement;

  readonly #store = new Task(this, {
    autoRun: false,
    task: async ([year]: readonly [CalendarYear]) => {
      const { off, work, festivals, local = {} } = year;
      const body = { ...year, off: { ...off }, work: [...work], festivals: [...festivals], local: { ...local } };
      const { moved } = await call(clockApi.putYear, { params: { year: year.year }, body });
      toast(t('law.stored', { year: year.year, n: moved.length }));
      await loadLaw();
      this.dispatchEvent(new Event('calendar-stored'));
    },
  });

  #offer(year: CalendarYear | undefined, given: boolean): void {
    this.offered = year;
    this.unreadable = given && year === undefined;
  }

  readonly #typed = (event: Event) => {
    const text = (event.target as HTMLTextAreaElement).value;
    this.#offer(noticeOfText(text) ?? noticeOf(text), text.trim() !== '');
  };

  async #read(): Promise<void> {
    const file = this.input.files?.[0];
    this.input.value = '';
    if (!file) return;
    const text = await file.text();
    this.#offer(noticeOf(text) ?? noticeOfText(text), true);
  }

  override render() {
    const { offered } = this;
    const changes = offered
      ? [t('law.load_does', { off: Object.keys(offered.off).length, work: offered.work.length })]
      : [t('law.load_helper')];
    return html`<reason-dialog open no-reason heading=${offered ? t('law.load_year', { year: offered.year }) : t('law.load')} verb=${t('law.load_verb')}
      .error=${this.#store.error} ?busy=${!offered || this.#store.status === TaskStatus.PENDING} .act=${{ changes }}
      @act-confirmed=${() => offered && this.#store.run([offered])} @act-cancelled=${() => this.dispatchEvent(new Event('load-cancelled'))}>
      <div class="field"><label for="text">${t('law.notice_text')}</label><textarea id="text" autofocus @input=${this.#typed}></textarea></div>
      <p><input type="file" hidden accept=".json,.txt" @change=${() => this.#read()} /><button class="small" @click=${() => this.input.click()}>${t('law.load_file')}</button></p>
      ${this.unreadable ? html`<p class="problem" role="alert">${t('law.unreadable')}</p>` : nothing}
      ${offered ? html`<year-sheet brief .year=${offered}></year-sheet>` : nothing}
    </reason-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'calendar-load': CalendarLoad;
  }
}
