import { Task, TaskStatus } from '@lit/task';
import { css, html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '#client/elements/problem-line.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { listed, t } from '#client/kernel/words.ts';
import { noticeApi } from '#shared/notices/notice.api.ts';
import { NOTICE_NEEDS } from '#shared/notices/notice.events.ts';
import { type NoticeChoice, TELLINGS, type Telling } from '#shared/notices/telling.ts';

const HALF_HOURS = Array.from({ length: 48 }, (_, n) => `${String(n >> 1).padStart(2, '0')}:${n % 2 ? '30' : '00'}`);
const QUIET = ['quietFrom', 'quietUntil'] as const;

/** How I want to be told: what waits for me, what I only should know, and the hours in which nothing is told. Fires nothing. */
@customElement('notice-choice')
export class NoticeChoiceForm extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      summary { cursor: pointer; font-size: var(--t-3); padding: var(--s-2) var(--s-3); }
      summary small { color: var(--ink-2); margin-left: var(--s-2); }
      form { display: flex; flex-wrap: wrap; gap: var(--s-3); align-items: end; padding: 0 var(--s-3) var(--s-3); }
      form p { flex-basis: 100%; color: var(--ink-2); font-size: var(--t-2); }
      details { background: var(--sheet); border: 1px solid var(--rule); }
      @media (max-width: 640px) { .field { flex: 1 1 40%; } form button { flex: 1 1 100%; } }
    `,
  ];

  @state() private choice: NoticeChoice | undefined;

  readonly #load = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      this.choice = await call(noticeApi.choice, { signal });
    },
  });
  readonly #keep = new Task(this, {
    autoRun: false,
    task: async () => {
      this.choice = await call(noticeApi.choose, { body: { ...this.choice! } });
      toast(t('notices.choice_kept'));
      window.dispatchEvent(
        new CustomEvent('changed-elsewhere', { detail: { topic: 'notice', id: 0, event: 'waits' } }),
      );
    },
  });

  readonly #submit = (event: Event) => {
    event.preventDefault();
    void this.#keep.run();
  };

  #set(change: Partial<NoticeChoice>): void {
    this.choice = { ...this.choice!, ...change };
  }

  /** One end of the quiet hours; the other comes with it, and goes with it. */
  #setQuiet(end: (typeof QUIET)[number], time: string): void {
    const { quietFrom, quietUntil } = this.choice!;
    if (time === '') this.#set({ quietFrom: null, quietUntil: null });
    else this.#set({ quietFrom: quietFrom ?? '22:00', quietUntil: quietUntil ?? '07:30', [end]: time });
  }

  override render() {
    const { choice } = this;
    if (!choice) return html`<problem-line .error=${this.#load.error}></problem-line>`;
    return html`<details>
      <summary>${t('notices.choice')} <small>${this.#summary(choice)}</small></summary>
      <form @submit=${this.#submit}>
        <p>${t('notices.choice_helper')}</p>
        ${NOTICE_NEEDS.map(
          (need) => html`<div class="field"><label for=${need}>${t(`notices.${need}`)}</label>
            <select id=${need} @change=${(event: Event) => this.#set({ [need]: (event.target as HTMLSelectElement).value as Telling })}>
              ${TELLINGS.map((one) => html`<option value=${one} ?selected=${choice[need] === one}>${t(`notice.telling.${one}`)}</option>`)}
            </select></div>`,
        )}
        ${QUIET.map(
          (
            end,
          ) => html`<div class="field"><label for=${end}>${t(end === 'quietFrom' ? 'notices.quiet_from' : 'notices.quiet_until')}</label>
            <select id=${end} .value=${choice[end] ?? ''} @change=${(event: Event) => this.#setQuiet(end, (event.target as HTMLSelectElement).value)}>
              <option value="" ?selected=${!choice[end]}>${t('notices.quiet_none')}</option>
              ${HALF_HOURS.map((time) => html`<option ?selected=${choice[end] === time}>${time}</option>`)}
            </select></div>`,
        )}
        <button class="primary" ?disabled=${this.#keep.status === TaskStatus.PENDING}>${t('action.save')}</button>
        <problem-line .error=${this.#keep.error}></problem-line>
      </form>
    </details>`;
  }

  #summary({ act, know, quietFrom, quietUntil }: NoticeChoice) {
    return listed([
      t('notices.chosen', { need: t('notices.act'), telling: t(`notice.telling.${act}`) }),
      t('notices.chosen', { need: t('notices.know'), telling: t(`notice.telling.${know}`) }),
      ...(quietFrom && quietUntil ? [t('notices.quiet', { from: quietFrom, until: quietUntil })] : []),
    ]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notice-choice': NoticeChoiceForm;
  }
}
