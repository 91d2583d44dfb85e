/** What changed, for whoever is looking: ids only, never content, so that each listener reads with its own rights. */
export interface Message {
  readonly topic: 'dossier' | 'notice' | 'job' | 'directory' | 'calendar' | 'entity';
  readonly id: number;
  readonly event: string;
  /** Offices and persons whom it concerns; both empty concerns everybody signed in. */
  readonly officeIds?: readonly number[];
  readonly personIds?: readonly number[];
}

type Listener = (message: Message) => void;

/** Hands messages to whoever listens in this process: live streams, caches. */
export class Bus {
  readonly #listeners = new Set<Listener>();

  /** Answers the function that stops listening. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  send(message: Message): void {
    for (const listener of this.#listeners) listener(message);
  }
}

/** Holds a turn's messages until its commit; a turn that is undone tells nobody. */
export class Outbox {
  readonly #messages: Message[] = [];

  put(message: Message): void {
    this.#messages.push(message);
  }

  flush(bus: Bus): void {
    for (const message of this.#messages) bus.send(message);
  }
}
