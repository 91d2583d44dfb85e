import { loadLaw } from '#client/clocks/law.ts';
import { loadRequired } from '#client/fields/required.ts';
import { listen } from '#client/kernel/stream.ts';
import { loadDirectory } from '#client/offices/directory.ts';

/** What changed elsewhere: a topic and the number of what it concerns; 0 where it may be anything. */
export interface Elsewhere {
  readonly topic: string;
  readonly id: number;
  readonly event: string;
}

const TOPICS = ['dossier', 'notice', 'job', 'directory', 'calendar', 'entity'];
const tell = (detail: Elsewhere) => window.dispatchEvent(new CustomEvent<Elsewhere>('changed-elsewhere', { detail }));

/** Passes live events on as `changed-elsewhere` on the window, and keeps directory and calendar fresh by itself. */
export function startListening(): () => void {
  return listen('/api/stream', TOPICS, {
    onEvent: (topic, data) => {
      if (topic === 'directory') void Promise.all([loadDirectory(), loadRequired()]).catch(() => undefined);
      if (topic === 'calendar') void loadLaw().catch(() => undefined);
      tell({ topic, ...(data as { id: number; event: string }) });
    },
    onPoll: () => tell({ topic: 'dossier', id: 0, event: 'polled' }),
  });
}

/** What one did oneself is to be seen at once. */
export const UNDONE = 'undone';

/** Calls back when something of a topic changed elsewhere, at most once a second; returns how to stop. */
export function onElsewhere(topic: string, run: (id: number) => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let concerned = 0;
  const hear = (event: Event) => {
    const { detail } = event as CustomEvent<Elsewhere>;
    if (detail.topic !== topic) return;
    concerned = waiting && concerned !== detail.id ? 0 : detail.id;
    const now = () => {
      clearTimeout(waiting);
      waiting = undefined;
      run(concerned);
    };
    if (detail.event === UNDONE) now();
    else waiting ??= setTimeout(now, 1000);
  };
  window.addEventListener('changed-elsewhere', hear);
  return () => {
    clearTimeout(waiting);
    window.removeEventListener('changed-elsewhere', hear);
  };
}
