import { css } from 'lit';

/** The look of the filter bar, its pop-ups and the phone's sheet. */
export const filterStyles = css`
  :host { display: block; min-width: 0; }
  .bar { display: flex; flex-wrap: wrap; gap: var(--s-1) var(--s-2); align-items: center; min-height: 2.25rem; }
  .search { width: 15rem; min-height: 1.75rem; font-size: var(--t-2); }
  .holder { position: relative; }
  .small { border-color: var(--rule); background: var(--sheet); color: var(--ink-2); min-height: 1.75rem; gap: 4px; }
  .small.set { border-color: var(--azurite); color: var(--azurite); font-weight: 600; background: var(--azurite-t); }
  .small.quiet { border-color: transparent; background: none; color: var(--azurite); }
  .chips { display: inline-flex; flex-wrap: wrap; gap: var(--s-1); align-items: center; }
  .chip {
    min-height: 1.5rem; font-size: var(--t-2); padding: 0 6px; background: var(--azurite-t); border: 1px solid transparent; color: var(--ink); gap: 6px;
    max-width: 22rem; overflow: hidden; text-overflow: ellipsis;
  }
  .chip:hover { border-color: var(--azurite); }
  .pop {
    position: absolute; z-index: 20; top: calc(100% + 4px); left: 0; background: var(--sheet); border: 1px solid var(--rule); border-radius: 4px;
    box-shadow: var(--float); padding: var(--s-2); min-width: 12rem; max-height: 22rem; overflow: auto;
  }
  .pop:focus-within { overflow: visible; overflow-y: auto; }
  .list { display: grid; gap: 1px; }
  .list label { display: flex; gap: var(--s-2); align-items: center; min-height: 1.75rem; padding: 0 var(--s-1); font-size: var(--t-3); white-space: nowrap; }
  .list label:hover { background: var(--azurite-t); }
  .days { display: grid; gap: var(--s-2); min-width: 13rem; min-height: 8rem; align-content: start; }
  .days label { display: grid; gap: 2px; font-size: var(--t-2); color: var(--ink-2); }
  .sheet-over { position: fixed; inset: 0; z-index: 50; background: var(--sheet); display: flex; flex-direction: column; }
  .sheet-body { flex: 1; overflow: auto; padding: var(--s-4); display: grid; gap: var(--s-4); align-content: start; }
  .sheet-body legend { font-weight: 600; color: var(--ink); margin-bottom: var(--s-1); }
  .sheet-foot { display: grid; grid-template-columns: auto 1fr; gap: var(--s-2); padding: var(--s-3); border-top: 1px solid var(--rule); }
  .paper { font-size: 9pt; }
  @media (max-width: 640px) {
    .search { flex: 1 1 9rem; width: auto; min-height: 2.75rem; }
    .small { min-height: 2.75rem; }
    .list { grid-template-columns: 1fr 1fr; }
    .list label { min-height: 2.75rem; white-space: normal; }
  }
`;
