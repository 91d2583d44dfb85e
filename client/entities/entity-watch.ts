import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may, session } from '#client/auth/session.ts';
import { today } from '#client/clocks/law.ts';
import '#client/elements/reason-dialog.ts';
import { call } from '#client/kernel/api.ts';
import { dayOf } from '#client/kernel/format.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { loading, problem, t } from '#client/kernel/words.ts';
import { officeShort, personName } from '#client/offices/directory.ts';
import { type WatchMark, watchApi } from '#shared/entities/watch.api.ts';
import type { Department } from '#shared/offices/departments.ts';
import './watch-ask.ts';
import './watch-mark.ts';

/** Marks on an entity that are for this reader's eyes; asked for, decided and ended here. Fires `watch-changed`. */
@customElement('entity-watch')
export class EntityWatch extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      li { border-left: 3px solid var(--rule); padding: var(--s-1) var(--s-3); margin-top: var(--s-3); display: grid; gap: 2px; font-size: var(--t-3); }
      li.force { border-left-color: var(--m-duban); }
      .line { display: flex; flex-wrap: wrap; gap: 2px var(--s-3); align-items: center; }
      .who { color: var(--ink-2); font-size: var(--t-2); }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
    `,
  ];

  @property({ type: Number }) entity = 0;
  @property({ type: Boolean }) past = false;
  @state() private asking = false;
  @state() private answering: { mark: WatchMark; how: 'refuse' | 'end' } | undefined;

  readonly #marks = new Task(this, {
    args: () => [this.entity] as const,
    task: ([id], { signal }) => call(watchApi.ofEntity, { params: { id }, signal }),
  });
  readonly #answer = new Task(this, {
    autoRun: false,
    task: async ([id, how, reason]: readonly [number, 'approve' | 'refuse' | 'end', string]) => {
      if (how === 'end') await call(watchApi.end, { params: { id }, body: { reason } });
      else
        await call(watchApi.decide, {
          params: { id },
          body: { approve: how === 'approve', ...(reason ? { reason } : {}) },
        });
      this.#done();
    },
  });

  #done(): void {
    this.asking = false;
    this.answering = undefined;
    void this.#marks.run();
    this.dispatchEvent(new Event('watch-changed'));
  }

  override render() {
    return html`<section class="sheet"><h2>${t('entity.tab.watch')}</h2>
      <p class="helper">${t('watch.helper')}</p>
      ${
        may('watch.ask') && !this.past
          ? html`<button @click=${() => {
              this.asking = true;
            }}>${t('watch.ask')}</button>`
          : nothing
      }
      ${problem(this.#answer.error)}
      ${this.#marks.render({ pending: loading, error: problem, complete: (marks) => (marks.length === 0 ? html`<p class="helper">${t('watch.none')}</p>` : html`<ul>${marks.map((one) => this.#mark(one))}</ul>`) })}
    </section>
    ${
      this.asking
        ? html`<watch-ask .entity=${this.entity} @watch-asked=${() => this.#done()} @ask-cancelled=${() => {
            this.asking = false;
          }}></watch-ask>`
        : nothing
    }${this.answering ? this.#dialog(this.answering) : nothing}`;
  }

  #mark(mark: WatchMark) {
    const { level, reason, validFrom, validUntil, state: at, officeId, askedBy, askedAt, answer } = mark;
    const force = at === 'approved' && validFrom <= today() && today() <= validUntil;
    const over = at === 'approved' && validUntil < today();
    const audience = [
      ...mark.departments.map((one) => t(`department.${one as Department}`)),
      ...mark.offices.map(officeShort),
    ];
    return html`<li class=${force ? 'force' : ''}>
      <div class="line"><watch-mark full level=${level}></watch-mark><strong>${t(over ? 'watch.over' : `watch.state.${at}`)}</strong><span class="num">${validFrom} – ${validUntil}</span>${this.#acts(mark)}</div>
      <div>${reason}</div>
      <div class="who">${t('watch.for', { audience: audience.join('、') })}</div>
      <div class="who">${t('timeline.by', { name: personName(askedBy), office: officeShort(officeId) })} ${dayOf(askedAt)}${mark.decidedBy ? ` · ${personName(mark.decidedBy)} ${t(`watch.state.${at === 'refused' ? 'refused' : 'approved'}`)}` : ''}${answer ? ` · ${answer}` : ''}</div>
    </li>`;
  }

  #acts(mark: WatchMark) {
    const { id, state: at, officeId, askedBy, validUntil } = mark;
    const me = session();
    if (officeId !== me?.officeId || this.past) return nothing;
    const decides = at === 'asked' && may('watch.approve') && askedBy !== me.person.id;
    const ends = may('watch.ask') && (at === 'asked' || (at === 'approved' && validUntil >= today()));
    const open = (how: 'refuse' | 'end') => () => {
      this.answering = { mark, how };
    };
    return html`${
      decides
        ? html`<button class="small" @click=${() => this.#answer.run([id, 'approve', ''])}>${t('watch.approve')}</button>
          <button class="small" @click=${open('refuse')}>${t('watch.refuse')}</button>`
        : nothing
    }${ends ? html`<button class="small" @click=${open('end')}>${t('watch.end')}</button>` : nothing}`;
  }

  #dialog({ mark, how }: { mark: WatchMark; how: 'refuse' | 'end' }) {
    const name = t(how === 'end' ? 'watch.end' : 'watch.refuse');
    return html`<reason-dialog open needs-reason heading=${name} verb=${name} .error=${this.#answer.error} ?busy=${this.#answer.status === 1} .most=${1000}
      @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#answer.run([mark.id, how, event.detail.reason])}
      @act-cancelled=${() => {
        this.answering = undefined;
      }}></reason-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'entity-watch': EntityWatch;
  }
}
