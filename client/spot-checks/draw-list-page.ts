import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { today } from '#client/clocks/law.ts';
import { matterChoices } from '#client/complaints/entry-fields.ts';
import '#client/elements/combo-box.ts';
import '#client/elements/problem-line.ts';
import { session } from '#client/auth/session.ts';
import { call, uuid } from '#client/kernel/api.ts';
import { answersOf, faultSummary, fieldOf } from '#client/kernel/fields.ts';
import { timeOf } from '#client/kernel/format.ts';
import { countyChoices, regionName } from '#client/kernel/places.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { loading, problem, say, t } from '#client/kernel/words.ts';
import { officeOf, officeShort, personName, standingOffices } from '#client/offices/directory.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { type Faults, type FormSchema, faultsOf } from '#shared/kernel/faults.ts';
import { NOT_ENFORCING } from '#shared/offices/departments.ts';
import { PREFECTURE } from '#shared/offices/regions.ts';
import { DrawPlan, type DrawRow, drawApi, RiskWeights, USUAL_WEIGHTS } from '#shared/spot-checks/draw.api.ts';
import './recusal-list.ts';

const schema = DrawPlan as unknown as FormSchema;
const WHOM = ['county', 'industry', 'kind', 'recentDays'];
const WHAT = ['title', 'matter', 'task', 'approval', 'size', 'mode', 'plannedOn', 'until'];

