import { may } from '#client/auth/session.ts';
import { askCase, askSummary } from '#client/cases/ask-case.ts';
import { loadLaw } from '#client/clocks/law.ts';
import { askEntry } from '#client/complaints/ask-entry.ts';
import { loadRequired } from '#client/fields/required.ts';
import { bindKeys, type KeyBinding, ownsUndo } from '#client/kernel/keys.ts';
import { go } from '#client/kernel/router.ts';
import { loadDirectory } from '#client/offices/directory.ts';
import { redoLast, undoLast } from '#client/operations/undo.ts';
import { openRoutes } from '#client/routes.ts';
import { provideSearch } from '#client/search/search-commands.ts';
import { provideRoutes } from './route-commands.ts';

let stop: (() => void)[] = [];

/** Everything that must be known and bound before the first page: offices, people, law, keys, commands. */
export async function startWork(): Promise<void> {
  for (const undo of stop) undo();
  await Promise.all([loadDirectory(), loadLaw(), loadRequired()]);
  stop = [
    provideRoutes(),
    provideSearch(),
    bindKeys(
      ...goTo(),
      { on: 'KeyL', run: () => (may('case.register') ? askCase() : false) },
      { on: 'Shift+KeyL', run: () => (may('case.handle') ? askSummary() : false) },
      { on: 'KeyN', run: () => (may('complaint.register') ? askEntry() : false) },
      { on: 'Ctrl+KeyZ', run: (event) => (ownsUndo(event) ? false : undoLast()) },
      { on: 'Ctrl+KeyY', run: (event) => (ownsUndo(event) ? false : redoLast()) },
      { on: 'Shift+Slash', run: () => window.dispatchEvent(new Event('keys-asked')) },
    ),
  ];
}

/** `g` and a page's own letter, for the pages one may open. */
const goTo = (): KeyBinding[] =>
  openRoutes().flatMap(({ path, nav }) => (nav?.key ? [{ on: `KeyG ${nav.key}`, run: () => go(path) }] : []));
