import { Task, TaskStatus } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import '#client/elements/problem-line.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call } from '#client/kernel/api.ts';
import { bytes, instant } from '#client/kernel/format.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { type SystemState, systemApi } from '#shared/system/system.api.ts';

/** How the product itself is: what needs attention first, then what it runs on and its backups. Fires nothing. */
@customElement('system-page')
export class SystemPage extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); max-width: 56rem; align-content: start; }
      .alarm { background: var(--orpiment-t); color: var(--orpiment); padding: var(--s-3) var(--s-4); }
      .alarm ul { margin: var(--s-1) 0 0; padding-left: 1.25em; }
      .good { color: var(--malachite); }
      .sheet > p { margin-top: var(--s-3); }
      .hash { font-family: var(--mono, monospace); }
      @media (max-width: 640px) {
        :host { padding: var(--s-3); }
        .facts { grid-template-columns: minmax(0, 1fr); }
        .facts dd { margin-bottom: var(--s-2); }
      }
    `,
  ];

  @state() private shown: SystemState | undefined;

  readonly #load = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      this.shown = await call(systemApi.state, { signal });
    },
  });
  readonly #backUp = new Task(this, {
    autoRun: false,
    task: async () => {
      this.shown = await call(systemApi.backUp, {});
      if (!this.shown.alarms.includes('backup_failed')) toast(t('system.backed_up'));
    },
  });

  override render() {
    const failed = this.#load.error ?? this.#backUp.error;
    return html`<h1>${t('system.title')}</h1>
      ${failed ? html`<problem-line .error=${failed}></problem-line>` : nothing}
      ${this.shown ? [this.#alarms(this.shown), this.#product(this.shown), this.#backups(this.shown)] : nothing}`;
  }

  #alarms({ alarms }: SystemState) {
    if (alarms.length === 0) return html`<p class="good" role="status">${t('system.all_well')}</p>`;
    return html`<section class="alarm" role="status"><h2>${t('system.alarms')}</h2>
      <ul>${alarms.map((alarm) => html`<li>${t(`system.alarm.${alarm}`)}</li>`)}</ul></section>`;
  }

  #product(it: SystemState) {
    const free = t('system.free_of', { free: bytes(it.freeSpace), reserve: bytes(it.reserve) });
    return html`<section class="sheet"><h2>${t('system.product')}</h2><dl class="facts">
      <dt>${t('system.state')}</dt><dd>${t(`system.state.${it.state}`)}</dd>
      <dt>${t('system.version')}</dt><dd>${it.version}</dd>
      <dt>${t('system.started')}</dt><dd>${instant(it.startedAt)}</dd>
      <dt>${t('system.database')}</dt><dd>${bytes(it.databaseSize)}</dd>
      <dt>${t('system.free')}</dt><dd>${free}</dd>
      <dt>${t('system.check')}</dt><dd>${this.#check(it)}</dd>
      <dt>${t('system.calendar')}</dt><dd>${it.missingYear ? t('system.calendar_not', { year: it.missingYear }) : t('system.calendar_there')}</dd>
    </dl></section>`;
  }

  #check({ lastCheck }: SystemState) {
    if (!lastCheck) return t('system.check_none');
    return t(lastCheck.verdict === 'ok' ? 'system.check_ok' : 'system.check_bad', { at: instant(lastCheck.at) });
  }

  #backups({ lastBackup, backups, backupFolder }: SystemState) {
    const busy = this.#backUp.status === TaskStatus.PENDING;
    return html`<section class="sheet"><h2>${t('system.backup')}</h2><dl class="facts">
      <dt>${t('system.last_backup')}</dt><dd>${lastBackup ? instant(lastBackup.madeAt) : t('system.no_backup')}</dd>
      ${
        lastBackup
          ? html`<dt>${t('system.backup_holds')}</dt><dd>${t('system.backup_of', {
              files: lastBackup.files,
              size: bytes(lastBackup.size),
              lines: lastBackup.auditLines,
            })}</dd>
            <dt>${t('system.audit_head')}</dt><dd class="hash">${lastBackup.auditLines} · ${lastBackup.auditHead}</dd>`
          : nothing
      }
      <dt>${t('system.backups')}</dt><dd>${backups}</dd>
      <dt>${t('system.backup_folder')}</dt><dd>${backupFolder}</dd></dl>
      <p><small>${t('system.backup_helper')}</small></p>
      ${
        may('backup.run')
          ? html`<p><button class="primary" ?disabled=${busy} @click=${() => this.#backUp.run()}>${t(busy ? 'system.backing_up' : 'system.back_up')}</button></p>`
          : nothing
      }</section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'system-page': SystemPage;
  }
}
