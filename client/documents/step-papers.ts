import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { stepWord } from '#client/dossiers/ledgers.ts';
import { changeQuery } from '#client/kernel/address.ts';
import { call } from '#client/kernel/api.ts';
import { bindKeys } from '#client/kernel/keys.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { documentApi, type FormStanding, type PaperMade } from '#shared/documents/document.api.ts';
import { formOf } from '#shared/documents/forms.ts';
import type { PaperLack } from '#shared/documents/paper.lack.ts';
import { formName } from './names.ts';

/**
 * The papers that belong to the steps a record may take now or has just taken, beside the steps: whether each is made, in force or still
 * to be written, and the way to it; `w` goes to the first that is not in force. Draws nothing where there are none. Fires nothing.
 */
@customElement('step-papers')
export class StepPapers extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host { display: block; }
      h2 { margin-bottom: var(--s-1); }
      li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 var(--s-2); align-items: baseline; font-size: var(--t-2); border-bottom: 1px solid var(--rule); padding: 2px 0; }
      li button { padding: 0; text-align: left; text-decoration: underline; white-space: normal; justify-content: start; }
      .final { color: var(--malachite); }
      .draft { color: var(--orpiment); }
      .none { color: var(--ink-3); }
      .law { flex: 1 0 100%; color: var(--orpiment); }
      .excuse { flex: 1 0 100%; color: var(--ink-2); }
      @media print { :host { display: none; } }
    `,
  ];

  @property() kind = 'case';
  @property({ type: Number }) dossier = 0;
  @property({ type: Number }) version = 0;
  @property({ attribute: false }) openSteps: readonly string[] = [];
  @property({ attribute: false }) lacks: Readonly<Record<string, readonly PaperLack[]>> = {};

  readonly #papers = new Task(this, {
    args: () => [this.dossier, this.version] as const,
    task: ([id], { signal }) => call(documentApi.list, { params: { id }, signal }),
  });

  #unbind: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unbind = bindKeys({ on: 'KeyW', run: () => this.#openFirst() });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unbind?.();
  }

  override render() {
    const { made } = this.#list;
    const due = this.#due;
    if (due.length === 0) return nothing;
    const first = this.#first;
    return html`<h2>${t('papers.of_step')}</h2><ul>${due.map((one) => this.#line(one, made, one === first))}</ul>`;
  }

  get #list() {
    return this.#papers.value ?? { forms: [], made: [], excuses: [] };
  }

  get #due(): FormStanding[] {
    return this.#list.forms.filter((one) => this.#belongs(one));
  }

  /** The next paper there is to write or to put in force. */
  get #first(): FormStanding | undefined {
    return this.#due.find(({ form }) => newestOf(form, this.#list.made)?.standing !== 'final');
  }

  #openFirst(): boolean {
    const first = this.#first;
    if (first) this.#open(first.form);
    return first !== undefined;
  }

  #open(form: FormStanding['form']): void {
    changeQuery({ tab: 'files', paper: newestOf(form, this.#list.made) ? null : form }, 'push');
  }

  /** A form that fits anywhere belongs here only with its step. */
  #belongs({ form, fits }: FormStanding): boolean {
    const { step, fits: where } = formOf(form);
    if (!fits || !step || !stepWord(this.kind, step)) return false;
    return this.openSteps.includes(step) || where.some((one) => Object.keys(one).length > 0);
  }

  #line({ form, missing }: FormStanding, made: readonly PaperMade[], next: boolean) {
    const newest = newestOf(form, made);
    const standing = newest?.standing ?? 'none';
    const word = newest
      ? (newest.number ?? t(`document.standing.${newest.standing}`))
      : missing.length > 0
        ? t('papers.lacks_n', { n: missing.length })
        : t('papers.to_make');
    return html`<li><button class="small quiet" @click=${() => this.#open(form)}>${formName(form)}${next ? html` <kbd>w</kbd>` : nothing}</button><span class=${standing}>${word}</span>${this.#asked(form)}</li>`;
  }

  /** Which step the law asks it for, while it is not there; or why it is not. */
  #asked(form: FormStanding['form']) {
    const lacking = Object.entries(this.lacks).flatMap(([step, all]) =>
      all.filter(({ forms }) => forms.includes(form)).map(({ law, article }) => ({ step, law, article })),
    );
    const excuse = this.#list.excuses.findLast((one) => one.form === form);
    if (lacking.length === 0)
      return excuse ? html`<small class="excuse">${t('papers.excused', { reason: excuse.reason })}</small>` : nothing;
    return lacking.map(
      ({ step, law, article }) =>
        html`<small class="law">${t('papers.asked_before', { step: stepWord(this.kind, step) ?? step, law, article })}</small>`,
    );
  }
}

const newestOf = (form: FormStanding['form'], made: readonly PaperMade[]) =>
  made.find((one) => one.form === form && one.standing !== 'void');

declare global {
  interface HTMLElementTagNameMap {
    'step-papers': StepPapers;
  }
}
