import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '#client/elements/problem-line.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call } from '#client/kernel/api.ts';
import { bindKeys } from '#client/kernel/keys.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { listed, loading, problem, t } from '#client/kernel/words.ts';
import { documentApi, type PaperAnswer, type PaperPreview, type PlaceFilled } from '#shared/documents/document.api.ts';
import type { Making, Recipient } from '#shared/documents/form.ts';
import { copiesText } from '#shared/documents/form.ts';
import { type FormCode, formOf } from '#shared/documents/forms.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { formName, issuerName, placeName, toName } from './names.ts';
import { PaperDraft } from './paper-draft.ts';
import './paper-sheet.ts';
import { placeField } from './place-field.ts';
import { holds, type Standing } from './sheet-pieces.ts';

/** Leads to where a fact that a paper lacks is entered; undefined where this reader cannot. */
export type WayTo = (place: string) => (() => void) | undefined;

/**
 * One paper being written: what must still be said, what the record says already, and beside it the paper as it will read. Fires
 * `paper-made` `{ paper, version }`, `addressee-chosen` `{ to }` or `{ party }`, and `desk-left`.
 */
@customElement('paper-desk')
export class PaperDesk extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: block; }
      header { display: flex; flex-wrap: wrap; gap: var(--s-1) var(--s-3); align-items: baseline; margin-bottom: var(--s-3); }
      header select { width: auto; }
      header h2 { flex: 1; min-width: 12rem; }
      .desk { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: var(--s-4); align-items: start; }
      .form { display: grid; gap: var(--s-3); grid-template-columns: minmax(0, 1fr); }
      .fields { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      h3 { border-bottom: 1px solid var(--rule); padding-bottom: 2px; }
      .lacks { display: grid; gap: 2px; font-size: var(--t-3); }
      .lacks li { display: flex; flex-wrap: wrap; gap: 0 var(--s-2); align-items: baseline; }
      .lacks strong { color: var(--orpiment); }
      .told { font-size: var(--t-2); }
      .told dd { white-space: pre-line; max-height: 6.5em; overflow: auto; }
      summary { cursor: pointer; color: var(--azurite); font-size: var(--t-2); min-height: 1.75rem; }
      .foot { border-top: 1px solid var(--rule); padding: var(--s-2) 0; margin-top: var(--s-2); }
      .sheet-side { position: sticky; top: var(--s-2); max-height: calc(100vh - 7rem); overflow: auto; }
      @media print { .form, header label, header small { display: none; } .desk { display: block; } .sheet-side { position: static; max-height: none; overflow: visible; } }
      @media (max-width: 1180px) { .desk { grid-template-columns: minmax(0, 1fr); } .sheet-side { position: static; max-height: none; } }
      @media (max-width: 640px) { .fields { grid-template-columns: minmax(0, 1fr); } .foot button { flex: 1; } .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
    `,
  ];

  @property({ type: Number }) dossier = 0;
  @property({ type: Number }) version = 0;
  @property() form: FormCode = 'service_receipt';
  @property({ attribute: false }) to: Recipient | undefined;
  @property({ attribute: false }) makings: readonly Making[] = [];
  /** Which of several parties it is for, counted from one, and what they are called. */
  @property({ type: Number }) party = 0;
  @property({ attribute: false }) parties: readonly string[] = [];
  @property({ attribute: false }) wayTo: WayTo = () => undefined;
  @state() private answers: Readonly<Record<string, PaperAnswer>> = {};
  @state() private faults: Readonly<Record<string, string>> = {};
  readonly #draft = new PaperDraft(this);
  #unbind: (() => void) | undefined;

  readonly #preview = new Task(this, {
    args: () => [this.dossier, this.form, this.to, this.party, this.version] as const,
    task: async ([id, form, to, party], { signal }) => {
      const query = { ...(to ? { to } : {}), ...(party > 0 ? { party } : {}) };
      const told = await call(documentApi.preview, { params: { id, form }, query, signal });
      this.#begin(told);
      return told;
    },
  });
  readonly #make = new Task(this, {
    autoRun: false,
    task: async () => {
      const { form, version } = this;
      const { to, party } = this.#preview.value!;
      const made = await call(documentApi.make, {
        params: { id: this.dossier },
        body: { form, to, ...(party > 0 ? { party } : {}), answers: { ...this.answers }, version },
      });
      this.faults = {};
      this.#draft.drop();
      toast(t('papers.made', { name: made.paper.fileName ?? formName(form) }));
      this.dispatchEvent(new CustomEvent('paper-made', { detail: made }));
    },
    onError: (error) => {
      const fields = error instanceof Refusal ? (error.detail['fields'] as Record<string, string> | undefined) : {};
      this.faults = Object.fromEntries(
        Object.entries(fields ?? {}).map(([place, rule]) => [place.replace('answers.', ''), rule]),
      );
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unbind = bindKeys(
      { on: 'Ctrl+Enter', run: () => void this.#make.run() },
      { on: 'Escape', run: () => this.#leave() },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unbind?.();
  }

  /** What was typed and not yet made stands before what the last version held. */
  #begin(told: PaperPreview): void {
    const own = told.places.filter(({ source }) => source === 'here');
    const known = Object.fromEntries(own.flatMap((place) => answerIn(place)));
    this.answers = {
      ...known,
      ...this.#draft.begin([this.dossier, told.form, told.to, ...(told.party > 0 ? [told.party] : [])].join('.')),
    };
  }

  readonly #typed = (place: string, answer: PaperAnswer) => {
    this.answers = { ...this.answers, [place]: answer };
    this.#draft.note(this.answers);
  };

  readonly #leave = () => this.dispatchEvent(new Event('desk-left'));

  override render() {
    return this.#preview.render({
      pending: () => (this.#preview.value ? this.#whole(this.#preview.value) : loading()),
      error: (error) =>
        html`${problem(error)}<button @click=${() => this.#preview.run()}>${t('action.retry')}</button> <button @click=${this.#leave}>${t('papers.back')}</button>`,
      complete: (told) => this.#whole(told),
    });
  }

  #whole(told: PaperPreview) {
    const standing: Standing = { places: new Map(told.places.map((one) => [one.place, one])), answers: this.answers };
    const { paper, issuedBy, copies } = formOf(this.form);
    const lacking = told.places.filter(({ place, must }) => must && !holds(standing, place) && !isTick(told, place));
    return html`<section class="sheet">
      <header><h2>${formName(this.form)}</h2>${this.#addressee(told)}
        <small>${copiesText(copies)}${paper ? ` ${t('papers.issued_by', { who: issuerName(issuedBy) })}` : ''}</small></header>
      <div class="desk">
        <div class="form">
          ${this.#lacks(lacking)}${this.#struck(told, standing)}${this.#fields(told)}${this.#known(told)}
          <problem-line .error=${Object.keys(this.faults).length > 0 ? undefined : this.#make.error}></problem-line>
          <div class="foot actions no-print">
            <button class="primary" ?disabled=${this.#make.status === 1} @click=${() => this.#make.run()}>${t(
              paper === null && lacking.length === 0 ? 'papers.make_final' : 'papers.make_draft',
            )} <kbd>Ctrl+Enter</kbd></button>
            <button @click=${this.#leave}>${t('papers.back')} <kbd>Esc</kbd></button>
            <small role="status">${this.#draft.kept}</small>
          </div>
        </div>
        <div class="sheet-side" tabindex="0" role="region" aria-label=${t('papers.sheet')}><paper-sheet form=${this.form} .standing=${standing}></paper-sheet></div>
      </div>
    </section>`;
  }

  #addressee({ to, party, named }: PaperPreview) {
    const makings = this.makings.map((one) => ({ value: one.to, label: toName(one.to) }));
    const parties = this.parties.map((label, at) => ({ value: String(at + 1), label }));
    return html`${this.#choice('to', makings, to)}${this.#choice('party', parties, String(party))}
      ${named ? html`<small>${t('papers.named')}</small>` : nothing}`;
  }

  #choice(name: 'to' | 'party', choices: readonly { value: string; label: string }[], chosen: string) {
    if (choices.length < 2) return nothing;
    return html`<label>${t('papers.for')} <select name=${name} @change=${(event: Event) =>
      this.dispatchEvent(
        new CustomEvent('addressee-chosen', { detail: { [name]: (event.target as HTMLSelectElement).value } }),
      )}>${choices.map(({ value, label }) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`)}</select></label>`;
  }

  #lacks(lacking: readonly PlaceFilled[]) {
    if (lacking.length === 0) return html`<p class="told" role="status">${t('papers.whole')}</p>`;
    return html`<div role="status"><h3>${t('papers.lacking', { n: lacking.length })}</h3><ul class="lacks">${lacking.map(
      (one) => html`<li><strong>${placeName(one.place)}</strong> ${this.#way(one)}</li>`,
    )}</ul></div>`;
  }

  /** What the paper may do without is struck once it is in force. */
  #struck({ places }: PaperPreview, standing: Standing) {
    const empty = places.filter(
      ({ place, must, source, shape }) => !must && source !== 'here' && shape !== 'tick' && !holds(standing, place),
    );
    if (empty.length === 0) return nothing;
    return html`<div><small>${t('papers.struck')}</small><ul class="lacks">${empty.map(
      (one) => html`<li>${placeName(one.place)} ${this.#way(one)}</li>`,
    )}</ul></div>`;
  }

  /** Where a missing fact is entered: in a field below, in the record, or by whom else. */
  #way({ place, source }: PlaceFilled) {
    const go =
      source === 'here'
        ? () => this.renderRoot.querySelector<HTMLElement>(`[name="${place}"]`)?.focus()
        : this.wayTo(place);
    const word = t(`place.source.${source}`);
    return go ? html`<button class="small quiet" @click=${go}>${word}</button>` : html`<small>${word}</small>`;
  }

  #fields({ places }: PaperPreview) {
    const own = places.filter(({ source }) => source === 'here');
    if (own.length === 0) return nothing;
    return html`<h3>${t('papers.entered_here')}</h3><div class="fields">${own.map((place) =>
      placeField({
        place,
        answer: this.answers[place.place],
        fault: this.faults[place.place],
        typed: this.#typed,
      }),
    )}</div>`;
  }

  #known({ places }: PaperPreview) {
    const told = places.filter(({ source, filled, shape }) => source !== 'here' && filled && shape !== 'tick');
    return html`<details><summary>${t('papers.from_record', { n: told.length })}</summary><dl class="facts told">${told.map(
      (one) =>
        html`<dt>${placeName(one.place)}</dt><dd>${one.sealed ? t('papers.sealed_place') : (one.text ?? listed((one.rows ?? []).map((row) => Object.values(row)[0] ?? '')))} ${this.#way(one)}</dd>`,
    )}</dl></details>`;
  }
}

const isTick = ({ places }: PaperPreview, name: string) => places.find(({ place }) => place === name)?.shape === 'tick';

/** What a place that is entered here holds already. */
function answerIn({ place, shape, text, rows }: PlaceFilled): [string, PaperAnswer][] {
  if (shape === 'tick') return [[place, text === 'true']];
  if (shape === 'rows') return rows ? [[place, rows.map((row) => ({ ...row }))]] : [];
  return text === null ? [] : [[place, text]];
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-desk': PaperDesk;
  }
}
