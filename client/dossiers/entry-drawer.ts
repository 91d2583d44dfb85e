import { Task } from '@lit/task';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { session } from '#client/auth/session.ts';
import '#client/elements/side-drawer.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call, uuid } from '#client/kernel/api.ts';
import { answersOf, faultSummary, focusField } from '#client/kernel/fields.ts';
import { timeOf } from '#client/kernel/format.ts';
import { isComposing } from '#client/kernel/ime.ts';
import { keptForm } from '#client/kernel/kept-form.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { sentenceOf, t, type WordKey } from '#client/kernel/words.ts';
import { officeOf } from '#client/offices/directory.ts';
import { dossierApi } from '#shared/dossiers/dossier.api.ts';
import type { Kind } from '#shared/dossiers/dossier.kinds.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { type Faults, type FormSchema, faultsOf } from '#shared/kernel/faults.ts';
import { pathOf } from './ledgers.ts';

/** What stands in a form, by field. */
export type Answers = Record<string, unknown>;

/** A record as a form opens it. */
export interface Entry {
  readonly kind: Kind;
  /** The name its drafts are kept under. */
  readonly draft: string;
  /** The event of the window that opens it; a fresh form begins with what its detail says. */
  readonly asked: string;
  readonly schema: FormSchema;
  /** What the drawer and its button are called: the act itself. */
  readonly verb: WordKey;
  /** What is said once it is done, with the `{number}` of the record. */
  readonly done: WordKey;
  /** The field the work begins at. */
  readonly first: string;
}

/**
 * A form that makes a record, a drawer over any page. What is typed is kept as a draft until it is a record; Esc only collapses it. A
 * field `sourceId` is typed as the number of the record it comes from.
 */
