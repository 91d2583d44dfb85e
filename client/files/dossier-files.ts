import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import '#client/elements/job-progress.ts';
import '#client/elements/problem-line.ts';
import '#client/elements/reason-dialog.ts';
import { toast } from '#client/elements/toast-line.ts';
import { addressOf, call } from '#client/kernel/api.ts';
import { bytes, instant } from '#client/kernel/format.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { personName } from '#client/offices/directory.ts';
import { FILE_BYTES, fileApi, type StoredFile } from '#shared/files/file.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { upload } from './upload.ts';

/** The files of a record: added piece by piece so that a broken line costs little, opened with one's own rights each time. Fires `files-changed`. */
@customElement('dossier-files')
export class DossierFiles extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      ul { display: grid; gap: var(--s-2); margin: var(--s-3) 0; }
      li { display: grid; grid-template-columns: 64px minmax(0, 1fr) auto; gap: var(--s-3); align-items: center; border-bottom: 1px solid var(--rule); padding-bottom: var(--s-2); font-size: var(--t-3); }
      img, .kind { width: 64px; height: 48px; object-fit: cover; background: var(--sheet-2); display: grid; place-items: center; font-size: var(--t-1); color: var(--ink-3); text-transform: uppercase; }
      .gone { color: var(--ink-3); text-decoration: line-through; }
      .hash { font-size: var(--t-1); color: var(--ink-3); overflow: hidden; text-overflow: ellipsis; }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
      @media print { img { display: none; } }
    `,
  ];

  @property({ type: Number }) dossier = 0;
  @property({ type: Number }) version = 0;
  @property({ type: Boolean }) editable = false;
  @state() private sent = 0;
  @state() private size = 0;
  @state() private removing: StoredFile | undefined;
  @query('input') private input!: HTMLInputElement;

  readonly #files = new Task(this, {
    args: () => [this.dossier, this.version] as const,
    task: ([id], { signal }) => call(fileApi.list, { params: { id }, signal }),
  });
  readonly #add = new Task(this, {
    autoRun: false,
    task: async ([files]: readonly [readonly File[]]) => {
      let { version } = this;
      for (const file of files) {
        if (file.size > FILE_BYTES) throw new Refusal('too_large');
        this.size = file.size;
        const uploadId = await upload(file, (sent) => {
          this.sent = sent;
        });
        const added = await call(fileApi.attach, {
          params: { id: this.dossier },
          body: { uploadId, name: file.name, version },
        });
        version = added.version;
        toast(t('files.added', { name: added.file.name }));
      }
      this.dispatchEvent(new Event('files-changed'));
    },
  });
  readonly #remove = new Task(this, {
    autoRun: false,
    task: async ([file, reason]: readonly [StoredFile, string]) => {
      await call(fileApi.remove, { params: { id: file.id }, body: { reason, version: this.version } });
      this.removing = undefined;
      this.dispatchEvent(new Event('files-changed'));
    },
  });

  override render() {
    const sending = this.#add.status === 1;
    const files = (this.#files.value ?? []).filter(({ paper }) => !paper); // papers stand above, with number and version
    return html`<section class="sheet">
      <h2>${t('files.title')}</h2>
      ${
        this.editable && may('file.add')
          ? html`<input type="file" hidden multiple @change=${() => this.#choose()} />
            <button class="no-print" ?disabled=${sending} @click=${() => this.input.click()}>${t('files.add')}</button> <small>${t('files.add_helper')}</small>`
          : nothing
      }
      ${sending ? html`<job-progress .done=${this.sent} .total=${this.size}></job-progress>` : nothing}
      <problem-line .error=${this.#add.error ?? this.#files.error}></problem-line>
      ${files.length === 0 ? html`<p class="helper">${t('files.none')}</p>` : html`<ul>${files.map((file) => this.#file(file))}</ul>`}
      ${
        this.removing
          ? html`<reason-dialog open needs-reason danger heading="${t('files.remove')} ${this.removing.name}" verb=${t('files.remove')} .act=${{ changes: [t('files.remove_does')] }}
              .error=${this.#remove.error} ?busy=${this.#remove.status === 1} @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#remove.run([this.removing!, event.detail.reason])}
              @act-cancelled=${() => {
                this.removing = undefined;
              }}></reason-dialog>`
          : nothing
      }
    </section>`;
  }

  #choose(): void {
    const files = [...(this.input.files ?? [])];
    this.input.value = '';
    if (files.length > 0) void this.#add.run([files]);
  }

  #file(file: StoredFile) {
    const { id, name, size, sha256, personId, at, removedAt, removedBy, hasPreview } = file;
    const kind = name.includes('.') ? (name.split('.').pop() ?? '') : '';
    return html`<li>
      ${hasPreview && !removedAt ? html`<img src=${addressOf(fileApi.preview, { params: { id } })} alt="" loading="lazy" />` : html`<span class="kind" aria-hidden="true">${kind.slice(0, 5)}</span>`}
      <div>
        ${removedAt ? html`<span class="gone">${name}</span>` : html`<a href=${addressOf(fileApi.download, { params: { id } })} download>${name}</a>`}
        <div><small>${bytes(size)} · ${personName(personId)} · ${instant(at)}${removedAt ? ` · ${t('files.removed', { name: personName(removedBy), time: instant(removedAt) })}` : ''}</small></div>
        <div class="hash code" title=${sha256}>SHA-256 ${sha256.slice(0, 16)}…</div>
      </div>
      ${
        this.editable && may('file.add') && !removedAt
          ? html`<button class="small quiet no-print" @click=${() => {
              this.removing = file;
            }}>${t('files.remove')}</button>`
          : html`<span></span>`
      }
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dossier-files': DossierFiles;
  }
}
