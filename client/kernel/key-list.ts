import type { WordKey } from './words.ts';

/** One key of the product as the list of keys tells it, bound at this moment or not. */
export interface ListedKey {
  readonly on: string;
  readonly word: WordKey;
}

const STEPS: readonly ListedKey[] = [
  { on: 'KeyS', word: 'complaint.step.acknowledge' },
  { on: 'KeyR', word: 'complaint.step.accept' },
  { on: 'KeyT', word: 'complaint.step.pass_on' },
  { on: 'KeyB', word: 'complaint.step.merge' },
];

/** Every key there is, by where it works; the keys that lead to pages stand with their pages. */
export const KEY_LIST: Readonly<Record<'everywhere' | 'lists' | 'records' | 'forms', readonly ListedKey[]>> = {
  everywhere: [
    { on: 'Slash', word: 'keys.search' },
    { on: 'Ctrl+KeyK', word: 'keys.palette' },
    { on: 'KeyN', word: 'keys.new' },
    { on: 'KeyL', word: 'keys.new_case' },
    { on: 'Shift+KeyL', word: 'keys.new_summary' },
    { on: 'Shift+Slash', word: 'keys.list' },
    { on: 'Ctrl+KeyZ', word: 'keys.undo' },
    { on: 'Ctrl+KeyY', word: 'keys.redo' },
    { on: 'Escape', word: 'keys.close' },
  ],
  lists: [
    { on: 'KeyJ', word: 'keys.next_row' },
    { on: 'KeyK', word: 'keys.previous_row' },
    { on: 'Enter', word: 'keys.open_row' },
    { on: 'KeyX', word: 'keys.select_row' },
    { on: 'KeyF', word: 'keys.filter' },
    { on: 'F2', word: 'keys.edit_cell' },
    { on: 'KeyA', word: 'keys.next_step' },
    ...STEPS,
  ],
  records: [
    { on: 'KeyA', word: 'keys.next_step' },
    ...STEPS,
    { on: 'KeyB', word: 'rectification.step.report' },
    { on: 'KeyV', word: 'rectification.step.visit' },
    { on: 'KeyE', word: 'rectification.step.ask_extension' },
    { on: 'KeyH', word: 'rectification.step.look_back' },
    { on: 'KeyW', word: 'keys.paper' },
    { on: 'KeyY', word: 'keys.transfer' },
    { on: 'KeyD', word: 'keys.extend' },
    { on: 'BracketRight', word: 'keys.next_tab' },
    { on: 'BracketLeft', word: 'keys.previous_tab' },
  ],
  forms: [
    { on: 'Ctrl+Enter', word: 'keys.submit' },
    { on: 'Ctrl+Shift+Enter', word: 'entry.submit_next' },
  ],
};
