import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import '#client/dossiers/record-table.ts';
import { recordColumns } from '#client/dossiers/record-table.ts';
import { officeToday } from '#client/elements/day-field.ts';
import '#client/elements/reason-dialog.ts';
import { changeQuery } from '#client/kernel/address.ts';
import { call } from '#client/kernel/api.ts';
import { faultText } from '#client/kernel/fields.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { loading, problem, say, t } from '#client/kernel/words.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import type { Faults } from '#shared/kernel/faults.ts';
import { type NumberTemplate, numberApi } from '#shared/numbers/number.api.ts';
import { numberText, templateFault } from '#shared/numbers/number.template.ts';
import type { PaperCode } from '#shared/numbers/paper.codes.ts';

const paperWord = (paper: PaperCode) => say(`paper.${paper}`) ?? paper;
const thisYear = () => Number(officeToday().slice(0, 4));

/** How the office numbers each of its papers this year, which comes next, and the way to change it. Fires nothing. */
@customElement('number-templates')
export class NumberTemplates extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
    `,
  ];

  @state() private editing: NumberTemplate | undefined;
  @query('#number-template') private template!: HTMLInputElement;
  @query('#number-year') private year!: HTMLSelectElement;

  readonly #templates = new Task(this, {
    args: () => [],
    task: (_, { signal }) => call(numberApi.templates, { signal }),
  });
  readonly #set = new Task(this, {
    autoRun: false,
    task: async ([{ paper, template }, reason]: readonly [NumberTemplate, string]) => {
      const fault = templateFault(this.template.value);
      if (fault) throw invalid({ template: fault });
      const body = { template: this.template.value, fromYear: Number(this.year.value), replaces: template, reason };
      await call(numberApi.setTemplate, { params: { paper }, body });
      this.editing = undefined;
      void this.#templates.run();
    },
  });

  override render() {
    return html`<section class="sheet"><h2>${t('numbers.templates')}</h2><p class="helper">${t('numbers.templates_helper')}</p>
      ${this.#templates.render({
        pending: () => (this.#templates.value ? this.#table(this.#templates.value) : loading()),
        error: (error) =>
          html`${problem(error)}<button @click=${() => this.#templates.run()}>${t('action.retry')}</button>`,
        complete: (rows) => this.#table(rows),
      })}
      ${this.editing ? this.#dialog(this.editing) : nothing}</section>`;
  }

  #table(rows: readonly NumberTemplate[]) {
    return html`<record-table label=${t('numbers.templates')} .rows=${rows}
      .columns=${recordColumns<NumberTemplate>([
        { key: 'paper', label: t('papers.form'), cell: ({ paper }) => paperWord(paper) },
        {
          key: 'template',
          label: t('numbers.template'),
          cell: ({ template }) => html`<span class="code">${template}</span>`,
        },
        { key: 'last', label: t('numbers.last'), align: 'end', cell: ({ last }) => last },
        {
          key: 'next',
          label: t('numbers.next'),
          cell: ({ template, last }) => numberText(template, thisYear(), last + 1),
        },
      ])}
      .actions=${(row: NumberTemplate) => this.#actions(row)}></record-table>`;
  }

  #actions(row: NumberTemplate) {
    return html`<button class="small" @click=${() => changeQuery({ part: 'register', register: row.paper, year: String(thisYear()) })}>${t('numbers.register')}</button>
      ${
        may('number.keep')
          ? html`<button class="small" aria-label="${t('numbers.change')} ${paperWord(row.paper)}" @click=${() => {
              this.editing = row;
            }}>${t('numbers.change')}</button>`
          : nothing
      }`;
  }

  #dialog(row: NumberTemplate) {
    const { error } = this.#set;
    const faults = (error instanceof Refusal ? error.detail['fields'] : undefined) as Faults | undefined;
    const fault = faults?.['template'];
    const years = [thisYear(), thisYear() + 1];
    return html`<reason-dialog open needs-reason heading="${t('numbers.change')} ${paperWord(row.paper)}" verb=${t('action.save')} .act=${{ changes: [t('numbers.change_does')] }}
        .error=${fault ? undefined : error} ?busy=${this.#set.status === 1}
        @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#set.run([row, event.detail.reason])}
        @act-cancelled=${() => {
          this.editing = undefined;
        }}>
      <div class="field"><label for="number-template"><span class="must" aria-hidden="true">*</span>${t('numbers.template')}</label>
        <input id="number-template" autofocus maxlength="60" .value=${row.template} aria-invalid=${fault ? 'true' : 'false'} aria-describedby="number-helper" />
        <small id="number-helper">${t('numbers.template_field_helper')}</small>
        ${fault ? html`<span class="fault">${faultText(undefined, fault)}</span>` : nothing}</div>
      <div class="field"><label for="number-year">${t('numbers.from_year')}</label>
        <select id="number-year">${years.map((year) => html`<option>${year}</option>`)}</select></div>
    </reason-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'number-templates': NumberTemplates;
  }
}
