import { type Columns, type GridRow, SELECT, textOf } from './column.ts';

const cell = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
const markup = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Rows as tab-separated text, with the labels as first line; a masked cell copies its mask. */
function asText(columns: Columns, rows: readonly GridRow[]): string {
  const shown = columns.filter((column) => column.key !== SELECT);
  const lines = rows.map((row) => shown.map((column) => cell(textOf(column, row))).join('\t'));
  return [shown.map((column) => column.label).join('\t'), ...lines].join('\n');
}

/** Rows as a table for Excel and WPS, every cell marked as text so that codes and phones keep their digits. */
function asMarkup(columns: Columns, rows: readonly GridRow[]): string {
  const shown = columns.filter((column) => column.key !== SELECT);
  const line = (tag: string, texts: string[]) =>
    `<tr>${texts.map((text) => `<${tag} style="mso-number-format:'\\@'">${markup(text)}</${tag}>`).join('')}</tr>`;
  const head = line(
    'th',
    shown.map((column) => column.label),
  );
  return `<table>${head}${rows
    .map((row) =>
      line(
        'td',
        shown.map((column) => textOf(column, row)),
      ),
    )
    .join('')}</table>`;
}

/** Puts the selected rows, or without any the active cell alone, onto the clipboard. */
export function copyRows(clipboard: DataTransfer, columns: Columns, rows: readonly GridRow[], cellText: string): void {
  if (rows.length === 0) {
    clipboard.setData('text/plain', cellText);
    return;
  }
  clipboard.setData('text/plain', asText(columns, rows));
  clipboard.setData('text/html', asMarkup(columns, rows));
}
