import { Task } from '@lit/task';
import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { pathOf } from '#client/dossiers/ledgers.ts';
import '#client/elements/empty-state.ts';
import '#client/elements/problem-line.ts';
import './notice-choice.ts';
import { Address, changeQuery } from '#client/kernel/address.ts';
import { call } from '#client/kernel/api.ts';
import { shortInstant } from '#client/kernel/format.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { onElsewhere } from '#client/shell/live.ts';
import { type NoticeGroup, noticeApi } from '#shared/notices/notice.api.ts';

const NEEDS = ['all', 'act', 'know'] as const;

/** S29: what waits for me and what I am told, by record and by number only. Nobody learns whether it was read. Fires nothing. */
@customElement('notice-page')
export class NoticePage extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-3); max-width: 52rem; }
      header { display: flex; flex-wrap: wrap; gap: var(--s-2) var(--s-3); align-items: center; }
      [aria-pressed="true"] { border-color: var(--azurite); background: var(--azurite-t); color: var(--azurite); font-weight: 600; }
      .space { flex: 1; }
      li { display: grid; grid-template-columns: 8rem minmax(0, 1fr) auto; gap: var(--s-3); padding: var(--s-2) var(--s-3); border-bottom: 1px solid var(--rule); background: var(--sheet); font-size: var(--t-3); }
      li.new { box-shadow: inset 4px 0 0 var(--azurite); }
      .events { display: grid; gap: 2px; }
      .done { color: var(--ink-3); }
      time { color: var(--ink-3); font-size: var(--t-2); }
      @media (max-width: 640px) { :host { padding: var(--s-3) 0; } header { padding: 0 var(--s-3); } li { grid-template-columns: minmax(0, 1fr) auto; } .events { grid-column: 1 / -1; grid-row: 2; } a { min-height: 1.75rem; } }
    `,
  ];

  readonly #address = new Address(this);
  #stop: (() => void) | undefined;

  readonly #list = new Task(this, {
    args: () => [this.#need] as const,
    task: ([need], { signal }) =>
      call(noticeApi.list, { query: { limit: 100, ...(need === 'all' ? {} : { need }) }, signal }),
  });
  readonly #read = new Task(this, {
    autoRun: false,
    task: async ([ids]: readonly [number[]]) => {
      await call(noticeApi.read, { body: { ids } });
      window.dispatchEvent(new CustomEvent('changed-elsewhere', { detail: { topic: 'notice', id: 0, event: 'read' } }));
    },
  });

  get #need(): (typeof NEEDS)[number] {
    const need = this.#address.query.get('need');
    return need === 'act' || need === 'know' ? need : 'all';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = onElsewhere('notice', () => void this.#list.run());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  override render() {
    const groups = this.#list.value?.rows ?? [];
    const unread = groups.flatMap(({ notices }) => notices.filter(({ readAt }) => !readAt).map(({ id }) => id));
    return html`<header><h1>${t('notices.title')}</h1>
        ${NEEDS.map((need) => html`<button class="small" aria-pressed=${need === this.#need ? 'true' : 'false'} @click=${() => changeQuery({ need: need === 'all' ? null : need })}>${t(`notices.${need}`)}</button>`)}
        <span class="space"></span>
        <button class="small" ?disabled=${unread.length === 0} @click=${() => this.#read.run([unread.slice(0, 500)])}>${t('notices.read_all')}</button>
      </header>
      <notice-choice></notice-choice>
      <problem-line .error=${this.#list.error ?? this.#read.error}></problem-line>
      ${groups.length === 0 ? html`<empty-state text=${t('notices.none')}></empty-state>` : html`<ul>${groups.map((group) => this.#group(group))}</ul>`}`;
  }

  #group({ dossierId, kind, number, at, unread, notices }: NoticeGroup) {
    const read = () => {
      const ids = notices.filter(({ readAt }) => !readAt).map(({ id }) => id);
      if (ids.length > 0) void this.#read.run([ids]);
    };
    return html`<li class=${unread > 0 ? 'new' : ''}>
      <a href=${pathOf({ kind, id: dossierId })} @click=${read}>${number}</a>
      <div class="events">${notices
        .slice(0, 4)
        .map(
          (one) =>
            html`<span class=${one.doneAt ? 'done' : ''}>${say(`notice.event.${one.event}`, { day: one.dueOn ?? '' })}${one.doneAt ? ` · ${t('notices.settled')}` : one.tellAt ? html`<small> · ${t('notices.waits', { at: shortInstant(one.tellAt) })}</small>` : ''}</span>`,
        )}</div>
      <time datetime=${at}>${shortInstant(at)}</time>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notice-page': NoticePage;
  }
}
