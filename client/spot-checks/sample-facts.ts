import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import type { Sample, SpotCheck } from '#shared/spot-checks/spot-check.schema.ts';

const word = (prefix: string, value: string | null) => (value ? (say(`${prefix}.${value}`) ?? value) : null);
const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');

function line(key: string, value: unknown) {
  if (value === null || value === undefined || value === '') return nothing;
  return html`<dt>${say(key)}</dt><dd>${value}</dd>`;
}

/** What was taken, what a laboratory found in it, and how that was contested and disposed of; or the instruments verified. */
@customElement('sample-facts')
export class SampleFacts extends LitElement {
  static override styles = [
    base,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); margin-bottom: var(--s-4); }
      .facts { grid-template-columns: 8rem minmax(0, 1fr); }
      .scroll { overflow-x: auto; margin-top: var(--s-2); }
      td.failed { color: var(--cinnabar); font-weight: 600; }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } .facts { grid-template-columns: 6rem minmax(0, 1fr); } }
    `,
  ];

  @property({ attribute: false }) record!: SpotCheck;

  override render() {
    const { sample, instruments } = this.record;
    return html`${sample ? html`${this.#taken(sample)}${sample.conclusion ? this.#found(sample) : nothing}` : nothing}${instruments ? this.#metered(instruments) : nothing}`;
  }

  #taken(it: Sample) {
    return html`<section class="sheet"><h2>${t('spot_checks.sample')}</h2><dl class="facts">
      ${line('SpotCheckStep.product', joined(this.record.product, it.brand, it.spec))}
      ${line('SpotCheckStep.sampleNumber', it.sampleNumber)}
      ${line('SpotCheckStep.batch', joined(it.batch, it.producedOn))}
      ${line('SpotCheckStep.quantity', joined(it.quantity, it.backup ? `${say('SpotCheckStep.backup')} ${it.backup}` : null))}
      ${line('SpotCheckStep.maker', joined(it.maker, it.makerAddress))}
      ${line('SpotCheckStep.basis', it.basis)}${line('Sample.law', word('sample.law', it.law))}
      ${line('Sample.takenOn', it.takenOn)}${line('Sample.sentOn', joined(it.sentOn, this.record.laboratory))}
    </dl></section>`;
  }

  #found(it: Sample) {
    const objection =
      it.objection === 'none'
        ? null
        : joined(
            word('sample.objection', it.objection),
            it.objectionOn,
            word('sample.ground', it.objectionGround),
            it.objectionText,
          );
    const retest =
      it.retest === 'none'
        ? null
        : joined(
            word('sample.retest', it.retest),
            it.retestAskedOn,
            word('sample.refusal', it.retestRefusal),
            it.retestLaboratory,
            it.retestReport,
            it.retestOn,
          );
    return html`<section class="sheet"><h2>${t('spot_checks.report')}</h2><dl class="facts">
      ${line('SpotCheckStep.conclusion', html`<strong>${word('sample.conclusion', it.conclusion)}</strong>`)}
      ${line('SpotCheckStep.reportNumber', joined(it.reportNumber, it.concludedOn))}
      ${line('Sample.receivedOn', it.receivedOn)}${line('Sample.servedOn', it.servedOn)}
      ${line('Sample.retest', retest)}${line('Sample.objection', objection)}
    </dl>
    ${this.#items(it.items)}
    ${it.retested.length > 0 ? html`<h3>${t('Sample.retested')}</h3>${this.#items(it.retested)}` : nothing}
    ${
      it.disposal.length > 0
        ? html`<h3>${t('SpotCheckStep.disposal')}</h3><dl class="facts">${it.disposal.map(({ box, done, text }) => html`<dt>${say(`sample.box.${box}`)}</dt><dd>${done ? '' : `${t('spot_checks.not_needed')} `}${text}</dd>`)}</dl>`
        : nothing
    }</section>`;
  }

  #items(items: Sample['items']) {
    const columns = ['item', 'measured', 'standard', 'unit', 'method', 'verdict'] as const;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('SpotCheckStep.items')}><table class="plain">
      <thead><tr>${columns.map((one) => html`<th scope="col">${t(`TestedItem.${one}`)}</th>`)}</tr></thead>
      <tbody>${items.map(
        (one) =>
          html`<tr>${columns.map((column) => html`<td class=${column === 'verdict' ? one.verdict : ''}>${column === 'verdict' ? say(`sample.verdict.${one.verdict}`) : (one[column] ?? '')}</td>`)}</tr>`,
      )}</tbody></table></div>`;
  }

  #metered(instruments: NonNullable<SpotCheck['instruments']>) {
    const sum = (name: 'due' | 'verified' | 'passed') => instruments.reduce((all, one) => all + one[name], 0);
    const [due, verified] = [sum('due'), sum('verified')];
    return html`<section class="sheet"><h2>${t('SpotCheckStep.instruments')}</h2>
      <p>${t('spot_checks.rate', { rate: due > 0 ? ((verified / due) * 100).toFixed(1) : '0' })}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('SpotCheckStep.instruments')}><table class="plain">
      <thead><tr>${(['class', 'due', 'verified', 'passed', 'certificate'] as const).map((one) => html`<th scope="col">${t(`Instruments.${one}`)}</th>`)}</tr></thead>
      <tbody>${instruments.map((one) => html`<tr><td>${say(`metering.class.${one.class}`)}</td><td class="num">${one.due}</td><td class="num">${one.verified}</td><td class="num">${one.passed}</td><td>${one.certificate ?? ''}</td></tr>`)}</tbody></table></div></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sample-facts': SampleFacts;
  }
}
