import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { regionName } from '#client/kernel/places.ts';
import { base, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { officeShort, personName } from '#client/offices/directory.ts';
import type { Rectification } from '#shared/rectifications/rectification.schema.ts';
import { goesBack } from '#shared/rectifications/rectification.steps.ts';

const word = (prefix: string, value: string | null) => (value ? (say(`${prefix}.${value}`) ?? value) : null);
const prose = (text: string | null) => (text ? html`<span class="prose">${text}</span>` : null);

function line(key: string, value: unknown) {
  if (value === null || value === undefined || value === '') return nothing;
  return html`<dt>${say(key)}</dt><dd>${value}</dd>`;
}

/** What an order says, and everything that followed it in turn: reports, visits, further orders, look-backs. */
@customElement('rectification-facts')
export class RectificationFacts extends LitElement {
  static override styles = [
    base,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); margin-bottom: var(--s-4); }
      .facts { grid-template-columns: 8rem minmax(0, 1fr); }
      .prose { white-space: pre-wrap; max-width: 42em; }
      ol { display: grid; gap: var(--s-3); }
      li { border-left: 3px solid var(--rule); padding-left: var(--s-3); font-size: var(--t-3); display: grid; gap: 2px; }
      li.good { border-left-color: var(--malachite); }
      li.bad { border-left-color: var(--m-overdue); }
      .good strong { color: var(--malachite); }
      .bad strong { color: var(--cinnabar); }
      .told { background: var(--info-t); color: var(--info); padding: var(--s-1) var(--s-3); font-size: var(--t-2); }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } .facts { grid-template-columns: 6rem minmax(0, 1fr); } }
    `,
  ];

  @property({ attribute: false }) record!: Rectification;

  override render() {
    return html`${this.#waiting()}${this.#order()}${this.#rounds()}`;
  }

  #waiting() {
    const { drawn, askedUntil, askedReason, askedBy } = this.record;
    return html`${drawn.map(
      ({ title, officeId, drawnOn }) =>
        html`<p class="told" role="status">${t('rectifications.drawn', { title, office: officeShort(officeId), day: drawnOn })}</p>`,
    )}
    ${
      askedUntil
        ? html`<p class="told" role="status">${t('rectifications.asked', { until: askedUntil, name: personName(askedBy), reason: askedReason ?? '' })}</p>`
        : nothing
    }`;
  }

  #order() {
    const it = this.record;
    const { identityOpenings } = it;
    const source = [word('rectification.source', it.source), it.sourceNote].filter(Boolean).join(' · ');
    const who = [it.subjectName, word('case.party_kind', it.subjectKind), it.creditCode].filter(Boolean).join(' · ');
    return html`<section class="sheet"><h2>${t('rectifications.order_sheet')}</h2><dl class="facts">
      ${line('RectificationOrder.subjectName', identityOpenings > 0 ? html`${who} <small>${t('record.openings', { n: identityOpenings })}</small>` : who)}
      ${line('RectificationOrder.county', [regionName(it.county), it.township, it.place].filter(Boolean).join(' '))}
      ${line('RectificationOrder.problem', prose(it.problem))}
      ${line('RectificationOrder.violated', prose(it.violated))}${line('RectificationOrder.basis', prose(it.basis))}
      ${line('RectificationOrder.requirement', prose(it.requirement))}${line('RectificationOrder.consequence', prose(it.consequence))}
      ${line('RectificationOrder.matter', it.matter ? `${word('matter', it.matter.split('.')[0]!)} › ${word('matter', it.matter)}` : null)}
      ${line('RectificationOrder.source', source)}
      ${line('RectificationOrder.orderNumber', it.orderNumber)}
      ${line('RectificationOrder.orderedOn', it.receivedOn)}${line('Rectification.deadlineOn', it.deadlineOn)}
    </dl></section>`;
  }

  #rounds() {
    const { orders, visits, reportedOn, state } = this.record;
    const begun = orders.length > 1 || visits.length > 0 || reportedOn;
    if (!begun) return nothing;
    return html`<section class="sheet"><h2>${t('rectifications.course')}</h2><ol>
      ${this.#told()
        .sort(([one], [other]) => one.localeCompare(other))
        .map(([, told]) => told)}
      ${state === 'signed_off' ? html`<li class="good"><strong>${t('rectification.state.signed_off')}</strong> ${this.record.closedOn}</li>` : nothing}
    </ol></section>`;
  }

  /** What happened, each with its day; an order that a visit gave stands with that visit. */
  #told(): (readonly [day: string, told: unknown])[] {
    const { orders, visits, reportedOn, report, announcedOn } = this.record;
    const given = orders.filter(({ visitId }) => visitId === null);
    const looked = visits.some((visit) => visit.reportedOn === reportedOn && visit.report === report);
    const reports = [
      ...visits.filter(({ purpose }) => purpose === 'verify'),
      ...(looked ? [] : [{ reportedOn, report }]),
    ];
    return [
      ...given.map(({ orderedOn: on, until }, at) => {
        const key = at === 0 ? 'rectifications.first_order' : 'rectifications.again';
        return [on, html`<li>${t(key, { on, until })}</li>`] as const;
      }),
      ...reports.flatMap(({ reportedOn: on, report: said }) =>
        on ? [[on, html`<li><div>${t('rectifications.reported', { on })}</div>${prose(said)}</li>`] as const] : [],
      ),
      ...(announcedOn
        ? [[announcedOn, html`<li class="bad">${t('rectifications.announced', { on: announcedOn })}</li>`] as const]
        : []),
      ...visits.map((visit) => [visit.visitedOn, this.#visit(visit)] as const),
    ];
  }

  #visit(visit: Rectification['visits'][number]) {
    const { id, purpose, visitedOn, result, officers, findings, noPictures, caseId } = visit;
    const next = this.record.orders.find(({ visitId }) => visitId === id);
    const look = goesBack(result) ? 'bad' : 'good';
    const names = officers.map(({ name, certificate }) => `${name}（${certificate}）`).join('、');
    const opened = this.record.links.find((one) => one.id === caseId);
    return html`<li class=${look}>
      <div>${visitedOn} ${t(`rectification.purpose.${purpose}`)} <strong>${t(`rectification.result.${result}`)}</strong></div>
      ${names ? html`<small>${names}</small>` : nothing}
      ${prose(findings)}
      ${noPictures ? html`<small>${t('RectificationStep.noPictures')}：${noPictures}</small>` : nothing}
      ${next ? html`<div>${t('rectifications.next_limit', { until: next.until })}</div>` : nothing}
      ${caseId ? html`<div>${t('rectifications.case_opened')} <a href="/cases/${caseId}">${opened?.number ?? ''}</a></div>` : nothing}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rectification-facts': RectificationFacts;
  }
}
