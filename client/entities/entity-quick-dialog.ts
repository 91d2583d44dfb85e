import { Task } from '@lit/task';
import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '#client/elements/dialog-box.ts';
import '#client/elements/problem-line.ts';
import { call, uuid } from '#client/kernel/api.ts';
import { isComposing } from '#client/kernel/ime.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { entityApi, type SimilarAsk } from '#shared/entities/entity.api.ts';
import type { EntityFiling } from '#shared/entities/entity.schema.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import type { Faults } from '#shared/kernel/faults.ts';
import { faultsIn, filingFrom } from './entity-answers.ts';
import './entity-form.ts';
import type { EntityForm } from './entity-form.ts';
import './entity-similar.ts';
import type { EntitySimilar } from './entity-similar.ts';

/** Files an entity in the middle of something else, with what may be it already beside. Fires `entity-ready` `{ entity }`, filed or taken, and `filing-cancelled`. */
@customElement('entity-quick-dialog')
export class EntityQuickDialog extends LitElement {
  static override styles = [base, buttons, css`:host { display: contents; }`];

  @property() typed = '';
  @property() county = '';
  @state() private faults: Faults = {};
  @state() private ask: SimilarAsk = {};
  @query('entity-form') private form!: EntityForm | null;
  @query('entity-similar') private similar!: EntitySimilar | null;
  #key = uuid();
  #begun: Readonly<Record<string, unknown>> = {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.#begun = { name: this.typed, standing: 'open', ...(this.county ? { places: [{ county: this.county }] } : {}) };
    this.ask = { name: this.typed, ...(this.county ? { county: this.county } : {}) };
  }

  protected override firstUpdated(): void {
    setTimeout(() => this.form?.focusFault('kind')); // after the dialog has taken its own focus
  }

  readonly #file = new Task(this, {
    autoRun: false,
    task: async ([body]: readonly [Record<string, unknown>]) => {
      const others = (this.similar?.hits ?? []).map(({ id }) => id);
      const filing = { ...body, ...(others.length > 0 ? { others } : {}) } as EntityFiling;
      this.#ready(await call(entityApi.file, { body: filing, key: this.#key }));
    },
    onError: (error) => {
      this.#key = uuid();
      if (error instanceof Refusal) this.faults = (error.detail['fields'] as Faults | undefined) ?? {};
    },
  });

  #ready(entity: object): void {
    this.dispatchEvent(new CustomEvent('entity-ready', { detail: { entity } }));
  }

  #submit(): void {
    if (!this.form) return;
    const body = filingFrom(this.form.answers);
    this.faults = faultsIn(body, undefined);
    const [first] = Object.keys(this.faults);
    if (first) void this.updateComplete.then(() => this.form?.focusFault(first));
    else void this.#file.run([body]);
  }

  readonly #chord = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#submit();
  };

  readonly #cancel = () => this.dispatchEvent(new Event('filing-cancelled'));

  override render() {
    const same = this.#file.error instanceof Refusal && this.#file.error.code === 'already_exists';
    return html`<dialog-box open wide heading=${t('entity.file')} @dialog-closed=${this.#cancel} @keydown=${this.#chord}
        @input=${this.#keep} @change=${this.#keep} @choice-made=${this.#keep}>
      <entity-similar choosable .ask=${this.ask} @entity-taken=${(event: CustomEvent<{ hit: object }>) => this.#ready(event.detail.hit)}></entity-similar>
      <entity-form brief .values=${this.#begun} .faults=${this.faults} @entity-typed=${() => {
        if (this.form) this.ask = this.form.similarAsk;
      }}></entity-form>
      ${same ? html`<p class="problem" role="alert">${t('entity.same_code')}</p>` : html`<problem-line .error=${Object.keys(this.faults).length > 0 ? undefined : this.#file.error}></problem-line>`}
      <button slot="buttons" @click=${this.#cancel}>${t('action.cancel')}</button>
      <button slot="buttons" class="primary" ?disabled=${this.#file.status === 1} @click=${() => this.#submit()}>${t('entity.file_do')} <kbd>Ctrl+Enter</kbd></button>
    </dialog-box>`;
  }

  /** What is typed here is not typed into the form the dialog was opened from. */
  readonly #keep = (event: Event) => event.stopPropagation();
}

declare global {
  interface HTMLElementTagNameMap {
    'entity-quick-dialog': EntityQuickDialog;
  }
}
