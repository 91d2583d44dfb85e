import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '#client/elements/problem-line.ts';
import '#client/elements/reason-dialog.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { type Urging, urgingApi } from '#shared/campaigns/urging.ts';

/** How one record was chased, and for its own office the way to reply. Says nothing where it never was. Fires nothing. */
@customElement('urging-list')
export class UrgingList extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: block; }
      li { border-left: 3px solid var(--violet); padding-left: var(--s-3); display: grid; gap: 2px; font-size: var(--t-3); }
      ol { display: grid; gap: var(--s-3); margin-bottom: var(--s-2); }
      .text { white-space: pre-wrap; }
      .rung { color: var(--violet); font-weight: 600; }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
    `,
  ];

  @property({ type: Number }) dossier = 0;
  @property({ type: Number }) version = 0;
  @property({ type: Boolean }) editable = false;
  @state() private replying = false;

  readonly #urgings = new Task(this, {
    args: () => [this.dossier, this.version] as const,
    task: ([id], { signal }) => call(urgingApi.ofDossier, { params: { id }, signal }),
  });
  readonly #reply = new Task(this, {
    autoRun: false,
    task: async ([text]: readonly [string]) => {
      await call(urgingApi.answer, { params: { id: this.dossier }, body: { text } });
      this.replying = false;
      void this.#urgings.run();
    },
  });

  override render() {
    const all = this.#urgings.value ?? [];
    if (all.length === 0) return html`<problem-line .error=${this.#urgings.error}></problem-line>`;
    const open = all.some(({ answeredOn }) => answeredOn === null);
    return html`<section class="sheet"><h2>${t('urging.title')}</h2><ol>${all.map((one) => this.#one(one))}</ol>
      ${
        this.editable && open
          ? html`<button @click=${() => {
              this.replying = true;
            }}>${t('urging.reply')}</button>`
          : nothing
      }
      ${
        this.replying
          ? html`<reason-dialog open heading=${t('urging.reply')} verb=${t('urging.reply')} needs-reason reason-label=${t('urging.answer')}
              .error=${this.#reply.error} ?busy=${this.#reply.status === 1}
              @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#reply.run([event.detail.reason])}
              @act-cancelled=${() => {
                this.replying = false;
              }}></reason-dialog>`
          : nothing
      }</section>`;
  }

  #one({ number, rung, on, text, answeredOn, answer }: Urging) {
    return html`<li><div><span class="rung">${t(`urging.rung.${rung}`)}</span> ${number} ${on}</div>
      <div class="text">${text}</div>
      ${answeredOn ? html`<div>${t('urging.answered', { day: answeredOn, text: answer ?? '' })}</div>` : nothing}</li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'urging-list': UrgingList;
  }
}
