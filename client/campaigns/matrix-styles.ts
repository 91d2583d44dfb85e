import { css } from 'lit';

/** The matrix: four shades that carry no meaning of their own, numbers in columns, marks as words and signs. */
export const matrixStyles = css`
  .scroll { overflow-x: auto; }
  table { border-collapse: collapse; background: var(--sheet); font-size: var(--t-2); width: 100%; }
  th, td { border: 1px solid var(--rule); padding: 3px 6px; text-align: left; white-space: nowrap; }
  th { font-weight: 600; color: var(--ink-2); background: var(--sheet-2); }
  thead th { white-space: normal; }
  th:first-child { min-width: 4.5rem; }
  tbody th { position: sticky; left: 0; z-index: 1; }
  td { min-width: 3.25rem; height: 2.5rem; cursor: pointer; white-space: normal; } /* marks go below the numbers before a county leaves the screen */
  td .num, td .state { white-space: nowrap; }
  td.none { color: var(--ink-3); cursor: default; text-align: center; }
  td a { color: inherit; }
  .shade-0 { background: var(--matrix-0); }
  .shade-1 { background: var(--matrix-1); }
  .shade-2 { background: var(--matrix-2); }
  .shade-3 { background: var(--matrix-3); }
  .late, .near { display: inline-block; padding: 0 4px; border-radius: 2px; background: var(--sheet); text-decoration: none; font-variant-numeric: tabular-nums; }
  td .late { color: var(--cinnabar); font-weight: 600; border: 1px solid var(--m-overdue); }
  td .near { color: var(--orpiment); border: 1px dashed var(--m-soon-edge); }
  .state { display: block; font-size: var(--t-1); }
  .legend { display: flex; flex-wrap: wrap; gap: var(--s-1) var(--s-4); align-items: center; font-size: var(--t-1); color: var(--ink-2); }
  @media (max-width: 640px) { tbody th { white-space: normal; max-width: 6rem; } td { min-width: 4rem; height: 2.75rem; } .legend { padding: 0 var(--s-3); } }
  @media print { .scroll { overflow: visible; } td, th { border-color: #000; } tr { break-inside: avoid; } }
`;
