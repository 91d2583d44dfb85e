import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '#client/elements/combo-box.ts';
import type { Choice } from '#client/elements/combo-box.ts';
import '#client/elements/problem-line.ts';
import '#client/elements/reason-dialog.ts';
import { toast } from '#client/elements/toast-line.ts';
import { Address, changeQuery } from '#client/kernel/address.ts';
import { call } from '#client/kernel/api.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { loading, problem, say, t } from '#client/kernel/words.ts';
import { entityApi } from '#shared/entities/entity.api.ts';
import { PERSONAL_FIELDS } from '#shared/entities/entity.lists.ts';
import { CHOSEN_FIELDS, type Entity, type EntityMerging } from '#shared/entities/entity.schema.ts';
import { entitySource } from './entity-choices.ts';
import { busyText, placeShort, tibetan, toldApart, watchMark, word } from './entity-look.ts';
import './entity-similar.ts';

type Field = EntityMerging['take'][number];
const FIELDS: readonly Field[] = [...CHOSEN_FIELDS, ...PERSONAL_FIELDS];

/** Two entities side by side: field by field whose value stands, then one of them goes on and the other leads to it. */
@customElement('entity-merge-page')
export class EntityMergePage extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: block; max-width: 1120px; margin: 0 auto; }
      .stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); margin-top: var(--s-3); }
      .scroll { overflow-x: auto; }
      td label { display: inline-flex; gap: 6px; align-items: baseline; min-height: 1.5rem; }
      td.same { color: var(--ink-3); }
      th small { display: block; font-weight: 400; }
      .foot { display: flex; justify-content: flex-end; gap: var(--s-2); flex-wrap: wrap; }
      @media (max-width: 640px) { h1 { padding: var(--s-2) var(--s-3) 0; } .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } .foot { padding: 0 var(--s-3) var(--s-3); } }
    `,
  ];

  @property({ attribute: 'entity-id' }) entityId = '';
  @state() private take: ReadonlySet<Field> = new Set();
  @state() private asking = false;
  readonly #address = new Address(this);

  readonly #both = new Task(this, {
    args: () => [Number(this.entityId), Number(this.#address.query.get('with')) || 0] as const,
    task: async ([id, otherId], { signal }) => {
      const one = await call(entityApi.read, { params: { id }, signal });
      const other = otherId ? await call(entityApi.read, { params: { id: otherId }, signal }) : undefined;
      return { one, other };
    },
    onComplete: () => {
      this.take = new Set();
    },
  });

  readonly #merge = new Task(this, {
    autoRun: false,
    task: async ([one, other, reason]: readonly [Entity, Entity, string]) => {
      const body = {
        version: one.version,
        otherId: other.id,
        otherVersion: other.version,
        take: [...this.take],
        reason,
      };
      const merged = await call(entityApi.merge, { params: { id: one.id }, body });
      toast(t('entity.merged', { name: merged.name }));
      go(`/entities/${merged.id}`, 'replace');
    },
  });

  override render() {
    return this.#both.render({
      pending: loading,
      error: problem,
      complete: ({ one, other }) => html`<h1>${t('entity.merge_title', { name: one.name })}</h1>
        <div class="stack">${this.#choice(one)}${other ? this.#beside(one, other) : nothing}</div>`,
    });
  }

  #choice(one: Entity) {
    const choose = (id: number) => changeQuery({ with: String(id) });
    return html`<section class="sheet"><div class="field"><label for="other">${t('entity.merge_with')}</label>
        <combo-box id="other" label=${t('entity.merge_with')} .source=${entitySource(() => one.county ?? undefined, { without: one.id })}
          @choice-made=${(event: CustomEvent<{ choice?: Choice }>) => event.detail.choice && choose(Number(event.detail.choice.value))}></combo-box></div></section>
      ${
        this.#address.query.get('with')
          ? nothing
          : html`<entity-similar choosable .ask=${similarTo(one)} @entity-taken=${(event: CustomEvent<{ hit: { id: number } }>) => choose(event.detail.hit.id)}></entity-similar>`
      }`;
  }

  #beside(one: Entity, other: Entity) {
    if ((one.kind === 'person') !== (other.kind === 'person'))
      return html`<p class="problem" role="alert">${t('fault.person_and_firm')}</p>`;
    const head = (side: Entity, word_: string) =>
      html`<th scope="col">${watchMark(side.watch)} ${side.name}<small>${word_} · ${toldApart(side)}</small><small>${busyText(side)}</small></th>`;
    return html`<section class="sheet"><h2>${t('entity.merge_fields')}</h2><p class="helper">${t('entity.merge_helper')}</p>
        <div class="scroll" tabindex="0" role="region" aria-label=${t('entity.merge_fields')}><table class="plain">
          <thead><tr><th scope="col">${t('conflict.field')}</th>${head(one, t('entity.merge_stays'))}${head(other, t('entity.merge_goes'))}</tr></thead>
          <tbody>${FIELDS.map((field) => this.#row(field, one, other))}${LISTS.map(([field, shown]) => this.#both_(field, shown(one), shown(other)))}</tbody>
        </table></div></section>
      <problem-line .error=${this.asking ? undefined : this.#merge.error}></problem-line>
      <div class="foot"><button @click=${() => go(`/entities/${other.id}/merge?with=${one.id}`, 'replace')}>${t('entity.merge_turn')}</button>
        <button class="primary" @click=${() => {
          this.asking = true;
        }}>${t('entity.merge_do')}</button></div>
      ${this.asking ? this.#dialog(one, other) : nothing}`;
  }

  #row(field: Field, one: Entity, other: Entity) {
    const [left, right] = [shown(one, field), shown(other, field)];
    if (!left && !right) return nothing;
    const label = t(`EntityFiling.${field}`);
    const open =
      left !== '' && right !== '' && (left !== right || (PERSONAL_FIELDS as readonly string[]).includes(field));
    const cell = (value: string, taken: boolean) => {
      const text = field === 'nameBo' ? tibetan(value) : value || t('conflict.empty');
      if (!open) return html`<td class=${value ? '' : 'same'}>${text}</td>`;
      return html`<td><label><input type="radio" name=${field} .checked=${this.take.has(field) === taken} aria-label="${label} ${value}" @change=${() => {
        const take = new Set(this.take);
        if (taken) take.add(field);
        else take.delete(field);
        this.take = take;
      }} />${text}</label></td>`;
    };
    return html`<tr><th scope="row">${label}</th>${cell(left, false)}${cell(right, true)}</tr>`;
  }

  /** What there can be many of: nobody chooses, both stay. */
  #both_(field: string, left: string, right: string) {
    if (!left && !right) return nothing;
    return html`<tr><th scope="row">${say(`EntityFiling.${field}`)}<small>${t('entity.merge_both')}</small></th><td>${left}</td><td>${right}</td></tr>`;
  }

  #dialog(one: Entity, other: Entity) {
    return html`<reason-dialog open needs-reason heading=${t('entity.merge_do')} verb=${t('entity.merge_do')} .most=${1000}
      .act=${{ changes: [t('entity.merge_does', { one: one.name, other: other.name })], undoable: true }} .error=${this.#merge.error} ?busy=${this.#merge.status === 1}
      @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#merge.run([one, other, event.detail.reason])}
      @act-cancelled=${() => {
        this.asking = false;
      }}></reason-dialog>`;
  }
}

