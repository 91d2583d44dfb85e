/** What listens to the server: called for each event, and on every poll where streams do not pass. */
export interface StreamListener {
  /** One event of the stream, its data parsed. */
  readonly onEvent: (name: string, data: unknown) => void;
  /** Asked every `pollMs` while no stream gets through an old proxy. */
  readonly onPoll: () => void;
}

const POLL_MS = 30_000;
const GIVE_UP_AFTER = 3;

/** Listens to live events until the returned function is called; falls back to polling where the stream keeps breaking. */
export function listen(url: string, names: readonly string[], listener: StreamListener, pollMs = POLL_MS): () => void {
  let failures = 0;
  let poll: ReturnType<typeof setInterval> | undefined;
  const source = new EventSource(url);
  const startPolling = () => {
    poll ??= setInterval(listener.onPoll, pollMs);
  };
  source.onopen = () => {
    if (failures > 0) listener.onPoll(); // whatever happened while the line was down
    failures = 0;
    clearInterval(poll);
    poll = undefined;
  };
  source.onerror = () => {
    failures += 1;
    if (failures < GIVE_UP_AFTER && source.readyState !== EventSource.CLOSED) return;
    source.close();
    startPolling();
  };
  for (const name of names) {
    source.addEventListener(name, (event) => listener.onEvent(name, JSON.parse((event as MessageEvent<string>).data)));
  }
  return () => {
    source.close();
    clearInterval(poll);
  };
}
