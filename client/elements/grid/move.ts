/** A cell by its place on screen. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** How far a grid goes: its rows, its columns, and how many rows fit on one screen. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

const STEPS: Record<string, (at: Place, extent: Extent) => Place> = {
  ArrowUp: (at) => ({ ...at, row: at.row - 1 }),
  ArrowDown: (at) => ({ ...at, row: at.row + 1 }),
  ArrowLeft: (at) => ({ ...at, column: at.column - 1 }),
  ArrowRight: (at) => ({ ...at, column: at.column + 1 }),
  PageUp: (at, extent) => ({ ...at, row: at.row - extent.page }),
  PageDown: (at, extent) => ({ ...at, row: at.row + extent.page }),
  Home: (at) => ({ ...at, column: 0 }),
  End: (at, extent) => ({ ...at, column: extent.columns - 1 }),
  'Ctrl+Home': () => ({ row: 0, column: 0 }),
  'Ctrl+End': (_, extent) => ({ row: extent.rows - 1, column: extent.columns - 1 }),
};

/** Where a key moves the active cell; undefined for keys that do not move. Never leaves the grid. */
export function placeAfter(key: string, at: Place, extent: Extent): Place | undefined {
  const step = STEPS[key];
  return step ? within(step(at, extent), extent) : undefined;
}

/** The nearest place that exists. */
export function within(at: Place, extent: Extent): Place {
  const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most - 1));
  return { row: clamp(at.row, extent.rows), column: clamp(at.column, extent.columns) };
}
