/** Opens the registration of a clue over whatever page is shown, with what is known of it; loaded when first asked for. */
export async function askCase(begun?: Readonly<Record<string, unknown>>): Promise<void> {
  await import('./case-entry.ts');
  window.dispatchEvent(new CustomEvent('case-asked', { detail: begun ?? null }));
}

/** Opens the form of a penalty on the spot over whatever page is shown; loaded when first asked for. */
export async function askSummary(): Promise<void> {
  await import('./case-summary-form.ts');
  window.dispatchEvent(new Event('summary-asked'));
}
