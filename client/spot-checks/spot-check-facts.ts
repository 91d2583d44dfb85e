import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { regionName } from '#client/kernel/places.ts';
import { base, panels } from '#client/kernel/styles.ts';
import { listed, say, t } from '#client/kernel/words.ts';
import { officeShort, personName } from '#client/offices/directory.ts';
import { isDone } from '#shared/spot-checks/spot-check.lists.ts';
import type { SpotCheck } from '#shared/spot-checks/spot-check.schema.ts';

const word = (prefix: string, value: string | null) => (value ? (say(`${prefix}.${value}`) ?? value) : null);
const prose = (text: string | null) => (text ? html`<span class="prose">${text}</span>` : null);

function line(key: string, value: unknown) {
  if (value === null || value === undefined || value === '') return nothing;
  return html`<dt>${say(key)}</dt><dd>${value}</dd>`;
}

/** What a check was planned as, who went, what was found and what followed. */
@customElement('spot-check-facts')
export class SpotCheckFacts extends LitElement {
  static override styles = [
    base,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); margin-bottom: var(--s-4); }
      .facts { grid-template-columns: 8rem minmax(0, 1fr); }
      .prose { white-space: pre-wrap; max-width: 42em; }
      .told { background: var(--cinnabar-t); color: var(--cinnabar); padding: var(--s-1) var(--s-3); font-size: var(--t-2); }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } .facts { grid-template-columns: 6rem minmax(0, 1fr); } }
    `,
  ];

  @property({ attribute: false }) record!: SpotCheck;

  override render() {
    return html`${this.#returned()}${this.record.result ? this.#outcome() : nothing}${this.#plan()}`;
  }

  #returned() {
    const { returnedFields, returnedReason } = this.record;
    if (returnedFields.length === 0) return nothing;
    const fields = listed(returnedFields.map((field) => say(`SpotCheck.${field}`) ?? field));
    return html`<p class="told" role="status">${t('spot_checks.returned', { fields, reason: returnedReason ?? '' })}</p>`;
  }

  #outcome() {
    const it = this.record;
    const open = it.state === 'done' && it.followUp && !isDone(it.followUp) && !it.finishedOn;
    return html`<section class="sheet"><h2>${t('spot_checks.outcome')}</h2><dl class="facts">
      ${line('SpotCheck.result', html`<strong>${word('spot_check.result', it.result)}</strong>`)}
      ${line('SpotCheck.findings', prose(it.findings))}${line('SpotCheck.party', prose(it.party))}
      ${line('SpotCheck.followUp', word('spot_check.follow_up', it.followUp))}
      ${line('SpotCheck.finishedOn', open ? t('spot_checks.unfinished') : [it.finishedOn, it.settled].filter(Boolean).join(' '))}
      ${line('SpotCheck.publishedOn', [it.publishedOn, it.publishedAt].filter(Boolean).join(' '))}
    </dl></section>`;
  }

  #plan() {
    const it = this.record;
    const who = [it.subjectName, word('case.party_kind', it.subjectKind), it.creditCode].filter(Boolean).join(' · ');
    const name = it.subjectId ? html`<a href="/entities/${it.subjectId}">${who}</a>` : who;
    const joint = it.parts
      .filter(({ part, former }) => part === 'co_handler' && !former)
      .map(({ officeId }) => officeShort(officeId));
    const officers = it.officers.map(({ name: who, certificate }) => html`<div>${who}（${certificate}）</div>`);
    return html`<section class="sheet"><h2>${t(it.begunOn ? 'spot_checks.visit' : 'spot_checks.sheet')}</h2><dl class="facts">
      ${line('SpotCheckPlan.subjectName', name)}
      ${line('SpotCheckPlan.county', [regionName(it.county), it.township, it.place].filter(Boolean).join(' '))}
      ${line('SpotCheck.begunOn', it.begunOn ? [it.begunOn, it.nth ? t('spot_checks.nth', { n: it.nth }) : ''].filter(Boolean).join(' · ') : null)}
      ${line('SpotCheck.officers', officers.length > 0 ? officers : null)}
      ${line('SpotCheckPlan.jointOfficeIds', joint.length > 0 ? listed(joint) : null)}
      ${line('SpotCheckStep.noticeNumber', it.noticeNumber)}${line('SpotCheckStep.entryCode', it.entryCode)}
      ${line('SpotCheckPlan.plannedOn', [it.plannedOn, it.until && it.until !== it.plannedOn ? `– ${it.until}` : ''].filter(Boolean).join(' '))}
      ${line('SpotCheckPlan.purpose', word('visit.purpose', it.purpose))}
      ${line('SpotCheckPlan.matter', it.matter ? `${word('matter', it.matter.split('.')[0]!)} › ${word('matter', it.matter)}` : null)}
      ${line('SpotCheckPlan.task', it.task)}${line('SpotCheckPlan.approval', it.approval)}
      ${line('SpotCheck.handlerId', it.access === 'overview' ? null : personName(it.handlerId))}
    </dl></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'spot-check-facts': SpotCheckFacts;
  }
}
