import { css } from 'lit';

/** Tags beside an entity's name and licences. */
export const entityTags = css`
  .tag { border: 1px solid var(--edge); border-radius: 2px; padding: 0 6px; font-size: var(--t-1); white-space: nowrap; }
  td.when { white-space: nowrap; font-variant-numeric: tabular-nums; }
  .tag.past { color: var(--cinnabar); border-color: var(--cinnabar); background: var(--cinnabar-t); }
  .tag.soon { color: var(--orpiment); border-color: var(--orpiment); background: var(--orpiment-t); }
`;
