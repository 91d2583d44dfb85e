import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { session } from '#client/auth/session.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { listed, t } from '#client/kernel/words.ts';
import { peopleOf } from '#client/offices/directory.ts';
import { complaintApi } from '#shared/complaints/complaint.api.ts';
import type { ComplaintRow } from '#shared/complaints/complaint.schema.ts';

/** What a change of one record needs, and what it was before, so that it can be taken back. */
interface Change {
  readonly row: ComplaintRow;
  readonly handlerId: number | null;
}

/** What can be done with several chosen rows at once. Each is its own act with its own audit line; what failed is named. Fires `bulk-done`. */
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

  async #each<T>(items: readonly T[], act: (item: T) => Promise<ComplaintRow>, number: (item: T) => string) {
    this.busy = true;
    const done: ComplaintRow[] = [];
    const failed: string[] = [];
    for (const item of items) {
      await act(item).then(
        (after) => done.push(after),
        () => failed.push(number(item)),
      );
    }
    this.busy = false;
    this.dispatchEvent(new Event('bulk-done'));
    return { done, failed };
  }

  #tell(act: string, n: number, failed: readonly string[], undo?: () => unknown): void {
    const text =
      failed.length > 0
        ? t('list.bulk_partly', { act, n, failed: failed.length, numbers: listed(failed.slice(0, 5)) })
        : t('list.bulk_done', { act, n });
    toast(text, undo);
  }

  async #acknowledge(): Promise<void> {
    const waiting = this.#own.filter(({ state: at }) => at === 'dispatched');
    const step = ({ id, version }: ComplaintRow) =>
      call(complaintApi.step, { params: { id }, body: { step: 'acknowledge', version } });
    const { done, failed } = await this.#each(waiting, step, ({ number }) => number);
    this.#tell(t('complaint.step.acknowledge'), done.length, failed);
  }

  readonly #handOver = async (event: Event) => {
    const select = event.target as HTMLSelectElement;
    const handlerId = Number(select.value) || null;
    select.value = '';
    const open = this.#own.filter(({ state: at }) => at !== 'closed');
    const before = new Map(open.map((row) => [row.id, row.handlerId]));
    const set = ({ row, handlerId: to }: Change) =>
      call(complaintApi.edit, { params: { id: row.id }, body: { version: row.version, handlerId: to } });
    const number = ({ row }: Change) => row.number;
    const { done, failed } = await this.#each(
      open.map((row) => ({ row, handlerId })),
      set,
      number,
    );
    this.#tell(t('list.set_handler'), done.length, failed, async () => {
      const back = done.map((row) => ({ row, handlerId: before.get(row.id) ?? null }));
      const undone = await this.#each(back, set, number);
      const n = undone.done.length;
      const numbers = listed(undone.failed);
      toast(numbers ? t('list.undone_partly', { n, numbers }) : t('list.undone', { n }));
    });
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

declare global {
  interface HTMLElementTagNameMap {
    'complaint-bulk': ComplaintBulk;
  }
}
