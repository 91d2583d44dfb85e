import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import { today } from '#client/clocks/law.ts';
import { matterChoices } from '#client/complaints/entry-fields.ts';
import '#client/elements/combo-box.ts';
import '#client/elements/problem-line.ts';
import { call, uuid } from '#client/kernel/api.ts';
import { answersOf, faultSummary, fieldOf } from '#client/kernel/fields.ts';
import { countyChoices, regionName } from '#client/kernel/places.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { loading, problem, t } from '#client/kernel/words.ts';
import { personName } from '#client/offices/directory.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { type Faults, type FormSchema, faultsOf } from '#shared/kernel/faults.ts';
import { LookBackDraw, type LookBackRow, lookBackApi } from '#shared/rectifications/look-back.api.ts';

const schema = LookBackDraw as unknown as FormSchema;
const FIELDS = ['title', 'from', 'until', 'county', 'matter', 'size', 'seed'];
type Scope = Partial<Pick<LookBackDraw, 'from' | 'until' | 'county' | 'matter'>>;

/** Samples of what was signed off: drawing one, and how far each has come. */
@customElement('look-back-page')
export class LookBackPage extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); padding: var(--s-4); max-width: 72rem; }
      .fields { grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); margin: var(--s-3) 0; }
      .scroll { overflow-x: auto; }
      @media (max-width: 640px) { :host { padding: var(--s-3) 0; } h1 { padding: 0 var(--s-3); } .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
    `,
  ];

  @state() private faults: Faults = {};
  @state() private scope: Scope = { from: addDays(today(), -90), until: today() };
  #key = uuid();

  readonly #list = new Task(this, { args: () => [], task: (_, { signal }) => call(lookBackApi.list, { signal }) });
  readonly #pool = new Task(this, {
    args: () => [this.scope] as const,
    task: async ([{ from, until, ...more }], { signal }) =>
      from && until && may('rectification.approve')
        ? call(lookBackApi.pool, { query: { from, until, ...more }, signal })
        : undefined,
  });
  readonly #draw = new Task(this, {
    autoRun: false,
    task: async () => {
      const asked = this.#answers();
      const faults = faultsOf(schema, asked);
      if (Object.keys(faults).length > 0) throw invalid(faults);
      const made = await call(lookBackApi.draw, { body: asked as LookBackDraw, key: this.#key });
      this.#key = uuid();
      go(`/look-backs/${made.id}`);
    },
    onError: (error) => {
      this.faults = (error instanceof Refusal ? (error.detail['fields'] as Faults | undefined) : undefined) ?? {};
    },
  });

  #answers(): Record<string, unknown> {
    return answersOf(schema, this.renderRoot.querySelector('form')!);
  }

  readonly #scoped = () => {
    const { from, until, county, matter } = this.#answers() as Scope;
    this.scope = {
      ...(from ? { from } : {}),
      ...(until ? { until } : {}),
      ...(county ? { county } : {}),
      ...(matter ? { matter } : {}),
    };
  };

  override render() {
    return html`<h1>${t('nav.look_backs')}</h1>
      ${may('rectification.approve') ? this.#form() : nothing}
      <section class="sheet"><h2>${t('look_backs.drawn')}</h2>${this.#list.render({
        pending: loading,
        error: problem,
        complete: (rows) => this.#table(rows),
      })}</section>`;
  }

  #form() {
    const { from, until } = this.scope;
    const values = { from, until };
    const combo = (name: 'county' | 'matter', choices: readonly { value: string; label: string }[]) => (id: string) =>
      html`<combo-box id=${id} name=${name} label=${t(`LookBackDraw.${name}`)} .choices=${choices}></combo-box>`;
    const custom = { county: combo('county', countyChoices()), matter: combo('matter', matterChoices()) };
    const failed = Object.keys(this.faults).length > 0 ? undefined : this.#draw.error;
    return html`<form class="sheet no-print" novalidate @change=${this.#scoped} @choice-made=${this.#scoped} @submit=${(
      event: Event,
    ) => {
      event.preventDefault();
      void this.#draw.run();
    }}>
      <h2>${t('look_backs.draw')}</h2>
      <p class="helper">${t('look_backs.draw_does')}</p>
      ${faultSummary(schema, this.faults)}
      <div class="fields">${FIELDS.map((name) => fieldOf(schema, name, { faults: this.faults, values, look: { custom } }))}</div>
      <div class="actions"><button class="primary" ?disabled=${this.#draw.status === 1}>${t('look_backs.draw')}</button>
        <span role="status">${this.#pool.value ? t('look_backs.pool', { n: this.#pool.value.pool }) : nothing}</span></div>
      <problem-line .error=${failed}></problem-line>
    </form>`;
  }

  #table(rows: readonly LookBackRow[]) {
    if (rows.length === 0) return html`<p class="helper">${t('look_backs.none')}</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('look_backs.drawn')}><table class="plain"><thead><tr>
      <th>${t('LookBackDraw.title')}</th><th>${t('look_backs.scope')}</th><th>${t('look_backs.sample')}</th><th>${t('look_backs.visited')}</th><th>${t('look_backs.relapsed')}</th><th>${t('look_backs.drawn_by')}</th></tr></thead>
      <tbody>${rows.map(
        (row) => html`<tr><td><a href="/look-backs/${row.id}">${row.title}</a></td>
          <td>${row.from} – ${row.until}${row.county ? ` · ${regionName(row.county)}` : ''}</td>
          <td>${t('look_backs.of', { size: row.size, pool: row.pool })}</td><td>${row.visited}</td><td>${row.relapsed}</td>
          <td>${row.drawnOn} ${personName(row.personId)}</td></tr>`,
      )}</tbody></table></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'look-back-page': LookBackPage;
  }
}
