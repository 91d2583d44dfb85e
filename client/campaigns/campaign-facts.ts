import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { stateWord } from '#client/dossiers/ledgers.ts';
import '#client/dossiers/record-table.ts';
import { recordColumns } from '#client/dossiers/record-table.ts';
import { base, panels } from '#client/kernel/styles.ts';
import { listed, say, t } from '#client/kernel/words.ts';
import { officeName } from '#client/offices/directory.ts';
import type { Campaign, CampaignOffice } from '#shared/campaigns/campaign.schema.ts';

const prose = (text: string | null) => (text ? html`<span class="prose">${text}</span>` : null);

function line(key: string, value: unknown) {
  if (value === null || value === undefined || value === '') return nothing;
  return html`<dt>${say(key)}</dt><dd>${value}</dd>`;
}

const targetsOf = ({ targets }: CampaignOffice): string =>
  listed(
    targets.map(({ kind, n, subjects, dueOn }) =>
      [
        `${t(`kind.${kind}`)} ${n}`,
        subjects ? t('campaign.by_subject') : '',
        dueOn ? t('campaign.until_day', { day: dueOn }) : '',
      ]
        .filter(Boolean)
        .join(' '),
    ),
  );

const columns = () =>
  recordColumns<CampaignOffice>([
    {
      key: 'office',
      label: t('campaign.office'),
      cell: ({ officeId, assignmentId }) =>
        assignmentId ? html`<a href="/assignments/${assignmentId}">${officeName(officeId)}</a>` : officeName(officeId),
    },
    { key: 'part', label: t('dossier.part'), cell: ({ part }) => t(`campaign.part.${part}`) },
    { key: 'targets', label: t('campaign.targets'), cell: targetsOf },
    {
      key: 'state',
      label: t('column.state'),
      cell: ({ state, late, reason }) =>
        state
          ? html`${stateWord('assignment', state)} ${late ? t('campaign.late') : ''} ${reason ? html`<small>${reason}</small>` : nothing}`
          : '',
    },
    { key: 'due', label: t('CampaignDraft.reportBy'), whole: true, cell: ({ dueOn }) => dueOn ?? '' },
    { key: 'reported', label: t('campaign.reported_on'), whole: true, cell: ({ reportedOn }) => reportedOn ?? '' },
  ]);

/** What a campaign plans and who takes part in it, with how each office stands; whatever it came to in the end. */
@customElement('campaign-facts')
export class CampaignFacts extends LitElement {
  static override styles = [
    base,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); margin-bottom: var(--s-4); }
      .facts { grid-template-columns: 8rem minmax(0, 1fr); }
      .prose { white-space: pre-wrap; max-width: 42em; }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } .facts { grid-template-columns: 6rem minmax(0, 1fr); } }
    `,
  ];

  @property({ attribute: false }) record!: Campaign;

  override render() {
    const it = this.record;
    const phases = it.phases.map(({ phase, from, until }) => `${t(`campaign.phase.${phase}`)} ${from} – ${until}`);
    return html`${it.conclusion ? html`<section class="sheet"><h2>${t('CampaignStep.text')}</h2>${prose(it.conclusion)}</section>` : nothing}
      <section class="sheet"><h2>${t('CampaignDraft.members')}</h2>
        <record-table label=${t('CampaignDraft.members')} empty=${t('campaign.no_offices')} .columns=${columns()} .rows=${it.members}></record-table></section>
      <section class="sheet"><h2>${t('campaign.plan')}</h2><dl class="facts">
        ${line('campaign.period', it.from && it.until ? `${it.from} – ${it.until}` : null)}
        ${line('CampaignDraft.reportBy', it.reportBy)}
        ${line('CampaignDraft.reporting', it.reporting ? t(`campaign.reporting.${it.reporting}`) : null)}
        ${line('CampaignDraft.phases', phases.length > 0 ? phases.map((one) => html`<div>${one}</div>`) : null)}
        ${line('CampaignDraft.basis', prose(it.basis))}
        ${line('CampaignDraft.aims', prose(it.aims))}
        ${line('CampaignDraft.matters', listed(it.matters.map((matter) => say(`matter.${matter}`) ?? matter)))}
      </dl></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'campaign-facts': CampaignFacts;
  }
}
