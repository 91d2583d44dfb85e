import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { lightOf, standingOf } from '#client/clocks/face.ts';
import { nextWord, pathOf } from '#client/dossiers/ledgers.ts';
import '#client/dossiers/record-table.ts';
import { recordColumns } from '#client/dossiers/record-table.ts';
import '#client/elements/light-mark.ts';
import '#client/elements/problem-line.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { loading, t } from '#client/kernel/words.ts';
import { officeOf, officeShort } from '#client/offices/directory.ts';
import { type Urging, urgingApi } from '#shared/campaigns/urging.ts';
import { type DossierRow, dossierListApi } from '#shared/dossiers/dossier-list.api.ts';

/**
 * What of a campaign is late or near, its offices' assignments first, to be chased: one act sends each its next rung. What was sent stands
 * below, ready to be printed or pasted where there is no mail. Fires nothing.
 */
@customElement('urging-desk')
export class UrgingDesk extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: grid; gap: var(--s-3); grid-template-columns: minmax(0, 1fr); }
      textarea { width: 100%; min-height: 10rem; font: inherit; font-size: var(--t-3); border: 1px solid var(--edge); background: var(--sheet); color: var(--ink); padding: var(--s-2); }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
    `,
  ];

  @property({ type: Number }) campaign = 0;
  @property({ type: Number }) version = 0;
  @state() private chosen: ReadonlySet<number> = new Set();
  @state() private sent: readonly Urging[] = [];

  readonly #late = new Task(this, {
    args: () => [this.campaign, this.version] as const,
    task: async ([campaign], { signal }) => {
      const query = { campaign, light: 'overdue,due_soon', limit: 200 };
      return (await call(dossierListApi.list, { query, signal })).rows;
    },
  });

  readonly #send = new Task(this, {
    autoRun: false,
    task: async () => {
      const { sent, left } = await call(urgingApi.send, { body: { dossierIds: [...this.chosen].slice(0, 150) } });
      this.sent = sent;
      this.chosen = new Set();
      toast(t('urging.done', { n: sent.length, left: left.length }));
    },
  });

  override render() {
    return html`${this.#late.render({
      pending: () => (this.#late.value ? this.#drawn(this.#late.value) : loading()),
      error: (error) => html`<problem-line .error=${error} retry @retried=${() => this.#late.run()}></problem-line>`,
      complete: (rows) => this.#drawn(rows),
    })}${this.#texts()}`;
  }

  #drawn(rows: readonly DossierRow[]) {
    const tick = (row: DossierRow) =>
      html`<input type="checkbox" aria-label=${row.number} .checked=${this.chosen.has(row.id)} @change=${(
        event: Event,
      ) => {
        const next = new Set(this.chosen);
        if ((event.target as HTMLInputElement).checked) next.add(row.id);
        else next.delete(row.id);
        this.chosen = next;
      }} />`;
    const columns = recordColumns<DossierRow>([
      { key: 'tick', label: '', cell: tick },
      {
        key: 'light',
        label: t('column.light'),
        cell: (row) => html`<light-mark light=${lightOf(row)} text=${standingOf(row, true)}></light-mark>`,
      },
      {
        key: 'number',
        label: t('column.number'),
        whole: true,
        cell: (row) => html`<a href=${pathOf(row)}>${row.number}</a>`,
      },
      { key: 'office', label: t('campaign.office'), cell: ({ ownerOfficeId }) => officeShort(ownerOfficeId) },
      {
        key: 'phone',
        label: t('dossier.call'),
        whole: true,
        cell: ({ ownerOfficeId }) => officeOf(ownerOfficeId)?.phone ?? '',
      },
      { key: 'next', label: t('column.next'), cell: nextWord },
      { key: 'due', label: t('column.due'), whole: true, cell: ({ dueOn }) => dueOn ?? '' },
    ]);
    const all = rows.length > 0 && rows.every(({ id }) => this.chosen.has(id));
    return html`<section class="sheet"><h2>${t('urging.late')}</h2>
      <record-table label=${t('urging.late')} empty=${t('urging.none_late')} .columns=${columns} .rows=${rows}></record-table>
      ${
        rows.length > 0
          ? html`<p class="actions"><button class="small" @click=${() => {
              this.chosen = all ? new Set() : new Set(rows.map(({ id }) => id));
            }}>${t(all ? 'urging.choose_none' : 'urging.choose_all')}</button>
            <button class="primary" ?disabled=${this.chosen.size === 0 || this.#send.status === 1} @click=${() => this.#send.run()}>${t('urging.send', { n: this.chosen.size })}</button></p>
            <problem-line .error=${this.#send.error}></problem-line>`
          : nothing
      }</section>`;
  }

  #texts() {
    if (this.sent.length === 0) return nothing;
    const all = this.sent.map(({ text }) => text).join('\n\n');
    return html`<section class="sheet"><h2>${t('urging.texts')}</h2>
      <textarea readonly aria-label=${t('urging.texts')} .value=${all} @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}></textarea>
      <p class="helper">${t('urging.paste')}</p></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'urging-desk': UrgingDesk;
  }
}
