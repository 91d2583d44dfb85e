import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import '#client/elements/day-field.ts';
import '#client/elements/deadline-strip.ts';
import '#client/elements/light-mark.ts';
import '#client/elements/reason-dialog.ts';
import { call } from '#client/kernel/api.ts';
import { bindKeys } from '#client/kernel/keys.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { aside, pair, say, t } from '#client/kernel/words.ts';
import { type ClockFace, clockApi } from '#shared/clocks/clock.api.ts';
import { clockName, lightOf, standingWithDay, stripOfRow } from './face.ts';
import { today } from './law.ts';
import { whyLine } from './why.ts';

type Turn = 'paused' | 'resumed' | 'extended';

/**
 * One clock of a record: how it stands, its strip, why it ends on its day, by which article; and, for whoever owns the record, pausing,
 * resuming and extending as far as the law allows. Fires `clock-turned`.
 */
@customElement('clock-card')
export class ClockCard extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: block; }
      .sheet { padding: var(--s-3); display: grid; gap: var(--s-1); }
      h3 { display: flex; gap: var(--s-2); align-items: baseline; justify-content: space-between; }
      h3 small { font-weight: 400; }
      details { font-size: var(--t-2); line-height: 1.5; }
      summary { cursor: pointer; color: var(--azurite); min-height: 1.5rem; }
      details ul { display: grid; gap: 2px; margin-top: 2px; color: var(--ink-2); }
      .law { color: var(--ink-3); font-size: var(--t-1); }
      @media (max-width: 640px) { summary { min-height: 2.5rem; padding-top: var(--s-2); } }
    `,
  ];

  @property({ attribute: false }) clock!: ClockFace;
  @property({ type: Number }) dossier = 0;
  @property({ type: Number }) version = 0;
  /** The reader's office handles the record, so that its clocks may be turned here. */
  @property({ type: Boolean }) own = false;
  @state() private turning: Turn | undefined;
  #unbind: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unbind = bindKeys({ on: 'KeyD', run: () => this.#askToExtend() });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unbind?.();
  }

  readonly #turn = new Task(this, {
    autoRun: false,
    task: async ([kind, reason]: readonly [Turn, string]) => {
      const value = (name: string) => this.renderRoot.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value.trim();
      const category = value('category');
      const document = value('document');
      const length = Number(value('length')) || undefined;
      await call(clockApi.turn, {
        params: { id: this.dossier, clockId: this.clock.id },
        body: {
          kind,
          on: value('on') || today(),
          version: this.version,
          reason,
          ...(category ? { category } : {}),
          ...(document ? { document } : {}),
          ...(length ? { length } : {}),
        },
      });
      this.turning = undefined;
      this.dispatchEvent(new Event('clock-turned'));
    },
  });

  get #row() {
    const { name, startedOn, length, pausedDays, pausedOn, dueOn, dueAt, soonOn, unsettledYear, stoppedOn } =
      this.clock;
    return {
      clockName: name,
      clockFrom: startedOn,
      clockLength: length,
      clockPausedDays: pausedDays,
      pausedOn,
      dueOn,
      dueAt,
      soonOn,
      unsettledYear,
      closedOn: stoppedOn,
    };
  }

  override render() {
    const { clock } = this;
    const strip = clock.running ? stripOfRow(this.#row) : null;
    return html`<section class="sheet" aria-label=${clockName(clock.name)}>
      <h3>${clockName(clock.name)}<small>${t(`clock.unit.${clock.rule.unit}`, { n: clock.rule.length })}</small></h3>
      ${
        clock.running
          ? html`<light-mark wraps light=${lightOf(this.#row)} text=${standingWithDay(this.#row)}></light-mark>
            ${strip ? html`<deadline-strip wordy .ticks=${strip.ticks} text=${strip.text}></deadline-strip>` : nothing}`
          : html`<light-mark light="done" text="${t('clock.stopped')} ${clock.stoppedOn ?? ''}"></light-mark>`
      }
      <details><summary>${t('clock.why')}${clock.dueOn ? ` ${clock.dueOn}` : ''}</summary>
        <ul>${clock.why.map((line) => html`<li>${whyLine(line, clock.rule.unit)}</li>`)}</ul>
        <p class="law">${pair(t(clock.rule.custom ? 'clock.custom' : 'clock.law'), `${clock.rule.law} ${clock.rule.article ?? ''}`)}</p>
      </details>
      ${this.#turns()}
      ${this.turning ? this.#dialog(this.turning) : nothing}
    </section>`;
  }

  /** What of this clock may be turned now by whoever reads it. */
  get #open(): readonly Turn[] {
    const { rule, pausedOn, events, running } = this.clock;
    if (!running || !this.own) return [];
    const extended = events.filter(({ kind }) => kind === 'extended').length;
    const more = rule.extension && (extended < rule.extension.times || rule.extension.further);
    return [
      ...(may('clock.pause') && pausedOn ? (['resumed'] as const) : []),
      ...(may('clock.pause') && !pausedOn && rule.pauses.length > 0 ? (['paused'] as const) : []),
      ...(may('clock.extend') && more ? (['extended'] as const) : []),
    ];
  }

  #askToExtend(): boolean {
    if (!this.#open.includes('extended')) return false;
    this.turning = 'extended';
    return true;
  }

  #turns() {
    const button = (kind: Turn) =>
      html`<button class="small" @click=${() => {
        this.turning = kind;
      }}>${t(`clock.turn.${kind}`)}</button>`;
    return this.#open.length > 0 ? html`<div class="actions no-print">${this.#open.map(button)}</div>` : nothing;
  }

  #dialog(kind: Turn) {
    const { rule } = this.clock;
    return html`<reason-dialog open needs-reason heading="${t(`clock.turn.${kind}`)} · ${clockName(this.clock.name)}" verb=${t(`clock.turn.${kind}`)}
      .error=${this.#turn.error} ?busy=${this.#turn.status === 1}
      @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#turn.run([kind, event.detail.reason])}
      @act-cancelled=${() => {
        this.turning = undefined;
      }}>
      ${kind === 'paused' ? this.#grounds() : nothing}
      ${
        kind === 'extended' && this.#together
          ? this.#collective()
          : kind === 'extended' && rule.extension
            ? html`<div class="field"><label for="length">${t('clock.turn.length')}${aside(t(`clock.unit.${rule.unit}`, { n: rule.extension.length }))}</label>
              <input id="length" name="length" inputmode="numeric" .value=${String(rule.extension.length)} /><small>${rule.law} ${rule.extension.article}</small></div>`
            : nothing
      }
      <div class="field"><label for="on">${t('clock.turn.on')}</label><day-field id="on" name="on" label=${t('clock.turn.on')} .value=${today()}></day-field></div>
    </reason-dialog>`;
  }

  /** The head's own extension is used up: only the heads together may go on (程序规定 64). */
  get #together(): boolean {
    const { rule, events } = this.clock;
    return events.filter(({ kind }) => kind === 'extended').length >= (rule.extension?.times ?? 0);
  }

  #collective() {
    return html`<input type="hidden" name="category" value="collective" />
      <div class="field"><label for="length">${t('clock.turn.length')}</label><input id="length" name="length" inputmode="numeric" />
        <small>${this.clock.rule.law} ${this.clock.rule.extension?.further?.article ?? ''}</small></div>
      <div class="field"><label for="document">${t('clock.turn.collective')}</label><input id="document" name="document" maxlength="200" /></div>`;
  }

  #grounds() {
    return html`<div class="field"><label for="category">${t('clock.turn.category')}</label>
        <select id="category" name="category">${this.clock.rule.pauses.map(
          ({ category, article }) =>
            html`<option value=${category}>${say(`clock.category.${category}`) ?? category}${aside(article)}</option>`,
        )}</select></div>
      <div class="field"><label for="document">${t('clock.turn.document')}</label>
        <input id="document" name="document" maxlength="200" /><small>${t('clock.turn.document_helper')}</small></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'clock-card': ClockCard;
  }
}
