import { css } from 'lit';

/** What every element starts from: box model, focus ring, links, problem and loading lines, print and forced colours. */
export const base = css`
  *, *::before, *::after { box-sizing: border-box; }
  :host { color: var(--ink); }
  [hidden] { display: none !important; }
  h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  h1 { font-size: var(--t-6); line-height: 1.35; font-weight: 600; }
  h2 { font-size: var(--t-5); line-height: 1.5; font-weight: 600; }
  h3 { font-size: var(--t-3); line-height: 1.5; font-weight: 600; }
  a { color: var(--azurite); text-underline-offset: 0.2em; }
  small, .helper { font-size: var(--t-1); line-height: 1.45; color: var(--ink-3); }
  .num, .tab { font-variant-numeric: tabular-nums; }
  .tab { white-space: nowrap; }
  .code { font-family: var(--mono); font-variant-numeric: tabular-nums; }
  .bo, :lang(bo) { font-family: var(--tibetan); font-size: 1.15em; line-height: 1.8; font-style: normal; }
  :focus-visible { outline: 2px solid var(--focus-in); outline-offset: 1px; box-shadow: 0 0 0 4px var(--focus-out); }
  .loading { color: var(--ink-3); font-size: var(--t-2); padding: var(--s-3) 0; }
  .problem {
    color: var(--cinnabar); background: var(--cinnabar-t); border-left: 4px solid var(--m-overdue);
    padding: var(--s-2) var(--s-3); font-size: var(--t-3); border-radius: 2px;
  }
  .problem small { color: inherit; }
  .for-reader {
    position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0;
    overflow: hidden; clip: rect(0 0 0 0); white-space: nowrap;
  }
  kbd {
    font: 400 var(--t-1) / 1 var(--mono); color: var(--ink-3); border: 1px solid var(--rule);
    border-radius: 2px; padding: 1px 4px; background: var(--sheet);
  }
  @media (max-width: 640px) { kbd, .no-phone { display: none !important; } }
  @media print { .no-print { display: none !important; } }
  @media (forced-colors: active) {
    a[aria-current="page"], button[aria-current="page"], button[aria-current="step"], button[aria-current="true"], button[aria-selected="true"], button[aria-pressed="true"] {
      forced-color-adjust: none; background: Highlight !important; color: HighlightText !important; border-color: Highlight !important;
    }
    [aria-current="page"] *, [aria-current="step"] *, button[aria-selected="true"] *, button[aria-pressed="true"] * { color: HighlightText !important; background: none !important; }
    input::placeholder, textarea::placeholder { color: GrayText; }
  }
`;

/** Buttons: plain, `.primary` (one per view), `.danger`, `.quiet` (borderless) and `.small`. */
export const buttons = css`
  button, .button {
    font: inherit; font-size: var(--t-3); line-height: 1.25; color: var(--ink); background: var(--sheet);
    border: 1px solid var(--edge); border-radius: 2px; min-height: var(--ctl); padding: 0 var(--s-3);
    display: inline-flex; align-items: center; justify-content: center; gap: var(--s-2);
    cursor: pointer; white-space: nowrap; text-decoration: none;
  }
  button:hover, .button:hover { background: var(--sheet-2); }
  button:disabled { color: var(--ink-3); background: var(--sheet-2); border-color: var(--rule); cursor: default; }
  .primary { background: var(--azurite-btn); border-color: var(--azurite-btn); color: #fff; font-weight: 600; }
  .primary:hover { background: var(--azurite-h); border-color: var(--azurite-h); }
  .primary kbd { color: #fff; background: transparent; border-color: currentColor; }
  .danger { color: var(--cinnabar); border-color: var(--cinnabar); }
  .danger:hover { background: var(--cinnabar-t); }
  .quiet { border-color: transparent; background: transparent; color: var(--azurite); padding: 0 var(--s-2); }
  .quiet:hover { background: var(--azurite-t); }
  .small { min-height: 1.75rem; font-size: var(--t-2); padding: 0 var(--s-2); }
  .actions { display: flex; flex-wrap: wrap; gap: var(--s-2); align-items: center; }
  @media (max-width: 640px) { .small { min-height: 2.75rem; } button, .button { white-space: normal; max-width: 100%; } }
  @media print { button { display: none; } }
`;

