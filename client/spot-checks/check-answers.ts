import { Task } from '@lit/task';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '#client/elements/problem-line.ts';
import { upload } from '#client/files/upload.ts';
import { addressOf, call } from '#client/kernel/api.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { fileApi } from '#shared/files/file.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { type Answered, type Checklist, checklistOf, failedIn, unanswered } from '#shared/spot-checks/checklist.ts';
import { spotCheckApi } from '#shared/spot-checks/spot-check.api.ts';
import { ITEM_ANSWERS } from '#shared/spot-checks/spot-check.lists.ts';
import type { SpotCheck } from '#shared/spot-checks/spot-check.schema.ts';

/** What is typed is kept by itself after a moment of quiet. */
const QUIET = 900;

/**
 * The checklist of a check (S10), item by item with its provision: met, not met, not applicable; what is not met says how, in words and
 * pictures. Answers are kept by themselves; those of an inspector who answers beside another go together. Fires `answers-kept` `{ record }`.
 */
@customElement('check-answers')
export class CheckAnswers extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: block; margin-bottom: var(--s-4); }
      .head { display: flex; flex-wrap: wrap; gap: var(--s-1) var(--s-4); align-items: center; font-size: var(--t-2); margin-bottom: var(--s-2); }
      .head .kept { margin-left: auto; color: var(--ink-3); }
      .failing { color: var(--cinnabar); font-weight: 600; }
      li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--s-1) var(--s-4); align-items: start; padding: var(--s-2) 0; border-top: 1px solid var(--rule); }
      li .says { font-size: var(--t-3); }
      li small { display: block; }
      fieldset { display: flex; gap: 0; }
      fieldset label { display: inline-flex; align-items: center; gap: var(--s-1); font-size: var(--t-2); padding: 0 var(--s-2); min-height: 2rem; border: 1px solid var(--edge); margin-left: -1px; background: var(--sheet); white-space: nowrap; }
      fieldset label.chosen { background: var(--azurite-t); border-color: var(--azurite); position: relative; }
      fieldset label.chosen.fails { background: var(--cinnabar-t); border-color: var(--cinnabar); }
      .more { grid-column: 1 / -1; display: grid; gap: var(--s-1); }
      .more textarea { min-height: 3.5rem; }
      .pictures { display: flex; flex-wrap: wrap; gap: var(--s-2); align-items: center; }
      .pictures img { width: 4.5rem; height: 3.5rem; object-fit: cover; border: 1px solid var(--rule); }
      @media (max-width: 640px) {
        .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); }
        li { grid-template-columns: minmax(0, 1fr); }
        fieldset label { flex: 1; justify-content: center; min-height: 2.75rem; }
      }
    `,
  ];

  @property({ attribute: false }) record!: SpotCheck;
  @property({ type: Boolean }) editable = false;
  /** Answered here and not kept yet, by item. */
  @state() private pending: ReadonlyMap<string, Answered> = new Map();
  @state() private onlyOpen = false;
  @query('#camera') private camera!: HTMLInputElement;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #version = 0;
  #aim = '';

  readonly #keep = new Task(this, {
    autoRun: false,
    task: async () => {
      const sent = [...this.pending.values()].filter(({ answer, note }) => answer !== 'fails' || note?.trim());
      if (sent.length === 0) return;
      const record = await this.#send(sent as never);
      this.#version = record.version;
      const left = new Map(this.pending);
      for (const one of sent) if (left.get(one.item) === one) left.delete(one.item);
      this.pending = left;
      this.dispatchEvent(new CustomEvent('answers-kept', { detail: { record } }));
    },
  });
  readonly #picture = new Task(this, {
    autoRun: false,
    task: async ([file, item]: readonly [File, string]) => {
      const uploadId = await upload(file, () => undefined);
      const { id } = this.record;
      const added = await call(fileApi.attach, {
        params: { id },
        body: { uploadId, name: file.name, version: this.#now() },
      });
      this.#version = added.version;
      const before = this.#answered(item);
      this.#answer({ ...before!, fileIds: [...(before?.fileIds ?? []), added.file.id] });
    },
  });

  #now(): number {
    return Math.max(this.#version, this.record.version);
  }

  /** Sends answers; where another inspector was first, once more with what the record is now: items are each their own. */
  async #send(answers: Answered[]): Promise<SpotCheck> {
    const params = { id: this.record.id };
    const put = (version: number) =>
      call(spotCheckApi.answer, { params, body: { version, answers: answers as never } });
    try {
      return await put(this.#now());
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'changed_meanwhile') throw error;
      return put(Number(error.detail['version']));
    }
  }

  get #list(): Checklist | undefined {
    const { list, listVersion } = this.record;
    return list && listVersion ? checklistOf(list, listVersion) : undefined;
  }

  get #answers(): readonly Answered[] {
    const kept = this.record.answers.filter(({ item }) => !this.pending.has(item));
    return [...kept, ...this.pending.values()];
  }

  #answered(item: string): Answered | undefined {
    return this.#answers.find((one) => one.item === item);
  }

  #answer(one: Answered): void {
    this.pending = new Map(this.pending).set(one.item, one);
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#keep.run(), QUIET);
  }

  readonly #flush = () => {
    if (this.pending.size > 0) void this.#keep.run();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pagehide', this.#flush);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.#flush);
    clearTimeout(this.#quiet);
    this.#flush();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('record') && changed.get('record')?.id !== this.record.id) this.pending = new Map();
  }

  override render() {
    const list = this.#list;
    if (!list) return nothing;
    const answers = this.#answers;
    const open = unanswered(list, answers);
    const failing = failedIn(answers);
    const items = this.onlyOpen ? list.items.filter(({ item }) => open.includes(item)) : list.items;
    return html`<section class="sheet"><h2>${t('spot_checks.checklist')}</h2>
      <div class="head">
        <span>${t('spot_checks.list_version', { name: say(`checklist.${list.list}`) ?? '', version: list.version })}</span>
        <span>${t('spot_checks.progress', { done: list.items.length - open.length, all: list.items.length })}</span>
        ${failing > 0 ? html`<span class="failing">${t('spot_checks.failing', { n: failing })}</span>` : nothing}
        ${this.editable ? this.#tools(open) : nothing}
      </div>
      ${this.#keep.render({ error: (error) => html`<problem-line .error=${error}></problem-line>` })}
      ${this.#picture.render({ error: (error) => html`<problem-line .error=${error}></problem-line>` })}
      <ol>${items.map(({ item, clause }) => this.#item(list.list, item, clause))}</ol>
      <input id="camera" type="file" accept="image/*" capture="environment" hidden aria-label=${t('spot_checks.picture')} @change=${this.#taken} />
    </section>`;
  }

  #tools(open: readonly string[]) {
    return html`<label><input type="checkbox" .checked=${this.onlyOpen} @change=${(event: Event) => {
      this.onlyOpen = (event.target as HTMLInputElement).checked;
    }} /> ${t('spot_checks.only_open')}</label>
      ${
        open.length > 0
          ? html`<button class="small" @click=${() => {
              for (const item of open) this.#answer({ item, answer: 'meets' });
            }}>${t('spot_checks.rest_meets')}</button>`
          : nothing
      }
      <span class="kept" role="status">${this.pending.size > 0 ? t('spot_checks.unsaved') : this.record.answers.length > 0 ? t('spot_checks.saved') : nothing}</span>`;
  }

  #item(list: string, item: string, clause: string) {
    const answered = this.#answered(item);
    const says = say(`checklist.${list}.${item}`) ?? item;
    const fails = answered?.answer === 'fails';
    return html`<li>
      <div class="says">${says}<small>${clause}</small></div>
      ${
        this.editable
          ? html`<fieldset><legend class="for-reader">${says}</legend>${ITEM_ANSWERS.map(
              (one) =>
                html`<label class="${answered?.answer === one ? 'chosen' : ''} ${one}"><input type="radio" name=${item} .checked=${answered?.answer === one} @change=${() =>
                  this.#answer({ ...answered, item, answer: one })} />${say(`spot_check.answer.${one}`)}</label>`,
            )}</fieldset>`
          : html`<span class=${fails ? 'failing' : ''}>${answered ? say(`spot_check.answer.${answered.answer}`) : ''}</span>`
      }
      ${fails ? this.#problem(item, answered) : nothing}
    </li>`;
  }

  #problem(item: string, answered: Answered) {
    const { note, fileIds = [] } = answered;
    const shown = fileIds.map(
      (id) =>
        html`<a href=${addressOf(fileApi.download, { params: { id } })} download><img src=${addressOf(fileApi.preview, { params: { id } })} alt=${t('spot_checks.picture')} loading="lazy" /></a>`,
    );
    if (!this.editable)
      return html`<div class="more">${note ? html`<div>${note}</div>` : nothing}${shown.length > 0 ? html`<div class="pictures">${shown}</div>` : nothing}</div>`;
    return html`<div class="more">
      <textarea aria-label=${t('spot_checks.note')} placeholder=${t('spot_checks.note')} .value=${note ?? ''} maxlength="2000" @input=${(
        event: Event,
      ) => this.#answer({ ...answered, note: (event.target as HTMLTextAreaElement).value })}></textarea>
      <div class="pictures">${shown}<button class="small" ?disabled=${this.#picture.status === 1} @click=${() => {
        this.#aim = item;
        this.camera.click();
      }}>＋ ${t('spot_checks.picture')}</button></div>
    </div>`;
  }

  readonly #taken = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (file) void this.#picture.run([file, this.#aim]);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'check-answers': CheckAnswers;
  }
}
