import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { dayFrom, type WorkdayAfter } from '#client/kernel/day-entry.ts';
import { dayOf, weekday } from '#client/kernel/format.ts';
import { isComposing, steadyValue } from '#client/kernel/ime.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import './month-sheet.ts';

/** What a working-day calendar knows of one day: rest, worked although a weekend, or nothing special. */
export type DayKind = 'rest' | 'worked' | 'ordinary';

/** The office's calendar as date entry needs it; set once by the shell. */
export interface DayCalendar {
  readonly today: string;
  readonly workdayAfter?: WorkdayAfter;
  readonly kindOf?: (day: string) => DayKind;
}

let calendar: DayCalendar | undefined;

/** Tells every day field the office's today and its working days. */
export function useCalendar(next: DayCalendar): void {
  calendar = next;
}

/** Today as the office counts it, until told otherwise by its own clock in Asia/Shanghai. */
export const officeToday = () => calendar?.today ?? dayOf(new Date());

/**
 * A date typed the short way (`1123`, `11-23`, `今`, `明`, `+3`, `+3g` working days) or picked. `value` is the day `YYYY-MM-DD`, or
 * what was typed where it is no day. Fires `change` when left with another value.
 */
@customElement('day-field')
export class DayField extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      :host { display: block; position: relative; }
      .line { display: flex; }
      input { border-top-right-radius: 0; border-bottom-right-radius: 0; font-variant-numeric: tabular-nums; }
      .pick { border-left: 0; border-radius: 0 2px 2px 0; padding: 0 var(--s-2); color: var(--ink-2); }
      .said { display: block; }
      month-sheet { position: absolute; z-index: 20; top: calc(var(--ctl) + 4px); left: 0; }
    `,
  ];

  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  @property() value = '';
  @property() name = '';
  @property() label = '';
  @property({ type: Boolean }) invalid = false;
  @property({ type: Boolean }) disabled = false;
  @state() private open = false;
  @query('input') private input!: HTMLInputElement;

  #commit(typed: string) {
    const day = typed.trim() === '' ? '' : (dayFrom(typed, officeToday(), calendar?.workdayAfter) ?? typed.trim());
    if (this.input.value !== day) this.input.value = day;
    if (day === this.value) return;
    this.value = day;
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  #key(event: KeyboardEvent) {
    if (isComposing(event)) return;
    if (event.key === 'Enter') this.#commit(this.input.value);
    if (event.key === 'ArrowDown' && event.altKey) this.open = true;
    if (event.key === 'Escape' && this.open) {
      event.stopPropagation();
      this.open = false;
    }
  }

  #picked(event: CustomEvent<{ day: string }>) {
    this.open = false;
    this.input.value = event.detail.day;
    this.#commit(event.detail.day);
    this.input.focus();
  }

  override render() {
    const known = /^\d{4}-\d{2}-\d{2}$/.test(this.value);
    return html`<div class="line">
        <input aria-label=${this.label || nothing} aria-invalid=${this.invalid ? 'true' : 'false'} ?disabled=${this.disabled}
          placeholder=${t('day.placeholder')} title=${t('day.helper')} autocomplete="off" enterkeyhint="done" inputmode="text"
          @change=${() => this.#commit(this.input.value)} @keydown=${this.#key} ${steadyValue(this.value)} />
        <button type="button" class="pick" tabindex="-1" ?disabled=${this.disabled} aria-label=${t('day.open')} aria-expanded=${this.open ? 'true' : 'false'}
          @click=${() => {
            this.open = !this.open;
          }}>${known ? weekday(this.value) : '▾'}</button>
      </div>
      ${
        this.open
          ? html`<month-sheet .day=${known ? this.value : officeToday()} .today=${officeToday()} .kindOf=${calendar?.kindOf}
              @day-picked=${this.#picked} @sheet-closed=${() => {
                this.open = false;
              }}></month-sheet>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'day-field': DayField;
  }
}
