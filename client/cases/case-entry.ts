import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { session } from '#client/auth/session.ts';
import { today } from '#client/clocks/law.ts';
import { matterChoices } from '#client/complaints/entry-fields.ts';
import '#client/elements/combo-box.ts';
import '#client/elements/row-list.ts';
import '#client/elements/side-drawer.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call, uuid } from '#client/kernel/api.ts';
import { answersOf, faultSummary, fieldOf, focusField } from '#client/kernel/fields.ts';
import { timeOf } from '#client/kernel/format.ts';
import { isComposing } from '#client/kernel/ime.ts';
import { keptForm } from '#client/kernel/kept-form.ts';
import { countyChoices } from '#client/kernel/places.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { sentenceOf, t } from '#client/kernel/words.ts';
import { officeOf } from '#client/offices/directory.ts';
import { caseApi } from '#shared/cases/case.api.ts';
import { CaseIntake, Party } from '#shared/cases/case.asks.ts';
import { dossierApi } from '#shared/dossiers/dossier.api.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { type Faults, type FormSchema, faultsOf } from '#shared/kernel/faults.ts';

type Answers = Record<string, unknown>;
const kept = keptForm<Answers>('case');
const schema = CaseIntake as unknown as FormSchema;
const PARTY_FIELDS = ['kind', 'name', 'creditCode', 'noCode', 'legalRep', 'idNo', 'phone', 'address'];
const FIRST = ['source', 'foundOn'] as const;
const REST = [
  'actEndedOn',
  'goodsValueFen',
  'illegalGainsFen',
  'township',
  'place',
  'sourceId',
  'sourceNote',
  'foreignNumber',
] as const;

/** Registers a clue, a drawer over any page. What is typed is kept as a draft until it is registered; Esc only collapses it. */
@customElement('case-entry')
export class CaseEntry extends LitElement {
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
  @state() private answers: Answers = {};
  @state() private faults: Faults = {};
  @state() private keptAt = '';
  @state() private refused = '';
  #key = '';
  #form = 0;
  readonly #keeper = kept.keeper((at) => {
    this.keptAt = at;
  });
  #stop: (() => void) | undefined;

  readonly #register = new Task(this, {
    autoRun: false,
    task: async () => {
      const body = await this.#intake();
      const made = await call(caseApi.register, { body, key: this.#key });
      this.#keeper.drop();
      void kept.drop();
      toast(t('cases.registered', { number: made.number }));
      this.#begin({});
      this.open = false;
      go(`/cases/${made.id}`);
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
    window.addEventListener('case-asked', this.#asked);
    this.#stop = this.#keeper.watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('case-asked', this.#asked);
    this.#stop?.();
  }

  readonly #asked = () => {
    if (Object.keys(this.answers).length === 0) {
      const draft = this.#keeper.found();
      this.#begin(draft?.answers ?? {});
      this.keptAt = draft?.at ?? '';
      if (!draft) void this.#restore();
    }
    this.open = true;
    setTimeout(() => focusField(this.renderRoot, 'title'));
  };

  /** What was begun on another device, unless typing has begun here meanwhile. */
  async #restore(): Promise<void> {
    const draft = await kept.newest();
    if (!draft || this.keptAt !== '') return;
    this.#begin(draft.answers);
    this.keptAt = draft.at;
  }

  #begin(answers: Answers): void {
    const region = officeOf(session()?.officeId ?? 0)?.region;
    this.answers = { source: 'inspection', foundOn: today(), county: region ?? '', parties: [], ...answers };
    this.faults = {};
    this.refused = '';
    this.keptAt = '';
    this.#key = uuid();
    this.#form += 1;
  }

  readonly #changed = () => {
    const form = this.renderRoot.querySelector('form');
    if (!form) return;
    const typed = answersOf(schema, form);
    const source = form.querySelector<HTMLInputElement>('[name="sourceId"]')?.value.trim();
    this.#keeper.note({ ...typed, ...(source ? { sourceId: source } : {}) });
  };

  async #intake(): Promise<CaseIntake> {
    const form = this.renderRoot.querySelector('form')!;
    const { sourceId: _, ...typed } = answersOf(schema, form);
    const number = form.querySelector<HTMLInputElement>('[name="sourceId"]')?.value.trim();
    const intake: Answers = { graveHarm: false, restricted: false, parties: [], ...typed };
    const faults = faultsOf(schema, intake);
    if (Object.keys(faults).length > 0) throw invalid(faults);
    return { ...intake, ...(number ? { sourceId: await idOf(number) } : {}) } as unknown as CaseIntake;
  }

  readonly #chord = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.#register.run();
  };

  override render() {
    const busy = this.#register.status === 1;
    return html`<side-drawer heading=${t('cases.register')} ?open=${this.open} @drawer-closed=${() => {
      void this.#keeper.keep();
      this.open = false;
    }} @keydown=${this.#chord}>
      <span slot="status">${this.keptAt ? t('draft.kept', { time: timeOf(this.keptAt, true) }) : nothing}</span>
      ${this.open ? this.#fields() : nothing}
      <div slot="foot" class="buttons"><button class="primary" ?disabled=${busy} @click=${() => this.#register.run()}>${t('cases.register')} <kbd>Ctrl+Enter</kbd></button></div>
    </side-drawer>`;
  }

  #fields() {
    const asked = { faults: this.faults, values: this.answers };
    const field = (name: string, custom?: (id: string) => unknown) =>
      fieldOf(schema, name, { ...asked, look: custom ? { custom: { [name]: custom } } : {} });
    const combo = (name: string, choices: readonly { value: string; label: string }[]) => (id: string) =>
      html`<combo-box id=${id} name=${name} label=${t(`CaseIntake.${name}` as 'CaseIntake.matter')} .value=${String(this.answers[name] ?? '')} .choices=${choices} ?invalid=${this.faults[name] !== undefined}></combo-box>`;
    return html`<form novalidate @input=${this.#changed} @change=${this.#changed} @choice-made=${this.#changed} @submit=${(event: Event) => event.preventDefault()}>
      ${faultSummary(schema, this.faults)}
      ${this.refused ? html`<p class="problem" role="alert">${this.refused}</p>` : nothing}
      <div class="fields">
        <div class="wide">${field('title')}</div>
        ${FIRST.map((name) => field(name))}
        ${field('matter', combo('matter', matterChoices()))} ${field('county', combo('county', countyChoices()))}
        <div class="wide">${field('violation')}</div>
        <div class="wide">${field('content')}</div>
        <div class="wide">${field(
          'parties',
          () =>
            html`<row-list name="parties" words="Party" .schema=${Party as unknown as FormSchema} .only=${PARTY_FIELDS} .rows=${this.answers['parties'] as Answers[]} .faults=${this.faults}></row-list>`,
        )}</div>
        ${REST.map((name) => field(name, name === 'sourceId' ? (id) => html`<input id=${id} name="sourceId" autocomplete="off" .value=${String(this.answers['sourceId'] ?? '')} />` : undefined))}
        <div class="wide">${field('graveHarm')}</div>
        <div class="wide">${field('restricted')}</div>
      </div>
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

declare global {
  interface HTMLElementTagNameMap {
    'case-entry': CaseEntry;
  }
}
