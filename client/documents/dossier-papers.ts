import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { stepWord } from '#client/dossiers/ledgers.ts';
import { Address, changeQuery } from '#client/kernel/address.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { listed, loading, problem, t } from '#client/kernel/words.ts';
import { documentApi, type FormStanding, type PaperList, type PaperMade } from '#shared/documents/document.api.ts';
import type { Recipient } from '#shared/documents/form.ts';
import { formOf } from '#shared/documents/forms.ts';
import { mustsIn } from '#shared/documents/values.ts';
import './made-papers.ts';
import { formName, placeName } from './names.ts';
import './paper-desk.ts';
import type { WayTo } from './paper-desk.ts';

/** Places another paper of the record fills, and which. */
const OTHER_PAPERS: Readonly<Record<string, string>> = { 清单编号: 'goods_list' };

/**
 * The papers of a record: those it may have now with what each lacks, those made with number, version and hash, and the desk where one is
 * written (`?paper=penalty&for=party`, `?paper=service_receipt&party=2`). Fires `papers-changed` after every change, for the record's version moves with it.
 */
@customElement('dossier-papers')
export class DossierPapers extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: block; margin-bottom: var(--s-4); }
      .form { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 var(--s-3); align-items: baseline; border-bottom: 1px solid var(--rule); padding: var(--s-1) 0; font-size: var(--t-3); }
      .form button { justify-content: start; text-align: left; padding: 0; text-decoration: underline; font-weight: 600; white-space: normal; }
      .form small { color: var(--ink-2); }
      .parties { grid-column: 1 / -1; font-size: var(--t-2); }
      .lacks { grid-column: 1 / -1; font-size: var(--t-2); color: var(--orpiment); }
      h3 { margin: var(--s-3) 0 var(--s-1); }
      summary { cursor: pointer; color: var(--azurite); font-size: var(--t-2); min-height: 1.75rem; margin-top: var(--s-2); }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } .form button { min-height: 2.75rem; } }
    `,
  ];

  @property() kind = 'case';
  @property({ type: Number }) dossier = 0;
  @property({ type: Number }) version = 0;
  @property({ type: Boolean }) editable = false;
  @property({ attribute: false }) wayTo: WayTo = () => undefined;
  readonly #address = new Address(this);

  readonly #papers = new Task(this, {
    args: () => [this.dossier, this.version] as const,
    task: ([id], { signal }) => call(documentApi.list, { params: { id }, signal }),
  });

  override render() {
    return this.#papers.render({
      pending: () => (this.#papers.value ? this.#whole(this.#papers.value) : loading()),
      error: (error) => html`${problem(error)}<button @click=${() => this.#papers.run()}>${t('action.retry')}</button>`,
      complete: (papers) => this.#whole(papers),
    });
  }

  #whole(papers: PaperList) {
    const form = papers.forms.find((one) => one.form === this.#address.query.get('paper'));
    return form ? this.#desk(form) : this.#list(papers);
  }

  #desk({ form, makings, parties }: FormStanding) {
    const wanted = this.#address.query.get('for');
    const party = parties.length > 0 ? Number(this.#address.query.get('party') ?? 1) : 0;
    const to = makings.find((one) => one.to === wanted)?.to;
    return html`<paper-desk dossier=${this.dossier} version=${this.version} form=${form} .to=${to} .makings=${makings} party=${party} .parties=${parties} .wayTo=${this.#way}
      @desk-left=${() => this.#open(null)} @addressee-chosen=${({ detail: { to, party } }: CustomEvent<{ to?: Recipient; party?: string }>) => changeQuery(party ? { party } : { for: to ?? null })}
      @paper-made=${this.#made}></paper-desk>`;
  }

  readonly #way: WayTo = (place) => {
    const paper = OTHER_PAPERS[place];
    return paper ? () => this.#open(paper) : this.wayTo(place);
  };

  #open(paper: string | null, party: number | null = null): void {
    changeQuery({ paper, for: null, party: party ? String(party) : null }, paper ? 'push' : 'replace');
  }

  /** A paper that is whole leads back to the list, where whoever may puts it in force; one that is not stays on the desk. */
  readonly #made = (event: CustomEvent<{ paper: PaperMade }>) => {
    const { form, missing } = event.detail.paper;
    if (mustsIn(form, missing).length === 0) this.#open(null);
    this.#changed();
  };

  /** A voided number leaves the record's version as it was. */
  readonly #changed = () => {
    void this.#papers.run();
    this.dispatchEvent(new Event('papers-changed'));
  };

  #list({ forms, made }: PaperList) {
    const now = forms.filter(({ fits }) => fits);
    const later = forms.filter(({ fits }) => !fits);
    return html`<section class="sheet"><h2>${t('papers.title')}</h2>
      ${made.length === 0 ? html`<p class="helper">${t(forms.length > 0 ? 'papers.none_made' : 'papers.none')}</p>` : html`<made-papers .papers=${made} version=${this.version} ?editable=${this.editable} @paper-acted=${this.#changed}></made-papers>`}
      ${now.length > 0 ? html`<h3>${t('papers.now')}</h3><ul>${now.map((form) => this.#form(form, made))}</ul>` : nothing}
      ${later.length > 0 ? html`<details><summary>${t('papers.later', { n: later.length })}</summary><ul>${later.map((form) => this.#form(form, made))}</ul></details>` : nothing}
    </section>`;
  }

  #form({ form, missing, parties }: FormStanding, made: readonly PaperMade[]) {
    const { step } = formOf(form);
    const word = step && stepWord(this.kind, step);
    const has = made.some((one) => one.form === form);
    const holds = (party: number) =>
      made.some((one) => one.form === form && one.party === party && one.standing === 'final');
    return html`<li class="form"><button class="quiet" data-form=${form} @click=${() => this.#open(form)}>${formName(form)}</button>
      <small>${[word ? t('papers.for_step', { step: word }) : '', has ? t('papers.has_version') : ''].filter(Boolean).join(' · ')}</small>
      ${parties.length > 0 ? html`<span class="parties">${t('papers.each_party')}${parties.map((name, at) => html` <button class="small quiet" @click=${() => this.#open(form, at + 1)}>${name}${holds(at + 1) ? ' ✓' : ''}</button>`)}</span>` : nothing}
      ${missing.length > 0 ? html`<span class="lacks">${t('papers.lacks', { what: listed(missing.map(placeName)) })}</span>` : nothing}</li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dossier-papers': DossierPapers;
  }
}
