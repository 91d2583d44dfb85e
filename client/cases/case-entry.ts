import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import '#client/campaigns/campaign-field.ts';
import { today } from '#client/clocks/law.ts';
import { matterChoices } from '#client/complaints/entry-fields.ts';
import { type Answers, EntryDrawer } from '#client/dossiers/entry-drawer.ts';
import '#client/elements/combo-box.ts';
import '#client/elements/row-list.ts';
import { call } from '#client/kernel/api.ts';
import { fieldOf } from '#client/kernel/fields.ts';
import { countyChoices } from '#client/kernel/places.ts';
import { t } from '#client/kernel/words.ts';
import { caseApi } from '#shared/cases/case.api.ts';
import { CaseIntake, Party } from '#shared/cases/case.asks.ts';
import { namesPerson } from '#shared/cases/case.title.ts';
import type { Faults, FormSchema } from '#shared/kernel/faults.ts';

const schema = CaseIntake as unknown as FormSchema;
/** The fields of a party in the order people ask for them. */
export const PARTY_FIELDS = ['kind', 'name', 'creditCode', 'noCode', 'legalRep', 'idNo', 'phone', 'address'];
const FIRST = ['source', 'foundOn'] as const;
const REST = [
  'actEndedOn',
  'goodsValueFen',
  'illegalGainsFen',
  'township',
  'place',
  'sourceId',
  'sourceNote',
  'foreignNumber',
] as const;

/** Registers a clue. */
@customElement('case-entry')
export class CaseEntry extends EntryDrawer {
  constructor() {
    super({
      kind: 'case',
      draft: 'case',
      asked: 'case-asked',
      schema,
      verb: 'cases.register',
      done: 'cases.registered',
      first: 'title',
    });
  }

  protected override fresh(): Answers {
    return { source: 'inspection', foundOn: today(), parties: [] };
  }

  protected override check(answers: Answers): Faults {
    const faults = super.check(answers);
    const named = namesPerson(String(answers['title'] ?? ''), (answers['parties'] ?? []) as Party[]);
    return named ? { title: 'names_person', ...faults } : faults;
  }

  protected override make(answers: Answers, key: string) {
    return call(caseApi.register, { body: answers as unknown as CaseIntake, key });
  }

  protected override fields() {
    const asked = { faults: this.faults, values: this.answers };
    const field = (name: string, custom?: (id: string) => unknown) =>
      fieldOf(schema, name, { ...asked, look: custom ? { custom: { [name]: custom } } : {} });
    const combo = (name: string, choices: readonly { value: string; label: string }[]) => (id: string) =>
      html`<combo-box id=${id} name=${name} label=${t(`CaseIntake.${name}` as 'CaseIntake.matter')} .value=${String(this.answers[name] ?? '')} .choices=${choices} ?invalid=${this.faults[name] !== undefined}></combo-box>`;
    return html`<div class="fields">
        <div class="wide">${field('title')}</div>
        ${FIRST.map((name) => field(name))}
        ${field('matter', combo('matter', matterChoices()))} ${field('county', combo('county', countyChoices()))}
        <div class="wide">${field('violation')}</div>
        <div class="wide">${field('content')}</div>
        <div class="wide">${field(
          'parties',
          () =>
            html`<row-list name="parties" words="Party" .schema=${Party as unknown as FormSchema} .only=${PARTY_FIELDS} .rows=${this.answers['parties'] as Answers[]} .faults=${this.faults}></row-list>`,
        )}</div>
        ${REST.map((name) => field(name, name === 'sourceId' ? (id) => html`<input id=${id} name="sourceId" autocomplete="off" .value=${String(this.answers['sourceId'] ?? '')} />` : undefined))}
        <campaign-field class="wide" .value=${String(this.answers['campaignId'] ?? '')} fault=${this.faults['campaignId'] ?? ''}></campaign-field>
        <div class="wide">${field('graveHarm')}</div>
        <div class="wide">${field('restricted')}</div>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-entry': CaseEntry;
  }
}
