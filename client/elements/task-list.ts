import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';

/** One thing that must be complete: its name, how it stands, and what is missing in words. */
export interface TaskLine {
  readonly key: string;
  readonly name: string;
  readonly state: 'done' | 'missing' | 'not_needed';
  readonly missing: readonly string[];
  /** Set where this reader can go and complete it. */
  readonly open?: boolean;
}

/**
 * What must be complete before a step: each section with its state as a word and, where something is missing, what and the way there.
 * Fires `task-chosen` `{ key }`, which bubbles to whoever knows the way.
 */
@customElement('task-list')
export class TaskList extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      ul { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 0 var(--s-5); }
      li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 var(--s-2); align-items: baseline; border-bottom: 1px solid var(--rule); padding: 4px 0; font-size: var(--t-3); }
      .name { min-height: 1.5rem; }
      button.name { border: 0; background: none; padding: 0; justify-content: start; text-align: left; color: var(--azurite); text-decoration: underline; font-weight: 400; white-space: normal; }
      .state { font-size: var(--t-2); }
      .done { color: var(--malachite); }
      .missing { color: var(--orpiment); font-weight: 600; }
      .not_needed { color: var(--ink-3); }
      .what { grid-column: 1 / -1; color: var(--ink-2); font-size: var(--t-2); }
      @media (max-width: 640px) { ul { grid-template-columns: minmax(0, 1fr); } button.name { min-height: 2.75rem; } }
    `,
  ];

  @property() label = '';
  @property({ attribute: false }) tasks: readonly TaskLine[] = [];

  override render() {
    const left = this.tasks.filter(({ state }) => state === 'missing').length;
    return html`<h2>${this.label} <small>${left === 0 ? t('task.all_done') : t('task.left', { n: left })}</small></h2>
      <ul>${this.tasks.map((task) => this.#line(task))}</ul>`;
  }

  #line({ key, name, state, missing, open }: TaskLine) {
    const choose = () =>
      this.dispatchEvent(new CustomEvent('task-chosen', { detail: { key }, bubbles: true, composed: true }));
    const what = missing.length === 1 && missing[0] === name ? [] : missing; // its own name says it already
    return html`<li>
      ${state === 'missing' && open ? html`<button class="name" @click=${choose}>${name}</button>` : html`<span class="name">${name}</span>`}
      <span class="state ${state}">${t(`task.${state}`)}</span>
      ${what.length > 0 ? html`<span class="what">${t('task.missing_what', { what: what.join('、') })}</span>` : nothing}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'task-list': TaskList;
  }
}
