/** One row of a state machine: who may move what where, and which clocks that turns. */
export interface Step<State extends string, Permission extends string, Clock extends string> {
  readonly from: readonly State[];
  readonly to: State;
  readonly permission: Permission;
  readonly needsReason?: boolean;
  /** Whoever takes it gave their password just now. */
  readonly needsProof?: boolean;
  readonly starts?: Clock | readonly Clock[];
  readonly stops?: Clock | readonly Clock[];
}

/** The clocks a row starts or stops, none, one or several. */
export const clocksIn = <Clock extends string>(named: Clock | readonly Clock[] | undefined): readonly Clock[] =>
  named === undefined ? [] : typeof named === 'string' ? [named] : named;

type Steps = Record<string, Step<string, string, string>>;

/** The steps a reader with these permissions may take from a state: buttons, guards and tests all ask here. */
export function openSteps<T extends Steps>(
  table: T,
  state: string,
  permissions: ReadonlySet<string>,
): (keyof T & string)[] {
  return Object.keys(table).filter((name) => {
    const step = table[name]!;
    return step.from.includes(state) && permissions.has(step.permission);
  });
}
