import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '#client/elements/combo-box.ts';
import type { Choice } from '#client/elements/combo-box.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { OWNER_ROLES, type OwnerRole } from '#shared/entities/entity.lists.ts';
import type { EntityOwner } from '#shared/entities/entity.schema.ts';
import { entitySource } from './entity-choices.ts';
import { word } from './entity-look.ts';

/** An owner with the name it is shown by. */
export type NamedOwner = EntityOwner & { readonly name: string };

/** A field that is a list of entities with the part each has in this one; `value` is what a form sends. Fires `change`. */
@customElement('entity-owners')
export class EntityOwners extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      :host { display: grid; gap: var(--s-2); }
      li { display: flex; flex-wrap: wrap; gap: var(--s-2); align-items: center; }
      li span { flex: 1; min-width: 8rem; font-size: var(--t-3); }
      li select { width: auto; }
    `,
  ];

  @property() name = '';
  @property({ type: Number }) without = 0;
  @property({ attribute: false }) rows: readonly NamedOwner[] = [];
  @state() private owners: readonly NamedOwner[] | undefined;

  get #now(): readonly NamedOwner[] {
    return this.owners ?? this.rows;
  }

  /** The owners as they stand now. */
  get value(): EntityOwner[] {
    return this.#now.map(({ entityId, role }) => ({ entityId, role }));
  }

  #change(owners: readonly NamedOwner[]): void {
    this.owners = owners;
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  readonly #added = (event: CustomEvent<{ choice?: Choice }>) => {
    const { choice } = event.detail;
    if (!choice) return;
    const box = event.target as HTMLElement & { value: string; text: string };
    box.value = '';
    box.text = '';
    this.#change([...this.#now, { entityId: Number(choice.value), name: choice.label, role: 'operator' }]);
  };

  override render() {
    const owners = this.#now;
    return html`<ul>${owners.map(
      (owner, at) => html`<li><span>${owner.name}</span>
        <select aria-label=${t('EntityOwner.role')} @change=${(event: Event) => {
          const role = (event.target as HTMLSelectElement).value as OwnerRole;
          this.#change(owners.map((one, i) => (i === at ? { ...one, role } : one)));
        }}>${OWNER_ROLES.map((role) => html`<option value=${role} ?selected=${role === owner.role}>${word('entity.role', role)}</option>`)}</select>
        <button type="button" class="small" aria-label="${t('action.remove')} ${owner.name}" @click=${() => this.#change(owners.filter((_, i) => i !== at))}>×</button></li>`,
    )}</ul>
    <combo-box label=${t('entity.add_owner')} placeholder=${t('entity.add_owner')} .value=${''} .text=${''} .source=${entitySource(() => undefined, { without: this.without })} @choice-made=${this.#added}></combo-box>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'entity-owners': EntityOwners;
  }
}
