import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '#client/kernel/api.ts';
import { base } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { systemApi } from '#shared/system/system.api.ts';

/** On an administrator's desk: what the product itself needs, with the way to it; nothing while all is well. Fires nothing. */
@customElement('system-alarms')
export class SystemAlarms extends LitElement {
  static override styles = [
    base,
    css`
      .alarm { background: var(--orpiment-t); color: var(--orpiment); padding: var(--s-2) var(--s-4); margin: var(--s-3) var(--s-4); }
      a { color: inherit; font-weight: 600; text-decoration: underline; }
    `,
  ];

  readonly #state = new Task(this, { args: () => [], task: (_, { signal }) => call(systemApi.state, { signal }) });

  override render() {
    const { alarms = [] } = this.#state.value ?? {};
    if (alarms.length === 0) return nothing;
    return html`<div class="alarm" role="status">${alarms.map((alarm) => html`<p>${t(`system.alarm.${alarm}`)}</p>`)}
      <p><a href="/system">${t('system.title')}</a></p></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'system-alarms': SystemAlarms;
  }
}
