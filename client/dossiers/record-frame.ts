import { css, html, nothing, type TemplateResult } from 'lit';
import '#client/clocks/clock-card.ts';
import { lightOf, type RowFace, standingWithDay, stripOfRow } from '#client/clocks/face.ts';
import '#client/elements/deadline-strip.ts';
import '#client/elements/light-mark.ts';
import '#client/elements/record-page.ts';
import type { RecordTab } from '#client/elements/record-page.ts';
import '#client/files/dossier-files.ts';
import { type Address, changeQuery } from '#client/kernel/address.ts';
import { loading, problemAgain, t } from '#client/kernel/words.ts';
import type { Access, Sight } from '#shared/auth/access.ts';
import type { ClockFace } from '#shared/clocks/clock.api.ts';
import type { PaperLack } from '#shared/documents/paper.lack.ts';
import { type Kind, VEILED } from '#shared/dossiers/dossier.kinds.ts';
import './dossier-links.ts';
import type { Linked } from './dossier-links.ts';
import './dossier-rights.ts';
import './dossier-stub.ts';
import './dossier-timeline.ts';
import { listPath, pathOf } from './ledgers.ts';
import type { Loaded, RecordLike, RecordLoad } from './record-load.ts';

/** What of a record its frame shows, whatever the ledger. */
export interface FramedRecord extends RecordLike, RowFace {
  readonly title: string;
  readonly state: string;
  readonly county: string;
  readonly ownerOfficeId: number;
  readonly restricted: boolean;
  readonly openSteps: readonly string[];
  /** Papers the law asks for before a step and that are neither there nor explained. */
  readonly lacks?: Readonly<Record<string, readonly PaperLack[]>>;
  readonly access: Access;
  readonly sight: Sight;
  readonly links: readonly Linked[];
  readonly parts: readonly { readonly officeId: number; readonly part: string; readonly former: boolean }[];
  readonly names: readonly number[];
}

/** A tab beyond those every record has, with its content. */
export interface OwnTab extends RecordTab {
  readonly body: () => TemplateResult;
}

/** What a ledger puts into the frame. */
export interface Frame<R> {
  readonly kind: Kind;
  standing(record: R): TemplateResult;
  tools(record: R): TemplateResult;
  overview(record: R): TemplateResult;
  steps(record: R): TemplateResult;
  tabs?(record: R): readonly OwnTab[];
  /** Where a fact that a paper lacks is entered; undefined where this reader cannot. */
  wayTo?(record: R, place: string): (() => void) | undefined;
  /** Dialogs over the page. */
  over?(record: R): TemplateResult | typeof nothing;
}

/** Styles a page with a frame needs. */
export const frameStyles = css`
  :host { display: block; }
  .box { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-2); }
  .news { background: var(--info-t); color: var(--info); padding: var(--s-1) var(--s-3); font-size: var(--t-2); margin-top: var(--s-2); }
  .tag { border: 1px solid var(--edge); border-radius: 2px; padding: 0 6px; font-size: var(--t-1); }
  @media (max-width: 640px) { .box > h2 { padding: 0 var(--s-3); } .box.sheet > h2 { padding: 0; } .box.sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
`;

/** A record's page in its three states: loading keeps what was shown, a failure offers another try, a stub says whom to call. */
export function recordPage<R extends FramedRecord>(load: RecordLoad<R>, id: number, address: Address, frame: Frame<R>) {
  const whole = (loaded: Loaded<R>) => framed(load, loaded, address, frame);
  return load.task.render({
    pending: () => (load.shown?.record.id === id ? whole(load.shown) : loading()),
    error: (error) =>
      problemAgain(error, load.reload, html`<a class="button" href=${listPath(frame.kind)}>${t('record.to_list')}</a>`),
    complete: (loaded) =>
      loaded.record.stub
        ? html`<dossier-stub kind=${frame.kind} .record=${loaded.record}></dossier-stub>`
        : whole(loaded),
  });
}

