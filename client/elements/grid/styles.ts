import { css } from 'lit';

/** The look of the grid: ruled paper, frozen first columns, one strong ring around the active cell. */
export const gridStyles = css`
  :host { display: flex; flex-direction: column; min-height: 0; min-width: 0; background: var(--sheet); border: 1px solid var(--rule); }
  .scroll { flex: 1; min-height: 0; overflow: auto; position: relative; scroll-padding: var(--row) 0 0 0; overscroll-behavior: contain; outline: none; }
  .scroll:focus-visible { box-shadow: none; outline: none; }
  .grid { min-width: var(--min); position: relative; outline: none; font-size: var(--t-3); line-height: 1.45; }
  .grid:focus-visible { outline: none; box-shadow: none; }
  .row { display: grid; grid-template-columns: var(--cols); height: var(--row); position: relative; }
  .body .row { border-bottom: 1px solid var(--rule); }
  .head { position: sticky; top: 0; z-index: 4; }
  .head .row { height: 2.25rem; background: var(--sheet-2); border-bottom: 1px solid var(--edge); }
  .cell {
    display: flex; align-items: center; min-width: 0; padding: 0 var(--s-2); background: inherit; position: relative;
    white-space: nowrap; overflow: hidden;
  }
  .body .row { background: var(--sheet); }
  .body .row:hover { background: var(--azurite-t); }
  .body .row.selected { background: var(--sel); }
  .cell > .text { overflow: hidden; text-overflow: ellipsis; min-width: 0; }
  .cell a { color: inherit; text-decoration-color: var(--edge); }
  .cell a:hover { color: var(--azurite); }
  .end { justify-content: flex-end; font-variant-numeric: tabular-nums; }
  .num { font-variant-numeric: tabular-nums; }
  .frozen { position: sticky; z-index: 2; }
  .frozen-0 { left: var(--left-0); }
  .frozen-1 { left: var(--left-1); }
  .frozen-2 { left: var(--left-2); }
  .frozen-3 { left: var(--left-3); }
  .frozen-last { border-right: 1px solid var(--rule); }
  .head .cell { color: var(--ink-2); font-size: var(--t-2); font-weight: 600; }
  .head button {
    border: 0; background: none; font: inherit; color: inherit; padding: 0; min-height: 1.5rem; gap: 4px; justify-content: flex-start;
    overflow: hidden; text-overflow: ellipsis;
  }
  .head button:hover { color: var(--azurite); }
  .arrow { font-size: 0.7em; color: var(--azurite); }
  .head button .arrow.idle { color: var(--edge); }
  .row > .cell:first-child { border-left: 4px solid transparent; padding-left: var(--s-1); }
  .body .row.overdue > .cell:first-child { border-left-color: var(--m-overdue); }
  .body .row.due_soon > .cell:first-child { border-left: 4px dashed var(--m-soon-edge); }
  .row.dimmed .cell > * { opacity: 0.55; }
  .row.stub { color: var(--ink-3); }
  .row.unread .cell { font-weight: 600; }
  .focused .cell.active { outline: 2px solid var(--azurite); outline-offset: -2px; z-index: 3; }
  .cell.edited { background: var(--dirty); }
  .cell.edited::after { content: ""; position: absolute; right: 3px; top: 3px; width: 6px; height: 6px; border-radius: 50%; background: var(--orpiment); }
  .cell.refused { background: var(--cinnabar-t); }
  .cell.refused::after { content: ""; position: absolute; right: 0; top: 0; border: 5px solid var(--m-overdue); border-left-color: transparent; border-bottom-color: transparent; }
  .check { justify-content: center; padding: 0; }
  .check input { width: 1rem; height: 1rem; }
  .stale .body { opacity: 0.6; }
  .told { padding: var(--s-1) var(--s-3); font-size: var(--t-2); background: var(--orpiment-t); color: var(--orpiment); }
  .editor {
    position: absolute; z-index: 5; resize: none; margin: 0; padding: 0 var(--s-2); border: 0; border-radius: 0; min-height: 0; min-width: 0;
    font: inherit; font-size: var(--t-3); line-height: var(--row); height: var(--row); background: transparent; color: transparent; caret-color: transparent;
    pointer-events: none; overflow: hidden; outline: none; white-space: nowrap;
  }
  .editor:focus-visible { outline: none; box-shadow: none; }
  .editor.editing {
    background: var(--sheet); color: var(--ink); caret-color: var(--ink); pointer-events: auto;
    outline: 2px solid var(--focus-in); outline-offset: 0; box-shadow: 0 0 0 4px var(--focus-out);
  }
  .options { position: absolute; z-index: 6; background: var(--sheet); border: 1px solid var(--edge); box-shadow: var(--float); max-height: 15rem; overflow: auto; min-width: 10rem; font-size: var(--t-3); }
  .options li { padding: var(--s-1) var(--s-2); min-height: 1.75rem; cursor: pointer; }
  .options li[aria-selected="true"] { background: var(--sel); }
  .foot {
    display: flex; align-items: center; gap: var(--s-3); min-height: 2rem; padding: 0 var(--s-2); border-top: 1px solid var(--rule); font-size: var(--t-2);
    color: var(--ink-2); flex: none; flex-wrap: wrap;
  }
  .foot .space { flex: 1; }
  .foot select, .foot summary, .foot button { min-height: 1.5rem; font-size: var(--t-2); }
  .foot select { width: auto; border-color: transparent; background: transparent; color: inherit; padding: 0 2px; }
  .foot select:hover { border-color: var(--edge); }
  details { position: relative; }
  summary { cursor: pointer; list-style: none; display: inline-flex; align-items: center; padding: 0 var(--s-1); }
  summary::-webkit-details-marker { display: none; }
  summary::after { content: " ▾"; color: var(--ink-3); }
  .menu {
    position: absolute; bottom: 100%; right: 0; z-index: 10; background: var(--sheet); border: 1px solid var(--rule); border-radius: 4px; box-shadow: var(--float);
    padding: var(--s-2); min-width: 12rem; max-height: 20rem; overflow: auto; display: grid; gap: 2px;
  }
  .menu label { display: flex; gap: var(--s-2); align-items: center; min-height: 1.75rem; white-space: nowrap; }
  .ghost { height: var(--row); border-bottom: 1px solid var(--rule); }
  .ghost::before { content: ""; display: block; width: 38%; height: 0.75em; margin-left: var(--s-3); position: relative; top: calc(var(--row) / 2 - 0.4em); background: var(--sheet-2); }
  .cards { padding: var(--s-2); display: grid; gap: var(--s-2); background: var(--desk); }
  .card { background: var(--sheet); border: 1px solid var(--rule); border-radius: 4px; padding: var(--s-3); display: grid; gap: 2px; position: relative; }
  .card.overdue { border-left: 4px solid var(--m-overdue); }
  .card.due_soon { border-left: 4px dashed var(--m-soon-edge); }
  .card.selected { background: var(--sel); }
  .card .top { display: flex; gap: var(--s-3); align-items: center; flex-wrap: wrap; font-size: var(--t-2); }
  .card .title { font-size: var(--t-4); font-weight: 600; line-height: 1.45; overflow-wrap: anywhere; }
  .card .title a { color: inherit; text-decoration: none; }
  .card .title a::after { content: ""; position: absolute; inset: 0; }
  .card .facts { color: var(--ink-2); font-size: var(--t-2); display: flex; flex-wrap: wrap; gap: 0 var(--s-3); align-items: center; grid-template-columns: none; }
  .card .act { position: relative; z-index: 1; margin-top: var(--s-2); }
  .more { padding: var(--s-3); text-align: center; background: var(--desk); }
  @media (max-width: 640px) {
    :host { border: 0; background: var(--desk); }
    .foot { border: 0; background: var(--desk); }
  }
  @media print {
    :host { display: block; border: 0; }
    .foot, .more, .editor { display: none; }
    .scroll { overflow: visible; }
    table.paper { table-layout: fixed; font-size: 8pt; }
    table.paper th, table.paper td { padding: 2pt 3pt; overflow-wrap: anywhere; }
  }
`;
