import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { copyRows } from '#client/elements/grid/copy.ts';
import '#client/elements/problem-line.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call } from '#client/kernel/api.ts';
import { timeOf } from '#client/kernel/format.ts';
import { regionShort } from '#client/kernel/places.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { loading, say, t } from '#client/kernel/words.ts';
import { officeName, officeOf } from '#client/offices/directory.ts';
import { campaignApi } from '#shared/campaigns/campaign.api.ts';
import type { MatrixCell } from '#shared/campaigns/campaign.schema.ts';
import { DEPARTMENTS } from '#shared/offices/departments.ts';
import { COUNTIES, PREFECTURE } from '#shared/offices/regions.ts';
import { recordsPath } from './campaign-look.ts';
import { matrixStyles } from './matrix-styles.ts';

/** How dark a cell is: nothing asked, nothing done, under a half, under the whole, all of it. */
const shadeOf = ({ due, done, seen }: MatrixCell): number =>
  due === 0 || !seen ? 0 : done >= due ? 3 : done * 2 >= due ? 2 : done > 0 ? 1 : 0;

/** A cell as text, as it is copied and read aloud. */
const textOf = (cell: MatrixCell | undefined): string =>
  cell
    ? [
        cell.seen ? `${cell.due ? cell.done : cell.finished}/${cell.due || cell.records}` : `–/${cell.due}`,
        cell.overdue ? `!${cell.overdue}` : '',
        cell.dueSoon ? `~${cell.dueSoon}` : '',
        standingOf(cell),
      ]
        .filter(Boolean)
        .join(' ')
    : '-';

/** How an office stands, in a word: where it reported late, that; nothing while it works. */
const standingOf = ({ state: at, late }: MatrixCell): string => {
  if (late) return t('campaign.late');
  return at && at !== 'in_progress' ? (say(`assignment.state.${at}`) ?? '') : '';
};

type Row = { readonly name: string; readonly cells: readonly (MatrixCell | undefined)[] };

/**
 * S08: a campaign department by county. Arrow keys walk the cells, Enter opens the records of one; its numbers open theirs. What is late,
 * near, reported or missing stands in words beside the shade. Fires nothing.
 */
