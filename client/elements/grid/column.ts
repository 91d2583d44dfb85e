/** Anything a grid can show as a row; rows are told apart by id. */
export interface GridRow {
  readonly id: number | string;
}

/** How one cell is changed in place: a single reversible value. `value` is what the editor begins with. */
export interface CellEdit<Row> {
  readonly value: (row: Row) => string;
  /** Choices by code and label; without them the cell takes free text. */
  readonly options?: readonly { readonly value: string; readonly label: string; readonly initials?: string }[];
  readonly maxLength?: number;
  /** False for rows whose cell may not be changed. */
  readonly open?: (row: Row) => boolean;
}

/** Where a column goes on a phone's card: the head line, the title line, the line of facts, or nowhere. */
export type CardPlace = 'head' | 'title' | 'facts' | 'none';

/** One column as data. `width` is in rem; a column with `grow` takes its share of what is left over. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly width: number;
  readonly grow?: number;
  readonly frozen?: boolean;
  readonly align?: 'end';
  /** The cell in words: copied, printed, read out, shown where `render` is missing. */
  readonly text: (row: Row) => string;
  readonly render?: (row: Row) => unknown;
  /** The address the cell's text leads to. */
  readonly href?: (row: Row) => string | undefined;
  readonly edit?: CellEdit<Row>;
  /** True where the list can be sorted by this column. */
  readonly sort?: boolean;
  /** Not shown until chosen. */
  readonly hidden?: boolean;
  readonly card?: CardPlace;
  /** A drawing that says what another column says in words: it has no room on paper. */
  readonly drawing?: true;
}

/** Columns of any row: the grid hands each column only rows of its own list. */
export type Columns = readonly Column<never>[];

/** The column of check boxes that selection adds in front. */
export const SELECT = '#select';

const selectColumn: Column<never> = { key: SELECT, label: '', width: 2.25, frozen: true, text: () => '', card: 'none' };

/** The columns on screen, frozen ones first, in the order chosen or as given. */
export function shownColumns(columns: Columns, chosen: readonly string[] | null, selectable: boolean): Columns {
  const wanted = columns.filter((column) => (chosen ? column.frozen || chosen.includes(column.key) : !column.hidden));
  const frozen = wanted.filter((column) => column.frozen);
  const rest = wanted.filter((column) => !column.frozen);
  if (chosen) rest.sort((a, b) => chosen.indexOf(a.key) - chosen.indexOf(b.key));
  return [...(selectable ? [selectColumn] : []), ...frozen, ...rest];
}

/** The widths of a row as custom properties: one template for all rows, and where each frozen column stands. */
export function layoutOf(columns: Columns): Record<string, string> {
  const layout: Record<string, string> = {
    '--cols': columns.map((one) => (one.grow ? `minmax(${one.width}rem, ${one.grow}fr)` : `${one.width}rem`)).join(' '),
    '--min': `${columns.reduce((all, one) => all + one.width, 0)}rem`,
  };
  let left = 0;
  columns
    .filter((column) => column.frozen)
    .forEach((column, at) => {
      layout[`--left-${at}`] = `${left}rem`;
      left += column.width;
    });
  return layout;
}

/** The cell of a row in words. */
export const textOf = (column: Column<never>, row: GridRow) => column.text(row as never);

/** The cell of a row as drawn. */
export const drawn = (column: Column<never>, row: GridRow): unknown =>
  column.render ? column.render(row as never) : textOf(column, row);

/** True where this cell of this row may be changed in place. */
export const isEditable = (column: Column<never> | undefined, row: GridRow | undefined) =>
  !!column?.edit && !!row && (column.edit.open?.(row as never) ?? true);
