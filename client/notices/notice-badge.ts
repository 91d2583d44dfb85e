import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { toast } from '#client/elements/toast-line.ts';
import { call } from '#client/kernel/api.ts';
import { go } from '#client/kernel/router.ts';
import { base } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { type Elsewhere, onElsewhere } from '#client/shell/live.ts';
import { noticeApi } from '#shared/notices/notice.api.ts';
import { NOTICE_EVENT_NAMES } from '#shared/notices/notice.events.ts';

/** The way to the notices in the band, with how many wait for the person to act; nothing else is counted there. */
@customElement('notice-badge')
export class NoticeBadge extends LitElement {
  static override styles = [
    base,
    css`
      a { color: var(--band-ink); text-decoration: none; font-size: var(--t-2); display: inline-flex; align-items: center; gap: 6px; min-height: 1.875rem; padding: 0 var(--s-2); border-radius: 2px; white-space: nowrap; }
      a:hover { background: rgb(255 255 255 / 14%); }
      .n { background: var(--m-soon); color: #16202c; font-weight: 600; border-radius: 9px; padding: 0 6px; min-width: 1.25rem; text-align: center; font-size: var(--t-1); line-height: 1.35; }
      @media (max-width: 640px) { a { min-height: 2.5rem; } }
    `,
  ];

  #stop: (() => void) | undefined;
  #arrived: string[] = [];
  readonly #count = new Task(this, { args: () => [], task: (_, { signal }) => call(noticeApi.count, { signal }) });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = onElsewhere('notice', () => void this.#count.run().then(this.#say));
    window.addEventListener('changed-elsewhere', this.#hear);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    window.removeEventListener('changed-elsewhere', this.#hear);
  }

  readonly #hear = (event: Event) => {
    const { topic, event: name } = (event as CustomEvent<Elsewhere>).detail;
    if (topic === 'notice' && (name === 'digest' || NOTICE_EVENT_NAMES.some((one) => one === name)))
      this.#arrived.push(name);
  };

  /** Says once what came since the last count, where it is to be told now; the list has it in any case. */
  readonly #say = () => {
    const arrived = this.#arrived;
    this.#arrived = [];
    const counts = this.#count.value;
    if (arrived.length === 0 || !counts) return;
    const text = arrived.includes('digest')
      ? t('notices.digest', { ...counts })
      : arrived.length > 1
        ? t('notices.arrived_many', { n: arrived.length })
        : t('notices.arrived', { what: say(`notice.event.${arrived[0]!}`, { day: '' }) ?? '' });
    toast(text, () => go('/notices'), { verb: t('notices.look'), meek: true });
  };

  override render() {
    const act = this.#count.value?.act ?? 0;
    const label = act > 0 ? `${t('app.notices')}，${t('notices.waiting', { n: act })}` : t('app.notices');
    return html`<a href="/notices" aria-label=${label}>${t('app.notices')}${act > 0 ? html`<span class="n" aria-hidden="true">${act > 99 ? '99+' : act}</span>` : nothing}</a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notice-badge': NoticeBadge;
  }
}
