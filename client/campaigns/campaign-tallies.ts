import { Task } from '@lit/task';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '#client/elements/problem-line.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { loading, t } from '#client/kernel/words.ts';
import { officeShort } from '#client/offices/directory.ts';
import { type TallyPeriod, tallyApi } from '#shared/campaigns/tally.api.ts';
import { CLAIMED, TYPED } from '#shared/campaigns/tally.ts';
import { recordsPath } from './campaign-look.ts';
import { matrixStyles } from './matrix-styles.ts';
import { differences, standingText } from './tally-look.ts';

type Name = (typeof TYPED)[number] | (typeof CLAIMED)[number];

const isTyped = (name: Name): name is (typeof TYPED)[number] => (TYPED as readonly string[]).includes(name);

/** A figure of a period: what was typed, or what the ledgers hold, which is never typed over. */
const numberOf = (one: TallyPeriod, name: Name): number =>
  isTyped(name) ? (one.tally?.figures[name] ?? 0) : one.now[name];

/**
 * The regular figures of a campaign: offices down, figures across, this period and all up to it at the foot. Typed figures and those of
 * the ledgers stand apart; where an office says otherwise than its ledgers, both are told. Fires nothing.
 */
@customElement('campaign-tallies')
export class CampaignTallies extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    matrixStyles,
    css`
      :host { display: grid; gap: var(--s-2); min-width: 0; }
      .pick { width: auto; justify-self: start; }
      td { cursor: default; height: 2rem; min-width: 0; text-align: right; font-variant-numeric: tabular-nums; }
      td.words { text-align: left; }
      thead th { white-space: normal; vertical-align: bottom; }
      .missing { color: var(--cinnabar); font-weight: 600; }
      .differs { color: var(--cinnabar); display: block; font-size: var(--t-1); white-space: normal; min-width: 9rem; }
      tfoot td, tfoot th { font-weight: 600; background: var(--sheet-2); }
    `,
  ];

  @property({ type: Number }) campaign = 0;
  @property({ type: Number }) version = 0;
  @state() private from = '';

  readonly #told = new Task(this, {
    args: () => [this.campaign, this.version] as const,
    task: ([id], { signal }) => call(tallyApi.ofCampaign, { params: { id }, signal }),
  });

  override render() {
    return this.#told.render({
      pending: () => (this.#told.value ? this.#drawn(this.#told.value) : loading()),
      error: (error) => html`<problem-line .error=${error} retry @retried=${() => this.#told.run()}></problem-line>`,
      complete: (told) => this.#drawn(told),
    });
  }

  #drawn(all: readonly TallyPeriod[]) {
    const starts = [...new Set(all.map(({ from }) => from))];
    if (starts.length === 0) return html`<p class="helper">${t('tally.none_asked')}</p>`;
    const ended = starts.filter((start) => all.some(({ from, standing }) => from === start && standing !== 'ahead'));
    const from = this.from || (ended[ended.length - 1] ?? starts[0]!);
    const rows = all.filter((one) => one.from === from);
    const names: readonly Name[] = [...TYPED, ...CLAIMED];
    const sum = (some: readonly TallyPeriod[], name: Name) => some.reduce((n, one) => n + numberOf(one, name), 0);
    const label = (name: Name) => t(isTyped(name) ? `TallySending.${name}` : `kind.${name}`);
    return html`<select class="pick no-print" aria-label=${t('TallySending.from')} @change=${(event: Event) => {
      this.from = (event.target as HTMLSelectElement).value;
    }}>${starts.map((start) => html`<option value=${start} ?selected=${start === from}>${start} – ${all.find((one) => one.from === start)?.until}</option>`)}</select>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('tally.sheet')}><table>
        <thead><tr><th scope="col">${t('campaign.office')}</th><th scope="col">${t('column.state')}</th>${names.map((name) => html`<th scope="col">${label(name)}</th>`)}</tr></thead>
        <tbody>${rows.map((one) => this.#row(one, names))}</tbody>
        <tfoot>
          <tr><th scope="row">${t('tally.this_period')}</th><td></td>${names.map((name) => html`<td>${sum(rows, name)}</td>`)}</tr>
          <tr><th scope="row">${t('tally.up_to_it')}</th><td></td>${names.map(
            (name) =>
              html`<td>${sum(
                all.filter((one) => one.from <= from),
                name,
              )}</td>`,
          )}</tr>
        </tfoot>
      </table></div>
      <p class="legend">${t('tally.legend')}</p>`;
  }

  #row(one: TallyPeriod, names: readonly Name[]) {
    const { officeId, from, until, standing, seen } = one;
    const way = (kind: string) =>
      `${recordsPath(this.campaign, { office: String(officeId), kind })}${encodeURIComponent(`~received.from.${from}~received.to.${until}`)}`;
    const cell = (name: Name) =>
      !seen ? '–' : isTyped(name) ? (one.tally?.figures[name] ?? '') : html`<a href=${way(name)}>${one.now[name]}</a>`;
    return html`<tr><th scope="row">${officeShort(officeId)}</th>
      <td class="words"><span class=${standing === 'missing' ? 'missing' : ''}>${standingText(one)}</span>${differences(one).map((line) => html`<span class="differs">${line}</span>`)}</td>
      ${names.map((name) => html`<td>${cell(name)}</td>`)}</tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'campaign-tallies': CampaignTallies;
  }
}
