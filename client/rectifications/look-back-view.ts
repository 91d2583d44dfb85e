import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { stateWord } from '#client/dossiers/ledgers.ts';
import { call } from '#client/kernel/api.ts';
import { regionName, regionShort } from '#client/kernel/places.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { loading, problem, say, t } from '#client/kernel/words.ts';
import { officeShort, personName } from '#client/offices/directory.ts';
import { drawSample } from '#shared/kernel/draw.ts';
import { type LookBack, type LookBackItem, lookBackApi } from '#shared/rectifications/look-back.api.ts';

/** One sample: what it was drawn from and how, so that anybody can draw it again here, and what became of each record. */
@customElement('look-back-view')
export class LookBackView extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); padding: var(--s-4); max-width: 72rem; }
      .facts { margin: var(--s-2) 0; }
      .scroll { overflow-x: auto; }
      .good { color: var(--malachite); }
      .bad { color: var(--cinnabar); }
      @media (max-width: 640px) { :host { padding: var(--s-3) 0; } .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
    `,
  ];

  @property({ attribute: 'look-back-id' }) lookBackId = '';
  @state() private same: boolean | undefined;

  readonly #sample = new Task(this, {
    args: () => [Number(this.lookBackId)] as const,
    task: ([id], { signal }) => call(lookBackApi.read, { params: { id }, signal }),
  });

  override render() {
    return this.#sample.render({ pending: loading, error: problem, complete: (sample) => this.#whole(sample) });
  }

  #whole(sample: LookBack) {
    const { title, from, until, county, matter, size, pool, seed, drawnOn, personId, officeId } = sample;
    const scope = [`${from} – ${until}`, county ? regionName(county) : '', matter ? say(`matter.${matter}`) : ''];
    return html`<section class="sheet"><h1>${title}</h1><dl class="facts">
        <dt>${t('look_backs.scope')}</dt><dd>${scope.filter(Boolean).join(' · ')}</dd>
        <dt>${t('look_backs.sample')}</dt><dd>${t('look_backs.of', { size, pool })}</dd>
        <dt>${t('LookBackDraw.seed')}</dt><dd class="code">${seed}</dd>
        <dt>${t('look_backs.drawn_by')}</dt><dd>${drawnOn} ${officeShort(officeId)} ${personName(personId)}</dd></dl>
        <div class="actions no-print"><button @click=${() => this.#again(sample)}>${t('look_backs.again')}</button>
          <span role="status" class=${this.same ? 'good' : 'bad'}>${this.same === undefined ? nothing : t(this.same ? 'look_backs.same' : 'look_backs.differs')}</span>
          <button class="small" @click=${() => print()}>${t('action.print')}</button></div>
      </section>
      <section class="sheet"><div class="scroll" tabindex="0" role="region" aria-label=${t('look_backs.sample')}><table class="plain"><thead><tr>
        <th>${t('column.number')}</th><th>${t('column.rectified')}</th><th>${t('column.problem')}</th><th>${t('column.place')}</th><th>${t('column.owner')}</th><th>${t('Rectification.closedOn')}</th><th>${t('RectificationStep.looked')}</th></tr></thead>
        <tbody>${sample.items.map((item) => this.#item(item))}</tbody></table></div>
        ${sample.items.length < size ? html`<p class="helper">${t('look_backs.unseen', { n: size - sample.items.length })}</p>` : nothing}
      </section>`;
  }

  /** Draws once more, here, from what was stored; nothing is asked of the server. */
  #again({ seed, poolIds, size, drawnIds }: LookBack): void {
    this.same = JSON.stringify(drawSample(seed, poolIds, size)) === JSON.stringify(drawnIds);
  }

  #item({
    id,
    number,
    stub,
    subjectName,
    title,
    county,
    ownerOfficeId,
    state: at,
    closedOn,
    visitedOn,
    result,
  }: LookBackItem) {
    const found = result
      ? html`<span class=${result === 'relapsed' ? 'bad' : 'good'}>${t(`rectification.looked.${result}`)}</span> ${visitedOn}`
      : t('look_backs.waiting');
    return html`<tr><td><a href="/rectifications/${id}">${number}</a></td><td>${stub ? t('dossier.restricted') : (subjectName ?? '')}</td><td>${title}</td>
      <td>${regionShort(county)}</td><td>${officeShort(ownerOfficeId)}</td><td>${closedOn ?? stateWord('rectification', at)}</td><td>${found}</td></tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'look-back-view': LookBackView;
  }
}
