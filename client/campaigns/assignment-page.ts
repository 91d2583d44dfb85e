import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import { stateWord } from '#client/dossiers/ledgers.ts';
import { type Frame, frameStyles, recordPage } from '#client/dossiers/record-frame.ts';
import { RecordLoad } from '#client/dossiers/record-load.ts';
import '#client/dossiers/record-table.ts';
import { recordColumns } from '#client/dossiers/record-table.ts';
import '#client/dossiers/step-panel.ts';
import { Address } from '#client/kernel/address.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { officeName } from '#client/offices/directory.ts';
import { assignmentApi } from '#shared/campaigns/campaign.api.ts';
import type { Assignment, Reported } from '#shared/campaigns/campaign.schema.ts';
import { OPEN_TO_RECORDS } from '#shared/campaigns/campaign.workflow.ts';
import { recordsPath } from './campaign-look.ts';
import { ASSIGNMENT_BOOK } from './campaign-step-book.ts';
import './tally-periods.ts';
import './urging-list.ts';

interface Line {
  readonly kind: Reported['kind'];
  readonly asked: number | undefined;
  readonly now: Reported | undefined;
  readonly told: Reported | undefined;
}

/** Every ledger that was asked for, worked in, or reported of, once. */
function linesOf({ targets, now, reported }: Assignment): Line[] {
  const kinds = [...new Set([...targets, ...now, ...reported].map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    kind,
    asked: targets.find((one) => one.kind === kind)?.n,
    now: now.find((one) => one.kind === kind),
    told: reported.find((one) => one.kind === kind),
  }));
}

const mayTally = ({ access, state, campaignState }: Assignment) =>
  access === 'own' &&
  state !== 'to_acknowledge' &&
  may('assignment.report') &&
  (OPEN_TO_RECORDS as readonly string[]).includes(campaignState);

/** What one office has to do in a campaign, what its ledgers hold of it, and what it reported. */
@customElement('assignment-page')
export class AssignmentPage extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    frameStyles,
    css`
      .facts { grid-template-columns: 8rem minmax(0, 1fr); }
      .prose { white-space: pre-wrap; max-width: 42em; }
      .stack { display: grid; gap: var(--s-4); grid-template-columns: minmax(0, 1fr); }
      .told { background: var(--orpiment-t); color: var(--orpiment); padding: var(--s-1) var(--s-3); font-size: var(--t-2); }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } .facts { grid-template-columns: 6rem minmax(0, 1fr); } }
    `,
  ];

  @property({ attribute: 'assignment-id' }) assignmentId = '';
  readonly #address = new Address(this);
  readonly #load = new RecordLoad(
    this,
    'assignment',
    () => Number(this.assignmentId),
    (id, signal) => call(assignmentApi.read, { params: { id }, signal }),
  );

  readonly #changedHere = (event: CustomEvent<{ record: Assignment }>) =>
    this.#load.changedHere(event.detail.record.version);

  readonly #frame: Frame<Assignment> = {
    kind: 'assignment',
    standing: ({ state, ownerOfficeId, late }) =>
      html`<span class="tag">${stateWord('assignment', state)}</span> ${late ? html`<span class="tag">${t('campaign.late')}</span>` : nothing} ${officeName(ownerOfficeId)}`,
    tools: ({ campaignId, ownerOfficeId }) =>
      html`<a class="button small no-print" href=${recordsPath(campaignId, { office: String(ownerOfficeId) })}>${t('campaigns.records')}</a>`,
    overview: (record) =>
      html`<div class="stack">${this.#work(record)}<tally-periods assignment=${record.id} version=${record.version} ?editable=${mayTally(record)}></tally-periods>${this.#report(record)}
        <urging-list dossier=${record.id} version=${record.version} ?editable=${record.access === 'own' && may('assignment.report')}></urging-list></div>`,
    steps: (record) =>
      html`<step-panel .record=${record} .book=${ASSIGNMENT_BOOK} @record-stepped=${this.#changedHere}></step-panel>`,
  };

  #work(record: Assignment) {
    const way = (kind: string, more: Record<string, string> = {}) =>
      recordsPath(record.campaignId, { office: String(record.ownerOfficeId), kind, ...more });
    const columns = recordColumns<Line>([
      { key: 'kind', label: t('column.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
      { key: 'asked', label: t('campaign.asked'), align: 'end', cell: ({ asked }) => asked ?? '' },
      {
        key: 'done',
        label: t('campaign.finished'),
        align: 'end',
        cell: ({ kind, now }) => html`<a href=${way(kind, { standing: 'done' })}>${now?.done ?? 0}</a>`,
      },
      {
        key: 'n',
        label: t('campaign.recorded'),
        align: 'end',
        cell: ({ kind, now }) => html`<a href=${way(kind)}>${now?.n ?? 0}</a>`,
      },
      { key: 'then', label: t('campaign.as_reported'), align: 'end', cell: ({ told }) => told?.n ?? '' },
    ]);
    const moved = record.reportedOn !== null && linesOf(record).some(({ now, told }) => now?.n !== told?.n);
    return html`<section class="sheet"><h2>${t('campaign.targets')}</h2>
      ${moved ? html`<p class="told" role="status">${t('campaign.moved_since')}</p>` : nothing}
      <record-table label=${t('campaign.targets')} empty=${t('campaign.nothing_recorded')} .columns=${columns} .rows=${linesOf(record)}></record-table>
    </section>`;
  }

  #report(record: Assignment) {
    const { campaignId, part, reportBy, reportedOn, report, excuse, links } = record;
    const campaign = links.find(({ link }) => link === 'campaign');
    const line = (word: string, value: unknown) => (value ? html`<dt>${word}</dt><dd>${value}</dd>` : nothing);
    return html`<section class="sheet"><h2>${t('AssignmentStep.text')}</h2><dl class="facts">
      ${line(t('kind.campaign'), campaign ? html`<a href="/campaigns/${campaignId}">${campaign.number}</a>` : null)}
      ${line(t('dossier.part'), t(`campaign.part.${part}`))}
      ${line(t('CampaignDraft.reportBy'), reportBy)}
      ${line(t('campaign.reported_on'), reportedOn)}
      ${line(t('campaign.reason'), excuse)}
      ${line(t('AssignmentStep.text'), report ? html`<span class="prose">${report}</span>` : null)}
    </dl></section>`;
  }

  override render() {
    return recordPage(this.#load, Number(this.assignmentId), this.#address, this.#frame);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'assignment-page': AssignmentPage;
  }
}
