import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import '#client/elements/combo-box.ts';
import '#client/elements/reason-dialog.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { aside, listed, pair, say, t } from '#client/kernel/words.ts';
import { officeName, officeOf, peopleOf, personName, standingOffices } from '#client/offices/directory.ts';
import { dossierApi } from '#shared/dossiers/dossier.api.ts';
import { invalid } from '#shared/kernel/errors.ts';
import './record-table.ts';
import { recordColumns } from './record-table.ts';

interface PartRow {
  readonly officeId: number;
  readonly part: string;
  readonly former: boolean;
}

/** What of a record says who sees it. */
export interface RightsOf {
  readonly id: number;
  readonly version: number;
  readonly sight: string;
  readonly access: string;
  readonly restricted: boolean;
  readonly ownerOfficeId: number;
  readonly parts: readonly PartRow[];
  readonly names: readonly number[];
}

const partColumns = () =>
  recordColumns<PartRow>([
    { key: 'office', label: t('dossier.office'), cell: ({ officeId }) => officeName(officeId) },
    {
      key: 'part',
      label: t('dossier.part'),
      cell: ({ part, former }) => `${say(`part.${part}`)}${former ? aside(t('part.former')) : ''}`,
    },
    { key: 'phone', label: t('dossier.call'), cell: ({ officeId }) => officeOf(officeId)?.phone ?? '' },
  ]);

type Act =
  | { readonly kind: 'add' }
  | { readonly kind: 'end'; readonly officeId: number }
  | { readonly kind: 'restrict' | 'open_up' };

/** Who sees this record and why: owner, co-handlers, readers, named persons; changed by the owner's office. Fires `rights-changed`. */
@customElement('dossier-rights')
export class DossierRights extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); }
      .people { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: 2px; max-height: 12rem; overflow: auto; }
      .people label { display: flex; gap: 6px; align-items: center; min-height: 1.75rem; font-size: var(--t-3); }
    `,
  ];

  @property({ attribute: false }) record!: RightsOf;
  /** Who takes part is settled by the record's steps: nobody is let in or out here. */
  @property({ type: Boolean }) bySteps = false;
  @state() private act: Act | undefined;

  readonly #change = new Task(this, {
    autoRun: false,
    task: async ([act, reason]: readonly [Act, string]) => {
      const { id, version } = this.record;
      const params = { id };
      if (act.kind === 'add') {
        const officeId = Number(this.#value('officeId'));
        if (!officeId) throw invalid({ officeId: 'required' });
        await call(dossierApi.addPart, {
          params,
          body: { officeId, part: this.#value('part') as 'reader', reason, version },
        });
      } else if (act.kind === 'end')
        await call(dossierApi.endPart, { params: { id, officeId: act.officeId }, body: { reason, version } });
      else {
        const chosen = [...this.renderRoot.querySelectorAll<HTMLInputElement>('[name="person"]:checked')];
        const personIds = chosen.map((one) => Number(one.value));
        await call(dossierApi.restrict, {
          params,
          body: { restricted: act.kind === 'restrict', personIds, reason, version },
        });
      }
      this.act = undefined;
      this.dispatchEvent(new Event('rights-changed'));
    },
  });

  #value(name: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '';
  }

  get #own(): boolean {
    return this.record.access === 'own';
  }

  override render() {
    const { sight, access, restricted, names } = this.record;
    return html`<section class="sheet">
        <h2>${t('dossier.parts')}</h2>
        <p class="helper">${t('dossier.your_sight', { sight: say(`sight.${sight}`) ?? sight })}${access === 'overview' ? ` · ${t('dossier.overview_only')}` : ''}</p>
        ${this.#parts()}
        ${this.#own && may('dossier.assign') && !this.bySteps ? html`<button class="small no-print" @click=${() => this.#ask({ kind: 'add' })}>${t('dossier.part_add')}</button>` : nothing}
      </section>
      <section class="sheet">
        <h2>${t('dossier.restricted')}</h2>
        ${
          restricted
            ? html`<p>${pair(t('dossier.names'), listed(names.map((id) => personName(id))))}</p>`
            : html`<p class="helper">${t('dossier.not_restricted')}</p>`
        }
        ${
          this.#own && may('dossier.restrict')
            ? html`<div class="actions no-print">
                <button class="small" @click=${() => this.#ask({ kind: 'restrict' })}>${t(restricted ? 'dossier.names_change' : 'dossier.restrict')}</button>
                ${restricted ? html`<button class="small" @click=${() => this.#ask({ kind: 'open_up' })}>${t('dossier.open_up')}</button>` : nothing}
              </div>`
            : nothing
        }
      </section>
      ${this.act ? this.#dialog(this.act) : nothing}`;
  }

  #ask(act: Act): void {
    this.act = act;
  }

  #parts() {
    const { ownerOfficeId, parts } = this.record;
    const owner: PartRow = { officeId: ownerOfficeId, part: 'owner', former: false };
    const others = parts.filter(({ officeId }) => officeId !== ownerOfficeId);
    const ending = this.#own && may('dossier.assign') && !this.bySteps;
    const end = ({ officeId, part, former }: PartRow) =>
      ending && !former && part !== 'owner'
        ? html`<button class="small quiet no-print" @click=${() => this.#ask({ kind: 'end', officeId })}>${t('dossier.part_end')}</button>`
        : nothing;
    return html`<record-table label=${t('dossier.parts')} .columns=${partColumns()} .rows=${[owner, ...others]} .actions=${end}></record-table>`;
  }

  #dialog(act: Act) {
    const [heading, does] = {
      add: [t('dossier.part_add'), t('dossier.part_add_does')],
      end: [t('dossier.part_end'), t('dossier.part_end_does')],
      restrict: [t('dossier.restrict'), t('dossier.restrict_does')],
      open_up: [t('dossier.open_up'), t('dossier.open_up_does')],
    }[act.kind] as [string, string];
    return html`<reason-dialog open needs-reason heading=${act.kind === 'end' ? `${heading} · ${officeName(act.officeId)}` : heading} verb=${heading} .act=${{ changes: [does] }}
      .error=${this.#change.error} ?busy=${this.#change.status === 1} @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#change.run([act, event.detail.reason])}
      @act-cancelled=${() => {
        this.act = undefined;
      }}>
      ${act.kind === 'add' ? this.#newPart() : act.kind === 'restrict' ? this.#people() : nothing}
    </reason-dialog>`;
  }

  #newPart() {
    return html`<div class="field"><label for="officeId">${t('dossier.office')}</label><combo-box id="officeId" name="officeId" label=${t('dossier.office')} .choices=${standingOffices()}></combo-box></div>
      <div class="field"><label for="part">${t('dossier.part')}</label><select id="part" name="part"><option value="co_handler">${t('part.co_handler')}</option><option value="reader">${t('part.reader')}</option></select></div>`;
  }

  #people() {
    const { ownerOfficeId, parts, names } = this.record;
    const offices = [ownerOfficeId, ...parts.map(({ officeId }) => officeId)];
    return html`<fieldset><legend>${t('dossier.names')}</legend><div class="people">${[...new Set(offices)].flatMap(
      (officeId) =>
        peopleOf(officeId).map(
          ({ value, label }) =>
            html`<label><input type="checkbox" name="person" value=${value} ?checked=${names.includes(Number(value))} />${label}</label>`,
        ),
    )}</div></fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dossier-rights': DossierRights;
  }
}
