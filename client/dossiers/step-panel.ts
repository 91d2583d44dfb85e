import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { toast } from '#client/elements/toast-line.ts';
import { changeQuery, queryNow } from '#client/kernel/address.ts';
import { bindKeys } from '#client/kernel/keys.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { officeShort } from '#client/offices/directory.ts';
import type { StepBook, Stepping } from './step-book.ts';
import './step-dialog.ts';

/**
 * The steps this reader may take: what usually comes next as the one strong button (`a`), the others beside and below it; what stands in
 * a step's way is said in words instead of a button. Fires `record-stepped` `{ record, step }` once the server agreed.
 */
@customElement('step-panel')
export class StepPanel extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-2); }
      .main { display: grid; gap: var(--s-1); }
      .main:empty { display: none; }
      .main button { width: 100%; }
      .helper { font-size: var(--t-2); color: var(--ink-2); }
      .away { display: flex; flex-wrap: wrap; gap: var(--s-1); }
      .blocked { display: grid; gap: 2px; color: var(--orpiment); font-size: var(--t-2); }
      .blocked strong { color: var(--ink); font-weight: 600; }
      @media print { :host { display: none; } }
    `,
  ];

  @property({ attribute: false }) record!: Stepping;
  @property({ attribute: false }) book!: StepBook<Stepping>;
  @state() private step: string | undefined;
  #unbind: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const keyed = Object.entries(this.book?.asks ?? {}).flatMap(([step, { key }]) =>
      key ? [{ on: key, run: () => this.#take(step) }] : [],
    );
    this.#unbind = bindKeys({ on: 'KeyA', run: () => this.#first() }, ...keyed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unbind?.();
  }

  /** Opens a step by name, for buttons elsewhere on the page. */
  open(step: string): void {
    this.step = step;
  }

  /** A list sends its reader here to take a step: `?do=acknowledge`, or `?do=next` for whatever comes next. */
  protected override willUpdate(changed: PropertyValues): void {
    const wanted = changed.has('record') ? queryNow().get('do') : null;
    if (!wanted) return;
    queueMicrotask(() => changeQuery({ do: null }));
    if (!(wanted === 'next' ? this.#first() : this.#take(wanted))) toast(t('record.step_closed'));
  }

  #take(step: string): boolean {
    if (!this.#open.includes(step) || this.#blockers(step).length > 0) return false;
    this.step = step;
    return true;
  }

  get #open(): string[] {
    return this.book.order.filter((step) => this.record.openSteps.includes(step));
  }

  #blockers(step: string): readonly string[] {
    return this.book.blockers(this.record, step);
  }

  #leadsOn(step: string): boolean {
    return this.book.leadsOn?.(this.record, step) ?? !this.book.away.has(step);
  }

  #first(): boolean {
    const first = this.#open.find((step) => this.#leadsOn(step) && this.#blockers(step).length === 0);
    if (!first) return false;
    this.step = first;
    return true;
  }

  override render() {
    const free = this.#open.filter((step) => this.#blockers(step).length === 0);
    const forward = free.filter((step) => this.#leadsOn(step));
    const away = free.filter((step) => !this.#leadsOn(step));
    return html`
      ${this.#open.length === 0 ? html`<p class="helper">${this.#nobody()}</p>` : nothing}
      <div class="main">${forward.map((step, at) => html`${this.#button(step, at === 0 ? 'primary' : '')}${at === 0 ? html`<p class="helper">${this.#does(step)}</p>` : nothing}`)}</div>
      ${this.#open.filter((step) => this.#blockers(step).length > 0).map((step) => this.#blocked(step))}
      ${away.length > 0 ? html`<div class="away">${away.map((step) => this.#button(step, 'small'))}</div>` : nothing}
      ${
        this.step
          ? html`<step-dialog .record=${this.record} .book=${this.book} step=${this.step} @step-cancelled=${this.#close} @record-stepped=${this.#stepped}></step-dialog>`
          : nothing
      }`;
  }

  #word(step: string): string {
    return say(`${this.book.kind}.step.${step}`) ?? step;
  }

  #does(step: string): string {
    return say(`${this.book.kind}.does.${step}`) ?? '';
  }

  #button(step: string, look: string) {
    return html`<button class=${look} title=${this.#does(step)} @click=${() => this.open(step)}>${this.#word(step)}${
      look === 'primary' ? html` <kbd>a</kbd>` : nothing
    }</button>`;
  }

  #blocked(step: string) {
    const { kind } = this.book;
    const words = this.#blockers(step).map((one) => say(`${kind}.blocker.${one}`) ?? one);
    return html`<div class="blocked"><strong>${t('record.not_yet', { step: this.#word(step) })}</strong>${words.map((one) => html`<span>${one}</span>`)}</div>`;
  }

  #nobody(): string {
    return this.book.done(this.record)
      ? t('record.no_step')
      : t('record.waits_for', { office: officeShort(this.book.waitsFor?.(this.record) ?? this.record.ownerOfficeId) });
  }

  readonly #close = () => {
    this.step = undefined;
  };

  readonly #stepped = (event: CustomEvent<{ record: Stepping; step: string }>) => {
    this.#close();
    toast(t('record.done', { step: this.#word(event.detail.step) }));
    this.dispatchEvent(new CustomEvent('record-stepped', { detail: event.detail }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'step-panel': StepPanel;
  }
}
