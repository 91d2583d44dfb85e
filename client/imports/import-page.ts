import { Task } from '@lit/task';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '#client/elements/job-progress.ts';
import '#client/elements/problem-line.ts';
import '#client/elements/reason-dialog.ts';
import { call } from '#client/kernel/api.ts';
import { number } from '#client/kernel/format.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { loading, problem, t } from '#client/kernel/words.ts';
import { onElsewhere } from '#client/shell/live.ts';
import { type Import, type ImportDefaults, importApi } from '#shared/imports/import.api.ts';
import { NEEDED } from '#shared/imports/import.fields.ts';
import './import-check.ts';
import './import-columns.ts';
import './import-values.ts';

const LISTS = { complaint: '/complaints', case: '/cases' } as const;

/** S26: one file, or rows pasted, on the way in: columns matched, rows checked, the running watched, the batch taken back. Fires `import-shown` `{ state }`. */
@customElement('import-page')
export class ImportPage extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); max-width: 72rem; }
      problem-line { display: contents; }
      header { display: flex; flex-wrap: wrap; gap: var(--s-2) var(--s-4); align-items: baseline; }
      .bar { display: flex; flex-wrap: wrap; gap: var(--s-3); align-items: center; }
      .bar select { width: auto; }
      .run { position: sticky; bottom: calc(-1 * var(--s-3)); z-index: 2; box-shadow: 0 -1px 0 var(--edge); } /* down over the padding of what scrolls */
      :host([bare]) .run { bottom: calc(-1 * var(--s-4)); }
      details > summary { cursor: pointer; color: var(--azurite); padding: var(--s-2) 0; }
      @media (max-width: 640px) { :host { padding: var(--s-3); } .run { bottom: 3.5rem; } }
    `,
  ];

  @property({ attribute: 'import-id' }) importId = '';
  /** Inside something that says already what it is. */
  @property({ type: Boolean }) bare = false;
  @state() private repeats: 'skip' | 'import' = 'skip';
  @state() private undoing = false;
  @state() private undone: { undone: number; kept: { id: number; number: string }[] } | undefined;
  #stop: (() => void) | undefined;
  #shown: Import | undefined;

  readonly #import = new Task(this, {
    args: () => [Number(this.importId)] as const,
    task: ([id], { signal }) => call(importApi.read, { params: { id }, signal }),
    onComplete: (it) => {
      this.#shown = it;
      this.dispatchEvent(new CustomEvent('import-shown', { detail: { state: it.state } }));
    },
  });
  readonly #act = new Task(this, {
    autoRun: false,
    task: async ([act]: readonly [() => Promise<unknown>]) => {
      await act();
      void this.#import.run();
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = onElsewhere('job', (id) => (id === 0 || id === Number(this.importId)) && void this.#import.run());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  get #params() {
    return { id: Number(this.importId) };
  }

  readonly #mapped = (
    event: CustomEvent<{
      sheet: number;
      ledger?: Import['ledger'];
      headerRow?: number;
      mapping?: Import['mapping'];
      defaults?: ImportDefaults;
    }>,
  ) => void this.#act.run([() => call(importApi.map, { params: this.#params, body: event.detail })]);

  override render() {
    return this.#import.render({
      pending: () => (this.#shown ? this.#whole(this.#shown) : loading()),
      error: problem,
      complete: (it) => this.#whole(it),
    });
  }

  #whole(it: Import) {
    return html`${this.bare ? nothing : this.#head(it)}
      <problem-line .error=${this.#act.error}></problem-line>
      ${it.state === 'ready' ? this.#preparing(it) : this.#running(it)}`;
  }

  #head({ origin, fileName, state: at }: Import) {
    const file = origin === 'file';
    return html`<header><h1>${t(file ? 'imports.title' : 'import.origin.paste')}</h1>${file ? html`<span>${fileName}</span>` : nothing}<span class="helper">${t(`import.state.${at}`)}</span><a href="/imports">${t('imports.recent')}</a></header>`;
  }

  #preparing(it: Import) {
    const n = it.counts.good + (this.repeats === 'import' ? it.counts.repeated + it.counts.existing : 0);
    const busy = this.#act.status === 1;
    const columns = html`<import-columns .import=${it} @columns-matched=${this.#mapped}></import-columns>`;
    const values = html`<import-values .import=${it} @values-told=${() => this.#import.run()}></import-values>`;
    const check = html`<import-check .import=${it} @row-fixed=${() => this.#import.run()}></import-check>`;
    // of pasted rows one wants to see the rows; how they were matched is asked where something is amiss
    const parts = it.origin === 'file' ? [columns, values, check] : [check, values, this.#folded(it, columns)];
    return html`${parts}
      <section class="sheet bar run">
        ${
          it.ledger === 'case'
            ? nothing
            : html`<select aria-label=${t('import.verdict.repeated')} @change=${(event: Event) => {
                this.repeats = (event.target as HTMLSelectElement).value as 'skip';
              }}>${(['skip', 'import'] as const).map((one) => html`<option value=${one} ?selected=${one === this.repeats}>${t(`imports.repeats.${one}`)}</option>`)}</select>`
        }
        <button class="primary" ?disabled=${n === 0 || busy} @click=${() => this.#act.run([() => call(importApi.run, { params: this.#params, body: { repeats: this.repeats } })])}>${t('imports.run', { n: number(n) })}</button>
        <span class="helper">${t('imports.run_does')}</span>
      </section>`;
  }

  #folded({ ledger, mapping, defaults }: Import, columns: TemplateResult) {
    const given = defaults as Record<string, unknown>;
    const lacking = NEEDED[ledger].some((field) => mapping[field] === undefined && !given[field]);
    return html`<details ?open=${lacking}><summary>${t('imports.step.map')}</summary>${columns}</details>`;
  }

  #running(it: Import) {
    const left = it.total - it.done;
    return html`<section class="sheet">
      ${
        it.state === 'running'
          ? html`<job-progress .done=${it.done + it.failed} .total=${it.expected} cancellable
              @job-cancelled=${() => this.#act.run([() => call(importApi.cancel, { params: this.#params })])}></job-progress>`
          : it.state === 'undoing'
            ? html`<job-progress .done=${it.expected - it.done} .total=${it.expected} text=${t('import.state.undoing')}></job-progress>`
            : html`<h2>${t(it.state === 'undone' ? 'import.state.undone' : 'imports.done', { done: number(it.done) })}</h2>
              ${left > 0 && it.state !== 'undone' ? html`<p>${t('imports.not_done', { n: number(left) })}</p>` : nothing}
              ${this.undone ? this.#taken(this.undone, it) : nothing}
              <div class="bar">
                ${it.state === 'undone' ? nothing : html`<a class="button primary" href="${LISTS[it.ledger]}?f=batch.eq.${it.id}">${t('imports.see')}</a>`}
                ${left > 0 && it.state !== 'undone' ? html`<a class="button" href="/api/imports/${it.id}/failed.xlsx" download>${t('imports.failed_file')}</a>` : nothing}
                ${
                  it.state === 'undone'
                    ? nothing
                    : html`<button class="danger" @click=${() => {
                        this.undoing = true;
                      }}>${t('imports.undo')}</button>`
                }
              </div>`
      }
    </section>
    ${
      this.undoing
        ? html`<reason-dialog open no-reason danger heading="${t('imports.undo')} · ${it.fileName}" verb=${t('imports.undo')} .act=${{ changes: [t('imports.undo_does')] }} ?busy=${this.#act.status === 1}
            @act-confirmed=${() => this.#undo()} @act-cancelled=${() => {
              this.undoing = false;
            }}></reason-dialog>`
        : nothing
    }`;
  }

  #undo(): void {
    void this.#act.run([
      async () => {
        this.undone = await call(importApi.undo, { params: this.#params });
        this.undoing = false;
      },
    ]);
  }

  #taken({ undone, kept }: NonNullable<ImportPage['undone']>, { ledger }: Import) {
    return html`<p role="status">${t('imports.undone', { n: number(undone) })}${
      kept.length > 0
        ? html` ${t('imports.kept', { n: kept.length })} ${kept.slice(0, 20).map(({ id, number: no }) => html`<a href="${LISTS[ledger]}/${id}">${no}</a> `)}`
        : nothing
    }</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'import-page': ImportPage;
  }
}
