import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { may, session } from '#client/auth/session.ts';
import { lightOf } from '#client/clocks/face.ts';
import { missingYear, today, workCalendar } from '#client/clocks/law.ts';
import { askEntry } from '#client/complaints/ask-entry.ts';
import { entryDraft } from '#client/complaints/entry-draft.ts';

import { nextWord, pathOf } from '#client/dossiers/ledgers.ts';
import '#client/elements/data-grid.ts';
import '#client/elements/empty-state.ts';
import '#client/elements/light-counters.ts';
import type { Light } from '#client/elements/light-mark.ts';
import '#client/elements/problem-line.ts';
import { Address, changeQuery } from '#client/kernel/address.ts';
import { call } from '#client/kernel/api.ts';
import { dayInWords, shortInstant, timeOf } from '#client/kernel/format.ts';
import { bindKeys } from '#client/kernel/keys.ts';
import { PagedRows } from '#client/kernel/paged-rows.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { onElsewhere } from '#client/shell/live.ts';
import '#client/system/system-alarms.ts';
import { type DossierRow, type DossierTally, dossierListApi } from '#shared/dossiers/dossier-list.api.ts';
import type { LedgerCounts } from '#shared/dossiers/ledger.doors.ts';
import { addDays, kindOf, weekdayOf } from '#shared/kernel/calendar.ts';
import { countOf, type DeskTab, deskTabs } from './desk.ts';
import { deskColumns } from './desk-columns.ts';