/** Inputs, selects and the fields `fieldsOf()` draws, with their faults. */
export const inputs = css`
  input, select, textarea {
    font: inherit; font-size: var(--t-3); line-height: 1.4; color: var(--ink); background: var(--sheet);
    border: 1px solid var(--edge); border-radius: 2px; min-height: var(--ctl); padding: 0 var(--s-2);
    width: 100%; min-width: 0;
  }
  textarea { padding: var(--s-2); min-height: 5.5rem; resize: vertical; display: block; }
  input::placeholder, textarea::placeholder { color: var(--ink-3); opacity: 1; }
  input[type="checkbox"], input[type="radio"] {
    width: 1rem; height: 1rem; min-height: 0; margin: 0; accent-color: var(--azurite-btn); flex: none;
  }
  input[aria-invalid="true"], select[aria-invalid="true"], textarea[aria-invalid="true"] {
    border-color: var(--cinnabar); border-width: 2px; background: var(--cinnabar-t);
  }
  .fields { display: grid; gap: var(--s-3) var(--s-4); }
  .fields.two { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .field { display: flex; flex-direction: column; gap: var(--s-1); min-width: 0; }
  .field.wide { grid-column: 1 / -1; }
  .field > label, .field > .label { font-size: var(--t-2); line-height: 1.45; color: var(--ink-2); }
  .field .must { color: var(--cinnabar); margin-right: 2px; }
  .field .fault { color: var(--cinnabar); font-size: var(--t-1); line-height: 1.45; }
  .field .fault::before { content: "▲ "; font-size: 0.7em; }
  .choices { display: flex; flex-wrap: wrap; gap: var(--s-1) var(--s-4); min-height: var(--ctl); align-items: center; }
  .choices label { display: inline-flex; gap: var(--s-2); align-items: center; font-size: var(--t-3); min-height: 1.5rem; }
  fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
  legend { padding: 0; font-size: var(--t-2); color: var(--ink-2); }
  @media (max-width: 640px) {
    input, select, textarea { font-size: max(16px, var(--t-4)); }
    .fields.two { grid-template-columns: minmax(0, 1fr); }
    .choices label { min-height: 2.75rem; }
  }
`;

/** Sheets of paper on the desk, and the name–value lists on them. */
export const panels = css`
  .sheet { background: var(--sheet); border: 1px solid var(--rule); border-radius: 4px; padding: var(--s-4); }
  .sheet > h2:first-child, .sheet > h3:first-child { margin-bottom: var(--s-2); }
  .facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: var(--s-1) var(--s-4); font-size: var(--t-3); line-height: 1.5; }
  .facts dt { color: var(--ink-3); }
  .facts dd { overflow-wrap: anywhere; }
  hr { border: 0; border-top: 1px solid var(--rule); margin: var(--s-4) 0; }
  table.plain { border-collapse: collapse; width: 100%; font-size: var(--t-3); line-height: 1.5; }
  table.plain th { text-align: left; font-weight: 600; color: var(--ink-2); border-bottom: 1px solid var(--edge); padding: var(--s-1) var(--s-2); }
  table.plain td { border-bottom: 1px solid var(--rule); padding: var(--s-1) var(--s-2); vertical-align: top; }
  table.plain .num { text-align: right; }
  table.plain + button, table.plain + .actions { margin-top: var(--s-2); }
  @media print {
    .sheet { border: 0; padding: 0; }
    table.plain thead { display: table-header-group; }
    table.plain tr { break-inside: avoid; }
  }
`;
