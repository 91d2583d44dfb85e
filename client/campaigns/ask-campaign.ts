/** Opens the drafting of a campaign over whatever page is shown; loaded when first asked for. */
export async function askCampaign(): Promise<void> {
  await import('./campaign-entry.ts');
  window.dispatchEvent(new CustomEvent('campaign-asked', { detail: {} }));
}
