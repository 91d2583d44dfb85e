import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import '#client/clocks/clock-card.ts';
import { lightOf, standingWithDay, stripOfRow } from '#client/clocks/face.ts';
import '#client/dossiers/dossier-links.ts';
import '#client/dossiers/dossier-rights.ts';
import '#client/dossiers/dossier-stub.ts';
import '#client/dossiers/dossier-timeline.ts';
import '#client/files/dossier-files.ts';
import '#client/elements/deadline-strip.ts';
import '#client/elements/light-mark.ts';
import '#client/elements/record-page.ts';
import { Address, changeQuery } from '#client/kernel/address.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { loading, problem, say, t } from '#client/kernel/words.ts';
import { officeShort, personName } from '#client/offices/directory.ts';
import { onElsewhere } from '#client/shell/live.ts';
import { type ClockFace, clockApi } from '#shared/clocks/clock.api.ts';
import { complaintApi } from '#shared/complaints/complaint.api.ts';
import type { Complaint } from '#shared/complaints/complaint.schema.ts';
import { dossierApi, type TimelineEntry } from '#shared/dossiers/dossier.api.ts';
import './complaint-edit-dialog.ts';
import './complaint-facts.ts';
import './complaint-steps.ts';

interface Loaded {
  readonly complaint: Complaint;
  readonly clocks: readonly ClockFace[];
  readonly timeline: readonly TimelineEntry[];
}

