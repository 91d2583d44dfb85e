import { dirname } from 'node:path';
import { Cron } from 'croner';
import type { FastifyBaseLogger } from 'fastify';
import { foldersOf } from './data-folder.ts';
import { finishPapers } from './documents/document.issue.ts';
import { templatesNamed } from './documents/template.service.ts';
import { purgeDrafts } from './drafts/draft.service.ts';
import { contentNamed } from './files/file.service.ts';
import { Store } from './files/store.ts';
import { purgeImports } from './imports/import.purge.ts';
import type { Bus } from './kernel/outbox.ts';
import { type Parts, purgeAnswers, turnOf } from './kernel/turns.ts';
import { SYSTEM, type Work } from './kernel/work.ts';
import { remindOfDue } from './notices/notice.due.ts';
import { purgeNotices, tellWaiting } from './notices/notice.service.ts';
import { purgeOperations } from './operations/operation.service.ts';
import { backUpDaily, recordBackup } from './system/system.service.ts';
import { keepReserve } from './system/watch.ts';

/** What the product does by itself: when, and what. Times are the office's. */
interface Timer {
  readonly name: string;
  readonly at: string;
  run(app: Ticking): Promise<unknown>;
}
type Ticking = Parts & { readonly bus: Bus; readonly log: FastifyBaseLogger };

const inTurn =
  (name: string, act: (work: Work) => Promise<unknown>): Timer['run'] =>
  (app) =>
    turnOf(app, SYSTEM, { requestId: `timer:${name}`, address: '' }, act);

const storeOf = ({ db }: Parts) => new Store(foldersOf(dirname(db.file)).files);
const sweepUploads: Timer['run'] = (app) => storeOf(app).sweepUploads(Date.parse(app.clock.now()));
const sweepOrphans: Timer['run'] = (app) =>
  storeOf(app).sweepOrphans(Date.parse(app.clock.now()), async (prefix) => {
    const [files, templates] = [await contentNamed(app.db.read, prefix), await templatesNamed(app.db.read, prefix)];
    return new Set([...files, ...templates]);
  });
const papers: Timer['run'] = (app) => finishPapers(app, storeOf(app));

const backup: Timer['run'] = async (app) => {
  const trace = { requestId: 'timer:backup', address: '' };
  const note = (failed: boolean) =>
    turnOf(app, SYSTEM, trace, (work) => recordBackup(work, failed), { evenWhenLow: true });
  try {
    const made = await backUpDaily(app);
    if (made) await note(false);
    return made;
  } catch (error) {
    await note(true);
    throw error;
  }
};

const TIMERS: readonly Timer[] = [
  { name: 'drafts', at: '10 3 * * *', run: inTurn('drafts', purgeDrafts) },
  { name: 'answers', at: '15 * * * *', run: inTurn('answers', purgeAnswers) },
  { name: 'notices', at: '20 3 * * *', run: inTurn('notices', purgeNotices) },
  { name: 'operations', at: '25 3 * * *', run: inTurn('operations', purgeOperations) },
  { name: 'imports', at: '35 3 * * *', run: inTurn('imports', purgeImports) },
  { name: 'due', at: '0 8 * * *', run: remindOfDue },
  { name: 'digest', at: '* * * * *', run: tellWaiting },
  { name: 'uploads', at: '*/10 * * * *', run: sweepUploads },
  { name: 'contents', at: '30 3 * * *', run: sweepOrphans },
  { name: 'papers', at: '*/5 * * * *', run: papers },
  { name: 'reserve', at: '* * * * *', run: ({ db }) => keepReserve(db) },
  { name: 'backup', at: '30 2 * * *', run: backup },
];

/** Starts every timer, each once at once for what fell into a stop; answers how to end them. A failure is logged and tried again next time. */
export function startTimers(app: Ticking): () => void {
  const run = async ({ name, run }: Timer) => {
    try {
      const did = await run(app);
      if (did) app.log.info({ timer: name, did }, 'timer');
    } catch (error) {
      app.log.error({ timer: name, err: error }, 'timer failed');
    }
  };
  const crons = TIMERS.map(
    (timer) => new Cron(timer.at, { timezone: 'Asia/Shanghai', protect: true }, () => run(timer)),
  );
  for (const timer of TIMERS) void run(timer);
  return () => {
    for (const cron of crons) cron.stop();
  };
}
