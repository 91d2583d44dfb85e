import { Task } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { session } from '#client/auth/session.ts';
import { call } from '#client/kernel/api.ts';
import { say, t } from '#client/kernel/words.ts';
import { personName } from '#client/offices/directory.ts';
import { onElsewhere } from '#client/shell/live.ts';
import { type ClockFace, clockApi } from '#shared/clocks/clock.api.ts';
import { dossierApi, type TimelineEntry } from '#shared/dossiers/dossier.api.ts';
import type { Kind } from '#shared/dossiers/dossier.kinds.ts';
import { stepWord } from './ledgers.ts';

/** What every ledger's record has. */
export interface RecordLike {
  readonly id: number;
  readonly number: string;
  readonly version: number;
  readonly stub: boolean;
}

/** A record with its clocks and its story. */
export interface Loaded<R> {
  readonly record: R;
  readonly clocks: readonly ClockFace[];
  readonly timeline: readonly TimelineEntry[];
}

/** Loads a record of any ledger, again whenever somebody changed it elsewhere, and says what they did. One's own change needs no news. */
export class RecordLoad<R extends RecordLike> implements ReactiveController {
  news = '';
  shown: Loaded<R> | undefined;
  readonly task: Task<readonly [number], Loaded<R>>;
  #ownVersion = 0;
  #stop: (() => void) | undefined;
  readonly #id: () => number;
  readonly #kind: Kind;

  constructor(
    host: ReactiveControllerHost,
    kind: Kind,
    id: () => number,
    read: (id: number, signal: AbortSignal) => Promise<R>,
  ) {
    this.#id = id;
    this.#kind = kind;
    host.addController(this);
    this.task = new Task(host, {
      args: () => [id()] as const,
      task: async ([asked], { signal }): Promise<Loaded<R>> => {
        const params = { id: asked };
        const record = await read(asked, signal);
        if (record.stub) return { record, clocks: [], timeline: [] };
        const [clocks, timeline] = await Promise.all([
          call(clockApi.ofDossier, { params, signal }),
          call(dossierApi.timeline, { params, signal }),
        ]);
        return { record, clocks, timeline };
      },
      onComplete: (loaded) => this.#loaded(loaded),
    });
  }

  hostConnected(): void {
    this.#stop = onElsewhere('dossier', (id) => {
      if (id === 0 || id === this.#id()) this.reload();
    });
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  readonly reload = (): void => void this.task.run();

  /** After a change of one's own: to which version, where that is known. */
  readonly changedHere = (version = Number.POSITIVE_INFINITY): void => {
    this.#ownVersion = version;
    this.reload();
  };

  #loaded(loaded: Loaded<R>): void {
    const before = this.shown?.record;
    const changed = before?.id === loaded.record.id && before.version !== loaded.record.version;
    const own = loaded.record.version <= this.#ownVersion || loaded.timeline[0]?.personId === session()?.person.id;
    this.news = changed && !own ? this.#whatHappened(loaded) : '';
    this.shown = loaded;
    document.title = `${loaded.record.number} · ${t('app.name')}`;
  }

  #whatHappened({ timeline: [last] }: Loaded<R>): string {
    if (!last) return t('record.somebody');
    const step = stepWord(this.#kind, last.detail['step']) ?? say(`event.${last.event}`) ?? '';
    return t('record.changed_elsewhere', { what: `${personName(last.personId)} ${step}` });
  }
}
