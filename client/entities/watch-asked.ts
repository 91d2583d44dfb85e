import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { session } from '#client/auth/session.ts';
import '#client/elements/reason-dialog.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { personName } from '#client/offices/directory.ts';
import { onElsewhere } from '#client/shell/live.ts';
import { watchApi } from '#shared/entities/watch.api.ts';
import './watch-mark.ts';

/** Watch marks that wait for a head's word, to be approved or refused on the spot. Fires `watch-decided`. */
@customElement('watch-asked')
export class WatchAsked extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      ul { display: grid; gap: 1px; background: var(--violet-t); border-left: 4px solid var(--m-duban); padding: var(--s-1) var(--s-3); font-size: var(--t-2); }
      li { display: flex; flex-wrap: wrap; gap: var(--s-1) var(--s-3); align-items: center; }
      .why { flex: 1; min-width: 12rem; color: var(--ink-2); }
      @media print { ul { display: none; } }
    `,
  ];

  @state() private refusing: number | undefined;
  #stop: (() => void) | undefined;

  readonly #asked = new Task(this, { args: () => [], task: (_, { signal }) => call(watchApi.asked, { signal }) });
  readonly #decide = new Task(this, {
    autoRun: false,
    task: async ([id, approve, reason]: readonly [number, boolean, string]) => {
      await call(watchApi.decide, { params: { id }, body: { approve, ...(reason ? { reason } : {}) } });
      this.refusing = undefined;
      void this.#asked.run();
      this.dispatchEvent(new Event('watch-decided'));
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = onElsewhere('entity', () => void this.#asked.run());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  override render() {
    const marks = this.#asked.value ?? [];
    if (marks.length === 0) return nothing;
    const me = session()?.person.id;
    return html`<ul aria-label=${t('watch.waiting', { n: marks.length })}>${marks.map(
      ({ id, level, entity, reason, validFrom, validUntil, askedBy }) => html`<li>
        <watch-mark full level=${level}></watch-mark><a href="/entities/${entity.id}?tab=watch">${entity.name}</a>
        <span class="why">${reason} · ${validFrom} – ${validUntil} · ${t('watch.asked_by', { name: personName(askedBy) })}</span>
        ${
          askedBy === me
            ? nothing
            : html`<button class="small" @click=${() => this.#decide.run([id, true, ''])}>${t('watch.approve')}</button>
              <button class="small" @click=${() => {
                this.refusing = id;
              }}>${t('watch.refuse')}</button>`
        }
      </li>`,
    )}</ul>
    ${this.refusing === undefined ? nothing : this.#refusal(this.refusing)}`;
  }

  #refusal(id: number) {
    return html`<reason-dialog open needs-reason heading=${t('watch.refuse')} verb=${t('watch.refuse')} .error=${this.#decide.error}
      ?busy=${this.#decide.status === 1} .most=${1000}
      @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#decide.run([id, false, event.detail.reason])}
      @act-cancelled=${() => {
        this.refusing = undefined;
      }}></reason-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'watch-asked': WatchAsked;
  }
}