@customElement('campaign-matrix')
export class CampaignMatrix extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    matrixStyles,
    css`:host { display: grid; gap: var(--s-2); min-width: 0; }`,
  ];

  @property({ type: Number }) campaign = 0;
  /** Changes when the campaign does, so that the numbers are asked for anew. */
  @property({ type: Number }) version = 0;
  @state() private at: readonly [number, number] = [0, 0];

  readonly #matrix = new Task(this, {
    args: () => [this.campaign, this.version] as const,
    task: ([id], { signal }) => call(campaignApi.matrix, { params: { id }, signal }),
  });

  /** Departments down, regions across; only those in which anybody takes part. */
  #grid(cells: readonly MatrixCell[]): { regions: string[]; rows: Row[] } {
    const placed = cells.map((cell) => ({ cell, office: officeOf(cell.officeId) }));
    const regions = [PREFECTURE, ...COUNTIES].filter((code) => placed.some(({ office }) => office?.region === code));
    const rows = DEPARTMENTS.filter((one) => placed.some(({ office }) => office?.department === one)).map((one) => ({
      name: say(`department.${one}`) ?? one,
      cells: regions.map(
        (code) => placed.find(({ office }) => office?.department === one && office.region === code)?.cell,
      ),
    }));
    return { regions, rows };
  }

  override render() {
    return this.#matrix.render({
      pending: () => (this.#matrix.value ? this.#drawn(this.#matrix.value) : loading()),
      error: (error) => html`<problem-line .error=${error} retry @retried=${() => this.#matrix.run()}></problem-line>`,
      complete: (told) => this.#drawn(told),
    });
  }

  #drawn({ at, cells }: { at: string; cells: readonly MatrixCell[] }) {
    if (cells.length === 0) return html`<p class="helper">${t('campaign.no_offices')}</p>`;
    const { regions, rows } = this.#grid(cells);
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('campaign.matrix')}><table role="grid" aria-label=${t('campaign.matrix')} @keydown=${(event: KeyboardEvent) => this.#walk(event, rows)}>
        <thead><tr role="row"><th role="columnheader" scope="col">${t('campaign.corner')}</th>${regions.map((code) => html`<th role="columnheader" scope="col">${regionShort(code)}</th>`)}</tr></thead>
        <tbody>${rows.map((row, y) => html`<tr role="row"><th role="rowheader" scope="row">${row.name}</th>${row.cells.map((cell, x) => this.#cell(cell, x, y))}</tr>`)}</tbody>
      </table></div>
      <p class="legend"><span>${t('campaign.legend')}</span> <span>${t('campaign.as_of', { time: timeOf(at) })}</span>
        <button class="small no-print" @click=${() => this.#copy(regions, rows)}>${t('campaign.copy')}</button></p>`;
  }

  #cell(cell: MatrixCell | undefined, x: number, y: number) {
    const here = this.at[0] === x && this.at[1] === y;
    const focus = () => {
      this.at = [x, y];
    };
    if (!cell)
      return html`<td role="gridcell" class="none" tabindex=${here ? 0 : -1} data-at="${x} ${y}" @focus=${focus}>-</td>`;
    const { officeId, overdue, dueSoon } = cell;
    const way = (more: Record<string, string>) => recordsPath(this.campaign, { office: String(officeId), ...more });
    const standing = standingOf(cell);
    return html`<td role="gridcell" class="shade-${shadeOf(cell)}" tabindex=${here ? 0 : -1} data-at="${x} ${y}" @focus=${focus}
        aria-label="${officeName(officeId)} ${textOf(cell)}" title=${officeName(officeId)} @click=${(event: Event) => this.#open(event, cell)}>
      <span class="num">${cell.seen ? html`<a tabindex="-1" href=${way({ standing: 'done' })}>${cell.due ? cell.done : cell.finished}</a>/${cell.due || cell.records}` : html`–/${cell.due}`}</span>
      ${overdue ? html`<a tabindex="-1" class="late" href=${way({ light: 'overdue' })}>!${overdue}</a>` : nothing}
      ${dueSoon ? html`<a tabindex="-1" class="near" href=${way({ light: 'due_soon' })}>~${dueSoon}</a>` : nothing}
      ${standing && cell.assignmentId ? html`<a tabindex="-1" class="state" href="/assignments/${cell.assignmentId}">${standing}</a>` : nothing}
    </td>`;
  }

  #open(event: Event, { officeId }: MatrixCell): void {
    if (event.composedPath().some((one) => one instanceof HTMLAnchorElement)) return;
    go(recordsPath(this.campaign, { office: String(officeId) }));
  }

  #walk(event: KeyboardEvent, rows: readonly Row[]): void {
    const [x, y] = this.at;
    const width = rows[0]?.cells.length ?? 0;
    const to: Record<string, readonly [number, number]> = {
      ArrowLeft: [x - 1, y],
      ArrowRight: [x + 1, y],
      ArrowUp: [x, y - 1],
      ArrowDown: [x, y + 1],
      Home: [0, y],
      End: [width - 1, y],
    };
    const next = to[event.key];
    const cell = rows[y]?.cells[x];
    if (event.key === 'Enter' && cell) this.#open(event, cell);
    else if (next) {
      this.at = [Math.min(width - 1, Math.max(0, next[0])), Math.min(rows.length - 1, Math.max(0, next[1]))];
      const [left, top] = this.at;
      this.renderRoot.querySelector<HTMLElement>(`[data-at="${left} ${top}"]`)?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** As a table for a spreadsheet, with the words of each cell. */
  #copy(regions: readonly string[], rows: readonly Row[]): void {
    const columns = [
      { key: 'name', label: t('campaign.corner'), text: (row: Row) => row.name },
      ...regions.map((code, x) => ({ key: code, label: regionShort(code), text: (row: Row) => textOf(row.cells[x]) })),
    ];
    const put = (event: ClipboardEvent) => {
      event.preventDefault();
      if (event.clipboardData) copyRows(event.clipboardData, columns as never, rows as never, '');
    };
    window.addEventListener('copy', put, { once: true, capture: true });
    const done = document.execCommand('copy');
    window.removeEventListener('copy', put, { capture: true });
    toast(t(done ? 'campaign.copied' : 'campaign.not_copied'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'campaign-matrix': CampaignMatrix;
  }
}