function framed<R extends FramedRecord>(
  load: RecordLoad<R>,
  { record, clocks, timeline }: Loaded<R>,
  address: Address,
  frame: Frame<R>,
) {
  const strip = stripOfRow(record);
  const inside = record.access !== 'overview';
  const editable = record.access === 'own' || record.access === 'edit';
  const own = frame.tabs?.(record) ?? [];
  const tabs: RecordTab[] = [
    { key: 'overview', label: t('dossier.tab.overview') },
    ...own,
    { key: 'timeline', label: t('dossier.tab.timeline'), count: timeline.length },
    ...(inside ? [{ key: 'files', label: t('dossier.tab.files') }] : []),
    { key: 'links', label: t('dossier.tab.links'), count: record.links.length },
    { key: 'rights', label: t('dossier.tab.rights') },
  ];
  const bodies: Record<string, () => TemplateResult> = {
    overview: () => frame.overview(record),
    timeline: () => html`<dossier-timeline kind=${frame.kind} .entries=${timeline}></dossier-timeline>`,
    links: () =>
      html`<dossier-links .dossier=${record.id} .links=${record.links} ?editable=${editable} @dossier-linked=${load.reload}></dossier-links>`,
    rights: () =>
      html`<dossier-rights .record=${record} ?bySteps=${VEILED.includes(frame.kind)} @rights-changed=${load.reload}></dossier-rights>`,
    ...(inside ? { files: () => files(load, record, editable, frame) } : {}),
    ...Object.fromEntries(own.map(({ key, body }) => [key, body])),
  };
  const asked = address.query.get('tab') ?? 'overview';
  const tab = bodies[asked] ? asked : 'overview'; // a colleague's link may name a tab that is not this reader's
  const body = bodies[tab];
  return html`<record-page number=${record.number} title=${record.title} .tabs=${tabs} tab=${tab}
      @tab-changed=${(event: CustomEvent<{ key: string }>) => changeQuery({ tab: event.detail.key === 'overview' ? null : event.detail.key })}>
      <light-mark slot="light" light=${lightOf(record)} text=${standingWithDay(record)}></light-mark>
      ${strip ? html`<deadline-strip slot="strip" .ticks=${strip.ticks} text=${strip.text}></deadline-strip>` : nothing}
      <span slot="owner">${frame.standing(record)} ${campaignOf(record)}</span>
      <div slot="step" class="actions">${frame.tools(record)}<button class="small" @click=${() => print()}>${t('action.print')}</button></div>
      ${load.news ? html`<p class="news" slot="note" role="status">${load.news}</p>` : nothing}
      ${body ? html`<div slot=${tab}>${body()}</div>` : nothing}
      <div slot="next" class="box sheet no-print"><h2>${t('record.next')}</h2>${frame.steps(record)}</div>
      ${inside ? stepPapers(record, frame.kind) : nothing}
      ${limits(load, record, clocks)}
    </record-page>${frame.over?.(record) ?? nothing}`;
}

/** The campaign a record is under, as the way to it. */
function campaignOf({ links }: FramedRecord) {
  const under = links.find(({ link }) => link === 'campaign');
  return under ? html`<a href=${pathOf(under)}>${under.number}</a>` : nothing;
}

/** Papers and files; what draws papers is loaded when it is first looked at. */
function files<R extends FramedRecord>(load: RecordLoad<R>, record: R, editable: boolean, { kind, wayTo }: Frame<R>) {
  const { id, version } = record;
  void import('#client/documents/dossier-papers.ts');
  return html`<dossier-papers kind=${kind} .dossier=${id} .version=${version} .editable=${editable} .wayTo=${(place: string) => wayTo?.(record, place)}
      @papers-changed=${() => load.changedHere()}></dossier-papers>
    <dossier-files .dossier=${id} .version=${version} ?editable=${editable} @files-changed=${() => load.changedHere()}></dossier-files>`;
}

function stepPapers({ id, version, openSteps, lacks = {} }: FramedRecord, kind: Kind) {
  void import('#client/documents/step-papers.ts');
  return html`<step-papers slot="next" kind=${kind} .dossier=${id} .version=${version} .openSteps=${openSteps} .lacks=${lacks}></step-papers>`;
}

function limits<R extends FramedRecord>(load: RecordLoad<R>, { id, version, access }: R, clocks: readonly ClockFace[]) {
  return html`<div slot="next" class="box"><h2>${t('record.limits')}</h2>${
    clocks.length === 0
      ? html`<p class="helper">${t('clock.none')}</p>`
      : ordered(clocks).map(
          (clock) =>
            html`<clock-card .clock=${clock} .dossier=${id} .version=${version} ?own=${access === 'own'} @clock-turned=${() => load.changedHere()}></clock-card>`,
        )
  }</div>`;
}

/** Running clocks first, the nearest before the others. */
const ordered = (clocks: readonly ClockFace[]) =>
  [...clocks].sort(
    (a, b) => Number(b.running) - Number(a.running) || ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1),
  );
