import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { session } from '#client/auth/session.ts';
import '#client/elements/conflict-dialog.ts';
import { clashes, type FieldVersions } from '#client/elements/conflict/merge.ts';
import '#client/elements/problem-line.ts';
import { call, uuid } from '#client/kernel/api.ts';
import { timeOf } from '#client/kernel/format.ts';
import { isComposing } from '#client/kernel/ime.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { loading, problem, say, t } from '#client/kernel/words.ts';
import { officeOf } from '#client/offices/directory.ts';
import { tellDone } from '#client/operations/undo.ts';
import { entityApi, type SimilarAsk } from '#shared/entities/entity.api.ts';
import type { Entity, EntityEdit, EntityFiling } from '#shared/entities/entity.schema.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import type { Faults } from '#shared/kernel/faults.ts';
import { COUNTIES } from '#shared/offices/regions.ts';
import { changesFrom, faultsIn, filingFrom, textOf, valuesOf } from './entity-answers.ts';
import './entity-form.ts';
import { filingKeeper } from './entity-draft.ts';
import type { EntityForm, EntityValues } from './entity-form.ts';
import './entity-similar.ts';
import type { EntitySimilar } from './entity-similar.ts';

type Fields = Record<string, unknown>;

/** Files an entity, or edits one: what is on file already stands beside the fields while they are typed. What is typed is kept as a draft. */
@customElement('entity-form-page')
export class EntityFormPage extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host { display: block; max-width: 1160px; margin: 0 auto; }
      header { display: flex; flex-wrap: wrap; gap: var(--s-2) var(--s-4); align-items: center; position: sticky; top: calc(-1 * var(--s-3)); background: var(--desk); padding: var(--s-2) 0; z-index: 8; }
      h1 { flex: 1; }
      .columns { display: grid; grid-template-columns: minmax(0, 1fr) 320px; gap: var(--s-4); align-items: start; margin-top: var(--s-2); }
      aside { position: sticky; top: 3.5rem; }
      @media (max-width: 900px) { .columns { grid-template-columns: minmax(0, 1fr); } aside { position: static; order: -1; } }
      @media (max-width: 640px) { header { padding: var(--s-2) var(--s-3); position: static; } header .actions { width: 100%; } header button { flex: 1; } }
    `,
  ];

  @property({ attribute: 'entity-id' }) entityId = '';
  @state() private faults: Faults = {};
  @state() private ask: SimilarAsk = {};
  @state() private conflict: readonly FieldVersions[] = [];
  @state() private keptAt = '';
  @query('entity-form') private form!: EntityForm | null;
  @query('entity-similar') private similar!: EntitySimilar | null;
  readonly #keeper = filingKeeper((at) => {
    this.keptAt = at;
  });
  readonly #openedAt = new Date();
  #key = uuid();
  #stop: (() => void) | undefined;
  #base: Entity | undefined;
  #version = 0;
  #mine: Fields = {};
  #theirs: Fields = {};

  readonly #page = new Task(this, {
    args: () => [Number(this.entityId) || 0] as const,
    task: async ([id], { signal }): Promise<EntityValues> => {
      if (id === 0) return { ...fresh(), ...(this.#keeper.found()?.answers ?? {}) };
      const entity = await call(entityApi.read, { params: { id }, signal });
      this.#base = entity;
      this.#version = entity.version;
      return valuesOf(entity);
    },
  });

  readonly #save = new Task(this, {
    autoRun: false,
    task: async ([body]: readonly [Fields]) => {
      const others = (this.similar?.hits ?? []).map(({ id }) => id);
      const seen = others.length > 0 && 'code' in body ? { others } : {};
      const saved = this.#base
        ? await call(entityApi.edit, {
            params: { id: this.#base.id },
            body: { ...body, ...seen, version: this.#version } as EntityEdit,
          })
        : await call(entityApi.file, { body: { ...body, ...seen } as EntityFiling, key: this.#key });
      if (!this.#base) this.#keeper.drop();
      const said = t(this.#base ? 'entity.saved' : 'entity.filed', { name: saved.name });
      tellDone(said, (saved as { readonly operation?: number | null }).operation);
      go(`/entities/${saved.id}`, 'replace');
    },
    onError: (error) => this.#refused(error),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.#keeper.watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  readonly #typed = () => {
    if (!this.form) return;
    this.ask = this.form.similarAsk;
    if (!this.#base) this.#keeper.note(this.form.answers);
  };

  #submit(): void {
    if (!this.form) return;
    const { answers } = this.form;
    const body = this.#base ? changesFrom(this.#base, answers) : filingFrom(answers);
    this.faults = faultsIn(body, this.#base);
    const [first] = Object.keys(this.faults);
    if (first) void this.updateComplete.then(() => this.form?.focusFault(first));
    else if (this.#base && Object.keys(body).length === 0) go(`/entities/${this.#base.id}`, 'replace');
    else {
      this.#mine = body;
      void this.#save.run([body]);
    }
  }

  #refused(error: unknown): void {
    if (!(error instanceof Refusal)) return;
    this.#key = uuid();
    this.faults = (error.detail['fields'] as Faults | undefined) ?? {};
    const current = error.detail['current'] as Fields | undefined;
    if (error.code !== 'changed_meanwhile' || !current) return;
    this.#theirs = current;
    this.#version = Number(error.detail['version']);
    const versions = Object.keys(this.#mine)
      .filter((field) => field !== 'person')
      .map((field) => this.#versionsOf(field));
    if (clashes(versions)) this.conflict = versions;
    else void this.#save.run([this.#mine]);
  }

  #versionsOf(field: string): FieldVersions {
    const before = valuesOf(this.#base!) as Fields;
    return {
      key: field,
      label: say(`EntityFiling.${field}`) ?? field,
      base: textOf(before[field]),
      theirs: textOf(this.#theirs[field]),
      mine: textOf(this.#mine[field]),
    };
  }

  /** What was taken over from the other stays as it is; mine is sent. */
  readonly #merged = (event: CustomEvent<{ values: Record<string, string> }>) => {
    const { person } = this.#mine;
    const next: Fields = person ? { person } : {};
    for (const [field, text] of Object.entries(event.detail.values))
      if (text !== textOf(this.#theirs[field])) next[field] = this.#mine[field];
    this.conflict = [];
    if (Object.keys(next).length > 0) void this.#save.run([next]);
    else go(`/entities/${this.entityId}`, 'replace');
  };

  readonly #chord = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#submit();
  };

  override render() {
    return this.#page.render({ pending: loading, error: problem, complete: (values) => this.#whole(values) });
  }

  #whole(values: EntityValues) {
    const failed = Object.keys(this.faults).length > 0 || this.conflict.length > 0 ? undefined : this.#save.error;
    const title = this.#base ? t('entity.edit', { name: this.#base.name }) : t('entity.file');
    const same = failed instanceof Refusal && failed.code === 'already_exists';
    return html`<div @keydown=${this.#chord}>
      <header><h1>${title}</h1>
        ${this.keptAt ? html`<small role="status">${t('draft.kept_here', { time: timeOf(this.keptAt, true) })}</small>` : nothing}
        <div class="actions"><a class="button" href=${this.#base ? `/entities/${this.#base.id}` : '/entities'}>${t('action.cancel')}</a>
        <button class="primary" ?disabled=${this.#save.status === 1} @click=${() => this.#submit()}>${t(this.#base ? 'action.save' : 'entity.file_do')} <kbd>Ctrl+Enter</kbd></button></div></header>
      ${same ? html`<p class="problem" role="alert">${t('entity.same_code')}</p>` : html`<problem-line .error=${failed}></problem-line>`}
      <div class="columns">
        <entity-form .values=${values} .faults=${this.faults} .entity=${this.#base?.id ?? 0} @entity-typed=${this.#typed}></entity-form>
        <aside><entity-similar .ask=${this.ask}></entity-similar></aside>
      </div>
    </div>
    <conflict-dialog ?open=${this.conflict.length > 0} .fields=${this.conflict} .other=${{ number: this.#base?.name ?? '', name: '', time: timeOf(new Date()), opened: timeOf(this.#openedAt) }}
      @conflict-merged=${this.#merged} @conflict-discarded=${() => go(`/entities/${this.entityId}`, 'replace')}
      @conflict-drafted=${() => {
        this.conflict = [];
      }}></conflict-dialog>`;
  }
}

/** A fresh form: trading, and in one's own county where one serves in one. */
function fresh(): EntityValues {
  const own = officeOf(session()?.officeId)?.region;
  return { standing: 'open', ...(COUNTIES.some((code) => code === own) ? { places: [{ county: own }] } : {}) };
}

declare global {
  interface HTMLElementTagNameMap {
    'entity-form-page': EntityFormPage;
  }
}
