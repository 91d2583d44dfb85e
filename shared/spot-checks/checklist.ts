import type { Day } from '../kernel/calendar.ts';
import { CHECKLISTS } from './checklists.seed.ts';
import type { ItemAnswer } from './spot-check.lists.ts';

/** One thing to look at, with the provision it comes from. What it says is `checklist.<list>.<item>` among the words. */
export interface ChecklistItem {
  readonly item: string;
  readonly clause: string;
}

/** A checklist as it was in force from one day to another: what was answered by it is read by that version for ever. */
export interface Checklist {
  readonly list: string;
  readonly version: string;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  /** The matters it is for, whole groups by their head alone. */
  readonly matters: readonly string[];
  readonly items: readonly ChecklistItem[];
}

/** What an inspector found at one item. */
export interface Answered {
  readonly item: string;
  readonly answer: ItemAnswer;
  readonly note?: string | undefined;
  readonly fileIds?: readonly number[] | undefined;
}

const covers = (matter: string) => (named: string) => named === matter || named === matter.split('.')[0];

/** The list for a matter in the version of a day; the general one where the matter has none of its own. */
export function checklistFor(matter: string, on: Day, lists: readonly Checklist[] = CHECKLISTS): Checklist | undefined {
  const standing = lists.filter(
    ({ validFrom, validUntil }) => validFrom <= on && (validUntil === null || on <= validUntil),
  );
  const own = standing.filter(({ matters }) => matters.includes(matter));
  const group = standing.filter(({ matters }) => matters.some(covers(matter)));
  return own[0] ?? group[0] ?? standing.find(({ matters }) => matters.length === 0);
}

/** A list in the very version a record was answered by. */
export const checklistOf = (list: string, version: string, lists: readonly Checklist[] = CHECKLISTS) =>
  lists.find((one) => one.list === list && one.version === version);

/** Items of a list that nobody has answered yet, in its order. */
export function unanswered({ items }: Pick<Checklist, 'items'>, answers: readonly Answered[]): string[] {
  const done = new Set(answers.map(({ item }) => item));
  return items.map(({ item }) => item).filter((item) => !done.has(item));
}

/** How many items were found not to be met. */
export const failedIn = (answers: readonly Answered[]): number =>
  answers.filter(({ answer }) => answer === 'fails').length;
