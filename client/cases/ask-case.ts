/** Opens the registration of a clue over whatever page is shown; loaded when first asked for. */
export async function askCase(): Promise<void> {
  await import('./case-entry.ts');
  window.dispatchEvent(new Event('case-asked'));
}

/** Opens the form of a penalty on the spot over whatever page is shown; loaded when first asked for. */
export async function askSummary(): Promise<void> {
  await import('./case-summary-form.ts');
  window.dispatchEvent(new Event('summary-asked'));
}
