/** What lists may be asked for as spreadsheets, loaded when the first is: it knows the filters of every ledger. */
export const exports = async () => (await import('#shared/exports/export.api.ts')).exportApi;
