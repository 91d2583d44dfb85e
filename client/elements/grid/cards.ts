import { html, nothing } from 'lit';
import type { Light } from '../light-mark.ts';
import { type CardPlace, type Column, type Columns, drawn, type GridRow, textOf } from './column.ts';

/** What a card says beyond its columns. */
export interface CardLook {
  readonly lightOf: ((row: never) => Light | undefined) | undefined;
  readonly classOf: ((row: never) => string) | undefined;
  readonly action: ((row: never) => unknown) | undefined;
}

/** One row as a card for 360 px: light word and code, title, facts, one button. */
export function cardOf(row: GridRow, columns: Columns, look: CardLook) {
  const at = (place: CardPlace) => columns.filter((column) => placeOf(column, columns) === place);
  const to = columns.map((column) => column.href?.(row as never)).find(Boolean);
  const title = at('title')
    .map((column) => textOf(column, row))
    .join(' ');
  const facts = at('facts').filter((column) => textOf(column, row) !== '');
  return html`<li class="card ${look.lightOf?.(row as never) ?? ''} ${look.classOf?.(row as never) ?? ''}" data-id=${row.id}>
    <div class="top num">${at('head').map((column) => html`<span>${drawn(column, row)}</span>`)}</div>
    <div class="title">${to ? html`<a href=${to}>${title}</a>` : title}</div>
    <div class="facts num">${facts.map((column) => html`<span>${drawn(column, row)}</span>`)}</div>
    ${look.action ? html`<div class="act">${look.action(row as never)}</div>` : nothing}
  </li>`;
}

/** Frozen columns head a card and the first other one is its title, unless the columns say otherwise. */
function placeOf(column: Column<never>, columns: Columns): CardPlace {
  if (column.card) return column.card;
  if (column.frozen) return 'head';
  const named = columns.some((one) => one.card === 'title');
  return !named && column === columns.find((one) => !one.frozen) ? 'title' : 'none';
}
