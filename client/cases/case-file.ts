import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { today } from '#client/clocks/law.ts';
import '#client/elements/task-list.ts';
import { yuan } from '#client/kernel/format.ts';
import { regionName } from '#client/kernel/places.ts';
import { base, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { personName } from '#client/offices/directory.ts';
import { needsHearingOffer } from '#shared/cases/case.money.ts';
import type { Case } from '#shared/cases/case.schema.ts';
import { isImported, leftOut, NOT_STATED } from '#shared/cases/not-stated.ts';
import './case-parties.ts';
import { wayTo } from './case-ways.ts';

const word = (prefix: string, value: string | null) => (value ? (say(`${prefix}.${value}`) ?? value) : null);
const money = (fen: number | null) => (fen === null ? null : yuan(fen));
type Penalties = Case['penalties'];
const inWords = (penalties: Penalties) =>
  penalties
    .map(({ kind, amountFen, note }) =>
      [say(`case.penalty.${kind}`), amountFen ? yuan(amountFen) : '', note].filter(Boolean).join(' '),
    )
    .join('；') || null;

/** The file of a case: what must be complete before the decision, the clue, the inquiry, the decision, the sums. Lets `identity-opened` and `task-chosen` through. */
@customElement('case-file')
export class CaseFile extends LitElement {
  static override styles = [
    base,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); }
      .facts { grid-template-columns: 8rem minmax(0, 1fr); }
      .prose { white-space: pre-wrap; max-width: 42em; }
      .sum { font-variant-numeric: tabular-nums; }
      .bad { color: var(--cinnabar); }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } .facts { grid-template-columns: 6rem minmax(0, 1fr); } }
    `,
  ];

  @property({ attribute: false }) case!: Case;

  override render() {
    return html`${this.#leftOut()}${this.#tasks()}${this.#clue()}${this.#inquiry()}${this.#decision()}`;
  }

  /** Of an imported decision: what its file did not tell, and the way to complete it. */
  #leftOut() {
    const tasks = leftOut(this.case).map((key) => ({
      key,
      state: 'missing' as const,
      name: t(`missing.${key}`),
      missing: [],
      open: wayTo(this.case, key) !== undefined,
    }));
    if (tasks.length === 0 || this.case.access === 'overview') return nothing;
    return html`<section class="sheet no-print"><task-list label=${t('cases.left_out')} .tasks=${tasks}></task-list></section>`;
  }

  #tasks() {
    const { sections, procedure, decidedOn } = this.case;
    if (procedure === 'summary' || decidedOn || sections.length === 0) return nothing;
    const tasks = sections.map(({ key, state, missing }) => ({
      key,
      state,
      name: say(`case.section.${key}`) ?? key,
      missing: missing.map((one) => say(`missing.${one.split('.').pop()}`) ?? one),
      open: wayTo(this.case, key) !== undefined,
    }));
    return html`<section class="sheet no-print"><task-list label=${t('cases.tasks')} .tasks=${tasks}></task-list></section>`;
  }

  #clue() {
    const it = this.case;
    const late = it.limitationOn !== null && it.receivedOn !== null && it.receivedOn > it.limitationOn;
    return html`<section class="sheet"><h2>${t('cases.clue')}</h2><dl class="facts">
      ${line('CaseIntake.violation', it.violation === NOT_STATED ? html`<span class="bad">${t('cases.not_stated')}</span>` : it.violation)}
      <dt>${t('cases.parties')}</dt><dd><case-parties .case=${it} @identity-opened=${() => this.dispatchEvent(new Event('identity-opened'))}></case-parties></dd>
      ${line('CaseIntake.content', prose(it.content))}
      ${line('CaseIntake.source', [word('case.source', it.source), it.sourceNote, it.foreignNumber].filter(Boolean).join(' '))}
      ${line('CaseIntake.matter', it.matter ? `${word('matter', it.matter.split('.')[0]!)} › ${word('matter', it.matter)}` : null)}
      ${line('CaseIntake.county', placeOf(it))}
      ${line('CaseIntake.foundOn', it.receivedOn)}${line('CaseIntake.actEndedOn', it.actEndedOn)}
      ${
        it.limitationOn
          ? html`<dt>${t('Case.limitation')}</dt><dd>${it.limitationOn}${late ? html` <span class="bad">${t('cases.beyond_limit')}</span>` : nothing}<br /><small>${t('Case.limitation.helper', { years: it.graveHarm ? 5 : 2 })}</small></dd>`
          : nothing
      }
      ${line('CaseIntake.goodsValueFen', money(it.goodsValueFen))}${line('CaseIntake.illegalGainsFen', money(it.illegalGainsFen))}
    </dl></section>`;
  }

  #inquiry() {
    const it = this.case;
    const { parties, proposed, goodsValueFen } = it;
    const hearing = needsHearingOffer(
      proposed.map(({ kind, amountFen }) => ({ kind, amountFen: amountFen ?? null })),
      goodsValueFen ?? 0,
      parties[0]?.kind ?? 'company',
    );
    if (!it.filedOn && !it.facts) return nothing;
    return html`<section class="sheet"><h2>${t('cases.file')}</h2><dl class="facts">
      ${line('Case.filedOn', it.filedOn)}
      ${it.officers.length > 0 ? html`<dt>${t('Case.officers')}</dt><dd>${it.officers.map((one) => this.#officer(one))}</dd>` : nothing}
      ${line('Case.facts', prose(it.facts))}${line('Case.nature', prose(it.nature))}${line('Case.violated', prose(it.violated))}${line('Case.basis', prose(it.basis))}
      ${line('Case.discretion', prose(it.discretion))}${line('Case.proposal', prose(it.proposal))}
      ${line('Case.proposed', inWords(proposed))}
      ${hearing && !it.decidedOn ? html`<dt></dt><dd><small>${t('cases.hearing_needed')}</small></dd>` : nothing}
      ${line('Case.reviewGrounds', it.reviewGrounds.map((one) => say(`ground.${one}`)).join('；') || null)}
      ${line('Case.reviewOpinion', it.reviewOpinion ? html`<span class="prose">${it.reviewOpinion}</span> <small>${personName(it.reviewerId)}</small>` : null)}
      ${line('Case.toldOn', it.toldOn ? `${it.toldOn}${it.hearingOffered ? ` · ${t('cases.hearing_offered')}` : ''}` : null)}
      ${line('Case.statement', word('case.statement', it.statement))}${line('Case.statementText', prose(it.statementText))}${line('Case.statementAnswer', prose(it.statementAnswer))}
      ${line('Case.hearing', it.hearingHeldOn ? html`${it.hearingHeldOn} ${it.hearingPresider}<br /><span class="prose">${it.hearingReport}</span>` : it.hearingAskedOn)}
      ${line('Case.discussion', it.discussedOn ? html`${it.discussedOn}<br /><span class="prose">${it.discussion}</span>` : null)}
    </dl></section>`;
  }

  #officer({ name, certificate, validUntil }: Case['officers'][number]) {
    const expired = validUntil !== undefined && validUntil < today();
    return html`<div>${name} ${certificate}${validUntil ? html` <small>${t('Officer.validUntil')} ${validUntil}</small>` : nothing}${expired ? html` <span class="bad">${t('cases.expired')}</span>` : nothing}</div>`;
  }

  #decision() {
    const it = this.case;
    if (!it.outcome && !it.decidedOn) return nothing;
    const owes = (it.fineFen ?? 0) + (it.gainsFen ?? 0) > 0;
    return html`<section class="sheet"><h2>${t('cases.decision')}</h2><dl class="facts">
      ${line('Case.outcome', word('case.outcome', it.outcome))}${line('Case.decisionNumber', it.decisionNumber)}
      ${line('Case.decidedOn', it.decidedOn ? `${it.decidedOn} ${personName(it.decidedBy)}` : null)}
      ${line('Case.penalties', inWords(it.penalties))}${line('Case.ground', word('ground', it.ground))}
      ${line('Case.servedOn', it.servedOn ? `${it.servedOn} ${word('case.way', it.serviceWay) ?? ''}` : null)}
      ${it.effectiveOn && it.effectiveOn !== it.servedOn ? line('Case.effectiveOn', it.effectiveOn) : nothing}
      ${owes ? line('Case.payBy', it.payBy) : nothing}
      ${line('SummaryCase.collectGround', it.collectGround ? say(`ground.${it.collectGround}`) : null)}
      ${owes ? this.#amounts() : nothing}
    </dl></section>`;
  }

  /** The sums with the reckoning that makes them, so that anybody can follow it. */
  #amounts() {
    const it = this.case;
    const ordered = (it.fineFen ?? 0) + (it.gainsFen ?? 0);
    const paid = it.payments.reduce((all, { amountFen }) => all + amountFen, 0);
    const surcharge = it.surchargeFen ?? 0;
    if (it.leftFen === null && isImported(it.sourceNote)) return line('cases.left', t('cases.payment_not_stated'));
    const left = it.leftFen ?? 0;
    return html`<dt>${t('cases.left')}</dt><dd class="sum"><strong>${yuan(left)}</strong>
        ${it.access === 'overview' ? nothing : html`<br /><small>${t('cases.ordered')} ＋ ${t('cases.surcharge')} − ${t('cases.paid')}：${t('cases.sum_says', { ordered: yuan(ordered), surcharge: yuan(surcharge), paid: yuan(paid), left: yuan(left) })}</small>`}
        ${surcharge > 0 ? html`<br /><small>${t('cases.surcharge_law')}</small>` : nothing}</dd>
      ${it.payments.length > 0 ? html`<dt>${t('cases.paid')}</dt><dd class="sum">${it.payments.map(({ paidOn, duty, amountFen, receipt }) => html`<div>${paidOn} ${say(`case.duty.${duty}`)} ${yuan(amountFen)} ${receipt ?? ''}</div>`)}</dd>` : nothing}
      ${it.instalments.length > 0 ? html`<dt>${t('CaseStep.instalments')}</dt><dd class="sum">${it.instalments.map(({ on, amountFen }) => html`<div>${on} ${yuan(amountFen)}</div>`)}</dd>` : nothing}`;
  }
}

/** A place often names its county and township: neither is said twice. */
function placeOf({ county, township, place }: Case): string {
  const parts = [regionName(county), township].filter((one) => one && !place?.includes(one));
  return [...parts, place].filter(Boolean).join(' ');
}

const prose = (text: string | null) => (text ? html`<span class="prose">${text}</span>` : null);

function line(key: string, value: unknown) {
  if (value === null || value === undefined || value === '') return nothing;
  return html`<dt>${say(key)}</dt><dd>${value}</dd>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'case-file': CaseFile;
  }
}
