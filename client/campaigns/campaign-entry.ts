import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { today } from '#client/clocks/law.ts';
import { type Answers, EntryDrawer } from '#client/dossiers/entry-drawer.ts';
import { call } from '#client/kernel/api.ts';
import { fieldOf } from '#client/kernel/fields.ts';
import { t } from '#client/kernel/words.ts';
import { campaignApi } from '#shared/campaigns/campaign.api.ts';
import { CampaignDraft } from '#shared/campaigns/campaign.asks.ts';
import { CAMPAIGN_TEMPLATES, planFrom } from '#shared/campaigns/campaign.templates.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import type { FormSchema } from '#shared/kernel/faults.ts';
import './plan-grid.ts';

const schema = CampaignDraft as unknown as FormSchema;
/** A campaign from nothing runs this long until another day is said. */
const USUAL_DAYS = 60;

/** Drafts a campaign, from a template or from nothing. */
@customElement('campaign-entry')
export class CampaignEntry extends EntryDrawer {
  @state() private template = '';
  /** As they stand in the grid, so that drawing the form anew takes none of them away. */
  #members: CampaignDraft['members'] = [];

  constructor() {
    super({
      kind: 'campaign',
      draft: 'campaign',
      asked: 'campaign-asked',
      schema,
      verb: 'campaigns.draft',
      done: 'campaigns.drafted',
      first: 'title',
    });
  }

  protected override fresh(): Answers {
    const from = today();
    const until = addDays(from, USUAL_DAYS);
    return { from, until, reportBy: until, reporting: 'fortnight', members: [], matters: [], phases: [] };
  }

  protected override make(answers: Answers, key: string) {
    const body = { basis: '', aims: '', phases: [], ...answers } as unknown as CampaignDraft;
    return call(campaignApi.draft, { body, key });
  }

  protected override check(answers: Answers) {
    return super.check({ basis: '', aims: '', phases: [], ...answers });
  }

  protected override typed({ members }: Answers): void {
    if (Array.isArray(members)) this.#members = members as CampaignDraft['members'];
  }

  /** Fills the form with what a template says; offices and numbers stay as they were entered. */
  readonly #filled = (event: Event) => {
    event.stopPropagation();
    const template = CAMPAIGN_TEMPLATES.find(({ key }) => key === (event.target as HTMLSelectElement).value);
    this.template = template?.key ?? '';
    if (!template) return;
    const members = this.renderRoot.querySelector('plan-grid')?.value ?? [];
    window.dispatchEvent(new CustomEvent('campaign-asked', { detail: { ...planFrom(template, today()), members } }));
  };

  protected override fields() {
    const field = (name: string, custom?: (id: string) => unknown) =>
      fieldOf(schema, name, {
        faults: this.faults,
        values: this.answers,
        look: { optional: ['basis', 'aims', 'matters', 'phases'], ...(custom ? { custom: { [name]: custom } } : {}) },
      });
    return html`<div class="fields">
      <div class="field wide"><label for="template">${t('campaigns.template')}</label>
        <select id="template" @change=${this.#filled} @input=${(event: Event) => event.stopPropagation()}>
          <option value="">${t('campaigns.from_nothing')}</option>
          ${CAMPAIGN_TEMPLATES.map(({ key, title }) => html`<option value=${key} ?selected=${key === this.template}>${title}</option>`)}
        </select></div>
      <div class="wide">${field('title')}</div>
      ${field('from')} ${field('until')} ${field('reportBy')} ${field('reporting')}
      <div class="wide">${field('members', (id) => html`<plan-grid id=${id} .value=${this.#members}></plan-grid>`)}</div>
      ${field('basis')} ${field('aims')}
      <div class="wide">${field('phases')}</div>
      <details class="wide"><summary>${t('CampaignDraft.matters')}</summary>${field('matters')}</details>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'campaign-entry': CampaignEntry;
  }
}
