/** What an order begins with when it is asked for from another record. */
export interface OrderBegun {
  /** The number of the record it comes from. */
  readonly sourceId?: string;
  readonly source?: string;
  readonly subjectName?: string;
  readonly county?: string;
  readonly township?: string;
  readonly matter?: string;
}

/** Opens the writing of an order to correct over whatever page is shown; loaded when first asked for. */
export async function askRectification(begun: OrderBegun = {}): Promise<void> {
  await import('./rectification-entry.ts');
  window.dispatchEvent(new CustomEvent('rectification-asked', { detail: begun }));
}
