import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import '#client/elements/problem-line.ts';
import { upload } from '#client/files/upload.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { fileApi, type StoredFile } from '#shared/files/file.api.ts';

/**
 * A field that is some of a record's files: those there to tick, and new ones, which become files of the record at once. `value` is the
 * chosen numbers. Fires `files-added` after each new one, with the record's version by then.
 */
@customElement('step-files')
export class StepFiles extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host { display: grid; gap: var(--s-1); }
      label { display: flex; gap: 6px; align-items: center; font-size: var(--t-3); min-height: 1.75rem; overflow-wrap: anywhere; }
      input[type="file"] { position: absolute; width: 1px; height: 1px; opacity: 0; }
      .add { width: fit-content; cursor: pointer; }
      input[type="file"]:focus-visible + .add { outline: 2px solid var(--azurite); outline-offset: 2px; }
      @media (max-width: 640px) { label { min-height: 2.75rem; } }
    `,
  ];

  @property({ type: Number }) dossier = 0;
  @property({ type: Number }) version = 0;
  @property({ attribute: false }) chosen: readonly number[] = [];
  @state() private ticked: ReadonlySet<number> | undefined;

  readonly #files = new Task(this, {
    args: () => [this.dossier] as const,
    task: ([id], { signal }) => call(fileApi.list, { params: { id }, signal }),
  });
  readonly #add = new Task(this, {
    autoRun: false,
    task: async ([sent]: readonly [readonly File[]]) => {
      let { version } = this;
      const ticked = new Set(this.value);
      for (const file of sent) {
        const uploadId = await upload(file, () => undefined);
        const body = { uploadId, name: file.name, version };
        const added = await call(fileApi.attach, { params: { id: this.dossier }, body });
        version = added.version;
        ticked.add(added.file.id);
      }
      this.version = version;
      this.ticked = ticked;
      await this.#files.run();
      this.dispatchEvent(new CustomEvent('files-added', { detail: { version }, bubbles: true, composed: true }));
    },
  });

  /** The chosen files. */
  get value(): number[] {
    return [...(this.ticked ?? this.chosen)];
  }

  /** Reads the files anew, after others were added to the record elsewhere. */
  refresh(version: number): void {
    this.version = version;
    void this.#files.run();
  }

  readonly #tick = (id: number, on: boolean) => {
    const next = new Set(this.value);
    if (on) next.add(id);
    else next.delete(id);
    this.ticked = next;
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  };

  override render() {
    const files = (this.#files.value ?? []).filter(({ removedAt }: StoredFile) => !removedAt);
    const chosen = new Set(this.value);
    return html`${files.map(
      ({ id, name }) =>
        html`<label><input type="checkbox" ?checked=${chosen.has(id)} @change=${(event: Event) => this.#tick(id, (event.target as HTMLInputElement).checked)} />${name}</label>`,
    )}
    ${
      may('file.add')
        ? html`<div><input id="file" type="file" multiple @change=${this.#chosen} /><label for="file" class="button small add">＋ ${t('files.add')}</label></div>`
        : nothing
    }
    ${this.#add.status === 3 ? html`<problem-line .error=${this.#add.error}></problem-line>` : nothing}`;
  }

  readonly #chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const sent = [...(input.files ?? [])];
    input.value = '';
    if (sent.length > 0) void this.#add.run([sent]);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'step-files': StepFiles;
  }
}
