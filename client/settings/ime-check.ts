import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';

const MOST = 60;
const WATCHED = ['keydown', 'compositionstart', 'compositionupdate', 'compositionend', 'beforeinput', 'input'] as const;

/** Records in which order the reader's input method fires its events, to be copied for the help desk. Text itself is not recorded. */
@customElement('ime-check')
export class ImeCheck extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-2); }
      .log { max-height: 14rem; overflow: auto; font: 400 var(--t-1) / 1.6 var(--mono); background: var(--sheet-2); padding: var(--s-2); }
    `,
  ];

  @state() private lines: readonly string[] = [];
  #start = 0;

  readonly #saw = (event: Event) => {
    if (this.lines.length === 0) this.#start = event.timeStamp;
    const key = event instanceof KeyboardEvent ? ` keyCode=${event.keyCode} isComposing=${event.isComposing}` : '';
    const type = event instanceof InputEvent ? ` ${event.inputType}` : '';
    this.lines = [
      ...this.lines,
      `${String(Math.round(event.timeStamp - this.#start)).padStart(6)} ms ${event.type}${key}${type}`,
    ].slice(-MOST);
  };

  protected override firstUpdated(): void {
    const field = this.renderRoot.querySelector('textarea')!;
    for (const name of WATCHED) field.addEventListener(name, this.#saw);
  }

  override render() {
    return html`<p class="helper" id="helper">${t('settings.ime_helper')}</p>
      <textarea aria-label=${t('settings.ime')} aria-describedby="helper"></textarea>
      ${
        this.lines.length > 0
          ? html`<div class="log" tabindex="0" role="log" aria-label=${t('settings.ime_event')}>${this.lines.map((line) => html`<div>${line}</div>`)}</div>
              <div class="actions"><button class="small" @click=${() => navigator.clipboard.writeText(this.lines.join('\n'))}>${t('action.copy')}</button>
                <button class="small" @click=${() => {
                  this.lines = [];
                }}>${t('action.clear')}</button></div>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ime-check': ImeCheck;
  }
}
