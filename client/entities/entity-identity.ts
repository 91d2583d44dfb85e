import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Static } from 'typebox';
import { may } from '#client/auth/session.ts';
import { Reveal } from '#client/dossiers/reveal.ts';
import { call } from '#client/kernel/api.ts';
import { phone } from '#client/kernel/format.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { entityApi } from '#shared/entities/entity.api.ts';
import { PERSONAL_FIELDS, type PersonalField } from '#shared/entities/entity.lists.ts';
import type { Entity } from '#shared/entities/entity.schema.ts';
import { tibetan } from './entity-look.ts';

type Opened = Static<(typeof entityApi.openIdentity.schema.response)[200]>;
const REASONS = ['contact', 'inspect', 'check'] as const;

/** Who stands behind an entity: masked, until opened with a reason for a minute; how often that happened stands beside it. Fires `identity-opened`. */
@customElement('entity-identity')
export class EntityIdentity extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      .line { display: flex; flex-wrap: wrap; gap: var(--s-1) var(--s-3); align-items: center; font-size: var(--t-3); }
      .open { background: var(--orpiment-t); color: var(--orpiment); padding: var(--s-2) var(--s-3); margin-top: var(--s-1); }
      .open dt, .open dd, .open small { color: inherit; }
      @media print { .open, button { display: none; } }
    `,
  ];

  @property({ attribute: false }) entity!: Entity;
  readonly #reveal = new Reveal(this, (reason) =>
    call(entityApi.openIdentity, { params: { id: this.entity.id }, body: { reason } }),
  );

  /** What may be shown of each field that is filled. */
  #masks(): string[] {
    const { operatorMask, phoneMask, idTail, personal } = this.entity;
    const mask: Record<PersonalField, string | null> = {
      operator: operatorMask,
      phone: phoneMask,
      idNo: idTail ? `…${idTail}` : null,
      address: t('record.hidden'),
    };
    return PERSONAL_FIELDS.filter((field) => personal.includes(field)).map(
      (field) => `${t(`entity.personal.${field}`)} ${mask[field] ?? t('record.hidden')}`,
    );
  }

  override render() {
    const { kind, personal, identityOpenings, mergedInto } = this.entity;
    const something = kind === 'person' || personal.length > 0;
    return html`<div class="line">
        <span>${something ? this.#masks().join(' · ') || t('record.hidden') : t('entity.nobody')}</span>
        ${
          something && !this.#reveal.opened && mergedInto === null && may('identity.open')
            ? html`<button class="small no-print" @click=${this.#reveal.ask}>${t('record.reveal')}</button>`
            : nothing
        }
        ${identityOpenings > 0 ? html`<small>${t('record.openings', { n: identityOpenings })}</small>` : nothing}
      </div>
      ${this.#reveal.opened ? this.#facts(this.#reveal.opened) : nothing}
      ${this.#reveal.dialog({ heading: t('record.reveal'), does: t('record.reveal_does'), reasons: REASONS.map((one) => t(`entity.reveal_reasons.${one}`)) })}`;
  }

  #facts({ person, name, nameBo, formerNames }: Opened) {
    const line = (label: string | undefined, value: unknown) =>
      value ? html`<dt>${label}</dt><dd>${value}</dd>` : nothing;
    return html`<dl class="facts open">
      ${line(t('EntityFiling.name'), name)}${nameBo ? line(t('EntityFiling.nameBo'), tibetan(nameBo)) : nothing}
      ${line(t('EntityFiling.formerNames'), formerNames.join('、'))}
      ${PERSONAL_FIELDS.map((field) => line(say(`entity.personal.${field}`), field === 'phone' ? phone(person.phone ?? '') : person[field]))}
      <dt></dt><dd>${this.#reveal.timer()}</dd></dl>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'entity-identity': EntityIdentity;
  }
}
