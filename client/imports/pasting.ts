import { html, type LitElement } from 'lit';
import type { ImportLedger } from '#shared/imports/import.fields.ts';
import type { PasteRows } from './paste-rows.ts';

export type { PasteRows } from './paste-rows.ts';

/** The drawer for pasted rows over a list's page. */
export const pasteRows = (page: LitElement): PasteRows | null =>
  page.renderRoot.querySelector('ledger-list')?.renderRoot.querySelector('paste-rows') ?? null;

/** What a ledger's list needs to take pasted rows; the wizard's code is loaded when rows are first pasted. */
export const pastingInto = (ledger: ImportLedger, drawer: () => PasteRows | null) => ({
  paste(rows?: { readonly text: string; readonly markup: string }): void {
    void import('./paste-rows.ts').then(() => {
      const open = drawer();
      if (rows) open?.take(rows.text, rows.markup);
      else open?.ask();
    });
  },
  over: () => html`<paste-rows ledger=${ledger}></paste-rows>`,
});
