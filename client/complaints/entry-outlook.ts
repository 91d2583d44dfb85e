import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { may, session } from '#client/auth/session.ts';
import { limitOn, today } from '#client/clocks/law.ts';
import { call } from '#client/kernel/api.ts';
import { weekday } from '#client/kernel/format.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { allOffices, officeName } from '#client/offices/directory.ts';
import { clockApi } from '#shared/clocks/clock.api.ts';
import { complaintApi } from '#shared/complaints/complaint.api.ts';
import type { Intake } from '#shared/complaints/complaint.lists.ts';
import { hasComplaint, hasReport } from '#shared/complaints/complaint.steps.ts';
import { routeFor } from '#shared/complaints/routing.ts';
import { PREFECTURE } from '#shared/offices/regions.ts';
import type { SearchHit } from '#shared/search/search.api.ts';

/**
 * What registering will do: where it goes by the routing rules, until when it must be decided, and what may be the same matter already.
 * Fires `join-chosen` `{ hit }` where it is to be joined to one of those, without a hit where no longer.
 */
@customElement('entry-outlook')
export class EntryOutlook extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2px; font-size: var(--t-2); color: var(--ink-2); }
      .same { background: var(--orpiment-t); color: var(--orpiment); padding: var(--s-1) var(--s-2); display: flex; flex-wrap: wrap; gap: 2px var(--s-3); }
      .same a { color: inherit; }
      strong { color: var(--ink); }
    `,
  ];

  @property({ attribute: false }) answers: Readonly<Record<string, unknown>> = {};
  /** The record this one is to be joined to; 0 for none. */
  @property({ type: Number }) joins = 0;

  /** The office it goes to by the rules; undefined where none fits. */
  get officeId(): number | undefined {
    const { matter, county, receivedOn } = this.answers as Record<string, string>;
    if (!matter || !county) return undefined;
    return routeFor(matter, county, receivedOn || today(), allOffices(), PREFECTURE)?.id;
  }

  readonly #due = new Task(this, {
    args: () => [this.answers['intake'] as Intake, String(this.answers['receivedOn'] ?? '')] as const,
    task: async ([intake, on], { signal }) => {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) return undefined;
      const name = hasComplaint(intake) ? 'complaint.accept' : hasReport(intake) ? 'report.verify' : undefined;
      if (!name) return { name, dueOn: null };
      const { dueOn } = await call(clockApi.preview, { query: { name, on }, signal });
      return { name, dueOn };
    },
  });

  readonly #same = new Task(this, {
    args: () =>
      [
        String(this.answers['subjectName'] ?? ''),
        String(this.answers['phone'] ?? ''),
        Number(this.answers['subjectId']) || 0,
      ] as const,
    task: async ([subjectName, phone, subjectId], { signal }) => {
      if (subjectId === 0 && subjectName.trim().length < 2 && phone.replace(/\D/g, '').length < 7) return [];
      await new Promise((resolve) => setTimeout(resolve, 400));
      if (signal.aborted) return [];
      const body = {
        ...(subjectName ? { subjectName } : {}),
        ...(phone ? { phone } : {}),
        ...(subjectId ? { subjectId } : {}),
      };
      return call(complaintApi.similar, { body, signal });
    },
  });

  override render() {
    const chosen = Number(this.answers['officeId']) || this.officeId;
    const known = this.answers['matter'] && this.answers['county'];
    const goes = !known
      ? nothing
      : chosen === undefined
        ? t('entry.routed_none')
        : chosen === session()?.officeId
          ? t('entry.routed_self')
          : t('entry.routed', { office: officeName(chosen) });
    return html`${this.#repeats()}<div role="status">${goes} ${known ? '·' : nothing} ${this.#limit()}</div>`;
  }

  #limit() {
    const told = this.#due.value;
    if (!told) return nothing;
    if (!told.name) return t('entry.no_clock');
    const verify = told.name === 'report.verify';
    const limit = limitOn(told.name, String(this.answers['receivedOn']));
    const length = limit ? t(`clock.unit.${limit.unit}`, { n: limit.length }) : '';
    const day = told.dueOn ? `${told.dueOn} ${weekday(told.dueOn)}` : t('clock.unsettled_short');
    return html`<strong>${t(verify ? 'entry.verify_due' : 'entry.due', { length, day })}</strong>`;
  }

  /** What is open in one's own office takes a repeat that stays there too. */
  #takes({ kind, state, ownerOfficeId }: SearchHit): boolean {
    const own = session()?.officeId;
    const goes = Number(this.answers['officeId']) || this.officeId;
    return (
      kind === 'complaint' && state !== 'closed' && ownerOfficeId === own && goes === own && may('complaint.handle')
    );
  }

  #join(hit: SearchHit) {
    const chosen = hit.id === this.joins;
    return html`<button type="button" class="small" aria-pressed=${chosen ? 'true' : 'false'} @click=${() =>
      this.dispatchEvent(
        new CustomEvent('join-chosen', { detail: { hit: chosen ? undefined : hit } }),
      )}>${t('entry.join')}</button>`;
  }

  #repeats() {
    const hits = this.#same.value ?? [];
    if (hits.length === 0) return nothing;
    return html`<div class="same"><strong>${t('entry.similar')}</strong>${hits.map(
      (hit) =>
        html`<span><a href="/complaints/${hit.id}" target="_blank" rel="noopener">${hit.number} ${hit.title} ${say(`complaint.state.${hit.state}`)}</a>
          ${this.#takes(hit) ? this.#join(hit) : nothing}</span>`,
    )}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'entry-outlook': EntryOutlook;
  }
}
