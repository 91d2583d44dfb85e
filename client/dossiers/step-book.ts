import type { PaperLack } from '#shared/documents/paper.lack.ts';
import type { Faults, FormSchema } from '#shared/kernel/faults.ts';
import type { Step } from '#shared/kernel/workflow.ts';

/** What a step asks for, and which of it must be answered; the service has the last word, field by field. */
export interface StepAsk {
  readonly asks: readonly string[];
  readonly must?: readonly string[];
  /** Steps that carry no reason at all. */
  readonly noReason?: boolean;
  /** What the reason is called, where it is more than that. */
  readonly reasonWord?: string;
  /** The letter that asks for it, on the record and in its list: `KeyS`. */
  readonly key?: string;
  /** Left out where nothing is said of taking it back. */
  readonly undoable?: boolean;
}

/** What a field of a step is drawn from. */
export interface StepAsked<R> {
  readonly record: R;
  readonly step: string;
  readonly faults: Faults;
  readonly must: readonly string[];
}

type Answers = Record<string, unknown>;

/** A record as its steps are offered. */
export interface Stepping {
  readonly id: number;
  readonly number: string;
  readonly version: number;
  readonly state: string;
  readonly ownerOfficeId: number;
  readonly openSteps: readonly string[];
  /** Papers the law asks for before a step and that are neither there nor explained. */
  readonly lacks?: Readonly<Record<string, readonly PaperLack[]>>;
}

/** A ledger's steps as people take them: their order, what each asks, and how it is sent. */
export interface StepBook<R extends Stepping> {
  /** The prefix of the ledger's words: `case.step.file`, `case.does.file`, `case.blocker.facts`. */
  readonly kind: string;
  /** The order in which open steps are offered: what usually comes next first. */
  readonly order: readonly string[];
  /** Steps that end something or send it away: drawn without emphasis, never the first button. */
  readonly away: ReadonlySet<string>;
  readonly asks: Readonly<Record<string, StepAsk>>;
  readonly schema: FormSchema;
  /** The name field words are looked up by: `CaseStep`. */
  readonly words: string;
  row(step: string): Step<string, string, string>;
  /** Whether a step leads on now; left out, every step that does not lead away does. */
  leadsOn?(record: R, step: string): boolean;
  /** What stands in a step's way, as the ledger's words name it. */
  blockers(record: R, step: string): readonly string[];
  /** Whether the record is done, so that nobody is waited for. */
  done(record: R): boolean;
  /** The office that is waited for; left out, the owner. */
  waitsFor?(record: R): number | null;
  /** A field drawn by hand; undefined where its schema says enough. */
  control(field: string, asked: StepAsked<R>): unknown;
  /** Reads what the schema cannot: adds to the answers, gives back faults. */
  read?(answers: Answers, root: ParentNode, ask: StepAsk): Faults | Promise<Faults>;
  take(record: R, body: Answers): Promise<R>;
}