export abstract class EntryDrawer extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      form { display: grid; gap: var(--s-3); }
      form > .fields { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--s-2) var(--s-4); }
      .wide { grid-column: 1 / -1; }
      .buttons { display: flex; gap: var(--s-2); justify-content: flex-end; }
      textarea { min-height: 4.5rem; }
      @media (max-width: 640px) { form > .fields { grid-template-columns: minmax(0, 1fr); } .buttons button { flex: 1; } }
    `,
  ];

  @state() private open = false;
  @state() private keptAt = '';
  @state() private refused = '';
  /** What it was asked to begin with while another draft stands in the form: taken over only when told to. */
  @state() private brought: Answers | undefined;
  /** What the form began with. */
  @state() protected answers: Answers = {};
  @state() protected faults: Faults = {};
  readonly #entry: Entry;
  readonly #kept;
  readonly #keeper;
  #key = '';
  #forms = 0;
  #stop: (() => void) | undefined;

  constructor(entry: Entry) {
    super();
    this.#entry = entry;
    this.#kept = keptForm<Answers>(entry.draft);
    this.#keeper = this.#kept.keeper((at) => {
      this.keptAt = at;
    });
  }

  /** What a fresh form begins with. */
  protected abstract fresh(): Answers;
  /** Makes the record; the key makes sure that a second press makes no second one. */
  protected abstract make(answers: Answers, key: string): Promise<{ readonly id: number; readonly number: string }>;
  protected abstract fields(): TemplateResult;
  /** Everything wrong with the answers that can be told before asking the server. */
  protected check(answers: Answers): Faults {
    return faultsOf(this.#entry.schema, answers);
  }

  /** Answers that no field of the form holds under its own name. */
  protected also(_form: ParentNode): Answers {
    return {};
  }

  /** Hears what stands in the form after every change. */
  protected typed(_answers: Answers): void {}

  readonly #make = new Task(this, {
    autoRun: false,
    task: async () => {
      const { done, kind } = this.#entry;
      const { sourceId: number, ...answers } = this.#typed();
      const faults = this.check(answers);
      if (Object.keys(faults).length > 0) throw invalid(faults);
      const source = number ? { sourceId: await idOf(String(number)) } : {};
      const made = await this.make({ ...answers, ...source }, this.#key);
      this.#keeper.drop();
      void this.#kept.drop();
      toast(t(done, { number: made.number }));
      this.#begin({});
      this.open = false;
      go(pathOf({ kind, id: made.id }));
    },
    onError: (error) => {
      this.faults = (error instanceof Refusal ? (error.detail['fields'] as Faults | undefined) : undefined) ?? {};
      this.refused = Object.keys(this.faults).length > 0 ? '' : sentenceOf(error);
      void this.#keeper.keep();
      void this.updateComplete.then(() => focusField(this.renderRoot, Object.keys(this.faults)[0] ?? ''));
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener(this.#entry.asked, this.#asked);
    this.#stop = this.#keeper.watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener(this.#entry.asked, this.#asked);
    this.#stop?.();
  }

  readonly #asked = (event: Event) => {
    const begun = (event as CustomEvent<Answers | null>).detail ?? {};
    const brings = Object.keys(begun).length > 0;
    const isFirst = Object.keys(this.answers).length === 0;
    const draft = isFirst ? this.#keeper.found() : undefined;
    if (isFirst || (brings && this.keptAt === '')) {
      this.#begin(draft?.answers ?? begun); // what was typed and is not a record yet comes first
      this.keptAt = draft?.at ?? '';
      if (!draft && !brings) void this.#restore();
    }
    this.brought = brings && this.keptAt !== '' ? begun : undefined;
    this.open = true;
    setTimeout(() => focusField(this.renderRoot, this.#entry.first));
  };

  /** What was begun on another device, unless typing has begun here meanwhile. */
  async #restore(): Promise<void> {
    const draft = await this.#kept.newest();
    if (!draft || this.keptAt !== '') return;
    this.#begin(draft.answers);
    this.keptAt = draft.at;
  }

  #begin(answers: Answers): void {
    const region = officeOf(session()?.officeId ?? 0)?.region;
    this.answers = { county: region ?? '', ...this.fresh(), ...answers };
    this.faults = {};
    this.refused = '';
    this.brought = undefined;
    this.keptAt = '';
    this.#key = uuid();
    this.#forms += 1;
    this.typed(this.answers);
  }

  /** Closes the drawer; what is typed stays as a draft. */
  protected collapse(): void {
    if (this.renderRoot.querySelector('form')) this.answers = this.#typed();
    void this.#keeper.keep();
    this.open = false;
  }

  #typed(): Answers {
    const form = this.renderRoot.querySelector('form')!;
    const { sourceId: _, ...answers } = answersOf(this.#entry.schema, form);
    const number = form.querySelector<HTMLInputElement>('[name="sourceId"]')?.value.trim();
    return { ...answers, ...this.also(form), ...(number ? { sourceId: number } : {}) };
  }

  readonly #changed = () => {
    if (!this.renderRoot.querySelector('form')) return;
    this.typed(this.#typed());
    this.#keeper.note(this.#typed());
  };

  readonly #chord = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.#make.run();
  };

  override render() {
    const verb = t(this.#entry.verb);
    return html`<side-drawer heading=${verb} ?open=${this.open} @drawer-closed=${() => this.collapse()} @keydown=${this.#chord}>
      <span slot="status">${this.keptAt ? t('draft.kept', { time: timeOf(this.keptAt, true) }) : nothing}</span>
      ${this.open ? keyed(this.#forms, this.#form()) : nothing}
      <div slot="foot" class="buttons"><button class="primary" ?disabled=${this.#make.status === 1} @click=${() => this.#make.run()}>${verb} <kbd>Ctrl+Enter</kbd></button></div>
    </side-drawer>`;
  }

  #form() {
    return html`<form novalidate @input=${this.#changed} @change=${this.#changed} @choice-made=${this.#changed} @submit=${(event: Event) => event.preventDefault()}>
      ${faultSummary(this.#entry.schema, this.faults)}
      ${this.brought ? html`<p class="helper" role="status">${t('draft.other')} <button type="button" class="small" @click=${() => this.#begin(this.brought!)}>${t('draft.take_brought')}</button></p>` : nothing}
      ${this.refused ? html`<p class="problem" role="alert">${this.refused}</p>` : nothing}
      ${this.fields()}
    </form>`;
  }
}

/** The record a number belongs to; whoever may not see it is told that the number is unknown. */
async function idOf(number: string): Promise<number> {
  try {
    return (await call(dossierApi.find, { params: { number } })).id;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') throw invalid({ sourceId: 'unknown' });
    throw error;
  }
}
