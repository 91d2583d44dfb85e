import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { pathOf, stateWord } from '#client/dossiers/ledgers.ts';
import { timeOf } from '#client/kernel/format.ts';
import { regionShort } from '#client/kernel/places.ts';
import { base, panels } from '#client/kernel/styles.ts';
import { listed, say, t } from '#client/kernel/words.ts';
import { officeName, officeOf, officeShort, personName } from '#client/offices/directory.ts';
import type { SubjectRecord } from '#shared/dossiers/dossier.api.ts';
import type { EntityEvent } from '#shared/entities/entity.api.ts';
import { word } from './entity-look.ts';

/** One story over all departments: records begun and closed, visits, changes; restricted records apart, as stubs. Fires nothing. */
@customElement('entity-timeline')
export class EntityTimeline extends LitElement {
  static override styles = [
    base,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); }
      ol { display: grid; }
      li { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: var(--s-3); padding: var(--s-2) 0; border-bottom: 1px solid var(--rule); font-size: var(--t-3); line-height: 1.5; }
      time { color: var(--ink-3); font-variant-numeric: tabular-nums; font-size: var(--t-2); }
      strong { font-weight: 600; }
      .who, .state { color: var(--ink-2); font-size: var(--t-2); }
      .what { color: var(--ink-2); overflow-wrap: anywhere; }
      .stubs li { grid-template-columns: minmax(0, 1fr); }
      @media (max-width: 640px) { li { grid-template-columns: minmax(0, 1fr); gap: 0; } .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
      @media print { li { break-inside: avoid; } }
    `,
  ];

  @property({ attribute: false }) events: readonly EntityEvent[] = [];
  @property({ attribute: false }) stubs: readonly SubjectRecord[] = [];

  override render() {
    return html`${this.stubs.length > 0 ? this.#stubs() : nothing}
      <section class="sheet"><h2>${t('entity.tab.timeline')}</h2>${
        this.events.length === 0
          ? html`<p class="helper">${t('timeline.empty')}</p>`
          : html`<ol>${this.events.map((one) => this.#line(one))}</ol>`
      }</section>`;
  }

  #stubs() {
    return html`<section class="sheet stubs"><h2>${t('entity.restricted_records')}</h2><p class="helper">${t('entity.restricted_helper')}</p>
      <ol>${this.stubs.map((record) => {
        const office = officeOf(record.ownerOfficeId);
        return html`<li><span><a href=${pathOf(record)}>${record.number}</a> ${stateWord(record.kind, record.state)} · ${regionShort(record.county)} · ${officeName(record.ownerOfficeId)} ${office?.phone ?? ''}</span></li>`;
      })}</ol></section>`;
  }

  #line(event: EntityEvent) {
    return html`<li><time datetime=${event.at ?? event.on}>${event.on}${event.at ? ` ${timeOf(event.at)}` : ''}</time><div>${this.#told(event)}</div></li>`;
  }

  #told(event: EntityEvent) {
    const { what, record, visit, officeId } = event;
    if (record)
      return html`<div><strong>${t(`entity.event.${what === 'closed' ? 'closed' : 'record'}`, { kind: say(`kind.${record.kind}`) ?? '' })}</strong>
          <a href=${pathOf(record)}>${record.number}</a> ${record.title}</div>
        <div class="state">${officeShort(officeId)} · ${stateWord(record.kind, record.state)}</div>`;
    if (visit)
      return html`<div><strong>${word('visit.purpose', visit.purpose)}</strong> <span class="who">${officeName(visit.officeId)}</span></div>
        <div class="what">${visit.officers.join('、')}${visit.noticeNumber ? ` · ${visit.noticeNumber}` : ''}${visit.cancelledAt ? ` · ${t('visit.cancelled', { reason: visit.cancelReason ?? '' })}` : ''}</div>`;
    return changed(event);
  }
}

function changed({ event, personId, officeId, detail }: EntityEvent) {
  const fields = [...Object.keys((detail?.['changes'] ?? {}) as object), ...((detail?.['personal'] ?? []) as string[])];
  const names = fields.map((field) => say(`EntityFiling.${field}`) ?? field);
  const reason = typeof detail?.['reason'] === 'string' ? detail['reason'] : '';
  return html`<div><strong>${say(`event.${event}`) ?? event}</strong> <span class="who">${t('timeline.by', { name: personName(personId), office: officeShort(officeId) || '—' })}</span></div>
    ${detail?.['undoes'] ? html`<div class="what">${t('event.undoes')}</div>` : nothing}
    ${names.length > 0 ? html`<div class="what">${listed(names)}</div>` : nothing}
    ${reason ? html`<div class="what">${reason}</div>` : nothing}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'entity-timeline': EntityTimeline;
  }
}
