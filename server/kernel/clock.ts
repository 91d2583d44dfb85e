/** The only source of time. Tests hand in one that stands still. */
export interface Clock {
  /** Now, as an instant in UTC. */
  now(): string;
  /** Today in the office's zone, whatever the machine's zone says. */
  today(): string;
}

const day = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The machine's clock, read in the office's zone. */
export const wallClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => day.format(new Date()),
};
