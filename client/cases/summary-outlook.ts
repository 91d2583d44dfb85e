import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '#client/kernel/api.ts';
import { weekday, yuan } from '#client/kernel/format.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { isPerson, type PartyKind, SUMMARY_THRESHOLD } from '#shared/cases/case.lists.ts';
import { clockApi } from '#shared/clocks/clock.api.ts';

/** What a form of a penalty on the spot holds, as far as it matters here. */
export interface SpotAnswers {
  readonly party?: readonly { readonly kind?: PartyKind }[];
  readonly penalties?: readonly { readonly kind?: string; readonly amountFen?: unknown }[];
  readonly collectedFen?: unknown;
  readonly decidedOn?: unknown;
}

const fenOf = (typed: unknown) => (typeof typed === 'number' ? typed : 0);

/**
 * How far the summary procedure reaches for this party, and what deciding will do: the number, what is served, until when things are due.
 * Fires `ordinary-asked` where the fine is beyond it.
 */
@customElement('summary-outlook')
export class SummaryOutlook extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: grid; gap: var(--s-2); font-size: var(--t-2); color: var(--ink-2); }
      .facts { font-size: var(--t-2); border-left: 3px solid var(--rule); padding-left: var(--s-3); }
      .beyond { display: flex; flex-wrap: wrap; gap: var(--s-2); align-items: center; justify-content: space-between; }
      @media (max-width: 640px) { .facts { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  @property({ attribute: false }) answers: SpotAnswers = {};

  get #fine(): number {
    const fines = (this.answers.penalties ?? []).filter(({ kind }) => kind === 'fine');
    return fines.reduce((all, { amountFen }) => all + fenOf(amountFen), 0);
  }

  get #left(): number {
    return Math.max(0, this.#fine - fenOf(this.answers.collectedFen));
  }

  /** The limits are the server's, which knows the holidays. */
  readonly #due = new Task(this, {
    args: () => [String(this.answers.decidedOn ?? ''), this.#left > 0] as const,
    task: async ([on, owes], { signal }) => {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) return undefined;
      const dueOf = async (name: 'case.archive' | 'case.pay') =>
        (await call(clockApi.preview, { query: { name, on }, signal })).dueOn;
      return { archive: await dueOf('case.archive'), pay: owes ? await dueOf('case.pay') : null };
    },
  });

  override render() {
    const { personFen, otherFen, article } = SUMMARY_THRESHOLD;
    const kind = this.answers.party?.[0]?.kind;
    const limit = kind && (isPerson(kind) ? personFen : otherFen);
    const lines = [
      ...(limit === otherFen ? [] : [t('summary.limit_person', { limit: yuan(personFen) })]),
      ...(limit === personFen ? [] : [t('summary.limit_other', { limit: yuan(otherFen) })]),
    ];
    const beyond = limit !== undefined && this.#fine > limit;
    return html`<div>${lines.map((line) => html`<div>${line}</div>`)}<small>${article}</small></div>
      <div role="status">${beyond ? this.#beyond(limit) : this.#does()}</div>`;
  }

  #beyond(limit: number) {
    return html`<div class="problem beyond">${t('summary.beyond', { sum: yuan(this.#fine), limit: yuan(limit) })}
      <button type="button" class="small" @click=${() => this.dispatchEvent(new Event('ordinary-asked'))}>${t('cases.register')}</button></div>`;
  }

  #does() {
    const due = this.#due.value;
    const on = (day: string | null) => (day ? `${day} ${weekday(day)}` : t('clock.unsettled_short'));
    const pays =
      this.#left > 0
        ? t('summary.pay_by', { day: on(due?.pay ?? null), sum: yuan(this.#left) })
        : this.#fine > 0
          ? t('summary.paid')
          : undefined;
    return html`<dl class="facts">
      <dt>${t('dialog.changes')}</dt><dd>${t('summary.does')}</dd>
      ${due ? html`<dt>${t('dialog.clocks')}</dt><dd>${t('summary.archive_by', { day: on(due.archive) })}${pays ? html`<br />${pays}` : nothing}</dd>` : nothing}
      <dt>${t('dialog.undo')}</dt><dd>${t('dialog.undo_no')}</dd>
    </dl>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'summary-outlook': SummaryOutlook;
  }
}
