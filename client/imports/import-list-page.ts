import { Task } from '@lit/task';
import { css, html, LitElement } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import '#client/elements/problem-line.ts';
import { call, send } from '#client/kernel/api.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { onElsewhere } from '#client/shell/live.ts';
import { type Import, importApi } from '#shared/imports/import.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import './import-jobs.ts';

/** S26, its first step: choose a ledger's file; and S27: the office's jobs, to go on with one's own. */
@customElement('import-list-page')
export class ImportListPage extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); max-width: 72rem; }
      .drop { border: 2px dashed var(--edge); border-radius: 4px; padding: var(--s-6) var(--s-4); text-align: center; background: var(--sheet); display: grid; gap: var(--s-2); justify-items: center; }
      .drop.over { border-color: var(--azurite); background: var(--azurite-t); }
      @media (max-width: 640px) { :host { padding: var(--s-3); } }
    `,
  ];

  @state() private over = false;
  @query('input') private input!: HTMLInputElement;
  #stop: (() => void) | undefined;

  readonly #list = new Task(this, { args: () => [], task: (_, { signal }) => call(importApi.list, { signal }) });
  readonly #upload = new Task(this, {
    autoRun: false,
    task: async ([file]: readonly [File]) => {
      const body = new FormData();
      body.append('file', file);
      const made = await send<Import>(importApi.upload, body);
      go(`/imports/${made.id}`);
    },
  });

  readonly #cancel = new Task(this, {
    autoRun: false,
    task: async ([id]: readonly [number]) => {
      await call(importApi.cancel, { params: { id } });
      void this.#list.run();
    },
  });
  readonly #cancelled = (event: CustomEvent<{ id: number }>) => void this.#cancel.run([event.detail.id]);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = onElsewhere('job', () => void this.#list.run());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  #take(file: File | undefined | null): void {
    if (file) void this.#upload.run([file]);
  }

  readonly #dropped = (event: DragEvent) => {
    event.preventDefault();
    this.over = false;
    this.#take(event.dataTransfer?.files[0]);
  };

  override render() {
    const { error, status } = this.#upload;
    const unreadable = error instanceof Refusal && error.code === 'unsupported_type';
    return html`<h1>${t('imports.title')}</h1>
      <div class="drop ${this.over ? 'over' : ''}" @dragover=${(event: DragEvent) => {
        event.preventDefault();
        this.over = true;
      }} @dragleave=${() => {
        this.over = false;
      }} @drop=${this.#dropped}>
        <input type="file" hidden accept=".xlsx,.xls,.et,.csv" @change=${() => this.#take(this.input.files?.[0])} />
        <button class="primary" ?disabled=${status === 1} @click=${() => this.input.click()}>${t(status === 1 ? 'imports.reading' : 'imports.choose')}</button>
        <p class="helper">${t('imports.choose_helper')}</p>
        ${unreadable ? html`<p class="problem" role="alert">${t('imports.unreadable')}</p>` : html`<problem-line .error=${status === 3 ? error : undefined}></problem-line>`}
      </div>
      <section class="sheet"><h2>${t('imports.recent')}</h2><import-jobs .jobs=${this.#list.value ?? []} @job-cancelled=${this.#cancelled}></import-jobs><problem-line .error=${this.#cancel.error ?? this.#list.error}></problem-line></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'import-list-page': ImportListPage;
  }
}
