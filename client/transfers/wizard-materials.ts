import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '#client/elements/problem-line.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { fileApi, type StoredFile } from '#shared/files/file.api.ts';
import { transferApi } from '#shared/transfers/transfer.api.ts';
import type { Material } from '#shared/transfers/transfer.lists.ts';
import type { Transfer } from '#shared/transfers/transfer.schema.ts';
import type { StepFiles } from './step-files.ts';
import './step-files.ts';

/** The five materials of the law: each its files, or why there is none; files can be copied from the record it comes from. Fires `transfer-saved` `{ record }`. */
@customElement('wizard-materials')
export class WizardMaterials extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: grid; gap: var(--s-3); }
      section { border: 1px solid var(--rule); border-left: 4px solid var(--edge); padding: var(--s-2) var(--s-3); display: grid; gap: var(--s-2); }
      section.there { border-left-color: var(--malachite); }
      section.missing { border-left-color: var(--orpiment); }
      h3 { font-size: var(--t-4); display: flex; flex-wrap: wrap; gap: var(--s-2); align-items: baseline; }
      h3 small { font-weight: 400; }
      .missing h3 small { color: var(--orpiment); }
      .there h3 small { color: var(--malachite); }
      .pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: var(--s-4); }
      textarea { min-height: 3.5rem; }
      .copy label { display: flex; gap: 6px; font-size: var(--t-3); min-height: 1.75rem; align-items: center; }
      @media (max-width: 640px) { .pair { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  @property({ attribute: false }) transfer!: Transfer;
  #version = 0;

  readonly #source = new Task(this, {
    args: () =>
      [this.transfer.links.find(({ link, direction }) => link === 'transferred' && direction === 'from')?.id] as const,
    task: async ([id], { signal }): Promise<StoredFile[]> => (id ? call(fileApi.list, { params: { id }, signal }) : []),
  });
  readonly #copy = new Task(this, {
    autoRun: false,
    task: async () => {
      const ticked = [...this.renderRoot.querySelectorAll<HTMLInputElement>('.copy input:checked')];
      if (ticked.length === 0) return;
      const body = { fileIds: ticked.map(({ value }) => Number(value)), version: this.#now };
      await this.#saved(await call(transferApi.copyFiles, { params: { id: this.transfer.id }, body }));
    },
  });

  get #now(): number {
    return Math.max(this.#version, this.transfer.version);
  }

  /** Saves what was changed, one material after the other; throws what the server refuses. */
  async save(): Promise<Transfer> {
    let record = this.transfer;
    for (const { material, fileIds, none } of this.transfer.materials) {
      const section = this.renderRoot.querySelector(`[data-material="${material}"]`)!;
      const chosen = section.querySelector<StepFiles>('step-files')!.value;
      const typed = section.querySelector('textarea')!.value.trim();
      const why = chosen.length > 0 ? null : typed || null;
      if (JSON.stringify([chosen, why]) === JSON.stringify([fileIds, none])) continue;
      const body = { material, fileIds: chosen, none: why, version: this.#now };
      record = await call(transferApi.material, { params: { id: record.id }, body });
      this.#version = record.version;
    }
    return record;
  }

  async #saved(record: Transfer): Promise<void> {
    this.#version = record.version;
    this.dispatchEvent(new CustomEvent('transfer-saved', { detail: { record } }));
    await this.updateComplete;
  }

  override render() {
    return html`${this.#copies()}${this.transfer.materials.map((one, at) => this.#material(one, at))}
      ${this.#copy.status === 3 ? html`<problem-line .error=${this.#copy.error}></problem-line>` : nothing}`;
  }

  #material({ material, fileIds, none, missing }: Transfer['materials'][number], at: number) {
    const police = this.transfer.road === 'police';
    const listed = material === 'goods_list' && this.transfer.goods.length > 0 && fileIds.length === 0;
    return html`<section data-material=${material} class=${police ? (missing ? 'missing' : 'there') : ''} aria-label=${this.#word(material)}>
      <h3>${at + 1}. ${this.#word(material)} ${police ? html`<small>${missing ? t('transfers.material_missing') : listed ? t('transfers.material_list') : t(fileIds.length > 0 ? 'transfers.material_there' : 'transfers.material_explained')}</small>` : nothing}</h3>
      <div class="pair">
        <step-files .dossier=${this.transfer.id} .version=${this.#now} .chosen=${fileIds}
          @files-added=${(event: CustomEvent<{ version: number }>) => {
            this.#version = event.detail.version;
            for (const other of this.renderRoot.querySelectorAll<StepFiles>('step-files'))
              other.refresh(event.detail.version);
          }}></step-files>
        <div class="field"><label for="none-${material}">${t('transfers.material_none')}</label><textarea id="none-${material}" .value=${none ?? ''}></textarea></div>
      </div></section>`;
  }

  #word(material: Material): string {
    return say(`transfer.material.${material}`) ?? material;
  }

  #copies() {
    const files = (this.#source.value ?? []).filter(({ removedAt }) => !removedAt);
    if (files.length === 0) return nothing;
    return html`<details class="copy"><summary>${t('transfers.copy_files')}</summary>
      ${files.map(({ id, name }) => html`<label><input type="checkbox" value=${id} />${name}</label>`)}
      <button type="button" class="small" ?disabled=${this.#copy.status === 1} @click=${() => this.#copy.run().then(() => this.#refreshAll())}>${t('transfers.copy_chosen')}</button></details>`;
  }

  #refreshAll(): void {
    for (const one of this.renderRoot.querySelectorAll<StepFiles>('step-files')) one.refresh(this.#now);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wizard-materials': WizardMaterials;
  }
}
