import { html, nothing } from 'lit';
import { number } from '#client/kernel/format.ts';
import { DENSITIES, prefer, preferences } from '#client/kernel/preferences.ts';
import { t } from '#client/kernel/words.ts';
import type { Columns } from './column.ts';

/** What the line under the grid tells. */
export interface FootLook {
  readonly columns: Columns;
  readonly shown: Columns;
  readonly count: number;
  readonly more: boolean;
  readonly countText: string;
  readonly selected: number;
  readonly choose: (keys: readonly string[] | null) => void;
}

/** Count, selection, density and the choice of columns; a page adds its own (export, print) in the slot `foot`. */
export function footOf(look: FootLook) {
  return html`<div class="foot num no-print">
    <span role="status">${look.countText || t(look.more ? 'grid.count_more' : 'grid.loaded_all', { count: number(look.count) })}</span>
    ${look.selected > 0 ? html`<strong>${t('grid.selected', { count: number(look.selected) })}</strong>` : nothing}
    <span class="space"></span>
    <slot name="foot"></slot>
    <select aria-label=${t('grid.density')} @change=${(event: Event) => prefer({ density: (event.target as HTMLSelectElement).value as (typeof DENSITIES)[number] })}>
      ${DENSITIES.map((density) => html`<option value=${density} ?selected=${preferences().density === density}>${t(`density.${density}`)}</option>`)}
    </select>
    <details @keydown=${closeOnEscape}>
      <summary>${t('grid.columns')}</summary>
      <div class="menu">
        ${look.columns
          .filter((column) => !column.frozen)
          .map(
            (column) =>
              html`<label><input type="checkbox" .checked=${look.shown.includes(column)} @change=${() => look.choose(toggled(look, column.key))} />${column.label}</label>`,
          )}
        <button class="quiet small" @click=${() => look.choose(null)}>${t('grid.columns_reset')}</button>
      </div>
    </details>
  </div>`;
}

/** The chosen columns after one is switched, kept in the order of the ledger. */
function toggled(look: FootLook, key: string): string[] {
  const before = look.shown.map((column) => column.key);
  return look.columns
    .filter((column) => !column.frozen)
    .map((column) => column.key)
    .filter((one) => (one === key ? !before.includes(one) : before.includes(one)));
}

function closeOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  const details = event.currentTarget as HTMLDetailsElement;
  details.open = false;
  details.querySelector('summary')?.focus();
  event.stopPropagation();
}
