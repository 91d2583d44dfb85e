import { call } from '#client/kernel/api.ts';
import { language, t } from '#client/kernel/words.ts';
import { type Directory, directoryApi, type OfficeEntry, type PersonEntry } from '#shared/offices/directory.api.ts';

let offices = new Map<number, OfficeEntry>();
let people = new Map<number, PersonEntry>();

/** Loads who and which offices there are; every name and select on screen is drawn from it. Fires `directory-loaded`. */
export async function loadDirectory(): Promise<void> {
  useDirectory(await call(directoryApi.read, {}));
}

/** Takes a directory over. */
export function useDirectory(told: Directory): void {
  offices = new Map(told.offices.map((office) => [office.id, office]));
  people = new Map(told.people.map((person) => [person.id, person]));
  window.dispatchEvent(new Event('directory-loaded'));
}

/** All offices, former ones included. */
export const allOffices = (): readonly OfficeEntry[] => [...offices.values()];

export const officeOf = (id: number | null | undefined): OfficeEntry | undefined => (id ? offices.get(id) : undefined);

/** An office by its full name. */
export function officeName(id: number | null | undefined): string {
  const office = officeOf(id);
  return office ? (language() === 'zh' ? office.name : office.nameEn) : '';
}

/** An office in few signs, for grids. */
export function officeShort(id: number | null | undefined): string {
  const office = officeOf(id);
  return office ? (language() === 'zh' ? office.shortName : office.nameEn) : '';
}

/** A person's name; the product itself where nobody acted. */
export function personName(id: number | null | undefined): string {
  if (id === 0) return t('event.system');
  return (id && people.get(id)?.name) || '';
}

/** Offices that can handle a record today, as a combobox offers them. */
export function handlingOffices() {
  return allOffices()
    .filter(
      ({ validUntil, department }) => !validUntil && department !== 'coordination' && department !== 'procuratorate',
    )
    .map(asChoice);
}

/** Offices that exist today. */
export const standingOffices = () =>
  allOffices()
    .filter(({ validUntil }) => !validUntil)
    .map(asChoice);

const asChoice = ({ id, name, nameEn, shortName }: OfficeEntry) => ({
  value: String(id),
  label: language() === 'zh' ? name : nameEn,
  hint: language() === 'zh' ? '' : name,
  initials: shortName,
});

/** Everybody, as a filter offers them. */
export const allPeople = () => [...people.values()].map(({ id, name }) => ({ value: String(id), label: name }));

/** Who serves in an office, as a select offers them. */
export function peopleOf(officeId: number) {
  return [...people.values()]
    .filter(({ officeIds }) => officeIds.includes(officeId))
    .map(({ id, name }) => ({ value: String(id), label: name }));
}
