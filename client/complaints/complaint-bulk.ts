import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { session } from '#client/auth/session.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { listed, sentenceOf, t } from '#client/kernel/words.ts';
import { peopleOf } from '#client/offices/directory.ts';
import { fieldsSaid, tellDone } from '#client/operations/undo.ts';
import { complaintApi } from '#shared/complaints/complaint.api.ts';
import type { ComplaintBulkEdit } from '#shared/complaints/complaint.bulk.ts';
import type { ComplaintRow } from '#shared/complaints/complaint.schema.ts';
import { type NotDone, ROWS_AT_ONCE } from '#shared/operations/operation.api.ts';

interface Asked {
  readonly id: number;
  readonly version: number;
}
interface Answer {
  readonly done: readonly Asked[];
  readonly failed: readonly NotDone[];
}

/** What can be done with several chosen rows at once. One call of the server for all, each row checked and told by itself; a change can be taken back, what failed is named. Fires `bulk-done`. */
@customElement('complaint-bulk')
export class ComplaintBulk extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      .bar { display: flex; flex-wrap: wrap; gap: var(--s-2) var(--s-3); align-items: center; background: var(--azurite-t); border: 1px solid var(--azurite); padding: var(--s-1) var(--s-3); font-size: var(--t-3); margin-top: var(--s-1); }
      select { width: auto; min-height: 1.75rem; }
      @media print { .bar { display: none; } }
    `,
  ];

  @property({ attribute: false }) rows: readonly ComplaintRow[] = [];
  @state() private busy = false;

  get #own(): readonly ComplaintRow[] {
    const mine = session()?.officeId;
    return this.rows.filter((row) => !row.stub && row.ownerOfficeId === mine);
  }

  /** In as many calls as the server takes rows at once. */
  async #many<A extends Answer>(rows: readonly ComplaintRow[], act: (rows: Asked[]) => Promise<A>): Promise<A[]> {
    this.busy = true;
    const answers: A[] = [];
    try {
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
        answers.push(await act(rows.slice(from, from + ROWS_AT_ONCE).map(({ id, version }) => ({ id, version }))));
    } catch (error) {
      toast(sentenceOf(error));
    }
    this.busy = false;
    this.dispatchEvent(new Event('bulk-done'));
    return answers;
  }

  async #acknowledge(): Promise<void> {
    const waiting = this.#own.filter(({ state: at }) => at === 'dispatched');
    const answers = await this.#many(waiting, (rows) =>
      call(complaintApi.stepMany, { body: { rows, step: 'acknowledge' } }),
    );
    const { n, failed, numbers } = told(answers, waiting);
    const step = t('complaint.step.acknowledge');
    if (answers.length === 0) return;
    toast(t(failed ? 'operation.stepped_partly' : 'operation.stepped', { n, step, failed, numbers }));
  }

  async #set(change: ComplaintBulkEdit['change']): Promise<void> {
    const open = this.#own.filter(({ state: at }) => at !== 'closed');
    const answers = await this.#many(open, (rows) => call(complaintApi.editMany, { body: { rows, change } }));
    const { n, failed, numbers } = told(answers, open);
    if (answers.length === 0) return;
    const fields = fieldsSaid('complaint', Object.keys(change));
    const key = failed ? 'operation.changed_partly' : 'operation.changed';
    tellDone(t(key, { n, fields, failed, numbers }), answers[answers.length - 1]!.operation);
  }

  readonly #handOver = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    const handlerId = Number(select.value) || null;
    select.value = '';
    void this.#set({ handlerId });
  };

  override render() {
    if (this.rows.length === 0) return nothing;
    const waiting = this.#own.filter(({ state: at }) => at === 'dispatched').length;
    return html`<div class="bar" role="group" aria-label=${t('grid.selected', { count: this.rows.length })}>
      <strong>${t('grid.selected', { count: this.rows.length })}</strong>
      <button class="small" ?disabled=${this.busy || waiting === 0} @click=${() => this.#acknowledge()}>${t('list.bulk.acknowledge')} ${waiting}</button>
      <select aria-label=${t('list.bulk.handler')} ?disabled=${this.busy || this.#own.length === 0} @change=${this.#handOver}>
        <option value="">${t('list.bulk.handler')}</option>
        ${peopleOf(session()?.officeId ?? 0).map(({ value, label }) => html`<option value=${value}>${label}</option>`)}
      </select>
    </div>`;
  }
}

/** What became of the rows, for a message: how many, and the first few left out by their numbers. */
function told(answers: readonly Answer[], rows: readonly ComplaintRow[]) {
  const failed = answers.flatMap((answer) => answer.failed.map(({ id }) => id));
  const numbers = failed.slice(0, 5).map((id) => rows.find((row) => row.id === id)?.number ?? '');
  return {
    n: answers.reduce((sum, { done }) => sum + done.length, 0),
    failed: failed.length,
    numbers: listed(numbers),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'complaint-bulk': ComplaintBulk;
  }
}
