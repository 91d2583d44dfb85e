import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import { listPath } from '#client/dossiers/ledgers.ts';
import '#client/elements/problem-line.ts';
import '#client/elements/reason-dialog.ts';
import { Address } from '#client/kernel/address.ts';
import { call } from '#client/kernel/api.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import type { Kind } from '#shared/dossiers/dossier.kinds.ts';
import { type View, viewApi } from '#shared/views/view.api.ts';

/** Addresses of a list kept under a name, one's own and the office's; the one shown now can be kept or dropped. Fires nothing. */
@customElement('saved-views')
export class SavedViews extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      :host { display: inline-flex; gap: var(--s-1); align-items: center; }
      :host([hidden]) { display: none; }
      select { width: auto; max-width: 12rem; min-height: 1.75rem; font-size: var(--t-2); }
      label { display: inline-flex; gap: 6px; align-items: center; }
      @media (max-width: 640px) { select { min-height: 2.75rem; } }
      @media print { :host { display: none; } }
    `,
  ];

  @property() ledger: Kind = 'complaint';
  @state() private naming = false;
  readonly #address = new Address(this);

  readonly #views = new Task(this, {
    args: () => [this.ledger] as const,
    task: ([ledger], { signal }) => call(viewApi.list, { query: { ledger }, signal }),
  });
  readonly #save = new Task(this, {
    autoRun: false,
    task: async () => {
      const name = this.renderRoot.querySelector<HTMLInputElement>('#name')!.value.trim();
      const shared = this.renderRoot.querySelector<HTMLInputElement>('#shared')?.checked ?? false;
      await call(viewApi.save, { body: { name, ledger: this.ledger, query: this.#query, shared } });
      this.naming = false;
      void this.#views.run();
    },
  });

  get #query(): string {
    return this.#address.query.toString();
  }

  async #drop(view: View): Promise<void> {
    await call(viewApi.drop, { params: { id: view.id } });
    void this.#views.run();
  }

  /** With nothing to show it takes no room in the bar. */
  override updated(): void {
    this.hidden = !this.#query && (this.#views.value ?? []).length === 0;
  }

  override render() {
    const views = this.#views.value ?? [];
    const current = views.find(({ query }) => query === this.#query);
    return html`${
      views.length > 0
        ? html`<select aria-label=${t('list.views')} @change=${(event: Event) => {
            const chosen = views.find(({ id }) => String(id) === (event.target as HTMLSelectElement).value);
            if (chosen) go(`${listPath(this.ledger)}${chosen.query ? `?${chosen.query}` : ''}`);
          }}><option value="">${t('list.views')}</option>${views.map(
            (view) =>
              html`<option value=${view.id} ?selected=${view === current}>${view.name}${view.shared ? ` · ${t('views.shared')}` : ''}</option>`,
          )}</select>`
        : nothing
    }
      ${
        current?.mine
          ? html`<button class="small quiet" @click=${() => this.#drop(current)}>${t('views.remove')}</button>`
          : this.#query
            ? html`<button class="small quiet" @click=${() => {
                this.naming = true;
              }}>${t('views.save')}</button>`
            : nothing
      }
      ${
        this.naming
          ? html`<reason-dialog open no-reason heading=${t('views.save')} verb=${t('action.save')} .error=${this.#save.error} ?busy=${this.#save.status === 1}
              @act-confirmed=${() => this.#save.run()} @act-cancelled=${() => {
                this.naming = false;
              }}>
              <div class="field"><label for="name">${t('views.save_as')}</label><input id="name" maxlength="40" autofocus /></div>
              ${may('view.share') ? html`<label><input id="shared" type="checkbox" />${t('views.shared')}</label>` : nothing}
            </reason-dialog>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'saved-views': SavedViews;
  }
}
