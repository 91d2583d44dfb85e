import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import { pathOf, stateWord } from '#client/dossiers/ledgers.ts';
import '#client/elements/record-page.ts';
import { Address, changeQuery } from '#client/kernel/address.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { loading, problemAgain, t } from '#client/kernel/words.ts';
import { officeShort } from '#client/offices/directory.ts';
import { onElsewhere } from '#client/shell/live.ts';
import { type EntityEvent, entityApi } from '#shared/entities/entity.api.ts';
import type { Entity } from '#shared/entities/entity.schema.ts';
import './entity-facts.ts';
import { busyText, watchMark, word } from './entity-look.ts';
import './entity-merges.ts';
import './entity-repeats.ts';
import { entityTags } from './entity-styles.ts';
import './entity-timeline.ts';
import './entity-visits.ts';
import './entity-watch.ts';

interface Loaded {
  readonly entity: Entity;
  readonly events: readonly EntityEvent[];
  readonly stubs: readonly NonNullable<EntityEvent['record']>[];
}

/** S24: one entity 一户一档: what it is, what runs against it, who was there, what all departments did with it. */
@customElement('entity-page')
export class EntityPage extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    entityTags,
    css`
      :host { display: block; }
      .box { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-2); }
      .box li { font-size: var(--t-3); border-top: 1px solid var(--rule); padding: var(--s-1) 0; }
      .box small { color: var(--ink-2); }
      @media (max-width: 640px) { .box.sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
    `,
  ];

  @property({ attribute: 'entity-id' }) entityId = '';
  @state() private shown: Loaded | undefined;
  readonly #address = new Address(this);
  #stop: (() => void) | undefined;

  readonly #page = new Task(this, {
    args: () => [Number(this.entityId)] as const,
    task: async ([id], { signal }): Promise<Loaded> => {
      const [entity, told] = await Promise.all([
        call(entityApi.read, { params: { id }, signal }),
        call(entityApi.timeline, { params: { id }, signal }),
      ]);
      return { entity, ...told };
    },
    onComplete: (loaded) => {
      this.shown = loaded;
      document.title = `${t('nav.entities')} · ${t('app.name')}`; // a name may be somebody's: it does not stand in a title
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    const hear = (topic: string) => onElsewhere(topic, () => void this.#page.run());
    const stops = [hear('entity'), hear('dossier')];
    this.#stop = () => stops.forEach((stop) => void stop());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  readonly #reload = () => void this.#page.run();

  override render() {
    return this.#page.render({
      pending: () => (this.shown?.entity.id === Number(this.entityId) ? this.#whole(this.shown) : loading()),
      error: (error) =>
        problemAgain(error, this.#reload, html`<a class="button" href="/entities">${t('record.to_list')}</a>`),
      complete: (loaded) => this.#whole(loaded),
    });
  }

  #whole(loaded: Loaded) {
    const { entity, events, stubs } = loaded;
    const past = entity.mergedInto !== null;
    const tabs = [
      { key: 'overview', label: t('dossier.tab.overview') },
      { key: 'timeline', label: t('entity.tab.timeline'), count: events.length + stubs.length },
      { key: 'visits', label: t('entity.tab.visits') },
      { key: 'repeats', label: t('entity.tab.repeats') },
      { key: 'watch', label: t('entity.tab.watch') },
    ];
    const tab = this.#address.query.get('tab') ?? 'overview';
    const bodies: Record<string, () => unknown> = {
      overview: () => html`<entity-facts .entity=${entity} @identity-opened=${this.#reload}></entity-facts>`,
      timeline: () => html`<entity-timeline .events=${events} .stubs=${stubs}></entity-timeline>`,
      visits: () =>
        html`<entity-visits .entity=${entity.id} county=${entity.county ?? ''} ?past=${past} @visit-logged=${this.#reload}></entity-visits>`,
      repeats: () => html`<entity-repeats .entity=${entity.id}></entity-repeats>`,
      watch: () =>
        html`<entity-watch .entity=${entity.id} ?past=${past} @watch-changed=${this.#reload}></entity-watch>`,
    };
    return html`<record-page number=${word('entity.kind', entity.kind)} title=${entity.name} .tabs=${tabs} tab=${tab}
        @tab-changed=${(event: CustomEvent<{ key: string }>) => changeQuery({ tab: event.detail.key === 'overview' ? null : event.detail.key })}>
        <span slot="light">${watchMark(entity.watch)}</span>
        <span slot="owner">${this.#standing(entity)}</span>
        <div slot="step" class="actions">${this.#tools(entity)}</div>
        ${past ? html`<p class="problem" slot="note" role="status">${t('entity.merged_away')} <a href="/entities/${entity.mergedInto}">${t('entity.go_on')}</a></p>` : nothing}
        <div slot=${bodies[tab] ? tab : 'overview'}>${(bodies[tab] ?? bodies['overview']!)()}</div>
        <div slot="next">${this.#running(loaded)}</div>
        <entity-merges slot="next" .merges=${entity.merges} @entity-parted=${this.#reload}></entity-merges>
      </record-page>`;
  }

  #standing(entity: Entity) {
    const { standing, riskClass } = entity;
    return html`<span class="tag ${standing === 'open' ? '' : 'past'}">${word('entity.standing', standing)}</span>
      ${riskClass ? html`<span class="tag">${word('entity.risk', riskClass)}</span>` : nothing} ${busyText(entity)}`;
  }

  #tools({ id, mergedInto }: Entity) {
    const open = mergedInto === null;
    return html`${open && may('entity.edit') ? html`<a class="button small" href="/entities/${id}/edit">${t('record.edit')}</a>` : nothing}
      ${open && may('entity.merge') ? html`<a class="button small" href="/entities/${id}/merge">${t('entity.merge')}</a>` : nothing}
      <button class="small" @click=${() => print()}>${t('action.print')}</button>`;
  }

  /** Records somebody still works on, as far as the reader sees them. */
  #running({ events, stubs }: Loaded) {
    const open = events.flatMap(({ what, record }) =>
      what === 'record' && record && !record.closedOn ? [record] : [],
    );
    return html`<section class="box sheet"><h2>${t('entity.running', { n: open.length })}</h2>
      ${open.length === 0 ? html`<p class="helper">${t('entity.running_none')}</p>` : html`<ul>${open.slice(0, 12).map((one) => html`<li><a href=${pathOf(one)}>${one.number}</a> ${one.title}<br /><small>${officeShort(one.ownerOfficeId)} · ${stateWord(one.kind, one.state)}</small></li>`)}</ul>`}
      ${stubs.length > 0 ? html`<p class="helper">${t('entity.restricted_count', { n: stubs.length })}</p>` : nothing}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'entity-page': EntityPage;
  }
}
