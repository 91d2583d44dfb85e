import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { isComposing, isComposingIn } from '#client/kernel/ime.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import './dialog-box.ts';
import './problem-line.ts';

/** What an act will do, told before it is done. */
export interface ActInWords {
  /** What will change. */
  readonly changes?: readonly string[];
  /** Who will be told. */
  readonly told?: readonly string[];
  /** Which clocks stop or start. */
  readonly clocks?: readonly string[];
  /** Whether it can be taken back; left out, nothing is said. */
  readonly undoable?: boolean;
}

/**
 * Asks before an act (S17): `heading` names it, `act` is what it does in words, `needs-reason` makes the reason compulsory, `reasons`
 * offers short ones, `verb` is the button ("结案 AJ-26-0088", never "OK"). More fields go into the slot. `error` keeps it open with the
 * server's sentence. Fires `act-confirmed` `{ reason }` and `act-cancelled`.
 */
@customElement('reason-dialog')
export class ReasonDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      .facts ul { display: grid; gap: 2px; }
      .reasons { display: flex; flex-wrap: wrap; gap: var(--s-1); }
      .kept { font-size: var(--t-1); color: var(--ink-3); text-align: right; }
    `,
  ];

  @property() heading = '';
  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) act: ActInWords = {};
  @property({ type: Boolean, attribute: 'needs-reason' }) needsReason = false;
  @property({ type: Boolean, attribute: 'no-reason' }) noReason = false;
  @property({ attribute: false }) reasons: readonly string[] = [];
  /** What the reason is called, where it is more than that. */
  @property({ attribute: 'reason-label' }) reasonLabel = '';
  @property() verb = '';
  @property({ type: Boolean }) danger = false;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) error: unknown;
  @property({ type: Number }) most = 2000;
  @state() private fault = false;
  @state() private left = this.most;
  @query('textarea') private field!: HTMLTextAreaElement | null;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('open') && this.open) {
      this.fault = false;
      this.left = this.most;
    }
  }

  #confirm(): void {
    const reason = this.field?.value.trim() ?? '';
    this.fault = this.needsReason && reason === '';
    if (this.fault) this.field?.focus();
    else this.dispatchEvent(new CustomEvent('act-confirmed', { detail: { reason } }));
  }

  readonly #cancel = () => this.dispatchEvent(new Event('act-cancelled'));

  readonly #key = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#confirm();
  };

  readonly #typed = (event: Event) => {
    const field = event.target as HTMLTextAreaElement;
    if (!isComposingIn(field)) this.left = this.most - Array.from(field.value).length;
    if (this.fault && field.value.trim() !== '') this.fault = false;
  };

  #offer(reason: string): void {
    if (!this.field) return;
    this.field.value = reason;
    this.left = this.most - Array.from(reason).length;
    this.fault = false;
    this.field.focus();
  }

  override render() {
    return html`<dialog-box heading=${this.heading} ?open=${this.open} @dialog-closed=${this.#cancel} @keydown=${this.#key}>
      ${this.#inWords()}
      <slot></slot>
      ${this.noReason ? nothing : this.#reason()}
      <problem-line .error=${this.error}></problem-line>
      <button slot="buttons" ?disabled=${this.busy} @click=${this.#cancel}>${t('action.cancel')}</button>
      <button slot="buttons" class=${this.danger ? 'danger' : 'primary'} ?disabled=${this.busy} @click=${this.#confirm}>${this.verb} <kbd>Ctrl+Enter</kbd></button>
    </dialog-box>`;
  }

  #inWords() {
    const { changes, told, clocks, undoable } = this.act;
    const part = (label: string, lines: readonly string[] | undefined) =>
      lines?.length ? html`<dt>${label}</dt><dd><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></dd>` : nothing;
    if (!changes && !told && !clocks && undoable === undefined) return nothing;
    return html`<dl class="facts">
      ${part(t('dialog.changes'), changes)}${part(t('dialog.told'), told)}${part(t('dialog.clocks'), clocks)}
      ${undoable === undefined ? nothing : part(t('dialog.undo'), [t(undoable ? 'dialog.undo_yes' : 'dialog.undo_no')])}
    </dl>`;
  }

  #reason() {
    return html`<div class="field">
      <label for="reason">${this.needsReason ? html`<span class="must" aria-hidden="true">*</span>` : nothing}${this.reasonLabel || t('dialog.reason')}</label>
      ${
        this.reasons.length > 0
          ? html`<div class="reasons">${this.reasons.map((reason) => html`<button class="small" @click=${() => this.#offer(reason)}>${reason}</button>`)}</div>`
          : nothing
      }
      <textarea id="reason" ?autofocus=${this.childElementCount === 0} aria-required=${this.needsReason ? 'true' : 'false'} aria-invalid=${this.fault ? 'true' : 'false'}
        aria-describedby="reason-fault" @input=${this.#typed} @compositionend=${this.#typed}></textarea>
      ${this.left < 200 ? html`<span class="kept" role="status">${t('form.characters_left', { count: this.left })}</span>` : nothing}
      <span class="fault" id="reason-fault" ?hidden=${!this.fault}>${t('dialog.reason_needed')}</span>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reason-dialog': ReasonDialog;
  }
}
