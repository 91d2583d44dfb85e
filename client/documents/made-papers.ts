import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import { addressOf } from '#client/kernel/api.ts';
import { bytes, instant } from '#client/kernel/format.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { listed, t } from '#client/kernel/words.ts';
import { personName } from '#client/offices/directory.ts';
import type { PaperMade } from '#shared/documents/document.api.ts';
import { formOf, makingsOf } from '#shared/documents/forms.ts';
import { fileApi } from '#shared/files/file.api.ts';
import { formName, placeName, toName } from './names.ts';
import type { PaperActKind } from './paper-act.ts';
import './paper-act.ts';

/** The papers made of a record, the newest of each first and its earlier versions folded below. Fires `paper-acted` once the server agreed. */
@customElement('made-papers')
export class MadePapers extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host { display: block; }
      li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--s-1) var(--s-3); border-bottom: 1px solid var(--rule); padding: var(--s-2) 0; font-size: var(--t-3); line-height: 1.5; }
      .tag { border: 1px solid var(--edge); border-radius: 2px; padding: 0 6px; font-size: var(--t-1); }
      .final { color: var(--malachite); border-color: currentColor; }
      .draft { color: var(--orpiment); border-color: currentColor; }
      .void { color: var(--ink-3); text-decoration: line-through; }
      small { color: var(--ink-2); display: block; overflow-wrap: anywhere; }
      details { grid-column: 1 / -1; }
      details li { padding: 2px 0 2px var(--s-3); font-size: var(--t-2); }
      summary { cursor: pointer; color: var(--azurite); font-size: var(--t-2); min-height: 1.5rem; }
      .actions { align-items: start; justify-content: end; }
      @media (max-width: 640px) { li { grid-template-columns: minmax(0, 1fr); } .actions { justify-content: start; } }
    `,
  ];

  @property({ attribute: false }) papers: readonly PaperMade[] = [];
  @property({ type: Number }) version = 0;
  @property({ type: Boolean }) editable = false;
  @state() private acting: { readonly act: PaperActKind; readonly paper: PaperMade } | undefined;

  override render() {
    return html`<ul>${groups(this.papers).map(([newest, ...before]) => this.#paper(newest!, before))}</ul>
      ${
        this.acting
          ? html`<paper-act act=${this.acting.act} .paper=${this.acting.paper} version=${this.version} @act-cancelled=${this.#close}
              @paper-acted=${(event: CustomEvent) => {
                this.#close();
                this.dispatchEvent(new CustomEvent('paper-acted', { detail: event.detail }));
              }}></paper-act>`
          : nothing
      }`;
  }

  readonly #close = () => {
    this.acting = undefined;
  };

  #paper(paper: PaperMade, before: readonly PaperMade[]) {
    const { form, to, partyName, standing, number, missing } = paper;
    const several = makingsOf(formOf(form)).length > 1;
    return html`<li><div>
        <span class="tag ${standing}">${t(`document.standing.${standing}`)}</span>
        <strong>${formName(form)}</strong> ${several ? toName(to) : nothing} ${partyName ?? nothing} ${number ? html`<span class="tab">${number}</span>` : nothing}
        ${this.#small(paper)}
        ${standing === 'draft' && missing.length > 0 ? html`<small>${t('papers.lacks', { what: listed(missing.map(placeName)) })}</small>` : nothing}
      </div>
      <div class="actions no-print">${this.#file(paper)}${this.#acts(paper)}</div>
      ${
        before.length > 0
          ? html`<details><summary>${t('papers.before', { n: before.length })}</summary><ul>${before.map(
              (one) =>
                html`<li><div>${t(`document.standing.${one.standing}`)} ${one.number ?? ''}${this.#small(one)}</div><div class="actions no-print">${this.#file(one)}</div></li>`,
            )}</ul></details>`
          : nothing
      }</li>`;
  }

  #small({ version, personId, at, sha256, size, templateVersion }: PaperMade) {
    const parts = [
      t('papers.version', { n: version }),
      personName(personId),
      instant(at),
      templateVersion ? t('papers.by_template', { n: templateVersion }) : '',
      size ? bytes(size) : t('papers.on_its_way'),
    ];
    return html`<small>${parts.filter(Boolean).join(' · ')}</small>${
      sha256 ? html`<small class="code" title=${sha256}>SHA-256 ${sha256.slice(0, 16)}…</small>` : nothing
    }`;
  }

  #file({ fileId, fileName, sealed, id }: PaperMade) {
    if (fileId === null) return nothing;
    if (!sealed)
      return html`<a class="button small" href=${addressOf(fileApi.download, { params: { id: fileId } })} download=${fileName ?? ''}>${t('papers.download')}</a>`;
    if (!may('identity.open')) return html`<small>${t('papers.sealed')}</small>`;
    const paper = this.papers.find((one) => one.id === id)!;
    return this.#button('open', paper);
  }

  #acts(paper: PaperMade) {
    const voids = paper.standing === 'final' && paper.numberId !== null && this.editable && may('number.keep');
    return html`${paper.issuable ? this.#button('issue', paper, 'primary') : nothing}${voids ? this.#button('void', paper) : nothing}`;
  }

  #button(act: PaperActKind, paper: PaperMade, look = '') {
    return html`<button class="small ${look}" data-act=${act} @click=${() => {
      this.acting = { act, paper };
    }}>${t(`papers.${act}`)}</button>`;
  }
}

/** Papers of one form for one addressee or party together, the newest first; the one touched last leads. */
function groups(papers: readonly PaperMade[]): PaperMade[][] {
  const found = new Map<string, PaperMade[]>();
  for (const paper of papers) {
    const key = `${paper.form}:${paper.to}:${paper.party}`;
    found.set(key, [...(found.get(key) ?? []), paper]);
  }
  return [...found.values()].map((group) => [...group].sort((a, b) => b.version - a.version));
}

declare global {
  interface HTMLElementTagNameMap {
    'made-papers': MadePapers;
  }
}
