/** Opens quick entry over whatever page is shown; loaded when first asked for. */
export async function askEntry(): Promise<void> {
  await import('./complaint-entry.ts');
  window.dispatchEvent(new Event('entry-asked'));
}
