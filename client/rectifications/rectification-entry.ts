import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import '#client/campaigns/campaign-field.ts';
import { today } from '#client/clocks/law.ts';
import { matterChoices } from '#client/complaints/entry-fields.ts';
import { type Answers, EntryDrawer } from '#client/dossiers/entry-drawer.ts';
import '#client/elements/combo-box.ts';
import '#client/entities/subject-box.ts';
import { call } from '#client/kernel/api.ts';
import { fieldOf } from '#client/kernel/fields.ts';
import { countyChoices } from '#client/kernel/places.ts';
import { t } from '#client/kernel/words.ts';
import { PARTY_KINDS } from '#shared/cases/case.lists.ts';
import type { EntityHit } from '#shared/entities/entity.schema.ts';
import type { Faults, FormSchema } from '#shared/kernel/faults.ts';
import { PREFECTURE } from '#shared/offices/regions.ts';
import { rectificationApi } from '#shared/rectifications/rectification.api.ts';
import { RectificationOrder } from '#shared/rectifications/rectification.asks.ts';

const schema = RectificationOrder as unknown as FormSchema;
/** In the order of the form 责令改正通知书; `wide` ones take a line of their own. */
const FIELDS = [
  ...['title', 'subjectName', 'subjectKind', 'creditCode', 'matter', 'county', 'township', 'place', 'problem'],
  ...['violated', 'basis', 'requirement', 'consequence', 'orderedOn', 'until', 'source', 'sourceId', 'sourceNote'],
  ...['orderNumber', 'drawNumber', 'restricted'],
];
const WIDE = new Set(['title', 'subjectName', 'sourceNote', 'drawNumber', 'restricted']);

/** Writes an order to correct. */
@customElement('rectification-entry')
export class RectificationEntry extends EntryDrawer {
  constructor() {
    super({
      kind: 'rectification',
      draft: 'rectification',
      asked: 'rectification-asked',
      schema,
      verb: 'rectifications.order',
      done: 'rectifications.ordered',
      first: 'title',
    });
  }

  protected override fresh(): Answers {
    return { source: 'inspection', subjectKind: 'sole_trader', orderedOn: today() };
  }

  protected override make(answers: Answers, key: string) {
    return call(rectificationApi.order, { body: answers as unknown as RectificationOrder, key });
  }

  protected override check(answers: Answers): Faults {
    return { ...super.check(answers), ...(answers['subjectName'] ? {} : { subjectName: 'required' }) };
  }

  protected override also(form: ParentNode): Answers {
    const text = form.querySelector('subject-box')?.text.trim();
    return text ? { subjectName: text } : {};
  }

  /** Fills in what the file of the chosen entity knows, where nothing was said. */
  readonly #subjectChosen = (event: CustomEvent<{ entity: Partial<EntityHit> }>) => {
    const { kind, code, county, township } = event.detail.entity;
    const form = (event.target as HTMLElement).closest('form')!;
    const field = (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
    if (kind && (PARTY_KINDS as readonly string[]).includes(kind)) field('subjectKind').value = kind;
    if (county && [PREFECTURE, ''].includes(field('county').value)) field('county').value = county;
    for (const [name, known] of [['creditCode', code] as const, ['township', township] as const])
      if (known && !field(name).value) field(name).value = known;
  };

  protected override fields() {
    return html`<div class="fields" @subject-chosen=${this.#subjectChosen}>${FIELDS.map((name) =>
      WIDE.has(name) ? html`<div class="wide">${this.#field(name)}</div>` : this.#field(name),
    )}<campaign-field class="wide" .value=${String(this.answers['campaignId'] ?? '')} fault=${this.faults['campaignId'] ?? ''}></campaign-field></div>`;
  }

  #field(name: string) {
    const said = String(this.answers[name] ?? '');
    const combo = (choices: readonly { value: string; label: string }[]) => (id: string) =>
      html`<combo-box id=${id} name=${name} label=${t(`RectificationOrder.${name}` as 'RectificationOrder.matter')} .value=${said} .choices=${choices} ?invalid=${this.faults[name] !== undefined}></combo-box>`;
    const drawn: Record<string, (id: string) => unknown> = {
      matter: combo(matterChoices()),
      county: combo(countyChoices()),
      subjectName: (id) =>
        html`<subject-box id=${id} name="subjectId" label=${t('RectificationOrder.subjectName')} .value=${String(this.answers['subjectId'] ?? '')} .text=${said}
          county=${String(this.answers['county'] ?? '')} ?invalid=${this.faults['subjectName'] !== undefined}></subject-box>`,
      sourceId: (id) => html`<input id=${id} name="sourceId" autocomplete="off" .value=${said} />`,
    };
    const custom = drawn[name] ? { [name]: drawn[name] } : {};
    return fieldOf(schema, name, {
      faults: this.faults,
      values: this.answers,
      look: { custom, needed: ['subjectName'] },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rectification-entry': RectificationEntry;
  }
}
