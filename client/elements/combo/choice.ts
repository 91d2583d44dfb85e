/** One thing to choose: its value, how it reads, a quieter second line, and the initials it also answers to. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly initials?: string;
  /** Leads elsewhere: taken only by Enter or a press, never by passing on. */
  readonly byHand?: boolean;
}

/** Asks somewhere else for choices that fit what is typed. */
export type ChoiceSource = (typed: string, signal: AbortSignal) => Promise<readonly Choice[]>;

const MOST = 50;

/** How well a choice fits: exact, beginning, initials, inside; undefined where it does not. */
function rank(choice: Choice, typed: string): number | undefined {
  const label = choice.label.toLowerCase();
  if (label === typed || choice.value.toLowerCase() === typed) return 0;
  if (label.startsWith(typed)) return 1;
  if (choice.initials?.startsWith(typed)) return 2;
  if (label.includes(typed) || choice.initials?.includes(typed)) return 3;
  return choice.hint?.toLowerCase().includes(typed) || choice.value.toLowerCase().startsWith(typed) ? 4 : undefined;
}

/** The choices that fit what is typed, best first; all of them where nothing is. */
export function fitting(choices: readonly Choice[], text: string): readonly Choice[] {
  const typed = text.normalize('NFKC').trim().toLowerCase();
  if (typed === '') return choices.slice(0, MOST);
  return choices
    .flatMap((choice) => {
      const at = rank(choice, typed);
      return at === undefined ? [] : [{ choice, at }];
    })
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST)
    .map(({ choice }) => choice);
}
