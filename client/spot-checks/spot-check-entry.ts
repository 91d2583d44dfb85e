import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { session } from '#client/auth/session.ts';
import { today } from '#client/clocks/law.ts';
import '#client/campaigns/campaign-field.ts';
import { matterChoices } from '#client/complaints/entry-fields.ts';
import { type Answers, EntryDrawer } from '#client/dossiers/entry-drawer.ts';
import '#client/elements/combo-box.ts';
import { toast } from '#client/elements/toast-line.ts';
import '#client/entities/subject-box.ts';
import { call } from '#client/kernel/api.ts';
import { fieldOf } from '#client/kernel/fields.ts';
import { countyChoices } from '#client/kernel/places.ts';
import { t } from '#client/kernel/words.ts';
import { allOffices, officeShort } from '#client/offices/directory.ts';
import { PARTY_KINDS } from '#shared/cases/case.lists.ts';
import type { EntityHit } from '#shared/entities/entity.schema.ts';
import type { FormSchema } from '#shared/kernel/faults.ts';
import { NOT_ENFORCING } from '#shared/offices/departments.ts';
import { PREFECTURE } from '#shared/offices/regions.ts';
import { spotCheckApi } from '#shared/spot-checks/spot-check.api.ts';
import { SpotCheckPlan } from '#shared/spot-checks/spot-check.asks.ts';
import './before-visit.ts';

const schema = SpotCheckPlan as unknown as FormSchema;
const FIELDS = [
  ...[
    'title',
    'checkKind',
    'purpose',
    'subjectName',
    'subjectKind',
    'creditCode',
    'matter',
    'county',
    'township',
    'place',
  ],
  ...['plannedOn', 'until', 'jointOfficeIds', 'task', 'approval', 'sourceId', 'restricted'],
];
const WIDE = new Set(['title', 'subjectName', 'jointOfficeIds', 'restricted']);

/** Plans a check. */
@customElement('spot-check-entry')
export class SpotCheckEntry extends EntryDrawer {
  @state() private subject = 0;
  @state() private county = '';
  @state() private joint: readonly number[] = [];

  constructor() {
    super({
      kind: 'spot_check',
      draft: 'spot_check',
      asked: 'spot-check-asked',
      schema,
      verb: 'spot_checks.plan',
      done: 'spot_checks.planned',
      first: 'title',
    });
  }

  protected override fresh(): Answers {
    return { checkKind: 'inspection', purpose: 'daily', subjectKind: 'sole_trader', plannedOn: today() };
  }

  protected override make(answers: Answers, key: string) {
    return call(spotCheckApi.plan, { body: answers as unknown as SpotCheckPlan, key });
  }

  protected override typed(answers: Answers): void {
    this.subject = Number(answers['subjectId'] ?? 0);
    this.county = String(answers['county'] ?? '');
    this.joint = (answers['jointOfficeIds'] as number[] | undefined) ?? [];
  }

  protected override also(form: ParentNode): Answers {
    const text = form.querySelector('subject-box')?.text.trim();
    const joint = [...form.querySelectorAll<HTMLInputElement>('[name="joint"]:checked')].map(({ value }) =>
      Number(value),
    );
    return { ...(text ? { subjectName: text } : {}), ...(joint.length > 0 ? { jointOfficeIds: joint } : {}) };
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

  /** Goes along on the day another department goes: one visit for the business, and both departments in one record. */
  readonly #merged = (event: CustomEvent<{ officeId: number; plannedOn: string }>) => {
    const { officeId, plannedOn } = event.detail;
    const form = (event.target as HTMLElement).closest('form')!;
    form.querySelector<HTMLInputElement>('[name="plannedOn"]')!.value = plannedOn;
    this.joint = [...new Set([...this.joint, officeId])];
    toast(t('spot_checks.merged'));
    void this.updateComplete.then(() => form.dispatchEvent(new Event('change')));
  };

  protected override fields() {
    return html`<div class="fields" @subject-chosen=${this.#subjectChosen} @visits-merged=${this.#merged}>${FIELDS.map(
      (name) => (WIDE.has(name) ? html`<div class="wide">${this.#field(name)}</div>` : this.#field(name)),
    )}<campaign-field class="wide" .value=${String(this.answers['campaignId'] ?? '')} fault=${this.faults['campaignId'] ?? ''}></campaign-field></div>`;
  }

  #field(name: string) {
    const said = String(this.answers[name] ?? '');
    const combo = (choices: readonly { value: string; label: string }[]) => (id: string) =>
      html`<combo-box id=${id} name=${name} label=${t(`SpotCheckPlan.${name}` as 'SpotCheckPlan.matter')} .value=${said} .choices=${choices} ?invalid=${this.faults[name] !== undefined}></combo-box>`;
    const drawn: Record<string, (id: string) => unknown> = {
      matter: combo(matterChoices()),
      county: combo(countyChoices()),
      subjectName: (id) =>
        html`<subject-box id=${id} name="subjectId" label=${t('SpotCheckPlan.subjectName')} .value=${String(this.answers['subjectId'] ?? '')} .text=${said}
          county=${String(this.answers['county'] ?? '')} ?invalid=${this.faults['subjectName'] !== undefined}></subject-box>
          ${this.subject ? html`<before-visit .entity=${this.subject} mergeable></before-visit>` : nothing}`,
      sourceId: (id) => html`<input id=${id} name="sourceId" autocomplete="off" .value=${said} />`,
      jointOfficeIds: () => this.#joint(),
    };
    const custom = drawn[name] ? { [name]: drawn[name] } : {};
    return fieldOf(schema, name, { faults: this.faults, values: this.answers, look: { custom } });
  }

  /** Who may enforce in the same county, and whoever was taken along already. */
  #joint() {
    const own = session()?.officeId;
    const near = allOffices().filter(
      ({ id, region, department, validUntil }) =>
        this.joint.includes(id) ||
        (id !== own && region === this.county && !validUntil && !NOT_ENFORCING.includes(department)),
    );
    return html`<div class="choices" role="group">${near.map(
      ({ id }) =>
        html`<label><input type="checkbox" name="joint" value=${id} .checked=${this.joint.includes(id)} />${officeShort(id)}</label>`,
    )}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'spot-check-entry': SpotCheckEntry;
  }
}
