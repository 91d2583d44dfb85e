import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '#client/elements/combo-box.ts';
import '#client/elements/row-list.ts';
import { answersOf, faultSummary, fieldOf, focusField, type Values } from '#client/kernel/fields.ts';
import { steadyValue } from '#client/kernel/ime.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import type { SimilarAsk } from '#shared/entities/entity.api.ts';
import { CODED_KINDS, type EntityKind, type PersonalField } from '#shared/entities/entity.lists.ts';
import {
  EntityFiling,
  EntityPerson,
  EntityPlace,
  FormerName,
  Licence,
  OldNumber,
} from '#shared/entities/entity.schema.ts';
import type { Faults, FormSchema } from '#shared/kernel/faults.ts';
import { entitySource } from './entity-choices.ts';
import './entity-owners.ts';
import type { NamedOwner } from './entity-owners.ts';

const schema = EntityFiling as unknown as FormSchema;
const form = (one: unknown) => one as FormSchema;

/** What a form begins with: fields as a filing has them, owners and the head firm by name too, masks for what is not shown. */
export interface EntityValues extends Values {
  readonly owners?: readonly NamedOwner[];
  readonly branchName?: string;
  /** What stands in personal fields that are filled, masked; typing replaces it. */
  readonly masks?: Partial<Readonly<Record<PersonalField | 'name' | 'nameBo', string>>>;
}

/** What is typed, as a filing; `person` holds only what was typed, `cleared` the personal fields to be emptied. */
export interface EntityAnswers extends Record<string, unknown> {
  readonly person: Record<string, string>;
  readonly cleared: readonly PersonalField[];
}

/**
 * Asks for everything about an entity, or with `brief` for what a telephone call has time for. Fires `entity-typed` with every change.
 */
