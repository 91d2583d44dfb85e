import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import '#client/elements/combo-box.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { entityApi } from '#shared/entities/entity.api.ts';
import type { Entity, EntityHit } from '#shared/entities/entity.schema.ts';
import { type EntityChoice, entitySource, NEW_ENTITY } from './entity-choices.ts';
import './entity-quick-dialog.ts';
import { busyText, placeShort, watchMark } from './entity-look.ts';

const MOST = 3;
type Named = Pick<EntityHit, 'id' | 'name' | 'county' | 'township'>;

/**
 * Whom a record is about: a name as it was said, an entity on file, or both. Letters find entities by initials; how busy the chosen one is
 * stands below; a name that is not linked offers what it may mean; whatever is not on file is filed from here. `value` is the entity's
 * number or '', `text` the name. Fires `subject-chosen` `{ entity }` and `change`.
 */
@customElement('subject-box')
export class SubjectBox extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override styles = [
    base,
    buttons,
    css`
      :host { display: block; }
      .told { display: flex; flex-wrap: wrap; gap: 2px var(--s-2); align-items: center; font-size: var(--t-1); line-height: 1.45; color: var(--ink-2); min-height: 1.25rem; margin-top: 2px; }
      .told button { min-height: 1.5rem; font-size: var(--t-1); padding: 0 6px; background: var(--azurite-t); border-color: transparent; white-space: normal; text-align: left; }
      @media (max-width: 640px) { .told button { min-height: 2.5rem; } }
    `,
  ];

  @property() name = '';
  @property() label = '';
  @property() value = '';
  @property() text = '';
  @property() county = '';
  @property({ type: Boolean }) invalid = false;
  @state() private filing: string | undefined;

  readonly #known = new Task(this, {
    args: () => [this.value, this.text, this.county] as const,
    task: async ([value, text, county], { signal }) => {
      if (!may('entity.read')) return { linked: undefined, near: [] as EntityHit[] };
      if (value) return { linked: await call(entityApi.read, { params: { id: Number(value) }, signal }), near: [] };
      if (text.trim().length < 2) return { linked: undefined, near: [] };
      await new Promise((resolve) => setTimeout(resolve, 300));
      signal.throwIfAborted();
      const body = { q: text.slice(0, 60), limit: MOST, ...(county ? { county } : {}) };
      return { linked: undefined, near: await call(entityApi.suggest, { body, signal }) };
    },
  });

  #take(entity: Named | undefined, text: string): void {
    this.value = entity ? String(entity.id) : '';
    this.text = text;
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    if (entity) this.dispatchEvent(new CustomEvent('subject-chosen', { bubbles: true, detail: { entity } }));
  }

  readonly #chosen = (event: CustomEvent<{ choice?: EntityChoice }>) => {
    event.stopPropagation();
    const { choice } = event.detail;
    const box = event.target as HTMLElement & { value: string; text: string };
    if (choice?.value === NEW_ENTITY) {
      this.filing = choice.label;
      box.value = '';
      this.#take(undefined, choice.label);
    } else this.#take(choice?.hit, choice?.label ?? box.text);
  };

  override render() {
    return html`<combo-box free label=${this.label} .value=${this.value} .text=${this.text} ?invalid=${this.invalid}
        .source=${entitySource(() => this.county || undefined, { offerNew: may('entity.edit') })} @choice-made=${this.#chosen} @change=${(event: Event) => event.stopPropagation()}></combo-box>
      <div class="told" role="status">${this.#told()}</div>
      ${
        this.filing === undefined
          ? nothing
          : html`<entity-quick-dialog .typed=${this.filing} county=${this.county} @entity-ready=${(
              event: CustomEvent<{ entity: Named }>,
            ) => {
              this.filing = undefined;
              this.#take(event.detail.entity, event.detail.entity.name);
            }} @filing-cancelled=${() => {
              this.filing = undefined;
            }}></entity-quick-dialog>`
      }`;
  }

  #told() {
    const known = this.#known.value;
    if (this.value && known?.linked) return this.#linked(known.linked);
    if (this.value || this.text.trim() === '') return nothing;
    const near = known?.near ?? [];
    return html`<span>${t('entity.unlinked')}</span>${near.map(
      (hit) =>
        html`<button type="button" title=${busyText(hit)} @click=${() => this.#take(hit, this.text)}>${t('entity.link_to', { name: hit.name })} ${hit.code ?? placeShort(hit)}</button>`,
    )}`;
  }

  #linked(entity: Entity) {
    return html`${watchMark(entity.watch)}<a href="/entities/${entity.id}" target="_blank" rel="noopener">${entity.name}</a><span>${busyText(entity)}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'subject-box': SubjectBox;
  }
}
