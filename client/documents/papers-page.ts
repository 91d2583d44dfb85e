import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Address, changeQuery } from '#client/kernel/address.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import './number-register.ts';
import './number-templates.ts';
import './paper-templates.ts';

const PARTS = ['templates', 'numbers', 'register'] as const;
type Part = (typeof PARTS)[number];

const BODIES: Readonly<Record<Part, () => TemplateResult>> = {
  templates: () => html`<paper-templates></paper-templates>`,
  numbers: () => html`<number-templates></number-templates>`,
  register: () => html`<number-register></number-register>`,
};

/** S33: the templates an office makes its papers by, how it numbers them, and its register of numbers. */
@customElement('papers-page')
export class PapersPage extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-3); max-width: 72rem; }
      button[aria-pressed="true"] { background: var(--azurite-t); border-color: var(--azurite); color: var(--azurite); font-weight: 600; }
      @media (max-width: 640px) { h1, .actions { padding: 0 var(--s-3); } h1 { padding-top: var(--s-3); } }
    `,
  ];

  readonly #address = new Address(this);

  override render() {
    const asked = this.#address.query.get('part');
    const part = PARTS.find((one) => one === asked) ?? 'templates';
    return html`<h1>${t('papers.page')}</h1>
      <div class="actions no-print" role="group" aria-label=${t('papers.page')}>${PARTS.map(
        (one) =>
          html`<button aria-pressed=${one === part ? 'true' : 'false'} @click=${() => changeQuery({ part: one })}>${t(`papers.part.${one}`)}</button>`,
      )}</div>
      ${BODIES[part]()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'papers-page': PapersPage;
  }
}
