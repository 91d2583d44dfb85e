import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '#client/elements/dialog-box.ts';
import '#client/elements/job-progress.ts';
import '#client/elements/problem-line.ts';
import { upload } from '#client/files/upload.ts';
import { addressOf, call } from '#client/kernel/api.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { fileApi } from '#shared/files/file.api.ts';
import { rectificationApi } from '#shared/rectifications/rectification.api.ts';
import type { PicturePair, Rectification } from '#shared/rectifications/rectification.schema.ts';
import { pairStyles } from './pair-styles.ts';

type Half = 'beforeId' | 'afterId';
/** Where the next picture goes: a half of a pair, or a place that is not named yet. */
interface Aim {
  readonly pair: PicturePair | null;
  readonly half: Half;
}

/**
 * The places of a record before and after, side by side. A picture is taken or chosen, goes up as a file of the record and into its half
 * at once. Fires `pairs-changed` `{ record }`.
 */
@customElement('picture-pairs')
export class PicturePairs extends LitElement {
  static override styles = [base, buttons, inputs, panels, pairStyles, css`:host { display: block; }`];

  @property({ attribute: false }) record!: Rectification;
  @property({ type: Boolean }) editable = false;
  @state() private sent = 0;
  @state() private size = 0;
  @state() private large: PicturePair | undefined;
  @query('#album') private album!: HTMLInputElement;
  @query('#camera') private camera!: HTMLInputElement;
  @query('[name="spot"]') private spot!: HTMLInputElement | null;
  #aim: Aim = { pair: null, half: 'beforeId' };

