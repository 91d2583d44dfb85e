import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/** Events of a Chinese input method end up to this long after the composition they belong to. */
const AFTERGLOW_MS = 30;

const ended = new WeakMap<EventTarget, number>();
const composing = new WeakSet<EventTarget>();

const innermost = (event: Event) => event.composedPath()[0] ?? event.target!;

/**
 * True where a key belongs to the input method and must do nothing else: during composition, when only keyCode 229
 * tells (Safari, some Windows editors), and in the moment after.
 */
export function isComposing(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return true;
  const target = innermost(event);
  const at = ended.get(target);
  return composing.has(target) || (at !== undefined && event.timeStamp - at < AFTERGLOW_MS);
}

/** True while text is being composed in this field: its value must not be touched, not even by the same text. */
export const isComposingIn = (field: EventTarget) => composing.has(field);

if (typeof window !== 'undefined') {
  window.addEventListener('compositionstart', (event) => composing.add(innermost(event)), { capture: true });
  window.addEventListener(
    'compositionend',
    (event) => {
      composing.delete(innermost(event));
      ended.set(innermost(event), event.timeStamp);
    },
    { capture: true },
  );
}

class SteadyValue extends Directive {
  #last: string | undefined;

  render(_value: string) {
    return noChange;
  }

  override update(part: ElementPart, [value]: [string]) {
    const field = part.element as HTMLInputElement | HTMLTextAreaElement;
    if (value !== this.#last && value !== field.value && !composing.has(field)) field.value = value;
    this.#last = value;
    return noChange;
  }
}

/** Sets a text field's value when it is given a new one, but never under the hands of an input method. */
export const steadyValue = directive(SteadyValue);
