import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { today } from '#client/clocks/law.ts';
import '#client/elements/problem-line.ts';
import '#client/elements/side-drawer.ts';
import { toast } from '#client/elements/toast-line.ts';
import { faultsOfRequired } from '#client/fields/required.ts';
import { call, uuid } from '#client/kernel/api.ts';
import type { Draft } from '#client/kernel/drafts.ts';
import { faultSummary, focusField } from '#client/kernel/fields.ts';
import { timeOf } from '#client/kernel/format.ts';
import { isComposing } from '#client/kernel/ime.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { sentenceOf, t } from '#client/kernel/words.ts';
import { complaintApi } from '#shared/complaints/complaint.api.ts';
import { ComplaintIntake } from '#shared/complaints/complaint.schema.ts';
import type { Found } from '#shared/complaints/extraction.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { type Faults, faultsOf } from '#shared/kernel/faults.ts';
import { COUNTIES } from '#shared/offices/regions.ts';
import type { SearchHit } from '#shared/search/search.api.ts';
import { type Answers, fill, identityTakenOut, ownCounty, read, secret } from './entry-answers.ts';
import { dropDraft, type EntryDraft, entryKeeper, newestDraft } from './entry-draft.ts';
import { entryFields } from './entry-fields.ts';
import { joining, joinTo } from './entry-join.ts';
import './entry-note.ts';
import './entry-outlook.ts';

const LAST = 'yipanqi.entry.last';