/** S02: everything I must do, soonest first, and nothing else. */
@customElement('home-page')
export class HomePage extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host { display: flex; flex-direction: column; height: 100%; gap: var(--s-2); }
      header, .tabs { display: flex; align-items: center; flex-wrap: wrap; gap: var(--s-1) var(--s-4); }
      h1 { font-size: var(--t-5); }
      .day { color: var(--ink-2); font-size: var(--t-3); }
      .space { flex: 1; }
      .tabs { gap: var(--s-1); border-bottom: 1px solid var(--rule); }
      .tabs button.tab { border: 0; border-bottom: 3px solid transparent; border-radius: 0; background: none; color: var(--ink-2); padding: 3px var(--s-2) 0; }
      .tabs button[aria-pressed="true"] { border-bottom-color: var(--azurite); color: var(--ink); font-weight: 600; }
      .tabs .n { color: var(--ink-3); font-size: var(--t-2); font-weight: 400; margin-left: 4px; font-variant-numeric: tabular-nums; }
      data-grid { flex: 1; min-height: 14rem; }
      .foot { display: flex; flex-wrap: wrap; gap: var(--s-1) var(--s-6); font-size: var(--t-2); color: var(--ink-2); padding: var(--s-1) 0; }
      .foot a { font-variant-numeric: tabular-nums; }
      .alarm { background: var(--orpiment-t); color: var(--orpiment); padding: var(--s-1) var(--s-3); font-size: var(--t-3); }
      @media (max-width: 640px) {
        :host { height: auto; padding: var(--s-3) 0 0; }
        header, .tabs, .foot { padding: 0 var(--s-3); }
        .tabs { flex-wrap: nowrap; overflow-x: auto; }
        .tabs .space, .tabs .primary { display: none; }
        data-grid { min-height: 0; }
      }
    `,
  ];

  @state() private counts: LedgerCounts | undefined;
  @state() private tally: readonly DossierTally[] | undefined;
  @state() private returned = '';
  #asked = '';
  #stop: (() => void)[] = [];

  readonly #address = new Address(this);
  readonly #list = new PagedRows<DossierRow>(this, (cursor, limit, signal) =>
    call(dossierListApi.list, { query: { ...this.#query(), limit, ...(cursor ? { cursor } : {}) }, signal }),
  );
  readonly #done = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      if (!may('dossier.read')) return null;
      const monday = addDays(today(), 1 - weekdayOf(today()));
      const [closed, returned] = await Promise.all([
        call(dossierListApi.closed, { query: { from: monday, until: today() }, signal }),
        call(dossierListApi.list, { query: { open: true, mine: 'office', returned: true, limit: 3 }, signal }),
      ]);
      return { ...closed, returned: returned.rows };
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = [
      onElsewhere('dossier', () => void this.#refresh()),
      bindKeys({ on: 'KeyA', run: () => this.#openAt('next') }, { on: 'KeyS', run: () => this.#openAt('acknowledge') }),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stop) stop();
  }

  get #tabs() {
    return deskTabs(session()?.roles ?? []);
  }

  #query(): DeskTab['query'] & { readonly light?: string } {
    const key = this.#address.query.get('tab');
    const chosen = this.#tabs.find((tab) => tab.key === key) ?? this.#tabs[0]!;
    const light = this.#address.query.get('light');
    return { ...chosen.query, ...(light ? { light } : {}) };
  }

  protected override willUpdate(): void {
    if (!may('dossier.read')) return;
    const asked = JSON.stringify(this.#query());
    if (asked === this.#asked) return;
    this.#asked = asked;
    queueMicrotask(() => void this.#refresh());
  }

  async #refresh(): Promise<void> {
    void this.#list.reload();
    const { light: _, ...query } = this.#query();
    const back = this.#tabs.find(({ key }) => key === 'returned');
    const count = (asked: DeskTab['query']) => call(dossierListApi.counts, { query: asked });
    const [counts, tally, returned] = await Promise.allSettled([
      count(query),
      call(dossierListApi.tally, {}),
      back ? count(back.query) : undefined,
    ]);
    if (counts.status === 'fulfilled') this.counts = counts.value;
    if (tally.status === 'fulfilled') this.tally = tally.value;
    if (returned.status === 'fulfilled' && returned.value)
      this.returned = returned.value.capped ? '1000+' : String(returned.value.total);
  }

  #countOf(tab: DeskTab): string {
    if (tab.key === 'returned') return this.returned;
    return this.tally ? String(countOf(tab, this.tally) ?? '') : '';
  }

  #openAt(step: string): boolean {
    const row = this.renderRoot.querySelector('data-grid')?.current as DossierRow | undefined;
    const path = row && !row.stub ? pathOf(row) : null;
    if (!path) return false;
    go(`${path}?do=${step}`);
    return true;
  }

  override render() {
    if (!may('dossier.read')) {
      const alarms = may('health.read') ? html`<system-alarms></system-alarms>` : nothing;
      return html`${this.#greeting()}${alarms}<empty-state text=${t('home.admin')}></empty-state>`;
    }
    const year = missingYear();
    return html`${this.#greeting()}
      ${year ? html`<p class="alarm" role="status">${t('home.calendar_missing', { year })}</p>` : nothing}
      ${this.#tabBar()}
      ${this.#list.error ? html`<problem-line .error=${this.#list.error} retry @retried=${() => this.#refresh()}></problem-line>` : nothing}
      <data-grid label=${t('home.todo')} memory="home" .columns=${deskColumns()} .rows=${this.#list.rows} .more=${this.#list.more} .busy=${this.#list.busy}
        .staleSince=${this.#list.staleSince} .lightOf=${lightOf} .classOf=${(row: DossierRow) => (row.stub ? 'stub' : '')}
        .cardAction=${(row: DossierRow) => html`<a class="button" href=${pathOf(row)}>${row.stub ? t('action.open') : nextWord(row)}</a>`}
        @row-opened=${(event: CustomEvent<{ row: DossierRow }>) => go(pathOf(event.detail.row))}
        @end-reached=${() => this.#list.readOn()}>
        <empty-state slot="empty" text=${t('home.empty')}><a class="button" href="/complaints?v=office">${t('home.to_office')}</a></empty-state>
      </data-grid>
      ${this.#foot()}`;
  }

  #greeting() {
    const hour = Number(timeOf(new Date()).slice(0, 2));
    const part = t(hour < 12 ? 'home.morning' : hour < 18 ? 'home.afternoon' : 'home.evening');
    const kind = kindOf(workCalendar(), today())?.kind;
    const workday = kind === 'workday' || kind === 'make_up';
    return html`<header>
      <h1>${t('home.hello', { part, name: session()?.person.name ?? '' })}</h1>
      <span class="day">${t('home.today', { day: dayInWords(today()), kind: kind ? t(workday ? 'home.workday' : 'home.rest') : '' })}</span>
      <span class="space"></span>
      ${this.counts ? this.#lights(this.counts) : nothing}
    </header>`;
  }

  #lights({ overdue, dueSoon, running, paused }: LedgerCounts) {
    const chosen = (this.#address.query.get('light') ?? undefined) as Light | undefined;
    return html`<light-counters .chosen=${chosen} .counts=${[
      { light: 'overdue', count: overdue },
      { light: 'due_soon', count: dueSoon },
      { light: 'running', count: running },
      { light: 'paused', count: paused },
    ]} @light-chosen=${(event: CustomEvent<{ light: Light | undefined }>) => changeQuery({ light: event.detail.light ?? null })}></light-counters>`;
  }

  #tabBar() {
    const chosen = this.#address.query.get('tab') ?? this.#tabs[0]!.key;
    return html`<div class="tabs" role="group" aria-label=${t('home.todo')}>
      ${this.#tabs.map(
        (
          tab,
        ) => html`<button class="tab" aria-pressed=${tab.key === chosen ? 'true' : 'false'} @click=${() => changeQuery({ tab: tab.key, light: null })}
          >${t(`home.tab.${tab.key}`)}<span class="n">${this.#countOf(tab)}</span></button>`,
      )}
      <span class="space"></span>
      ${may('complaint.register') ? html`<button class="primary" @click=${() => askEntry()}>＋ ${t('entry.title')} <kbd>n</kbd></button>` : nothing}
    </div>`;
  }

  #foot() {
    const draft = entryDraft();
    const told = this.#done.value;
    return html`<div class="foot num no-print">
      ${draft ? html`<button class="quiet small" @click=${() => askEntry()}>${t('home.draft_line', { time: shortInstant(draft.at) })}</button>` : nothing}
      ${told?.returned.map(
        (
          row,
        ) => html`<span><a href=${pathOf(row)}>${t('home.returned_line', { number: row.number, n: row.returns })}</a>
          ${row.kind === 'complaint' && row.returns === 1 ? t('home.returned_hint') : ''}</span>`,
      )}
      ${told ? html`<span>${t('home.done', { n: told.n })}${told.workdays === null ? '' : t('home.done_days', { n: told.workdays })}</span>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'home-page': HomePage;
  }
}
