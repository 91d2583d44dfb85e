import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { type FieldVersions, merged, settled, type Take } from './conflict/merge.ts';
import './dialog-box.ts';

export type { FieldVersions } from './conflict/merge.ts';

/** Who saved meanwhile, in words. */
export interface OtherSave {
  readonly number: string;
  /** Name, office and telephone, so that one can call. */
  readonly name: string;
  readonly time: string;
  readonly opened: string;
}

/**
 * Two people changed one record: field by field, whose version stands. What only one side changed is already decided and says so.
 * Fires `conflict-merged` `{ values }` with the text of every field, `conflict-discarded`, `conflict-drafted`.
 */
@customElement('conflict-dialog')
export class ConflictDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      td { overflow-wrap: anywhere; white-space: pre-line; max-width: 16rem; }
      .changed { background: var(--dirty); }
      fieldset { display: grid; gap: 2px; white-space: nowrap; }
      label { display: inline-flex; gap: 6px; align-items: center; min-height: 1.5rem; }
      .auto { color: var(--ink-3); }
      @media (max-width: 640px) {
        thead { display: none; }
        tr { display: grid; border-bottom: 1px solid var(--edge); padding: var(--s-2) 0; }
        table.plain td { border: 0; max-width: none; display: grid; grid-template-columns: 5rem 1fr; }
        table.plain td::before { content: attr(data-label); color: var(--ink-3); }
        table.plain th[scope="row"] { border: 0; }
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) fields: readonly FieldVersions[] = [];
  @property({ attribute: false }) other: OtherSave | undefined;
  @state() private taken: Readonly<Record<string, Take>> = {};

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('fields')) this.taken = {};
  }

  #take(field: FieldVersions): Take {
    return settled(field) ?? this.taken[field.key] ?? 'theirs';
  }

  #merge(): void {
    const values = Object.fromEntries(this.fields.map((field) => [field.key, merged(field, this.#take(field))]));
    this.dispatchEvent(new CustomEvent('conflict-merged', { detail: { values } }));
  }

  #fire(name: 'conflict-discarded' | 'conflict-drafted'): void {
    this.dispatchEvent(new Event(name));
  }

  override render() {
    const shown = this.fields.filter((field) => field.base !== field.theirs || field.base !== field.mine);
    return html`<dialog-box wide heading=${t('conflict.title')} ?open=${this.open} @dialog-closed=${() => this.#fire('conflict-drafted')}>
      ${this.other ? html`<p>${t('conflict.who', { ...this.other })}</p>` : nothing}
      <table class="plain">
        <thead><tr>${(['field', 'base', 'theirs', 'mine', 'take'] as const).map((key) => html`<th scope="col">${t(`conflict.${key}`)}</th>`)}</tr></thead>
        <tbody>${shown.map((field) => this.#row(field))}</tbody>
      </table>
      <button slot="buttons" @click=${() => this.#fire('conflict-drafted')}>${t('conflict.keep_draft')}</button>
      <button slot="buttons" class="danger" @click=${() => this.#fire('conflict-discarded')}>${t('conflict.discard')}</button>
      <button slot="buttons" class="primary" @click=${this.#merge}>${t('conflict.merge')}</button>
    </dialog-box>`;
  }

  #row(field: FieldVersions) {
    const version = (key: 'base' | 'theirs' | 'mine') => {
      const same = key !== 'base' && field[key] === field.base;
      return html`<td data-label=${t(`conflict.${key}`)} class=${key !== 'base' && !same ? 'changed' : ''}>${
        same
          ? html`<span class="auto">${t('conflict.unchanged')}</span>`
          : field[key] || html`<span class="auto">${t('conflict.empty')}</span>`
      }</td>`;
    };
    return html`<tr><th scope="row">${field.label}</th>${version('base')}${version('theirs')}${version('mine')}
      <td data-label=${t('conflict.take')}>${this.#choice(field)}</td></tr>`;
  }

  #choice(field: FieldVersions) {
    const decided = settled(field);
    if (decided)
      return html`<span class="auto">${t(decided === 'mine' ? 'conflict.auto_mine' : 'conflict.auto_theirs')}</span>`;
    const takes: Take[] = field.prose ? ['theirs', 'mine', 'both'] : ['theirs', 'mine'];
    return html`<fieldset><legend class="for-reader">${field.label}</legend>
      ${takes.map(
        (take) => html`<label><input type="radio" name=${field.key} .checked=${this.#take(field) === take}
          @change=${() => {
            this.taken = { ...this.taken, [field.key]: take };
          }} />${t(`conflict.take_${take}`)}</label>`,
      )}
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'conflict-dialog': ConflictDialog;
  }
}