/** S13: quick entry, a drawer over any page. What is typed is kept as a draft until it is registered; Esc only collapses it. */
@customElement('complaint-entry')
export class ComplaintEntry extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      .two { display: grid; grid-template-columns: minmax(0, 12rem) minmax(0, 1fr); gap: var(--s-4); align-items: start; }
      .buttons { display: flex; gap: var(--s-2); justify-content: flex-end; flex-wrap: wrap; margin-top: var(--s-2); }
      form { display: grid; gap: var(--s-3); }
      form .fields { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: var(--s-1) var(--s-3); }
      .wide { grid-column: 1 / -1; }
      .two-thirds { grid-column: span 2; }
      .guard { display: flex; flex-direction: column; justify-content: flex-end; gap: 2px; font-size: var(--t-2); }
      .guard label { display: inline-flex; gap: 6px; align-items: center; }
      .identity { margin: 2px 0 0; padding: 2px var(--s-2); background: var(--orpiment-t); color: var(--orpiment); font-size: var(--t-2); display: flex; flex-wrap: wrap; gap: var(--s-1) var(--s-2); align-items: center; }
      textarea { min-height: 3.75rem; height: 3.75rem; }
      details summary { cursor: pointer; color: var(--azurite); font-size: var(--t-2); min-height: 1.75rem; display: list-item; }
      .join { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--s-2); align-items: center; font-size: var(--t-2); margin-top: var(--s-1); }
      .not { color: var(--cinnabar); }
      @media (max-width: 640px) { .two, form .fields { grid-template-columns: minmax(0, 1fr); } .two-thirds { grid-column: auto; } .buttons button { flex: 1; } }
    `,
  ];

  @state() private open = false;
  @state() private answers: Answers = {};
  @state() private faults: Faults = {};
  @state() private note = '';
  @state() private keptAt = '';
  @state() private notRegistered = '';
  @state() private keptThere = false;
  /** The open record this one is a repeat of: it is joined to that one once it is registered. */
  @state() private joins: SearchHit | undefined;
  @state() private joinReason = '';
  readonly #keeper = entryKeeper((at, where) => {
    this.keptAt = at;
    this.keptThere = where === 'server';
  });
  #stop: (() => void) | undefined;
  #key = '';

  readonly #register = new Task(this, {
    autoRun: false,
    task: async ([next]: readonly [boolean]) => {
      const made = await call(complaintApi.register, { body: this.#intake(), key: this.#key });
      this.#keeper.drop();
      if (this.keptThere) void dropDraft();
      localStorage.setItem(LAST, JSON.stringify({ channel: made.channel, county: made.county }));
      const into = this.joins;
      toast(into ? await joinTo(made, into, this.joinReason) : t('entry.registered', { number: made.number }));
      this.#begin({});
      if (next) void this.updateComplete.then(() => this.#focus());
      else {
        this.open = false;
        go(`/complaints/${made.id}`);
      }
    },
    onError: (error) => this.#refused(error),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('entry-asked', this.#asked);
    this.#stop = this.#keeper.watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('entry-asked', this.#asked);
    this.#stop?.();
  }

  readonly #asked = () => {
    if (this.open) return this.#focus();
    if (Object.keys(this.answers).length === 0) {
      this.#goOn(this.#keeper.found());
      void this.#restore();
    }
    this.open = true;
    // after the drawer has taken its own focus
    setTimeout(() => this.#focus());
  };

  #goOn(draft: Draft<EntryDraft> | undefined): void {
    this.#begin(draft?.answers.answers ?? {});
    this.note = draft?.answers.note ?? '';
    this.keptAt = draft?.at ?? '';
  }

  /** Goes on with what was typed later on another device, unless typing has begun here meanwhile. */
  async #restore(): Promise<void> {
    const before = this.keptAt;
    const draft = await newestDraft();
    if (draft && draft.at > before && this.keptAt === before) this.#goOn(draft);
  }

  /** A fresh form: the channel used last, today, a named complaint; the county is one's own where one serves in one. */
  #begin(answers: Answers): void {
    const last = JSON.parse(localStorage.getItem(LAST) ?? '{}') as { channel?: string };
    this.answers = {
      channel: last.channel ?? 'phone',
      intake: 'complaint',
      anonymity: 'named',
      receivedOn: today(),
      county: ownCounty() ?? '',
      demands: [],
      ...answers,
    };
    this.faults = {};
    this.joins = undefined;
    this.note = '';
    this.keptAt = '';
    this.notRegistered = '';
    this.#key = uuid();
  }

  #focus(): void {
    const note = this.renderRoot.querySelector('entry-note');
    void note?.updateComplete.then(() => note.focus());
  }

  get #form(): HTMLElement | null {
    return this.renderRoot.querySelector('form');
  }

  readonly #changed = () => {
    const form = this.#form;
    if (!form) return;
    this.answers = { ...read(form), restricted: this.answers['restricted'] === true || secret(form) };
    this.#keeper.note({ answers: this.answers, note: this.note });
    for (const field of Object.keys(this.faults))
      if (this.answers[field] !== undefined) {
        const { [field]: _, ...others } = this.faults;
        this.faults = others;
      }
  };

  /** What the note told goes into the fields still empty, or into the one chosen by clicking it. */
  readonly #take = (event: CustomEvent<{ found: readonly Found[]; note: string; chosen: boolean }>) => {
    const { found, note, chosen } = event.detail;
    const before = this.note;
    this.note = note;
    const next: Answers = { ...this.answers, ...read(this.#form!) };
    for (const one of found) fill(next, one, chosen);
    if (note && (!next['content'] || next['content'] === before)) next['content'] = note;
    this.answers = next;
    this.#keeper.note({ answers: next, note });
  };

  /** Who complains goes from the content into the identity. */
  readonly #takeOut = () => {
    this.answers = identityTakenOut({ ...this.answers, ...read(this.#form!) }, today());
    this.#keeper.note({ answers: this.answers, note: this.note });
  };

  /** Where it happened is mostly where the chosen subject is. */
  readonly #subjectChosen = (event: CustomEvent<{ entity: { county: string | null; township: string | null } }>) => {
    const { county, township } = event.detail.entity;
    const now = { ...this.answers, ...read(this.#form!) };
    const here =
      county && COUNTIES.some((code) => code === county) && (!now['county'] || now['county'] === ownCounty());
    if (!here) return;
    this.answers = { ...now, county, ...(township && !now['township'] ? { township } : {}) };
  };

  readonly #joinChosen = (event: CustomEvent<{ hit: SearchHit | undefined }>) => {
    this.joins = event.detail.hit;
    this.joinReason = this.joins ? t('entry.join_reason_usual', { number: this.joins.number }) : '';
  };

  #intake(): ComplaintIntake {
    const { name, phone, idNo, address: _, ...rest } = this.answers as Record<string, string | undefined>;
    const outlook = this.renderRoot.querySelector('entry-outlook');
    const answers = this.answers as Partial<ComplaintIntake>;
    const title = answers.title ?? '';
    const officeId = answers.officeId ?? outlook?.officeId;
    return {
      ...(rest as object),
      ...(this.answers['address'] ? { address: this.answers['address'] as string } : {}),
      title,
      content: answers.content || title,
      complainant: {
        ...(name ? { name } : {}),
        ...(phone ? { phone } : {}),
        ...(idNo ? { idNo } : {}),
      },
      demands: answers.demands ?? [],
      consentPublic: answers.consentPublic ?? false,
      consentEntrust: answers.consentEntrust ?? false,
      restricted: answers.restricted ?? false,
      ...(officeId ? { officeId } : {}),
    } as ComplaintIntake;
  }

  async #submit(next: boolean): Promise<void> {
    this.#changed();
    const intake = {
      ...this.#intake(),
      matter: this.answers['matter'],
      county: this.answers['county'] || undefined,
    };
    this.faults = { ...faultsOfRequired(intake), ...faultsOf(ComplaintIntake, intake) };
    const fields = Object.keys(this.faults);
    if (fields.length > 0) {
      await this.updateComplete;
      focusField(this.renderRoot, fields[0]!);
      return;
    }
    this.notRegistered = '';
    await this.#register.run([next]);
  }

  #refused(error: unknown): void {
    const fields = error instanceof Refusal ? (error.detail['fields'] as Faults | undefined) : undefined;
    this.faults = Object.fromEntries(
      Object.entries(fields ?? {}).map(([field, rule]) => [field.split('.').pop()!, rule]),
    );
    this.notRegistered = sentenceOf(error);
    void this.#keeper.keep();
  }

  readonly #chord = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.#submit(event.shiftKey);
  };

  override render() {
    const busy = this.#register.status === 1;
    return html`<side-drawer heading=${t('entry.title')} ?open=${this.open} @drawer-closed=${() => {
      void this.#keeper.keep();
      this.open = false;
    }} @keydown=${this.#chord}>
      <span slot="status">${this.notRegistered ? html`<strong class="not">${t('draft.not_registered')}</strong> ` : nothing}${
        this.keptAt
          ? t(this.keptThere ? 'draft.kept' : 'draft.kept_here', { time: timeOf(this.keptAt, true) })
          : nothing
      }</span>
      <div class="two">
        <entry-note .note=${this.note} @note-read=${this.#take}></entry-note>
        <form novalidate @input=${this.#changed} @change=${this.#changed} @choice-made=${this.#changed} @subject-chosen=${this.#subjectChosen} @submit=${(event: Event) => event.preventDefault()}>
          ${faultSummary(ComplaintIntake, this.faults)}
          ${this.notRegistered ? html`<p class="problem" role="alert">${t('entry.not_registered', { why: this.notRegistered })}</p>` : nothing}
          ${entryFields(this.answers, this.faults, this.#takeOut)}
        </form>
      </div>
      <div slot="foot">
        <entry-outlook .answers=${this.answers} joins=${this.joins?.id ?? 0} @join-chosen=${this.#joinChosen}></entry-outlook>
        ${joining(this.joins, this.joinReason, (reason) => {
          this.joinReason = reason;
        })}
        <div class="buttons">
          <button ?disabled=${busy} @click=${() => this.#submit(true)}>${t('entry.submit_next')} <kbd>Ctrl+Shift+Enter</kbd></button>
          <button class="primary" ?disabled=${busy} @click=${() => this.#submit(false)}>${t('entry.submit')} <kbd>Ctrl+Enter</kbd></button>
        </div>
      </div>
    </side-drawer>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'complaint-entry': ComplaintEntry;
  }
}
