import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { instant, yuan } from '#client/kernel/format.ts';
import { base, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { officeName, officeOf, personName } from '#client/offices/directory.ts';
import type { TransferGoods } from '#shared/transfers/transfer.asks.ts';
import type { Transfer } from '#shared/transfers/transfer.schema.ts';
import './transfer-identities.ts';

const money = (fen: number | null) => (fen === null ? null : yuan(fen));
const prose = (text: string | null) => (text ? html`<span class="prose">${text}</span>` : null);
/** A quantity as people write it: thousandths as decimals without trailing zeros. */
const quantity = ({ thousandths, unit }: Pick<TransferGoods, 'thousandths' | 'unit'>) =>
  `${thousandths / 1000} ${unit}`;

function line(label: string, value: unknown) {
  if (value === null || value === undefined || value === '') return nothing;
  return html`<dt>${label}</dt><dd>${value}</dd>`;
}

/** What a transfer says, as far as its reader may know it: the way it took, its content, its materials, and what came of it. */
@customElement('transfer-file')
export class TransferFile extends LitElement {
  static override styles = [
    base,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); }
      .facts { grid-template-columns: 8rem minmax(0, 1fr); }
      .prose { white-space: pre-wrap; max-width: 42em; }
      .materials { display: grid; gap: 0; }
      .materials li { display: grid; grid-template-columns: 1.5rem 12rem minmax(0, 1fr); gap: var(--s-2); border-bottom: 1px solid var(--rule); padding: 4px 0; font-size: var(--t-3); }
      .there { color: var(--malachite); }
      .missing { color: var(--orpiment); }
      .num { font-variant-numeric: tabular-nums; }
      .note { font-size: var(--t-2); color: var(--ink-2); }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } .facts { grid-template-columns: 6.5rem minmax(0, 1fr); } .materials li { grid-template-columns: 1.5rem minmax(0, 1fr); } .materials li > :last-child { grid-column: 2; } }
    `,
  ];

  @property({ attribute: false }) transfer!: Transfer;

  override render() {
    const { view } = this.transfer;
    return html`${view === 'preview' ? html`<p class="sheet note" role="note">${t('transfers.preview_note')}</p>` : nothing}
      ${this.#way()}${view === 'preview' ? nothing : html`${this.#content()}${this.#materials()}${this.#goods()}`}${this.#outcome()}`;
  }

  #way() {
    const it = this.transfer;
    const signed = it.signedAt
      ? html`${it.signedBy} ${instant(it.signedAt)}${it.signedEnteredAt ? html` <small>${t('transfers.entered_at', { at: instant(it.signedEnteredAt) })}</small>` : nothing}`
      : it.sentAt
        ? html`<span class="missing">${t('transfers.unsigned')}</span>`
        : null;
    return html`<section class="sheet"><h2>${t('transfers.way')}</h2><dl class="facts">
      ${line(t('transfers.road'), say(`transfer.road.${it.road}`))}
      ${line(t('transfers.sender'), html`${officeName(it.ownerOfficeId)} <small>${it.contact ?? officeOf(it.ownerOfficeId)?.phone ?? ''}</small>`)}
      ${line(t('transfers.receiver'), officeName(it.toOfficeId))}
      ${it.view === 'preview' ? line(t('column.party'), it.subjectName) : nothing}
      ${it.copyOfficeId ? line(t('transfers.copy_to'), officeName(it.copyOfficeId)) : nothing}
      ${line(t('transfers.letter'), it.letterNumber)}
      ${line(t('transfers.approved'), it.approvedAt ? `${personName(it.approvedBy)} ${instant(it.approvedAt)}` : null)}
      ${line(t('transfers.sent_on'), it.sentAt ? instant(it.sentAt) : null)}
      ${line(t('transfers.receipt'), signed)}
      ${
        it.hops.length > 0
          ? line(
              t('transfers.hops'),
              it.hops.map(
                (hop) =>
                  html`<div>${officeName(hop.officeId)} → ${officeName(hop.toOfficeId)} ${instant(hop.at)} <small>${hop.reason}</small></div>`,
              ),
            )
          : nothing
      }
      ${line(t('transfers.disapproval'), prose(it.disapproval))}
    </dl></section>`;
  }

  #content() {
    const it = this.transfer;
    const sums = [
      ['salesFen', it.salesFen],
      ['goodsValueFen', it.goodsValueFen],
      ['gainsFen', it.gainsFen],
      ['lossFen', it.lossFen],
    ] as const;
    return html`<section class="sheet"><h2>${t('transfers.content')}</h2><dl class="facts">
      ${line(t('TransferEdit.crime'), it.crime)}${line(t('TransferEdit.crimeBasis'), prose(it.crimeBasis))}
      ${line(t('TransferEdit.summary'), prose(it.summary))}${line(t('TransferEdit.basis'), prose(it.basis))}
      ${sums.map(([name, fen]) => line(t(`TransferEdit.${name}`), money(fen)))}
      ${line(t('TransferEdit.parties'), html`<transfer-identities .transfer=${it}></transfer-identities>`)}
      ${line(t('TransferEdit.officers'), it.officers.length > 0 ? it.officers.map(({ name, certificate }) => html`<div>${name} ${certificate}</div>`) : null)}
      ${it.penalties.length > 0 ? line(t('TransferEdit.penalties'), html`${it.penalties.map(({ kind, amountFen, number, decidedOn }) => html`<div>${say(`case.penalty.${kind}`)} ${money(amountFen ?? null)} ${number ?? ''} ${decidedOn ?? ''}</div>`)}<p class="note">${t('transfers.penalties_stand')}</p>`) : nothing}
      ${line(t('transfers.complainant'), this.#complainant())}
    </dl></section>`;
  }

  #complainant() {
    const { complainantAsked, complainantGranted, access } = this.transfer;
    if (access !== 'own') return null;
    if (complainantGranted) return t('transfers.complainant_granted', { why: complainantGranted });
    return complainantAsked
      ? t('transfers.complainant_asked', { why: complainantAsked })
      : t('transfers.complainant_stays');
  }

  #materials() {
    const { road, materials, view } = this.transfer;
    if (road !== 'police' && materials.every(({ fileIds, none }) => fileIds.length === 0 && !none)) return nothing;
    return html`<section class="sheet"><h2>${t('transfers.materials')}</h2><ul class="materials">${materials.map(
      ({ material, fileIds, none, missing }) => {
        const there = !missing;
        return html`<li><span class=${there ? 'there' : 'missing'} aria-hidden="true">${there ? '✓' : '!'}</span><strong>${say(`transfer.material.${material}`)}</strong>
          <span>${missing ? html`<span class="missing">${t('transfers.material_missing')}</span>` : fileIds.length > 0 ? t('transfers.material_files', { n: fileIds.length }) : (none ?? (view === 'content' ? t('transfers.material_there') : t('transfers.material_list')))}</span></li>`;
      },
    )}</ul></section>`;
  }

  #goods() {
    const { goods, handOver } = this.transfer;
    if (goods.length === 0 && !handOver) return nothing;
    return html`<section class="sheet"><h2>${t('transfers.goods')}</h2>
      <table class="plain"><thead><tr><th>${t('TransferGoods.name')}</th><th>${t('TransferGoods.spec')}</th><th>${t('TransferGoods.thousandths')}</th><th>${t('TransferGoods.place')}</th></tr></thead>
      <tbody>${(handOver?.goods ?? goods).map((one) => html`<tr><td>${one.name}${one.perishable ? html` <small>${t('TransferGoods.perishable')}</small>` : nothing}</td><td>${one.spec ?? ''}</td><td class="num">${quantity(one)}</td><td>${one.place ?? ''}</td></tr>`)}</tbody></table>
      ${handOver ? html`<p class="note">${t('transfers.handed', { on: handOver.on, from: handOver.handedBy, to: handOver.receivedBy })}</p>` : nothing}</section>`;
  }

  #outcome() {
    const it = this.transfer;
    const any =
      it.rejection ??
      it.decisionNumber ??
      it.decisionReason ??
      it.reviewReason ??
      it.asked ??
      it.result ??
      it.resultText;
    if (!any) return nothing;
    return html`<section class="sheet"><h2>${t('transfers.outcome')}</h2><dl class="facts">
      ${line(t('transfers.asked_more'), prose(it.asked))}
      ${line(t('transfers.rejection'), prose(it.rejection))}
      ${line(t('transfers.their_number'), it.decisionNumber)}${line(t('transfers.decision_reason'), prose(it.decisionReason))}
      ${line(t('transfers.review_reason'), prose(it.reviewReason))}
      ${line(t('transfers.result'), it.result ? say(`transfer.result.${it.result}`) : null)}${line(t('TransferStepAsk.resultText'), prose(it.resultText))}
    </dl></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'transfer-file': TransferFile;
  }
}
