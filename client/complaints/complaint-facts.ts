import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { watchMark } from '#client/entities/entity-look.ts';
import { yuan } from '#client/kernel/format.ts';
import { regionName } from '#client/kernel/places.ts';
import { base, panels } from '#client/kernel/styles.ts';
import { listed, say, t } from '#client/kernel/words.ts';
import { officeName, personName } from '#client/offices/directory.ts';
import { OWN_FIELD_NAMES } from '#shared/complaints/complaint.own-fields.ts';
import type { Complaint } from '#shared/complaints/complaint.schema.ts';
import './complaint-identity.ts';

const word = (prefix: string, value: string | null) => (value ? (say(`${prefix}.${value}`) ?? value) : null);

/** What was registered and how it was handled, as a reader may see it. Lets `identity-opened` through. */
@customElement('complaint-facts')
export class ComplaintFacts extends LitElement {
  static override styles = [
    base,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); }
      .facts { grid-template-columns: 8rem minmax(0, 1fr); }
      .content { white-space: pre-wrap; max-width: 42em; }
      ol { display: grid; gap: var(--s-2); }
      ol li { border-left: 3px solid var(--rule); padding-left: var(--s-3); font-size: var(--t-3); }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } .facts { grid-template-columns: 6rem minmax(0, 1fr); } }
    `,
  ];

  @property({ attribute: false }) complaint!: Complaint;

  override render() {
    return html`${this.#asRegistered()}${this.#handling()}${this.complaint.access === 'overview' ? nothing : this.#told()}`;
  }

  #asRegistered() {
    const it = this.complaint;
    return html`<section class="sheet">
      <h2>${t('record.facts')}</h2>
      <dl class="facts">
        ${line('ComplaintIntake.subjectName', it.subjectId ? html`${watchMark(it.watch)} <a href="/entities/${it.subjectId}">${it.subjectName}</a>` : it.subjectName)}
        <dt>${t('record.who')}</dt><dd><complaint-identity .complaint=${it} @identity-opened=${() => this.dispatchEvent(new Event('identity-opened'))}></complaint-identity></dd>
        ${line('ComplaintIntake.content', it.content ? html`<span class="content">${it.content}</span>` : null)}
        ${line('ComplaintIntake.demands', listed(it.demands.map((one) => say(`complaint.demand.${one}`) ?? one)) || null)}
        ${line('ComplaintIntake.demandText', it.demandText)}
        ${line('ComplaintIntake.amountFen', it.amountFen === null ? null : yuan(it.amountFen))}
        ${line('ComplaintIntake.matter', it.matter ? `${word('matter', it.matter.split('.')[0]!)} › ${word('matter', it.matter)}` : null)}
        ${line('ComplaintIntake.county', placeOf(it))}
        ${OWN_FIELD_NAMES.map((field) => line(`ComplaintIntake.${field}`, it[field]))}
        ${line('ComplaintIntake.happenedOn', it.happenedOn)}
        ${line('ComplaintIntake.receivedOn', it.receivedOn)}
        ${line('ComplaintIntake.channel', [word('complaint.channel', it.channel), it.foreignNumber].filter(Boolean).join(' '))}
        ${line('ComplaintIntake.subjectContact', it.subjectContact)}
      </dl>
    </section>`;
  }

  #handling() {
    const it = this.complaint;
    return html`<section class="sheet">
      <h2>${t('record.decisions')}</h2>
      <dl class="facts">
        ${line('ComplaintIntake.officeId', officeName(it.ownerOfficeId))}
        ${line('ComplaintStep.handlerId', personName(it.handlerId) || null)}
        ${it.complaintDecision ? html`<dt>${t('record.decision.complaint')}</dt><dd>${word('complaint.decision', it.complaintDecision)}</dd>` : nothing}
        ${it.reportDecision ? html`<dt>${t('record.decision.report')}</dt><dd>${word('complaint.decision', it.reportDecision)}</dd>` : nothing}
        ${line('ComplaintStep.ground', word('ground', it.ground))}
        ${line('ComplaintStep.officers', listed(it.officers) || null)}
        ${line('ComplaintStep.outcome', word('complaint.outcome', it.outcome))}
        ${line('ComplaintStep.summary', it.summary)}
        ${line('ComplaintStep.recoveredFen', it.recoveredFen === null ? null : yuan(it.recoveredFen))}
        ${line('ComplaintStep.satisfied', it.satisfied === null ? null : (say(`ComplaintStep.satisfied.${it.satisfied ? 'yes' : 'no'}`) ?? null))}
      </dl>
    </section>`;
  }

  #told() {
    const { tellings } = this.complaint;
    return html`<section class="sheet">
      <h2>${t('record.tellings')}</h2>
      ${
        tellings.length === 0
          ? html`<p class="helper">${t('record.tellings_none')}</p>`
          : html`<ol>${tellings.map(
              ({ to, way, toldOn, text, personId }) =>
                html`<li><small>${toldOn} · ${t(`complaint.way.${way}`)} · ${t(`complaint.told.${to}`)} · ${personName(personId)}</small><br />${text}</li>`,
            )}</ol>`
      }
    </section>`;
  }
}

/** An address often begins with its township: it is not said twice. */
function placeOf({ county, township, address }: Complaint): string {
  const town = township && !address?.includes(township) ? township : null;
  return [regionName(county), town, address].filter(Boolean).join(' ');
}

function line(key: string, value: unknown) {
  if (value === null || value === undefined || value === '') return nothing;
  return html`<dt>${say(key)}</dt><dd>${value}</dd>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'complaint-facts': ComplaintFacts;
  }
}
