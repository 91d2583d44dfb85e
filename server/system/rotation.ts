const NAME = /^backup-(\d{8})T(\d{6})Z$/;
const DAILY = 14;
const MONTHLY = 12;
const OFFICE_OFFSET_MS = 8 * 3_600_000;

/** The name a backup made at an instant has; names in order are backups in order. */
export function nameAt(at: string): string {
  return `backup-${at.replace(/[-:]|\.\d+/g, '')}`;
}

/** Whether a name is one of the product's own: anything else in the folder is never touched. */
export const isBackup = (name: string): boolean => NAME.test(name);

/** The backups that may go: all but the newest of each of the last fourteen days and twelve months that have one. The newest of all always stays. */
export function outdated(names: readonly string[]): string[] {
  const newestFirst = names.filter(isBackup).sort().reverse();
  const keep = new Set<string>();
  for (const [length, most] of [
    [10, DAILY],
    [7, MONTHLY],
  ] as const) {
    const periods = new Map<string, string>();
    for (const name of newestFirst) {
      const period = dayOf(name).slice(0, length);
      if (!periods.has(period)) periods.set(period, name);
    }
    for (const name of [...periods.values()].slice(0, most)) keep.add(name);
  }
  return newestFirst.filter((name) => !keep.has(name));
}

/** The office's day a backup was made on. */
function dayOf(name: string): string {
  const [, day = '', time = ''] = NAME.exec(name) ?? [];
  const at = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}Z`;
  const instant = Date.parse(at);
  return Number.isNaN(instant) ? day : new Date(instant + OFFICE_OFFSET_MS).toISOString().slice(0, 10);
}
