import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { session } from '#client/auth/session.ts';
import { DraftKeeper } from '#client/kernel/drafts.ts';
import { timeOf } from '#client/kernel/format.ts';
import { t } from '#client/kernel/words.ts';
import type { PaperAnswer } from '#shared/documents/document.api.ts';
import { placeOf } from '#shared/documents/places.ts';

type Answers = Readonly<Record<string, PaperAnswer>>;

/** What is typed for a paper and not yet made, kept in this browser; telephones, addresses and ID numbers are not. */
export class PaperDraft implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #keeper: DraftKeeper<Answers> | undefined;
  #unwatch: (() => void) | undefined;
  /** When it was last kept, in words. */
  kept = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#unwatch?.();
  }

  /** Answers what was typed for this paper before. */
  begin(paper: string): Answers {
    this.#unwatch?.();
    this.kept = '';
    this.#keeper = new DraftKeeper(`paper.${session()?.person.id ?? 0}.${paper}`, (at) => {
      this.kept = t('draft.kept_here', { time: timeOf(at, true) });
      this.#host.requestUpdate();
    });
    this.#unwatch = this.#keeper.watch();
    return this.#keeper.found()?.answers ?? {};
  }

  note(answers: Answers): void {
    this.#keeper?.note(Object.fromEntries(Object.entries(answers).filter(([place]) => !placeOf(place)?.personal)));
  }

  /** Forgets what was typed once it stands in a paper. */
  drop(): void {
    this.#keeper?.drop();
    this.kept = '';
  }
}
