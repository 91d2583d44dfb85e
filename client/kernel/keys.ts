import { isComposing } from './ime.ts';

/** One binding: which key, and what it does; its name stands in the list of keys. Newer bindings go before older ones. */
export interface KeyBinding {
  /** `event.code`, with `Ctrl+` or `Shift+` before it, or two codes for a sequence: `KeyG KeyW`. */
  readonly on: string;
  /** Returns false to leave the key to an older binding or the browser. */
  readonly run: (event: KeyboardEvent) => unknown;
}

const bindings: KeyBinding[] = [];
let lettersOn = true;
let begun: { code: string; at: number } | undefined;

/** Binds keys until the returned function is called; an element binds when connected and unbinds when it leaves. */
export function bindKeys(...added: KeyBinding[]): () => void {
  bindings.unshift(...added);
  return () => {
    for (const one of added) bindings.splice(bindings.indexOf(one), 1);
  };
}

/** The one switch for single-letter keys; combinations with Ctrl stay. */
export function letterKeys(on?: boolean): boolean {
  if (on !== undefined) lettersOn = on;
  return lettersOn;
}

/** How a binding reads on a keyboard: `g w`, `Ctrl+Enter`, `/`. */
export function keyName(on: string): string {
  return on.split(' ').map(chordName).join(' ');
}

const SIGNS: Record<string, string> = {
  Slash: '/',
  'Shift+Slash': '?',
  BracketLeft: '[',
  BracketRight: ']',
  Escape: 'Esc',
};

function chordName(chord: string): string {
  const sign = SIGNS[chord];
  if (sign) return sign;
  return chord
    .split('+')
    .map(
      (part) =>
        SIGNS[part] ??
        (part.startsWith('Key') && !chord.includes('+')
          ? part.slice(3).toLowerCase()
          : part.replace(/^(Key|Digit)/, '')),
    )
    .join('+');
}

/** True where typing goes into a text field, so that letters are text and not commands. */
export function inTextField(event: Event): boolean {
  const target = event.composedPath()[0];
  if (target instanceof HTMLInputElement)
    return !target.readOnly && !['checkbox', 'radio', 'button'].includes(target.type);
  if (target instanceof HTMLTextAreaElement) return !target.readOnly;
  return target instanceof HTMLSelectElement || (target instanceof HTMLElement && target.isContentEditable);
}

/** True where Ctrl+Z is the field's own: text is being typed there. A grid's field that waits for its first key has nothing to undo. */
export function ownsUndo(event: Event): boolean {
  const target = event.composedPath()[0];
  if (target instanceof HTMLSelectElement || (target instanceof HTMLElement && 'resting' in target.dataset))
    return false;
  return inTextField(event);
}

function chordOf(event: KeyboardEvent): string {
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.code}`;
}

/** A key alone does nothing inside text fields, and nothing at all while letter keys are off. */
const mayRun = (chord: string, event: KeyboardEvent) =>
  /^(Ctrl\+|Escape|F\d)/.test(chord) || (lettersOn && !inTextField(event));

function dispatch(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || isComposing(event)) return;
  const chord = chordOf(event);
  if (!mayRun(chord, event)) return;
  const second = begun && event.timeStamp - begun.at < 1500 ? `${begun.code} ${chord}` : undefined;
  begun = undefined;
  const wanted = second && bindings.some((one) => one.on === second) ? second : chord;
  for (const one of bindings.filter((each) => each.on === wanted)) {
    if (one.run(event) === false) continue;
    event.preventDefault();
    return;
  }
  if (bindings.some((one) => one.on.startsWith(`${chord} `))) begun = { code: chord, at: event.timeStamp };
}

if (typeof window !== 'undefined') window.addEventListener('keydown', dispatch);