/** S11: preparing a draw, and the draws of one's office. A second draw is prepared like the first, with its reason. */
@customElement('draw-list-page')
export class DrawListPage extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); padding: var(--s-4); max-width: 72rem; }
      .fields { grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); margin: var(--s-2) 0 var(--s-3); }
      .scroll { overflow-x: auto; }
      @media (max-width: 640px) { :host { padding: var(--s-3) 0; } h1 { padding: 0 var(--s-3); } .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
    `,
  ];

  @state() private faults: Faults = {};
  /** The draw that is repeated, where one is. */
  @state() private again: DrawRow | undefined;
  @state() private offices: readonly number[] = [];
  #key = uuid();

  readonly #list = new Task(this, { args: () => [], task: (_, { signal }) => call(drawApi.list, { signal }) });
  readonly #prepare = new Task(this, {
    autoRun: false,
    task: async () => {
      const asked = this.#answers();
      const faults = faultsOf(schema, asked);
      if (this.again && !asked['reason']) faults['reason'] = 'required';
      if (Object.keys(faults).length > 0) throw invalid(faults);
      const made = await call(drawApi.prepare, { body: asked as unknown as DrawPlan, key: this.#key });
      this.#key = uuid();
      go(`/draws/${made.id}`);
    },
    onError: (error) => {
      this.faults = (error instanceof Refusal ? (error.detail['fields'] as Faults | undefined) : undefined) ?? {};
    },
  });

  #answers(): Record<string, unknown> {
    const form = this.renderRoot.querySelector('form')!;
    const number = (name: string) =>
      Number(form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value || Number.NaN);
    const classes = Object.keys(RiskWeights.properties) as (keyof typeof USUAL_WEIGHTS)[];
    const weights = Object.fromEntries(classes.map((one) => [one, number(`weight-${one}`)]));
    const offices = [...form.querySelectorAll<HTMLInputElement>('[name="office"]:checked')].map(({ value }) =>
      Number(value),
    );
    const recusals = form.querySelector('recusal-list')?.value ?? [];
    return {
      ...answersOf(schema, form),
      ...(recusals.length > 0 ? { recusals } : {}),
      weights,
      ...(offices.length > 0 ? { officeIds: offices } : {}),
      ...(this.again ? { againOf: this.again.id } : {}),
    };
  }

  override render() {
    return html`<h1>${t('nav.draws')}</h1>${this.#form()}
      <section class="sheet"><h2>${t('draws.made')}</h2>${this.#list.render({ pending: loading, error: problem, complete: (rows) => this.#table(rows) })}</section>`;
  }

  #form() {
    const values = {
      recentDays: 90,
      size: 10,
      mode: 'office',
      plannedOn: addDays(today(), 1),
      until: addDays(today(), 30),
    };
    const combo = (name: 'county' | 'matter', choices: readonly { value: string; label: string }[]) => (id: string) =>
      html`<combo-box id=${id} name=${name} label=${t(`DrawPlan.${name}`)} .choices=${choices} ?invalid=${this.faults[name] !== undefined}></combo-box>`;
    const own = officeOf(session()?.officeId)?.region;
    const custom = { county: combo('county', countyChoices()), matter: combo('matter', matterChoices()) };
    const field = (name: string) => fieldOf(schema, name, { faults: this.faults, values, look: { custom } });
    const failed = Object.keys(this.faults).length > 0 ? undefined : this.#prepare.error;
    return html`<form class="sheet no-print" novalidate @submit=${(event: Event) => {
      event.preventDefault();
      void this.#prepare.run();
    }}>
      <h2>${t('draws.prepare')}</h2><p class="helper">${t('draws.prepare_does')}</p>
      ${faultSummary(schema, this.faults)}
      ${this.again ? html`<p class="problem" role="status">${t('draws.again_of', { title: this.again.title })}</p>${field('reason')}` : nothing}
      <div class="fields">${WHAT.map(field)}</div>
      <h3>${t('draws.whom')}</h3><div class="fields">${WHOM.filter((name) => name !== 'county' || own === PREFECTURE).map(field)}</div>
      <h3>${t('DrawPlan.weights')}</h3><div class="fields">${Object.entries(USUAL_WEIGHTS).map(
        ([
          one,
          usual,
        ]) => html`<div class="field"><label for="weight-${one}">${t(`draws.risk.${one}` as 'draws.risk.A')}</label>
          <input id="weight-${one}" name="weight-${one}" type="text" inputmode="numeric" .value=${String(usual)} /></div>`,
      )}</div>
      <h3>${t('DrawPlan.officeIds')}</h3><div class="choices" role="group" aria-label=${t('DrawPlan.officeIds')}>${this.#offices()}</div>
      <h3>${t('DrawPlan.recusals')}</h3><recusal-list .offices=${this.offices.length > 0 ? this.offices : [session()?.officeId ?? 0]}></recusal-list>
      <div class="actions"><button class="primary" ?disabled=${this.#prepare.status === 1}>${t('draws.prepare')}</button></div>
      <problem-line .error=${failed}></problem-line>
    </form>`;
  }

  readonly #chosen = () => {
    const chosen = this.renderRoot.querySelectorAll<HTMLInputElement>('[name="office"]:checked');
    this.offices = [...chosen].map(({ value }) => Number(value));
  };

  /** One's own office, and those of the same line: they may send inspectors along. */
  #offices() {
    const own = officeOf(session()?.officeId);
    const line = standingOffices().filter(({ value }) => {
      const office = officeOf(Number(value));
      return office?.department === own?.department && !NOT_ENFORCING.includes(office?.department ?? '');
    });
    return line.map(
      ({ value }) =>
        html`<label><input type="checkbox" name="office" value=${value} ?checked=${Number(value) === own?.id} @change=${this.#chosen} />${officeShort(Number(value))}</label>`,
    );
  }

  #table(rows: readonly DrawRow[]) {
    if (rows.length === 0) return html`<p class="helper">${t('draws.none')}</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('draws.made')}><table class="plain"><thead><tr>
      <th scope="col">${t('DrawPlan.title')}</th><th scope="col">${t('draws.whom')}</th><th scope="col">${t('draws.sample')}</th><th scope="col">${t('draws.by')}</th><th></th></tr></thead>
      <tbody>${rows.map((row) => this.#row(row))}</tbody></table></div>`;
  }

  #row(row: DrawRow) {
    const { id, title, matter, county, size, pool, preparedAt, drawnAt, personId, reason } = row;
    return html`<tr><td><a href="/draws/${id}">${title}</a>${reason ? html`<small> ${t('draws.again')}：${reason}</small>` : nothing}</td>
      <td>${[county ? regionName(county) : '', say(`matter.${matter}`)].filter(Boolean).join(' · ')}</td>
      <td>${t('draws.of', { size, pool })} ${drawnAt ? nothing : html`<small>${t('draws.waits')}</small>`}</td>
      <td>${timeOf(drawnAt ?? preparedAt)} ${personName(personId)}</td>
      <td>${
        drawnAt
          ? html`<button class="small no-print" @click=${() => {
              this.again = row;
              this.renderRoot.querySelector('form')?.scrollIntoView();
            }}>${t('draws.again')}</button>`
          : nothing
      }</td></tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'draw-list-page': DrawListPage;
  }
}