  readonly #put = new Task(this, {
    autoRun: false,
    task: async ([file, { pair, half }]: readonly [File, Aim]) => {
      this.size = file.size;
      const uploadId = await upload(file, (sent) => {
        this.sent = sent;
      });
      const { id } = this.record;
      const added = await call(fileApi.attach, {
        params: { id },
        body: { uploadId, name: file.name, version: this.record.version },
      });
      await this.#join(added.file.id, { pair, half }, added.version);
    },
  });
  /** A picture that is in the record already. */
  readonly #use = new Task(this, {
    autoRun: false,
    task: ([fileId, aim]: readonly [number, Aim]) => this.#join(fileId, aim, this.record.version),
  });
  readonly #files = new Task(this, {
    args: () => [this.record.id, this.record.version, this.editable] as const,
    task: async ([id, , editable], { signal }) => (editable ? call(fileApi.list, { params: { id }, signal }) : []),
  });
  readonly #drop = new Task(this, {
    autoRun: false,
    task: async ([{ id: pairId }]: readonly [PicturePair]) => {
      const { id, version } = this.record;
      this.#changed(await call(rectificationApi.dropPair, { params: { id, pairId }, body: { version } }));
    },
  });

  /** Puts a picture of the record into its half; where that is refused, the record is read anew, for it has changed. */
  async #join(fileId: number, { pair, half }: Aim, version: number): Promise<void> {
    const { id } = this.record;
    const spot = pair?.spot ?? (this.spot?.value.trim() || t('rectifications.spot_unnamed'));
    const halves = { beforeId: pair?.beforeId ?? null, afterId: pair?.afterId ?? null, [half]: fileId };
    const body = { version, spot, ...halves };
    try {
      const record = pair
        ? await call(rectificationApi.setPair, { params: { id, pairId: pair.id }, body })
        : await call(rectificationApi.addPair, { params: { id }, body });
      if (this.spot) this.spot.value = '';
      this.#changed(record);
    } catch (error) {
      this.#changed({ ...this.record, version });
      throw error;
    }
  }

  #changed(record: Rectification): void {
    this.dispatchEvent(new CustomEvent('pairs-changed', { detail: { record } }));
  }

  #choose(input: HTMLInputElement, pair: PicturePair | null, half: Half): void {
    this.#aim = { pair, half };
    input.click();
  }

  readonly #chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    if (file) void this.#put.run([file, this.#aim]);
  };

  override render() {
    const { pictures } = this.record;
    return html`<section class="sheet">
      <h2>${t('rectifications.pictures')}</h2>
      ${this.editable ? this.#inputs() : nothing}
      ${this.#put.status === 1 ? html`<job-progress .done=${this.sent} .total=${this.size}></job-progress>` : nothing}
      <problem-line .error=${this.#put.error ?? this.#use.error ?? this.#drop.error}></problem-line>
      ${pictures.length === 0 ? html`<p class="helper">${t('rectifications.pictures_none')}</p>` : nothing}
      ${pictures.map((pair) => this.#pair(pair))}
      ${this.editable ? this.#add() : nothing}
      ${this.large ? this.#enlarged(this.large) : nothing}
    </section>`;
  }

  /** Camera and album apart: some browsers offer only one of them in one control. */
  #inputs() {
    return html`<input id="album" type="file" accept="image/*" hidden @change=${this.#chosen} />
      <input id="camera" type="file" accept="image/*" capture="environment" hidden @change=${this.#chosen} />`;
  }

  #pair(pair: PicturePair) {
    return html`<article>
      <h3>${pair.spot}${
        this.editable
          ? html`<button class="small quiet no-print" @click=${() => this.#drop.run([pair])}>${t('rectifications.pair_drop')}</button>`
          : nothing
      }</h3>
      <div class="pair">${this.#half(pair, 'beforeId')}${this.#half(pair, 'afterId')}</div>
    </article>`;
  }

  #half(pair: PicturePair, half: Half) {
    const id = pair[half];
    const label = t(half === 'beforeId' ? 'rectifications.before' : 'rectifications.after');
    return html`<figure>
      ${
        id === null
          ? html`<div class="empty">${this.editable ? this.#buttons(pair, half) : t('rectifications.picture_missing')}</div>`
          : html`<button class="picture" aria-label=${t('rectifications.enlarge', { spot: pair.spot, which: label })} @click=${() => {
              this.large = pair;
            }}><img src=${addressOf(fileApi.preview, { params: { id } })} alt=${`${pair.spot} ${label}`} loading="lazy" /></button>`
      }
      <figcaption>${label}</figcaption>
    </figure>`;
  }

  #buttons(pair: PicturePair | null, half: Half) {
    const busy = this.#put.status === 1;
    return html`<button class="small" ?disabled=${busy} @click=${() => this.#choose(this.album, pair, half)}>${t('rectifications.picture_choose')}</button>
      <button class="small camera" ?disabled=${busy} @click=${() => this.#choose(this.camera, pair, half)}>${t('rectifications.picture_take')}</button>
      ${this.#loose.length === 0 ? nothing : this.#known(pair, half)}`;
  }

  /** Pictures of the record that stand in no pair. */
  get #loose() {
    const taken = new Set(this.record.pictures.flatMap(({ beforeId, afterId }) => [beforeId, afterId]));
    return (this.#files.value ?? []).filter(
      ({ id, hasPreview, removedAt }) => hasPreview && !removedAt && !taken.has(id),
    );
  }

  #known(pair: PicturePair | null, half: Half) {
    return html`<select class="known" aria-label=${t('rectifications.picture_known')} @change=${(event: Event) => {
      const select = event.target as HTMLSelectElement;
      const fileId = Number(select.value);
      select.value = '';
      if (fileId) void this.#use.run([fileId, { pair, half }]);
    }}><option value="">${t('rectifications.picture_known')}</option>${this.#loose.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</select>`;
  }

  #add() {
    return html`<div class="add no-print">
      <div class="field"><label for="spot">${t('rectifications.spot')}</label><input id="spot" name="spot" maxlength="80" autocomplete="off" /></div>
      <div class="actions"><span class="helper">${t('rectifications.before')}</span>${this.#buttons(null, 'beforeId')}</div>
    </div>`;
  }

  #enlarged(pair: PicturePair) {
    const one = (half: Half, label: string) => {
      const id = pair[half];
      return id === null
        ? nothing
        : html`<figure><a href=${addressOf(fileApi.download, { params: { id } })} download><img src=${addressOf(fileApi.download, { params: { id } })} alt=${`${pair.spot} ${label}`} /></a><figcaption>${label}</figcaption></figure>`;
    };
    return html`<dialog-box open wide heading=${pair.spot} @dialog-closed=${() => {
      this.large = undefined;
    }}><div class="pair large">${one('beforeId', t('rectifications.before'))}${one('afterId', t('rectifications.after'))}</div></dialog-box>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'picture-pairs': PicturePairs;
  }
}
