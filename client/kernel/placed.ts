import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

class Placed extends Directive {
  #before: readonly string[] = [];

  render(_styles: Readonly<Record<string, string>>) {
    return noChange;
  }

  override update(part: ElementPart, [styles]: [Readonly<Record<string, string>>]) {
    const { style } = part.element as HTMLElement;
    for (const name of this.#before) if (!(name in styles)) style.removeProperty(name);
    for (const [name, value] of Object.entries(styles)) style.setProperty(name, value);
    this.#before = Object.keys(styles);
    return noChange;
  }
}

/** Sets computed positions and widths (`padding-top`, `--cols`) through the style object: a style attribute is what our own policy forbids. */
export const placed = directive(Placed);
