import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { clockName } from '#client/clocks/face.ts';
import { fenToYuan } from '#client/kernel/field-kinds.ts';
import { dayOf, timeOf } from '#client/kernel/format.ts';
import { base, panels } from '#client/kernel/styles.ts';
import { listed, say, t } from '#client/kernel/words.ts';
import { officeName, officeShort, personName } from '#client/offices/directory.ts';
import type { TimelineEntry } from '#shared/dossiers/dossier.api.ts';
import { fieldWord, stateWord, stepWord } from './ledgers.ts';

type Detail = TimelineEntry['detail'];
const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** A record's story, newest first, read from its audit lines: who, for which office, when, what, from → to, why. Fires nothing. */
@customElement('dossier-timeline')
export class DossierTimeline extends LitElement {
  static override styles = [
    base,
    panels,
    css`
      ol { display: grid; }
      li { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: var(--s-3); padding: var(--s-2) 0; border-bottom: 1px solid var(--rule); font-size: var(--t-3); line-height: 1.5; }
      time { color: var(--ink-3); font-variant-numeric: tabular-nums; font-size: var(--t-2); }
      strong { font-weight: 600; }
      .who { color: var(--ink-2); font-size: var(--t-2); }
      .what { color: var(--ink-2); white-space: pre-wrap; overflow-wrap: anywhere; }
      .state { color: var(--ink-3); font-size: var(--t-2); }
      @media (max-width: 640px) { li { grid-template-columns: minmax(0, 1fr); gap: 0; } .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
      @media print { li { break-inside: avoid; } }
    `,
  ];

  @property() kind = 'complaint';
  @property({ attribute: false }) entries: readonly TimelineEntry[] = [];

  override render() {
    if (this.entries.length === 0) return html`<p class="helper">${t('timeline.empty')}</p>`;
    return html`<section class="sheet"><h2>${t('dossier.tab.timeline')}</h2><ol>${this.entries.map((entry) => this.#line(entry))}</ol></section>`;
  }

  #line(entry: TimelineEntry) {
    const { at, personId, officeId, detail } = entry;
    const moved = detail['from'] && detail['to'] && detail['from'] !== detail['to'];
    return html`<li>
      <time datetime=${at}>${dayOf(at)} ${timeOf(at)}</time>
      <div>
        <div><strong>${title(entry)}</strong> <span class="who">${t('timeline.by', { name: personName(personId), office: officeShort(officeId) || '—' })}</span></div>
        ${moved ? html`<div class="state">${stateWord(this.kind, text(detail['from']))} → ${stateWord(this.kind, text(detail['to']))}</div>` : nothing}
        ${particulars(entry, this.kind).map((one) => html`<div class="what">${one}</div>`)}
      </div>
    </li>`;
  }
}

function title({ event, detail }: TimelineEntry): string {
  const [kind, act] = event.split('.') as [string, string];
  if (act === 'stepped') return stepWord(kind, detail['step']) ?? event;
  const params = {
    title: text(detail['title']),
    name: text(detail['name']),
    clock: detail['clock'] ? clockName(text(detail['clock'])) : '',
    office: officeName(Number(detail['officeId'])),
    number: text(detail['number']),
  };
  return say(`event.${event}`, params) ?? event;
}

function particulars({ event, at, detail }: TimelineEntry, kind: string): string[] {
  const lines: string[] = [];
  const office = Number(detail['officeId']) || 0;
  if (office && /\.(stepped|registered)$/.test(event)) lines.push(t('event.to_office', { office: officeName(office) }));
  if (detail['on'] && detail['on'] !== dayOf(at)) lines.push(t('event.on', { day: text(detail['on']) }));
  if (detail['looked']) lines.push(say(`rectification.looked.${detail['looked']}`) ?? '');
  for (const [fact, words] of [
    ['result', 'spot_check.result'],
    ['followUp', 'spot_check.follow_up'],
  ] as const)
    if (kind === 'spot_check' && detail[fact]) lines.push(say(`${words}.${detail[fact]}`) ?? '');
  if (detail['until']) lines.push(t('event.until', { day: text(detail['until']) }));
  if (detail['category']) lines.push(say(`clock.category.${detail['category']}`) ?? '');
  if (detail['document']) lines.push(text(detail['document']));
  if (detail['ground']) lines.push(say(`ground.${detail['ground']}`) ?? text(detail['ground']));
  if (detail['reason']) lines.push(text(detail['reason']));
  if (detail['undoes']) lines.push(t('event.undoes'));
  const told = detail['telling'] as { to: string; way: string; toldOn: string } | undefined;
  if (told)
    lines.push(
      t('event.told', {
        to: say(`complaint.told.${told.to}`) ?? '',
        way: say(`complaint.way.${told.way}`) ?? '',
        on: told.toldOn,
      }),
    );
  return [...lines.filter(Boolean), ...changes(detail, kind)];
}

/** Long texts and lists say only that they changed; days, names and amounts say from what to what. */
function changes(detail: Detail, kind: string): string[] {
  const changed = (detail['changes'] ?? {}) as Record<string, [unknown, unknown]>;
  return Object.entries(changed)
    .filter(([field]) => !SILENT.has(field))
    .map(([field, pair]) => {
      const label = field === 'dueOn' ? '' : fieldWord(kind, field);
      const [before, after] = [shown(kind, field, pair[0]), shown(kind, field, pair[1])];
      if (field === 'dueOn') return t('event.due', { before: before || '—', after: after || '—' });
      if (before.length + after.length > 160) return t('event.change_silent', { field: label });
      return t('event.change', { field: label, before: before || '—', after: after || '—' });
    });
}

const SILENT = new Set([
  'stateBefore',
  'noticeApprovedBy',
  'reviewerId',
  'decidedBy',
  'proposesFiling',
  'reviewedAfterHearing',
  'submittedBy',
  'dispatchedBy',
  'ruled',
  'complaintDecision',
  'reportDecision',
  'summary',
  'ground',
  'askedBy',
  'orderId',
  'rounds',
  'drawn',
  'beforeId',
  'afterId',
]);

function shown(kind: string, field: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (field === 'handlerId') return personName(Number(value));
  if (field.endsWith('Fen')) return fenToYuan(Number(value));
  if (field === 'outcome') return say(`${kind}.outcome.${value}`) ?? text(value);
  if (field === 'result') return say(`${kind}.result.${value}`) ?? text(value);
  if (field === 'matter') return say(`matter.${value}`) ?? text(value);
  if (typeof value === 'boolean') return value ? '✓' : '×';
  return Array.isArray(value) ? listed(value.map(oneOfList)) : text(value);
}

/** One entry of a list: a demand, a ground, an officer, a penalty. */
function oneOfList(one: unknown): string {
  if (typeof one === 'string') return say(`complaint.demand.${one}`) ?? say(`ground.${one}`) ?? one;
  const { name, kind, amountFen } = (one ?? {}) as { name?: string; kind?: string; amountFen?: number | null };
  return name ?? [say(`case.penalty.${kind}`), amountFen ? fenToYuan(amountFen) : ''].filter(Boolean).join(' ');
}

declare global {
  interface HTMLElementTagNameMap {
    'dossier-timeline': DossierTimeline;
  }
}
