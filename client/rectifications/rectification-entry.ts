import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { today } from '#client/clocks/law.ts';
import { matterChoices } from '#client/complaints/entry-fields.ts';
import { type Answers, EntryDrawer } from '#client/dossiers/entry-drawer.ts';
import '#client/elements/combo-box.ts';
import { call } from '#client/kernel/api.ts';
import { fieldOf } from '#client/kernel/fields.ts';
import { countyChoices } from '#client/kernel/places.ts';
import { t } from '#client/kernel/words.ts';
import type { Faults, FormSchema } from '#shared/kernel/faults.ts';
import { rectificationApi } from '#shared/rectifications/rectification.api.ts';
import { RectificationOrder } from '#shared/rectifications/rectification.asks.ts';

const schema = RectificationOrder as unknown as FormSchema;
/** In the order of the form 责令改正通知书; `wide` ones take a line of their own. */
const FIELDS = [
  ...['title', 'subjectKind', 'subjectName', 'creditCode', 'matter', 'county', 'township', 'place', 'problem'],
  ...['violated', 'basis', 'requirement', 'consequence', 'orderedOn', 'until', 'source', 'sourceId', 'sourceNote'],
  ...['orderNumber', 'drawNumber', 'restricted'],
];
const WIDE = new Set(['title', 'sourceNote', 'drawNumber', 'restricted']);

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

  protected override fields() {
    return html`<div class="fields">${FIELDS.map((name) =>
      WIDE.has(name) ? html`<div class="wide">${this.#field(name)}</div>` : this.#field(name),
    )}</div>`;
  }

  #field(name: string) {
    const said = String(this.answers[name] ?? '');
    const combo = (choices: readonly { value: string; label: string }[]) => (id: string) =>
      html`<combo-box id=${id} name=${name} label=${t(`RectificationOrder.${name}` as 'RectificationOrder.matter')} .value=${said} .choices=${choices} ?invalid=${this.faults[name] !== undefined}></combo-box>`;
    const drawn: Record<string, (id: string) => unknown> = {
      matter: combo(matterChoices()),
      county: combo(countyChoices()),
      sourceId: (id) => html`<input id=${id} name="sourceId" autocomplete="off" .value=${said} />`,
    };
    const custom = drawn[name] ? { [name]: drawn[name] } : {};
    return fieldOf(schema, name, { faults: this.faults, values: this.answers, look: { custom } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rectification-entry': RectificationEntry;
  }
}
