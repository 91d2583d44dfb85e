import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import { today } from '#client/clocks/law.ts';
import '#client/dossiers/edit-dialog.ts';
import { stateWord } from '#client/dossiers/ledgers.ts';
import { type Frame, frameStyles, recordPage } from '#client/dossiers/record-frame.ts';
import { RecordLoad } from '#client/dossiers/record-load.ts';
import '#client/dossiers/step-panel.ts';
import { toast } from '#client/elements/toast-line.ts';
import { Address } from '#client/kernel/address.ts';
import { call, download } from '#client/kernel/api.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { sentenceOf, t } from '#client/kernel/words.ts';
import { officeShort } from '#client/offices/directory.ts';
import { campaignApi } from '#shared/campaigns/campaign.api.ts';
import type { Campaign } from '#shared/campaigns/campaign.schema.ts';
import { type ReportKind, reportApi } from '#shared/campaigns/report.api.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import { campaignBook } from './campaign-edit-book.ts';
import './campaign-facts.ts';
import { recordsPath, shareOf, weeksOf } from './campaign-look.ts';
import './campaign-matrix.ts';
import './campaign-tallies.ts';
import { CAMPAIGN_BOOK } from './campaign-step-book.ts';
import './urging-desk.ts';

/** S07: one campaign: how far it has come, office by office, its plan, and what comes next. */
@customElement('campaign-page')
export class CampaignPage extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    frameStyles,
    css`
      .figures { display: flex; flex-wrap: wrap; gap: var(--s-1) var(--s-5); padding: var(--s-2) 0; font-size: var(--t-3); }
      .figures strong { font-variant-numeric: tabular-nums; }
      @media (max-width: 640px) { .figures { padding: var(--s-2) var(--s-3); } }
    `,
  ];

  @property({ attribute: 'campaign-id' }) campaignId = '';
  @state() private editing = false;
  readonly #address = new Address(this);
  readonly #load = new RecordLoad(
    this,
    'campaign',
    () => Number(this.campaignId),
    (id, signal) => call(campaignApi.read, { params: { id }, signal }),
  );

  readonly #changedHere = (event: CustomEvent<{ record: Campaign }>) => {
    this.editing = false;
    this.#load.changedHere(event.detail.record.version);
  };

  readonly #frame: Frame<Campaign> = {
    kind: 'campaign',
    standing: (record) =>
      html`<span class="tag">${stateWord('campaign', record.state)}</span> ${officeShort(record.leadOfficeId)} ${this.#week(record)}`,
    tools: (record) =>
      html`${
        record.access === 'own' && may('campaign.run') && !ENDS.campaign.includes(record.state)
          ? html`<button class="small" @click=${() => {
              this.editing = true;
            }}>${t('record.edit')}</button>`
          : nothing
      }${this.#reports(record)}`,
    overview: (record) => html`${this.#figures(record)}<campaign-facts .record=${record}></campaign-facts>`,
    tabs: (record) => [
      {
        key: 'matrix',
        label: t('campaign.matrix'),
        body: () =>
          html`${this.#figures(record)}<campaign-matrix campaign=${record.id} version=${record.version}></campaign-matrix>`,
      },
      ...(record.access === 'own' && may('campaign.run') && record.state !== 'drafted'
        ? [
            {
              key: 'urgings',
              label: t('urging.tab'),
              body: () => html`<urging-desk campaign=${record.id} version=${record.version}></urging-desk>`,
            },
          ]
        : []),
      {
        key: 'tallies',
        label: t('tally.sheet'),
        body: () => html`<campaign-tallies campaign=${record.id} version=${record.version}></campaign-tallies>`,
      },
    ],
    steps: (record) =>
      html`<step-panel .record=${record} .book=${CAMPAIGN_BOOK} @record-stepped=${this.#changedHere}></step-panel>`,
    over: (record) =>
      this.editing
        ? html`<edit-dialog .record=${record} .book=${campaignBook(record)} @record-edited=${this.#changedHere} @edit-cancelled=${() => {
            this.editing = false;
          }}></edit-dialog>`
        : nothing,
  };

  readonly #report = new Task(this, {
    autoRun: false,
    task: ([id, kind]: readonly [number, ReportKind]) => download(reportApi.make, { kind }, { id }),
    onError: (error) => toast(sentenceOf(error)),
  });

  /** Papers whose numbers come from the records: of how far it has come, and of what it came to. */
  #reports({ id, access, state: at }: Campaign) {
    if ((access !== 'own' && access !== 'edit') || at === 'drafted' || at === 'withdrawn') return nothing;
    const kind: ReportKind = at === 'ended' ? 'closing' : 'bulletin';
    return html`<button class="small no-print" ?disabled=${this.#report.status === 1} @click=${() => this.#report.run([id, kind])}>${t(`campaign.report.${kind}`)}</button>`;
  }

  #week(record: Campaign): string {
    const week = weeksOf(record, today());
    return week && !ENDS.campaign.includes(record.state) ? t('campaign.week', { week }) : '';
  }

  /** Each number is the way to the records it counts. */
  #figures({ id, figures, state: at }: Campaign) {
    if (at === 'drafted') return nothing;
    const { due, done, records, checks, rectifications, cases, transfers, overdue } = figures;
    const to = (word: string, n: number | string, filters: Record<string, string> = {}) =>
      html`<span>${word} <strong><a href=${recordsPath(id, filters)}>${n}</a></strong></span>`;
    return html`<div class="figures">
      ${due > 0 ? html`<span>${t('campaign.done_of_due')} <strong class="num">${done}/${due}</strong> ${shareOf(done, due)}</span>` : nothing}
      ${to(t('campaign.figure.records'), records)} ${to(t('campaign.figure.checks'), checks, { kind: 'spot_check' })}
      ${to(t('campaign.figure.rectifications'), rectifications, { kind: 'rectification' })}
      ${to(t('campaign.figure.cases'), cases, { kind: 'case' })} ${to(t('campaign.figure.transfers'), transfers, { kind: 'transfer' })}
      ${to(t('campaign.figure.overdue'), overdue, { light: 'overdue' })}
    </div>`;
  }

  override render() {
    return recordPage(this.#load, Number(this.campaignId), this.#address, this.#frame);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'campaign-page': CampaignPage;
  }
}
