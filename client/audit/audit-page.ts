import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Column } from '#client/elements/grid/column.ts';
import '#client/elements/data-grid.ts';
import '#client/elements/empty-state.ts';
import { withFilter } from '#client/elements/filter/field.ts';
import '#client/elements/filter-bar.ts';
import '#client/elements/ledger-page.ts';
import '#client/elements/problem-line.ts';
import { Address, type Filter, filtersToText, filterValue } from '#client/kernel/address.ts';
import { call } from '#client/kernel/api.ts';
import { instant } from '#client/kernel/format.ts';
import { PagedRows } from '#client/kernel/paged-rows.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { listed, say, t } from '#client/kernel/words.ts';
import { officeShort, personName } from '#client/offices/directory.ts';
import { type AuditLine, auditApi } from '#shared/audit/audit.api.ts';
import { askedBy, auditFilterFields } from './audit-filters.ts';

/** The event in words, without the particulars that stand on the record itself. */
function happened({ event, step }: AuditLine): string {
  const word = step ? say(`complaint.step.${step}`) : say(`event.${event}`, { clock: '', office: '', number: '' });
  return word?.replace(/[：:]\s*$/, '').trim() ?? event;
}

/** What a line is about: a record's number, a person by name, or the word it was written under. */
function about({ number, subject }: AuditLine): string {
  const person = /^person:(\d+)$/.exec(subject ?? '')?.[1];
  return number ?? (person ? personName(Number(person)) : (subject ?? ''));
}

function columns(): Column<never>[] {
  const all: Column<AuditLine>[] = [
    { key: 'at', label: t('audit.at'), width: 10.5, frozen: true, text: ({ at }) => instant(at) },
    { key: 'who', label: t('audit.who'), width: 7, card: 'title', text: ({ personId }) => personName(personId) },
    { key: 'office', label: t('audit.office'), width: 9, card: 'facts', text: ({ officeId }) => officeShort(officeId) },
    { key: 'event', label: t('audit.event'), width: 12, card: 'facts', text: happened },
    {
      key: 'about',
      label: t('audit.about'),
      width: 10,
      card: 'facts',
      text: about,
    },
    {
      key: 'detail',
      label: t('audit.detail'),
      width: 14,
      grow: 1,
      text: ({ fields }) =>
        listed(fields.map((field) => say(`ComplaintIntake.${field}`) ?? say(`ComplaintStep.${field}`) ?? field)),
    },
    { key: 'address', label: t('audit.address'), width: 9, text: ({ address }) => address },
  ];
  return all as unknown as Column<never>[];
}

/** S34: who did what, when, from where; who opened personal data is its own view; and whether the chain holds. */
@customElement('audit-page')
export class AuditPage extends LitElement {
  static override styles = [
    base,
    buttons,
    css`:host { display: block; height: 100%; } .good { color: var(--malachite); } .bad { color: var(--cinnabar); font-weight: 600; }`,
  ];

  readonly #address = new Address(this);
  #asked: string | undefined;

  readonly #list = new PagedRows<AuditLine>(this, (cursor, limit, signal) =>
    call(auditApi.list, { query: { limit, ...(cursor ? { cursor } : {}), ...askedBy(this.#address.filters) }, signal }),
  );
  readonly #verify = new Task(this, { autoRun: false, task: () => call(auditApi.verify, {}) });

  /** The filters live in the address; other ones are another list. */
  protected override updated(): void {
    const asked = filtersToText(this.#address.filters);
    if (asked === this.#asked) return;
    this.#asked = asked;
    void this.#list.reload(true);
  }

  override render() {
    const { filters } = this.#address;
    const opened = filterValue(filters, 'event') === 'identity.opened';
    return html`<ledger-page heading=${t('audit.title')}>
      <div slot="actions">
        <button aria-pressed=${opened ? 'true' : 'false'} @click=${() =>
          this.#address.filter(
            withFilter(filters, { key: 'event', op: 'eq', values: opened ? [] : ['identity.opened'] }),
          )}>${t('audit.identity_only')}</button>
        <button @click=${() => this.#verify.run()}>${t('audit.verify')}</button>
      </div>
      <filter-bar slot="filters" .fields=${auditFilterFields()} .filters=${filters} @filters-changed=${(
        event: CustomEvent<{ filters: readonly Filter[] }>,
      ) => this.#address.filter(event.detail.filters)}></filter-bar>
      ${this.#list.error ? html`<problem-line slot="note" .error=${this.#list.error} retry @retried=${() => this.#list.reload()}></problem-line>` : nothing}
      ${this.#verify.render({
        complete: ({ lines, brokenAt }) =>
          html`<p slot="note" role="status" class=${brokenAt ? 'bad' : 'good'}>${
            brokenAt ? t('audit.chain_broken', { id: brokenAt }) : t('audit.chain_good', { n: lines })
          }</p>`,
      })}
      <data-grid label=${t('audit.title')} memory="audit" .columns=${columns()} .rows=${this.#list.rows} .more=${this.#list.more} .busy=${this.#list.busy}
        @end-reached=${() => this.#list.readOn()}>${this.#list.error ? nothing : html`<empty-state slot="empty" text=${t(filters.length > 0 ? 'audit.none_such' : 'timeline.empty')}></empty-state>`}</data-grid>
    </ledger-page>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'audit-page': AuditPage;
  }
}
