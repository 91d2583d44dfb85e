import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { today } from '#client/clocks/law.ts';
import { stateWord } from '#client/dossiers/ledgers.ts';
import '#client/elements/empty-state.ts';
import '#client/elements/problem-line.ts';
import { Address, changeQuery } from '#client/kernel/address.ts';
import { call } from '#client/kernel/api.ts';
import { bindKeys } from '#client/kernel/keys.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { loading, t } from '#client/kernel/words.ts';
import { onElsewhere } from '#client/shell/live.ts';
import { campaignApi } from '#shared/campaigns/campaign.api.ts';
import type { CampaignRow } from '#shared/campaigns/campaign.schema.ts';
import { OPEN_TO_RECORDS } from '#shared/campaigns/campaign.workflow.ts';
import { dossierListApi } from '#shared/dossiers/dossier-list.api.ts';
import { askCampaign } from './ask-campaign.ts';
import { shareOf, weeksOf } from './campaign-look.ts';
import './campaign-matrix.ts';

const RUNNING = OPEN_TO_RECORDS.join(',');

/** What the page tells: campaigns under way, and how much waits for a ruling, came back, or is late. */
async function ask(signal: AbortSignal) {
  const count = (query: object) => call(dossierListApi.counts, { query, signal });
  const [campaigns, disputed, returned, overdue] = await Promise.all([
    call(campaignApi.list, { query: { state: RUNNING, limit: 50 }, signal }),
    count({ state: 'complaint.disputed,transfer.disputed' }),
    count({ open: true, returned: true }),
    count({ light: 'overdue' }),
  ]);
  return { campaigns: campaigns.rows, disputed, returned, overdue };
}
type Told = Awaited<ReturnType<typeof ask>>;

/** S03: where the joint work is stuck: campaigns under way, what needs a ruling, and the matrix of the one chosen. */
@customElement('coord-page')
export class CoordPage extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); align-content: start; }
      header { display: flex; flex-wrap: wrap; gap: var(--s-2); align-items: center; }
      h1 { flex: 1; font-size: var(--t-5); }
      .stuck { display: flex; flex-wrap: wrap; gap: var(--s-1) var(--s-6); font-size: var(--t-3); }
      .stuck strong { font-size: var(--t-6); font-variant-numeric: tabular-nums; }
      .row { display: grid; grid-template-columns: minmax(0, 1fr) 6rem 11rem 6rem max-content; gap: var(--s-1) var(--s-3); align-items: center; padding: var(--s-2); border-bottom: 1px solid var(--rule); font-size: var(--t-3); }
      .row[aria-current="true"] { background: var(--sel); }
      progress { width: 100%; height: 0.5rem; accent-color: var(--azurite); }
      .num { font-variant-numeric: tabular-nums; }
      .late { color: var(--cinnabar); font-weight: 600; }
      @media (max-width: 640px) { :host { padding: var(--s-3) 0; } header { padding: 0 var(--s-3); } .row { grid-template-columns: minmax(0, 1fr) max-content; } .sheet { border-radius: 0; border-left: 0; border-right: 0; } }
    `,
  ];

  readonly #address = new Address(this);
  #stop: (() => void)[] = [];
  readonly #told = new Task(this, {
    args: () => [],
    task: (_, { signal }) => ask(signal),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = [
      onElsewhere('dossier', () => void this.#told.run()),
      bindKeys({ on: 'KeyN', run: () => askCampaign() }),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stop) stop();
  }

  override render() {
    return html`<header><h1>${t('coord.title')}</h1>
        <button class="primary" @click=${() => askCampaign()}>＋ ${t('campaigns.draft')}</button></header>
      ${this.#told.render({
        pending: () => (this.#told.value ? this.#drawn(this.#told.value) : loading()),
        error: (error) => html`<problem-line .error=${error} retry @retried=${() => this.#told.run()}></problem-line>`,
        complete: (told) => this.#drawn(told),
      })}`;
  }

  #drawn({ campaigns, disputed, returned, overdue }: Told) {
    const n = ({ total, capped }: { total: number; capped: boolean }) => (capped ? `${total}+` : total);
    const wanted = Number(this.#address.query.get('campaign'));
    const chosen = campaigns.find(({ id }) => id === wanted) ?? campaigns[0];
    return html`<section class="sheet"><h2>${t('coord.stuck')}</h2><p class="stuck">
        <a href="/?tab=disputed">${t('coord.disputed')} <strong>${n(disputed)}</strong></a>
        <a href="/?tab=returned">${t('coord.returned')} <strong>${n(returned)}</strong></a>
        <a href="/clocks?f=light.in.overdue">${t('coord.overdue')} <strong>${n(overdue)}</strong></a></p></section>
      <section class="sheet"><h2>${t('coord.campaigns')}</h2>
        ${campaigns.length === 0 ? html`<empty-state text=${t('coord.none')}><button @click=${() => askCampaign()}>${t('campaigns.draft')}</button></empty-state>` : campaigns.map((one) => this.#row(one, chosen))}</section>
      ${
        chosen
          ? html`<section class="sheet"><h2>${chosen.title}</h2><campaign-matrix campaign=${chosen.id} version=${chosen.version}></campaign-matrix>
              <p class="actions"><button class="small" @click=${() => go(`/campaigns/${chosen.id}?tab=urgings`)}>${t('urging.tab')}</button></p></section>`
          : nothing
      }`;
  }

  #row(row: CampaignRow, chosen: CampaignRow | undefined) {
    const { due, done, overdue } = row.figures;
    const week = weeksOf(row, today());
    return html`<div class="row" aria-current=${row === chosen ? 'true' : 'false'}>
      <a href="/campaigns/${row.id}">${row.title}</a>
      <span>${stateWord('campaign', row.state)}</span>
      <span class="num">${due > 0 ? html`${done}/${due} ${shareOf(done, due)} <progress max=${due} value=${Math.min(done, due)} aria-label=${t('campaign.done_of_due')}></progress>` : nothing}</span>
      <span>${overdue > 0 ? html`<span class="late">${t('campaign.figure.overdue')} ${overdue}</span>` : week ? t('campaign.week', { week }) : nothing}</span>
      <button class="small" @click=${() => changeQuery({ campaign: String(row.id) })}>${t('campaign.matrix')}</button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'coord-page': CoordPage;
  }
}
