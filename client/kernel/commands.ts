/** One thing the command palette can do: an address to go to, or an act. Each also has a visible button somewhere. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Its key, as `bindKeys` knows it, shown beside it. */
  readonly key?: string;
  /** Initials it also answers to, e.g. `tsjb` for 投诉举报. */
  readonly initials?: string;
  readonly href?: string;
  readonly run?: () => unknown;
}

/** The parts of the palette, in the order they are shown. */
export const COMMAND_GROUPS = ['actions', 'pages', 'recent', 'found', 'settings'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Where commands of one group come from: asked again for whatever is typed. `found` is asked only once something is. */
export interface CommandProvider {
  readonly group: CommandGroup;
  readonly find: (typed: string, signal: AbortSignal) => readonly Command[] | Promise<readonly Command[]>;
}

const providers: CommandProvider[] = [];

/** Adds commands until the returned function is called: a domain at start, a record page while it is open. */
export function provideCommands(provider: CommandProvider): () => void {
  providers.push(provider);
  return () => {
    const at = providers.indexOf(provider);
    if (at >= 0) providers.splice(at, 1);
  };
}

/** Everyone who provides commands now. */
export const commandProviders = (): readonly CommandProvider[] => providers;

/** True where a command answers to what is typed: every part of it, in label, hint or initials. */
export function answersTo(command: Command, typed: string): boolean {
  const text = `${command.label} ${command.hint ?? ''} ${command.initials ?? ''}`.toLowerCase();
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .every((part) => text.includes(part));
}

/** Opens the palette; `search` leaves out what is not found by searching. */
export function openPalette(mode: 'commands' | 'search' = 'commands'): void {
  window.dispatchEvent(new CustomEvent('palette-asked', { detail: { mode } }));
}
