import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { today } from '#client/clocks/law.ts';
import { regionName } from '#client/kernel/places.ts';
import { base, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import type { Entity, EntityName, EntityPlace } from '#shared/entities/entity.schema.ts';
import { codeAdviceOf } from '#shared/entities/identity.ts';
import './entity-identity.ts';
import { tibetan, word } from './entity-look.ts';
import { entityTags } from './entity-styles.ts';
import { licenceStanding } from './licence-standing.ts';

const link = ({ id, name }: EntityName) => html`<a href="/entities/${id}">${name}</a>`;
const links = (all: readonly EntityName[]) => all.map((one, at) => html`${at > 0 ? '、' : nothing}${link(one)}`);

/** What is known of an entity, as its reader may know it. Lets `identity-opened` through. */
@customElement('entity-facts')
export class EntityFacts extends LitElement {
  static override styles = [
    base,
    panels,
    entityTags,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); }
      .facts { grid-template-columns: 8.5rem minmax(0, 1fr); }
      .notes { white-space: pre-wrap; max-width: 42em; }
      .scroll { overflow-x: auto; }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } .facts { grid-template-columns: 6rem minmax(0, 1fr); } }
    `,
  ];

  @property({ attribute: false }) entity!: Entity;

  override render() {
    return html`${this.#known()}${this.#licences()}`;
  }

  #known() {
    const it = this.entity;
    return html`<section class="sheet">
      <h2>${t('entity.facts')}</h2>
      <dl class="facts">
        ${line('EntityFiling.kind', word('entity.kind', it.kind))}
        ${line('EntityFiling.nameBo', it.nameBo ? tibetan(it.nameBo) : null)}
        ${line('EntityFiling.formerNames', it.formerNames.map(({ name, until }) => (until ? t('entity.until', { name, day: until }) : name)).join('、'))}
        ${line('EntityFiling.code', this.#code())}
        ${line('EntityFiling.oldNumbers', it.oldNumbers.map(({ kind, number }) => `${word('entity.number', kind)} ${number}`).join('、'))}
        ${line('EntityFiling.standing', word('entity.standing', it.standing))}
        ${line('EntityFiling.industry', word('entity.industry', it.industry))}
        ${line('EntityFiling.riskClass', word('entity.risk', it.riskClass))}
        <dt>${t('EntityFiling.person')}</dt><dd><entity-identity .entity=${it} @identity-opened=${() => this.dispatchEvent(new Event('identity-opened'))}></entity-identity></dd>
        ${line('EntityFiling.places', it.places.length > 0 ? html`<ul>${it.places.map((one) => html`<li>${placeOf(one)}</li>`)}</ul>` : null)}
        ${line('EntityFiling.owners', it.owners.length > 0 ? it.owners.map((one, at) => html`${at > 0 ? '、' : nothing}${link(one)}（${word('entity.role', one.role)}）`) : null)}
        ${line('entity.owns', it.owns.length > 0 ? it.owns.map((one, at) => html`${at > 0 ? '、' : nothing}${link(one)}（${word('entity.role', one.role)}）`) : null)}
        ${line('EntityFiling.branchOf', it.branchOf ? link(it.branchOf) : null)}
        ${line('entity.branches', it.branches.length > 0 ? links(it.branches) : null)}
        ${line('EntityFiling.notes', it.notes ? html`<span class="notes">${it.notes}</span>` : null)}
      </dl>
    </section>`;
  }

  #code() {
    const { code, noCodeReason } = this.entity;
    if (!code) return word('entity.no_code', noCodeReason);
    const advice = codeAdviceOf(code);
    return html`<span class="code">${code}</span>${advice ? html` <span class="tag soon">${t(advice.problem === 'not_credit' ? 'entity.code_other' : 'entity.code_unsound')}</span>` : nothing}`;
  }

  #licences() {
    const { licences } = this.entity;
    if (licences.length === 0) return nothing;
    return html`<section class="sheet"><h2>${t('EntityFiling.licences')}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('EntityFiling.licences')}><table class="plain">
        <thead><tr>${(['kind', 'number', 'issuer', 'expiresOn'] as const).map((field) => html`<th scope="col">${t(`Licence.${field}`)}</th>`)}</tr></thead>
        <tbody>${licences.map(({ kind, number, issuer, expiresOn }) => {
          const standing = licenceStanding(expiresOn, today());
          return html`<tr><td>${word('entity.licence', kind)}</td><td class="code">${number}</td><td>${issuer ?? ''}</td>
            <td class="when">${expiresOn ?? t('entity.no_end')} ${standing ? html`<span class="tag ${standing}">${t(`entity.licence_${standing}`)}</span>` : nothing}</td></tr>`;
        })}</tbody>
      </table></div></section>`;
  }
}

const placeOf = ({ county, township, address }: EntityPlace) =>
  [regionName(county), township && !address?.includes(township) ? township : null, address].filter(Boolean).join(' ');

function line(key: string, value: unknown) {
  if (value === null || value === undefined || value === '') return nothing;
  return html`<dt>${say(key)}</dt><dd>${value}</dd>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'entity-facts': EntityFacts;
  }
}
