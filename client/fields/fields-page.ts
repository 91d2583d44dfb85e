import { Task, TaskStatus } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { today } from '#client/clocks/law.ts';
import '#client/dossiers/record-table.ts';
import { recordColumns } from '#client/dossiers/record-table.ts';
import '#client/elements/problem-line.ts';
import '#client/elements/reason-dialog.ts';
import { call } from '#client/kernel/api.ts';
import { answersOf, fieldsOf, focusField } from '#client/kernel/fields.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { personName } from '#client/offices/directory.ts';
import {
  FieldRequiring,
  FieldReview,
  fieldApi,
  REQUIRABLE,
  type Requirable,
  type RequiredField,
} from '#shared/fields/field.api.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { type Faults, type FormSchema, faultsOf } from '#shared/kernel/faults.ts';
import { loadRequired } from './required.ts';

/** A field as the page lists it, with the must that stands or is to come. */
interface Line {
  readonly field: Requirable;
  readonly must: RequiredField | undefined;
}
type Act = 'require' | 'review' | 'end';

const nameOf = (field: string) => say(`ComplaintIntake.${field}`) ?? field;

/**
 * S33: which fields of a registration may be left out and which are a must. Making one a must asks who uses it and when that is looked at
 * again; one whose review is past says so. Fires nothing.
 */
@customElement('fields-page')
export class FieldsPage extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); max-width: 64rem; align-content: start; }
      .late { color: var(--orpiment); font-weight: 600; }
      .sheet p { margin-bottom: var(--s-2); }
      @media (max-width: 640px) { :host { padding: var(--s-3); } }
    `,
  ];

  @state() private doing: { act: Act; line: Line } | undefined;
  @state() private faults: Faults = {};
  @query('form') private form!: HTMLFormElement | null;

  readonly #list = new Task(this, { args: () => [], task: (_, { signal }) => call(fieldApi.list, { signal }) });
  readonly #run = new Task(this, {
    autoRun: false,
    task: async ([answers]: readonly [Record<string, unknown>]) => {
      const { act, line } = this.doing!;
      const params = { id: line.must?.id ?? 0 };
      if (act === 'require') await call(fieldApi.require, { body: { ...answers, field: line.field } as never });
      else if (act === 'review') await call(fieldApi.review, { params, body: answers as never });
      else await call(fieldApi.end, { params, body: { on: addDays(today(), -1) } });
      this.doing = undefined;
      await loadRequired();
      void this.#list.run();
    },
    onError: (error) => {
      const fields = error instanceof Refusal ? (error.detail['fields'] as Faults | undefined) : undefined;
      if (fields) this.#say(fields);
    },
  });

  #say(faults: Faults): void {
    this.faults = faults;
    const [first] = Object.keys(faults);
    if (first) void this.updateComplete.then(() => focusField(this.renderRoot, first));
  }

  #begin(act: Act, line: Line): void {
    this.faults = {};
    this.doing = { act, line };
  }

  readonly #confirm = () => {
    if (this.doing?.act === 'end') return void this.#run.run([{}]);
    const schema = this.#schema();
    const answers = answersOf(schema, this.form!) as Record<string, unknown>;
    const faults = faultsOf(schema, { ...answers, field: this.doing?.line.field });
    this.#say(faults);
    if (Object.keys(faults).length === 0) void this.#run.run([answers]);
  };

  #schema = (): FormSchema => (this.doing?.act === 'require' ? FieldRequiring : FieldReview);
  #asked = () => (this.doing?.act === 'require' ? ['reader', 'validFrom', 'reviewOn'] : ['reader', 'reviewOn']);

  override render() {
    const all = this.#list.value ?? [];
    const standing = (field: Requirable) =>
      all.find((one) => one.field === field && (one.validUntil === null || one.validUntil >= today()));
    const lines = REQUIRABLE.map((field) => ({ field, must: standing(field) }));
    const past = all.filter(({ validUntil }) => validUntil !== null && validUntil < today());
    return html`<h1>${t('fields.title')}</h1>
      <problem-line .error=${this.#list.error}></problem-line>
      <section class="sheet"><h2>${t('fields.complaint')}</h2><p><small>${t('fields.helper')}</small></p>
        <record-table label=${t('fields.complaint')} .columns=${this.#columns()} .rows=${lines} .actions=${(line: Line) => this.#actions(line)}></record-table>
      </section>
      ${
        past.length > 0
          ? html`<section class="sheet"><h2>${t('fields.past')}</h2>
              <record-table label=${t('fields.past')} .columns=${this.#columns()} .rows=${past.map((must) => ({ field: must.field, must }))}></record-table></section>`
          : nothing
      }
      ${this.doing ? this.#dialog(this.doing) : nothing}`;
  }

  #columns() {
    return recordColumns<Line>([
      { key: 'field', label: t('fields.field'), cell: ({ field }) => nameOf(field) },
      {
        key: 'must',
        label: t('fields.must'),
        cell: ({ must }) => (must ? `${must.validFrom} – ${must.validUntil ?? ''}` : t('fields.free')),
      },
      { key: 'reader', label: t('FieldRequiring.reader'), cell: ({ must }) => must?.reader ?? '' },
      {
        key: 'review',
        label: t('FieldRequiring.reviewOn'),
        cell: ({ must }) =>
          must && must.validUntil === null && must.reviewOn < today()
            ? html`<span class="late">${t('fields.review_late', { day: must.reviewOn })}</span>`
            : (must?.reviewOn ?? ''),
      },
      { key: 'who', label: t('fields.by'), cell: ({ must }) => (must ? personName(must.personId) : '') },
    ]);
  }

  #actions(line: Line) {
    const button = (act: Act) =>
      html`<button class="small" @click=${() => this.#begin(act, line)}>${t(`fields.${act}`)}</button>`;
    if (!line.must) return button('require');
    return line.must.validUntil === null ? html`${button('review')} ${button('end')}` : nothing;
  }

  #dialog({ act, line }: { act: Act; line: Line }) {
    const { must } = line;
    const values = must ? { reader: must.reader } : { validFrom: today() };
    return html`<reason-dialog open no-reason heading=${`${t(`fields.${act}`)} · ${nameOf(line.field)}`} verb=${t(`fields.${act}`)}
      .error=${Object.keys(this.faults).length > 0 ? undefined : this.#run.error} ?busy=${this.#run.status === TaskStatus.PENDING}
      .act=${{ changes: [t(`fields.${act}_does`)] }} @act-confirmed=${this.#confirm} @act-cancelled=${() => {
        this.doing = undefined;
      }}>
      ${
        act === 'end'
          ? nothing
          : html`<form novalidate @submit=${(event: Event) => event.preventDefault()}>${fieldsOf(this.#schema(), this.faults, values, { only: this.#asked(), name: 'FieldRequiring' })}</form>`
      }
    </reason-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fields-page': FieldsPage;
  }
}