/** A field as both sides may show it: personal ones masked. */
function shown(entity: Entity, field: Field): string {
  const { operatorMask, phoneMask, idTail, personal, branchOf } = entity;
  switch (field) {
    case 'operator':
      return operatorMask ?? '';
    case 'phone':
      return phoneMask ?? '';
    case 'idNo':
      return idTail ? `…${idTail}` : '';
    case 'address':
      return personal.includes('address') ? t('record.hidden') : '';
    case 'branchOf':
      return branchOf?.name ?? '';
    case 'kind':
      return word('entity.kind', entity.kind);
    case 'industry':
      return word('entity.industry', entity.industry);
    case 'riskClass':
      return word('entity.risk', entity.riskClass);
    case 'standing':
      return word('entity.standing', entity.standing);
    default:
      return entity[field] ?? '';
  }
}

const LISTS: readonly (readonly [string, (entity: Entity) => string])[] = [
  ['formerNames', ({ formerNames }) => formerNames.map(({ name }) => name).join('、')],
  ['oldNumbers', ({ oldNumbers }) => oldNumbers.map(({ number }) => number).join('、')],
  [
    'places',
    ({ places }) =>
      places
        .map((one) =>
          [placeShort({ county: one.county, township: one.township ?? null }), one.address].filter(Boolean).join(' '),
        )
        .join('；'),
  ],
  [
    'licences',
    ({ licences }) => licences.map(({ kind, number }) => `${word('entity.licence', kind)} ${number}`).join('、'),
  ],
  ['owners', ({ owners }) => owners.map(({ name, role }) => `${name}（${word('entity.role', role)}）`).join('、')],
];

/** What may be the same as an entity, by what its page shows: personal data is not on screen. */
const similarTo = ({ id, kind, name, nameBo, code, county, address }: Entity) => ({
  notId: id,
  ...(kind === 'person' ? {} : { name, ...(nameBo ? { nameBo } : {}) }),
  ...(code ? { code } : {}),
  ...(county ? { county } : {}),
  ...(address ? { address } : {}),
});

declare global {
  interface HTMLElementTagNameMap {
    'entity-merge-page': EntityMergePage;
  }
}
