import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import { stateWord } from '#client/dossiers/ledgers.ts';
import { type Frame, frameStyles, recordPage } from '#client/dossiers/record-frame.ts';
import { RecordLoad } from '#client/dossiers/record-load.ts';
import '#client/dossiers/step-panel.ts';
import { Address } from '#client/kernel/address.ts';
import { call } from '#client/kernel/api.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { officeShort } from '#client/offices/directory.ts';
import { transferApi } from '#shared/transfers/transfer.api.ts';
import type { Transfer } from '#shared/transfers/transfer.schema.ts';
import './complainant-dialog.ts';
import './transfer-file.ts';
import { transferBook } from './transfer-step-book.ts';

const EDITABLE: readonly string[] = ['drafted', 'to_approve', 'approved'];

/** The part of the wizard that tells what a letter may lack. */
const FACT_PARTS: Readonly<Record<string, 'content' | 'materials'>> = {
  案件名称: 'content',
  当事人: 'content',
};

const mayWrite = ({ access, state: at }: Transfer) =>
  access === 'own' && may('transfer.draft') && EDITABLE.includes(at);

/** One transfer: for whoever sends, receives, rules or reads a copy, each as much as is theirs. */
@customElement('transfer-page')
export class TransferPage extends LitElement {
  static override styles = [base, buttons, panels, frameStyles];

  @property({ attribute: 'transfer-id' }) transferId = '';
  @state() private naming: 'ask' | 'grant' | undefined;
  readonly #address = new Address(this);
  readonly #load = new RecordLoad(
    this,
    'transfer',
    () => Number(this.transferId),
    (id, signal) => call(transferApi.read, { params: { id }, signal }),
  );

  readonly #changedHere = (event: CustomEvent<{ record: Transfer }>) => {
    this.naming = undefined;
    this.#load.changedHere(event.detail.record.version);
  };

  readonly #frame: Frame<Transfer> = {
    kind: 'transfer',
    standing: ({ state: at, road, restricted, ownerOfficeId, toOfficeId }) =>
      html`<span class="tag">${say(`transfer.road.${road}`)}</span> <span class="tag">${stateWord('transfer', at)}</span>
        ${restricted ? html`<span class="tag">${t('dossier.restricted')}</span>` : nothing}
        ${officeShort(ownerOfficeId)} → ${officeShort(toOfficeId)}`,
    tools: (record) =>
      html`${this.#naming(record)}${
        mayWrite(record)
          ? html`<a class="button small" href="/transfers/${record.id}/edit">${t(record.state === 'drafted' ? 'transfers.go_on' : 'transfers.materials')}</a>`
          : nothing
      }`,
    overview: (record) =>
      html`<transfer-file .transfer=${record} @identity-opened=${() => this.#load.changedHere()}></transfer-file>`,
    wayTo: (record, place) => {
      const part = FACT_PARTS[place];
      if (!part || !mayWrite(record) || (part === 'content' && record.state !== 'drafted')) return undefined;
      return () => go(`/transfers/${record.id}/edit?step=${part}`);
    },
    steps: (record) =>
      html`<step-panel .record=${record} .book=${transferBook(record)} @record-stepped=${this.#changedHere}></step-panel>`,
    over: (record) =>
      this.naming
        ? html`<complainant-dialog .transfer=${record} act=${this.naming} @record-edited=${this.#changedHere} @edit-cancelled=${() => {
            this.naming = undefined;
          }}></complainant-dialog>`
        : nothing,
  };

  /** Naming the complainant to the other side: one asks, another grants. */
  #naming({ access, state: at, complainantAsked, complainantGranted, links }: Transfer) {
    const open = [...EDITABLE, 'sent', 'acknowledged'].includes(at);
    const fromComplaint = links.some(({ kind, link }) => kind === 'complaint' && link === 'transferred');
    if (access !== 'own' || !open || !fromComplaint || complainantGranted) return nothing;
    const act = complainantAsked ? 'grant' : 'ask';
    if (!may(act === 'ask' ? 'transfer.draft' : 'transfer.approve')) return nothing;
    return html`<button class="small" @click=${() => {
      this.naming = act;
    }}>${t(`transfers.complainant_${act}`)}</button>`;
  }

  override render() {
    return recordPage(this.#load, Number(this.transferId), this.#address, this.#frame);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'transfer-page': TransferPage;
  }
}
