/** Opens the planning of a check over whatever page is shown, with what is known of it; loaded when first asked for. */
export async function askSpotCheck(begun?: Readonly<Record<string, unknown>>): Promise<void> {
  await import('./spot-check-entry.ts');
  window.dispatchEvent(new CustomEvent('spot-check-asked', { detail: begun ?? null }));
}