@customElement('entity-form')
export class EntityForm extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      form { display: grid; gap: var(--s-4); }
      .fields { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      .clear { display: inline-flex; gap: 6px; align-items: center; font-size: var(--t-2); min-height: 1.5rem; }
      input[lang="bo"] { font-family: var(--tibetan); font-size: 1.15em; line-height: 1.8; }
      h2 { font-size: var(--t-4); margin-bottom: var(--s-2); }
      @media (max-width: 640px) { .fields { grid-template-columns: minmax(0, 1fr); } .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
    `,
  ];

  @property({ attribute: false }) values: EntityValues = {};
  @property({ attribute: false }) faults: Faults = {};
  @property({ type: Boolean }) brief = false;
  /** The entity being edited. */
  @property({ type: Number }) entity = 0;
  @state() private kind: EntityKind | '' = '';
  @state() private code: string | undefined;

  #kindNow(): EntityKind | '' {
    return this.kind || ((this.values['kind'] as EntityKind | undefined) ?? '');
  }

  /** What stands in the form now. */
  get answers(): EntityAnswers {
    const root = this.renderRoot.querySelector('form')!;
    const { person: _, ...answers } = answersOf(schema, root);
    const branch = root.querySelector<HTMLElement & { value: string }>('[name="branchOf"]')?.value;
    const cleared = [...root.querySelectorAll<HTMLInputElement>('[name="clear"]:checked')].map(({ value }) => value);
    return {
      ...answers,
      ...(branch ? { branchOf: Number(branch) } : {}),
      person: answersOf(form(EntityPerson), root) as Record<string, string>,
      cleared: cleared as PersonalField[],
    };
  }

  /** What is typed, as far as it serves to look for what is on file already. */
  get similarAsk(): SimilarAsk {
    const { name, nameBo, code, person, places } = this.answers as Record<string, unknown> & EntityAnswers;
    const [place] = (places ?? []) as EntityPlace[];
    const said = { name, nameBo, code, phone: person['phone'], idNo: person['idNo'], ...this.#near(place) };
    return {
      ...(Object.fromEntries(
        Object.entries(said).filter(([, value]) => typeof value === 'string' && value),
      ) as SimilarAsk),
      ...(this.entity ? { notId: this.entity } : {}),
    };
  }

  #near(place: EntityPlace | undefined) {
    const county = place?.county;
    return { county: /^6230\d\d$/.test(county ?? '') ? county : undefined, address: place?.address };
  }

  /** Puts the focus into the first field that is wrong. */
  focusFault(field: string): void {
    focusField(this.renderRoot, field.split('.').pop()!);
  }

  readonly #typed = () => {
    const root = this.renderRoot.querySelector('form')!;
    this.kind = (root.querySelector<HTMLSelectElement>('[name="kind"]')?.value as EntityKind | undefined) ?? '';
    this.code = root.querySelector<HTMLInputElement>('[name="code"]')?.value ?? '';
    this.dispatchEvent(new Event('entity-typed'));
  };

  override render() {
    const flat = Object.fromEntries(
      Object.entries(this.faults).map(([field, rule]) => [field.split('.').pop()!, rule]),
    );
    return html`<form novalidate @input=${this.#typed} @change=${this.#typed} @choice-made=${this.#typed} @submit=${(event: Event) => event.preventDefault()}>
      ${faultSummary(schema, flat)}
      ${this.#who(flat)}
      ${this.#personal(flat)}
      ${this.#where(flat)}
      ${this.brief ? nothing : this.#more(flat)}
    </form>`;
  }

  #field(name: string, faults: Faults, custom?: (id: string) => unknown) {
    const look = custom ? { custom: { [name]: custom } } : {};
    return fieldOf(schema, name, { faults, values: this.values, look });
  }

  #who(faults: Faults) {
    const coded = this.#kindNow() === '' || CODED_KINDS.includes(this.#kindNow() as EntityKind);
    const code = this.code ?? String(this.values['code'] ?? '');
    const masks = this.values.masks ?? {};
    const line = (name: 'name' | 'nameBo') => (id: string) =>
      html`<input id=${id} name=${name} lang=${name === 'nameBo' ? 'bo' : nothing} autocomplete="off" placeholder=${masks[name] ?? nothing} aria-invalid=${faults[name] ? 'true' : 'false'} ${steadyValue(String(this.values[name] ?? ''))} />`;
    return html`<section class="sheet"><div class="fields">
      ${this.#field('kind', faults)}${this.#field('standing', faults)}
      ${this.#field('name', faults, line('name'))}${this.#field('nameBo', faults, line('nameBo'))}
      ${
        coded
          ? html`${this.#field('code', faults)}
            ${code.trim() === '' ? this.#field('noCodeReason', faults) : html`<div></div>`}`
          : nothing
      }
      ${this.brief ? nothing : html`${this.#field('industry', faults)}${this.#field('riskClass', faults)}`}
    </div></section>`;
  }

  #personal(faults: Faults) {
    const masks = this.values.masks ?? {};
    const home = this.#kindNow() === 'person';
    const fields: PersonalField[] = home ? ['idNo', 'phone', 'address'] : ['operator', 'phone', 'idNo'];
    return html`<section class="sheet"><h2>${t('EntityFiling.person')}</h2>
      <p class="helper">${t('entity.personal_helper')}</p>
      <div class="fields">${fields.map(
        (field) => html`<div>${fieldOf(form(EntityPerson), field, {
          faults,
          values: (this.values['person'] ?? {}) as Values,
          look: {
            name: 'EntityFiling',
            custom: {
              [field]: (id: string) =>
                html`<input id=${id} name=${field} autocomplete="off" inputmode=${field === 'phone' ? 'tel' : 'text'} placeholder=${masks[field] ?? nothing} aria-invalid=${faults[field] ? 'true' : 'false'} ${steadyValue(String((this.values['person'] as Values | undefined)?.[field] ?? ''))} />`,
            },
          },
        })}
        ${masks[field] ? html`<label class="clear"><input type="checkbox" name="clear" value=${field} />${t('entity.clear')}</label>` : nothing}</div>`,
      )}</div></section>`;
  }

  #where(faults: Faults) {
    const home = this.#kindNow() === 'person';
    return html`<section class="sheet"><h2>${t('EntityFiling.places')}</h2>
      <row-list name="places" words="EntityPlace" .schema=${form(EntityPlace)} .only=${home ? ['county', 'township'] : undefined} .rows=${(this.values['places'] ?? []) as Values[]} .faults=${this.faults}></row-list>
      ${faults['places'] ? html`<span class="fault">${say(`fault.${faults['places']}`)}</span>` : nothing}</section>`;
  }

  #more(faults: Faults) {
    const rows = (name: string, words: string, one: unknown) =>
      html`<section class="sheet"><h2>${say(`EntityFiling.${name}`)}</h2>
        <row-list name=${name} words=${words} least="0" .schema=${form(one)} .rows=${(this.values[name] ?? []) as Values[]} .faults=${this.faults}></row-list></section>`;
    const person = this.#kindNow() === 'person';
    return html`${rows('licences', 'Licence', Licence)}
      ${person && this.entity ? nothing : rows('formerNames', 'FormerName', FormerName)}
      ${rows('oldNumbers', 'OldNumber', OldNumber)}
      <section class="sheet"><h2>${t('EntityFiling.owners')}</h2><p class="helper">${t('entity.owners_helper')}</p>
        <entity-owners name="owners" .without=${this.entity} .rows=${this.values.owners ?? []}></entity-owners></section>
      <section class="sheet"><div class="fields">
        ${this.#field('branchOf', faults, (id) => html`<combo-box id=${id} name="branchOf" label=${t('EntityFiling.branchOf')} .value=${String(this.values['branchOf'] ?? '')} .text=${this.values.branchName ?? ''} .source=${entitySource(() => undefined, { without: this.entity })}></combo-box>`)}
        <div></div>${this.#field('notes', faults)}
      </div></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'entity-form': EntityForm;
  }
}
