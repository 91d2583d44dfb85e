/** One field in three versions: when opened, as the other saved it, as it is typed here. */
export interface FieldVersions {
  readonly key: string;
  readonly label: string;
  readonly base: string;
  readonly theirs: string;
  readonly mine: string;
  /** Prose can keep both texts, one after the other. */
  readonly prose?: boolean;
}

/** Which version of a field is kept. */
export type Take = 'theirs' | 'mine' | 'both';

/** What decides itself: where only one side changed a field, that side's version stands. Undefined where both did. */
export function settled(field: FieldVersions): Take | undefined {
  if (field.mine === field.theirs || field.mine === field.base) return 'theirs';
  return field.theirs === field.base ? 'mine' : undefined;
}

/** True where at least one field was changed by both sides in different ways. */
export const clashes = (fields: readonly FieldVersions[]) => fields.some((field) => settled(field) === undefined);

/** The text of a field once decided. */
export function merged(field: FieldVersions, take: Take): string {
  if (take === 'both') return `${field.theirs}\n${field.mine}`;
  return take === 'mine' ? field.mine : field.theirs;
}