/** S14: one complaint or report: what it is, where it stands, what comes next, what happened. */
@customElement('complaint-page')
export class ComplaintPage extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: block; }
      .box { display: grid; gap: var(--s-2); }
      .news { background: var(--info-t); color: var(--info); padding: var(--s-1) var(--s-3); font-size: var(--t-2); margin-top: var(--s-2); }
      .tag { border: 1px solid var(--edge); border-radius: 2px; padding: 0 6px; font-size: var(--t-1); }
      @media (max-width: 640px) { .box > h2 { padding: 0 var(--s-3); } .box.sheet > h2 { padding: 0; } .box.sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
    `,
  ];

  @property({ attribute: 'complaint-id' }) complaintId = '';
  @state() private editing = false;
  @state() private news = '';
  readonly #address = new Address(this);
  #stop: (() => void) | undefined;
  #shown: Loaded | undefined;
  #ownVersion = 0;

  readonly #page = new Task(this, {
    args: () => [Number(this.complaintId)] as const,
    task: async ([id], { signal }): Promise<Loaded> => {
      const params = { id };
      const complaint = await call(complaintApi.read, { params, signal });
      if (complaint.stub) return { complaint, clocks: [], timeline: [] };
      const [clocks, timeline] = await Promise.all([
        call(clockApi.ofDossier, { params, signal }),
        call(dossierApi.timeline, { params, signal }),
      ]);
      return { complaint, clocks, timeline };
    },
    onComplete: (loaded) => {
      const before = this.#shown?.complaint;
      const changed = before?.id === loaded.complaint.id && before.version !== loaded.complaint.version;
      this.news = changed && loaded.complaint.version > this.#ownVersion ? this.#whatHappened(loaded) : '';
      this.#shown = loaded;
      document.title = `${loaded.complaint.number} · ${t('app.name')}`;
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = onElsewhere('dossier', (id) => {
      if (id === 0 || id === Number(this.complaintId)) void this.#page.run();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  #whatHappened({ timeline: [last] }: Loaded): string {
    if (!last) return t('record.somebody');
    const step = say(`complaint.step.${last.detail['step']}`) ?? say(`event.${last.event}`) ?? '';
    return t('record.changed_elsewhere', { what: `${personName(last.personId)} ${step}` });
  }

  readonly #reload = () => void this.#page.run();

  /** A file added here raises the record's version by one's own hand. */
  readonly #filesChanged = () => {
    this.#ownVersion = Number.POSITIVE_INFINITY;
    void this.#page.run();
  };

  /** One's own change needs no news about it. */
  readonly #changedHere = (event: CustomEvent<{ complaint: Complaint }>) => {
    this.editing = false;
    this.#ownVersion = event.detail.complaint.version;
    void this.#page.run();
  };

  override render() {
    return this.#page.render({
      pending: () => (this.#shown?.complaint.id === Number(this.complaintId) ? this.#whole(this.#shown) : loading()),
      error: (error) => html`${problem(error)}<button @click=${this.#reload}>${t('action.retry')}</button>`,
      complete: (loaded) =>
        loaded.complaint.stub ? html`<dossier-stub .record=${loaded.complaint}></dossier-stub>` : this.#whole(loaded),
    });
  }

  #whole({ complaint, clocks, timeline }: Loaded) {
    const strip = stripOfRow(complaint);
    const tabs = [
      { key: 'overview', label: t('dossier.tab.overview') },
      { key: 'timeline', label: t('dossier.tab.timeline'), count: timeline.length },
      ...(complaint.access === 'overview' ? [] : [{ key: 'files', label: t('dossier.tab.files') }]),
      { key: 'links', label: t('dossier.tab.links'), count: complaint.links.length },
      { key: 'rights', label: t('dossier.tab.rights') },
    ];
    const tab = this.#address.query.get('tab') ?? 'overview';
    const own = complaint.access === 'own';
    return html`<record-page number=${complaint.number} title=${complaint.title} .tabs=${tabs} tab=${tab}
        @tab-changed=${(event: CustomEvent<{ key: string }>) => changeQuery({ tab: event.detail.key === 'overview' ? null : event.detail.key })}>
        <light-mark slot="light" light=${lightOf(complaint)} text=${standingWithDay(complaint)}></light-mark>
        ${strip ? html`<deadline-strip slot="strip" .ticks=${strip.ticks} text=${strip.text}></deadline-strip>` : nothing}
        <span slot="owner">${this.#standing(complaint)}</span>
        <div slot="step" class="actions">${this.#tools(complaint)}</div>
        ${this.news ? html`<p class="news" slot="note" role="status">${this.news}</p>` : nothing}
        ${tab === 'timeline' ? html`<dossier-timeline slot="timeline" .entries=${timeline}></dossier-timeline>` : nothing}
        ${
          tab === 'files' && complaint.access !== 'overview'
            ? html`<dossier-files slot="files" .dossier=${complaint.id} .version=${complaint.version} ?editable=${own || complaint.access === 'edit'} @files-changed=${this.#filesChanged}></dossier-files>`
            : nothing
        }
        ${
          tab === 'links'
            ? html`<dossier-links slot="links" .dossier=${complaint.id} .links=${complaint.links} ?editable=${own || complaint.access === 'edit'} @dossier-linked=${this.#reload}></dossier-links>`
            : nothing
        }
        ${tab === 'rights' ? html`<dossier-rights slot="rights" .record=${complaint} @rights-changed=${this.#reload}></dossier-rights>` : nothing}
        ${tab === 'overview' ? html`<complaint-facts slot="overview" .complaint=${complaint} @identity-opened=${this.#reload}></complaint-facts>` : nothing}
        <div slot="next" class="box sheet"><h2>${t('record.next')}</h2><complaint-steps .complaint=${complaint} @complaint-stepped=${this.#changedHere}></complaint-steps></div>
        <div slot="next" class="box"><h2>${t('record.limits')}</h2>${
          clocks.length === 0
            ? html`<p class="helper">${t('clock.none')}</p>`
            : ordered(clocks).map(
                (clock) =>
                  html`<clock-card .clock=${clock} .dossier=${complaint.id} .version=${complaint.version} ?own=${own} @clock-turned=${this.#reload}></clock-card>`,
              )
        }</div>
      </record-page>
      ${
        this.editing
          ? html`<complaint-edit-dialog .complaint=${complaint} @complaint-edited=${this.#changedHere} @edit-cancelled=${() => {
              this.editing = false;
            }}></complaint-edit-dialog>`
          : nothing
      }`;
  }

  #standing(complaint: Complaint) {
    const { state: at, intake, returns, restricted, ownerOfficeId, handlerId } = complaint;
    return html`<span class="tag">${say(`complaint.intake.${intake}`)}</span> <span class="tag">${say(`complaint.state.${at}`)}</span>
      ${restricted ? html`<span class="tag">${t('dossier.restricted')}</span>` : nothing}
      ${returns > 0 ? html`<span class="tag">${t('record.returns', { n: returns })}</span>` : nothing}
      ${officeShort(ownerOfficeId)} ${personName(handlerId)}`;
  }

  #tools({ access, state: at }: Complaint) {
    const near = access === 'own' || access === 'edit';
    const editable =
      near && (at === 'closed' ? may('complaint.correct') : may('complaint.handle') || may('dossier.assign'));
    return html`${
      editable
        ? html`<button class="small" @click=${() => {
            this.editing = true;
          }}>${t(at === 'closed' ? 'record.correct' : 'record.edit')}</button>`
        : nothing
    }<button class="small" @click=${() => print()}>${t('action.print')}</button>`;
  }
}

/** Running clocks first, the nearest before the others. */
const ordered = (clocks: readonly ClockFace[]) =>
  [...clocks].sort(
    (a, b) => Number(b.running) - Number(a.running) || ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1),
  );

declare global {
  interface HTMLElementTagNameMap {
    'complaint-page': ComplaintPage;
  }
}
