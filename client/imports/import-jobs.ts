import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { session } from '#client/auth/session.ts';
import { duration, instant, number } from '#client/kernel/format.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { pair, t } from '#client/kernel/words.ts';
import { personName } from '#client/offices/directory.ts';
import type { ImportJob } from '#shared/imports/import.api.ts';

/** The office's long jobs (S27): whose each is, how far it went, what it left out, how long it took. Fires `job-cancelled` `{ id }`. */
@customElement('import-jobs')
export class ImportJobs extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: block; overflow-x: auto; }
      .name { min-width: 12rem; overflow-wrap: anywhere; }
      .name small { display: block; }
      progress { width: 7rem; height: 8px; border: 1px solid var(--edge); border-radius: 0; background: var(--sheet); appearance: none; -webkit-appearance: none; vertical-align: middle; }
      progress::-webkit-progress-bar { background: var(--sheet); }
      progress::-webkit-progress-value { background: var(--azurite-btn); }
      progress::-moz-progress-bar { background: var(--azurite-btn); }
      td, th { white-space: nowrap; }
      td.name { white-space: normal; }
      .acts { display: flex; gap: var(--s-2); align-items: center; }
      @media (max-width: 640px) {
        thead { display: none; }
        table.plain tr { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px var(--s-2); border-bottom: 1px solid var(--rule); padding: var(--s-2) 0; }
        table.plain td { border: 0; padding: 0; text-align: left; white-space: normal; }
        td.name, td.acts { grid-column: 1 / -1; }
      }
    `,
  ];

  @property({ attribute: false }) jobs: readonly ImportJob[] = [];

  override render() {
    if (this.jobs.length === 0) return html`<p class="helper">${t('imports.none')}</p>`;
    return html`<table class="plain"><thead><tr><th>${t('jobs.what')}</th><th>${t('jobs.who')}</th><th>${t('jobs.progress')}</th><th class="num">${t('jobs.done_failed')}</th><th class="num">${t('jobs.took')}</th><th>${t('jobs.acts')}</th></tr></thead>
      <tbody>${this.jobs.map((job) => this.#row(job))}</tbody></table>`;
  }

  #row(job: ImportJob) {
    const { id, fileName, origin, ledger, personId, createdAt, done, failed, state } = job;
    const name = origin === 'paste' ? t('import.origin.paste') : fileName;
    const own = personId === session()?.person.id;
    const ran = state !== 'ready';
    return html`<tr><td class="name">${own ? html`<a href="/imports/${id}">${name}</a>` : name}<small>${t(`import.ledger.${ledger}`)} ${instant(createdAt)}</small></td>
      <td>${personName(personId)}</td><td>${this.#progress(job)}</td>
      <td class="num">${ran ? `${number(done)} / ${number(failed)}` : nothing}</td>
      <td class="num">${tookOf(job)}</td><td><div class="acts">${own ? this.#acts(job) : nothing}</div></td></tr>`;
  }

  #progress({ state, done, failed, expected }: ImportJob) {
    if (state === 'undoing') return pair(t('import.state.undoing'), t('imports.rows_left', { n: number(done) }));
    if (state !== 'running') return t(`import.state.${state}`);
    const told = t('job.progress', { done: number(done + failed), total: number(expected) });
    return html`<progress max=${Math.max(1, expected)} value=${done + failed} aria-label=${told}></progress> ${told}`;
  }

  /** What its own person may do: stop it, go on with it, take what it left out. */
  #acts({ id, state, done, total }: ImportJob) {
    const cancel = () => this.dispatchEvent(new CustomEvent('job-cancelled', { detail: { id } }));
    if (state === 'running') return html`<button class="small" @click=${cancel}>${t('job.cancel')}</button>`;
    if (state === 'ready')
      return html`<a class="button small" href="/imports/${id}">${t('jobs.go_on')}</a><button class="small" @click=${cancel}>${t('jobs.drop')}</button>`;
    if (state === 'cancelled' && done === 0) return nothing;
    if (state === 'undone' || state === 'undoing' || done === total) return nothing;
    return html`<a class="button small" href="/api/imports/${id}/failed.xlsx" download>${t('imports.failed_file')}</a>`;
  }
}

/** How long it ran; of one still running, so far. */
function tookOf({ startedAt, finishedAt, state }: ImportJob): string {
  if (!startedAt) return '';
  const until = finishedAt ?? (state === 'running' ? new Date().toISOString() : null);
  return until ? duration(Date.parse(until) - Date.parse(startedAt)) : '';
}

declare global {
  interface HTMLElementTagNameMap {
    'import-jobs': ImportJobs;
  }
}
