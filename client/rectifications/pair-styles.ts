import { css } from 'lit';

/** Two pictures of one place beside each other, on a phone too: they are looked at together or not at all. */
export const pairStyles = css`
  article { border-top: 1px solid var(--rule); padding: var(--s-3) 0; break-inside: avoid; }
  article h3 { display: flex; justify-content: space-between; align-items: center; gap: var(--s-2); }
  .pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--s-3); margin-top: var(--s-2); max-width: 44rem; }
  .pair.large { max-width: none; margin: 0; }
  figure { display: grid; gap: var(--s-1); align-content: start; }
  figcaption { font-size: var(--t-2); color: var(--ink-2); text-align: center; }
  .picture { padding: 0; min-height: 0; border: 1px solid var(--rule); overflow: hidden; width: 100%; }
  img { display: block; width: 100%; height: auto; }
  .picture img { aspect-ratio: 4 / 3; object-fit: cover; }
  .empty { display: flex; flex-wrap: wrap; gap: var(--s-2); align-items: center; justify-content: center; aspect-ratio: 4 / 3; border: 1px dashed var(--edge); background: var(--sheet-2); color: var(--ink-3); font-size: var(--t-2); padding: var(--s-1); }
  .camera { display: none; }
  .known { width: auto; max-width: 9rem; min-height: 1.75rem; font-size: var(--t-2); }
  .add { display: grid; grid-template-columns: minmax(0, 16rem) auto; gap: var(--s-2) var(--s-3); align-items: end; justify-content: start; margin-top: var(--s-3); }
  @media (max-width: 640px) {
    .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); }
    .camera { display: inline-flex; }
    .add { grid-template-columns: minmax(0, 1fr); justify-content: stretch; }
    .pair { gap: var(--s-2); }
  }
  @media print { .picture { display: block; border: 0; } .empty { border: 0; background: none; } }
`;
