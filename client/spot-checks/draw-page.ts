import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '#client/elements/problem-line.ts';
import { addressOf, call } from '#client/kernel/api.ts';
import { timeOf } from '#client/kernel/format.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { loading, problem, t } from '#client/kernel/words.ts';
import { personName } from '#client/offices/directory.ts';
import { type Draw, drawApi } from '#shared/spot-checks/draw.api.ts';

/** One draw: what was fixed before it, who was left out and why, the one button that draws, and then what came of it with its receipt. */
@customElement('draw-page')
export class DrawPage extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); padding: var(--s-4); max-width: 72rem; }
      .facts { margin: var(--s-2) 0; }
      .names { display: flex; flex-wrap: wrap; gap: 0 var(--s-4); }
      .names a { display: inline-block; min-height: 1.5rem; line-height: 1.5rem; }
      .code { overflow-wrap: anywhere; }
      .scroll { overflow-x: auto; }
      @media (max-width: 640px) { :host { padding: var(--s-3) 0; } .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } .facts { grid-template-columns: 6rem minmax(0, 1fr); } }
    `,
  ];

  @property({ attribute: 'draw-id' }) drawId = '';

  readonly #read = new Task(this, {
    args: () => [Number(this.drawId)] as const,
    task: ([id], { signal }) => call(drawApi.read, { params: { id }, signal }),
  });
  readonly #draw = new Task(this, {
    autoRun: false,
    task: async () => {
      await call(drawApi.draw, { params: { id: Number(this.drawId) } });
      await this.#read.run();
    },
  });

  override render() {
    return this.#read.render({ pending: loading, error: problem, complete: (draw) => this.#whole(draw) });
  }

  #whole(draw: Draw) {
    const { title, size, pool, mode, inspectors, seedHash, poolHash, seed, algorithm, preparedAt, drawnAt, personId } =
      draw;
    const left = draw.excluded.filter(({ n }) => n > 0);
    return html`<section class="sheet"><h1>${title}</h1><dl class="facts">
        <dt>${t('draws.sample')}</dt><dd>${t('draws.of', { size, pool })}</dd>
        <dt>${t('draws.left_out')}</dt><dd>${left.length === 0 ? t('draws.nobody') : left.map(({ why, n }) => html`<div>${t(`draw.excluded.${why}`)} ${n}</div>`)}</dd>
        ${draw.capped.length > 0 ? html`<dt>${t('draw.excluded.cap')}</dt><dd class="names">${draw.capped.map(({ id, name }) => html`<a href="/entities/${id}">${name}</a>`)}</dd>` : nothing}
        <dt>${t('DrawPlan.mode')}</dt><dd>${t(`draw.mode.${mode}`)} · ${t('draws.inspectors', { n: inspectors })}</dd>
        <dt>${t('draws.pool_hash')}</dt><dd class="code">${poolHash}</dd>
        <dt>${t('draws.seed_hash')}</dt><dd class="code">${seedHash}</dd>
        ${seed ? html`<dt>${t('draws.seed')}</dt><dd class="code">${seed}</dd>` : nothing}
        <dt>${t('draws.algorithm')}</dt><dd class="code">${algorithm}</dd>
        <dt>${t('draws.by')}</dt><dd>${timeOf(drawnAt ?? preparedAt)} ${personName(personId)}</dd>
        ${draw.againOf ? html`<dt>${t('draws.again')}</dt><dd><a href="/draws/${draw.againOf}">${t('draws.first')}</a> ${draw.reason}</dd>` : nothing}
      </dl>${drawnAt ? this.#receipt(draw) : this.#button()}</section>
      ${drawnAt ? this.#drawn(draw) : nothing}`;
  }

  #button() {
    return html`<p class="helper">${t('draws.draw_does')}</p><div class="actions"><button class="primary" ?disabled=${this.#draw.status === 1} @click=${() => this.#draw.run()}>${t('draws.draw')}</button></div>
      <problem-line .error=${this.#draw.error}></problem-line>`;
  }

  #receipt({ id }: Draw) {
    return html`<div class="actions no-print"><a class="button" href=${addressOf(drawApi.receipt, { params: { id } })} download="draw-${id}.json">${t('draws.receipt')}</a>
      <button class="small" @click=${() => print()}>${t('action.print')}</button></div><p class="helper">${t('draws.receipt_does')}</p>`;
  }

  #drawn({ drawn }: Draw) {
    return html`<section class="sheet"><h2>${t('draws.result')}</h2><div class="scroll" tabindex="0" role="region" aria-label=${t('draws.result')}><table class="plain"><thead><tr>
      <th scope="col">${t('column.checked')}</th><th scope="col">${t('column.inspectors')}</th><th scope="col">${t('column.number')}</th></tr></thead>
      <tbody>${drawn.map(
        ({ targetId, name, inspectorIds, checkId, number }) =>
          html`<tr><td><a href="/entities/${targetId}">${name}</a></td><td>${inspectorIds.length > 0 ? inspectorIds.map((one) => personName(one)).join('、') : t('draws.no_pair')}</td>
          <td>${checkId ? html`<a href="/spot-checks/${checkId}">${number}</a>` : nothing}</td></tr>`,
      )}</tbody></table></div></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'draw-page': DrawPage;
  }
}
