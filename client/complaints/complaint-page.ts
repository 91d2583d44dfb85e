import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import { clueButton } from '#client/cases/ask-case.ts';
import '#client/dossiers/edit-dialog.ts';
import { type Frame, frameStyles, recordPage } from '#client/dossiers/record-frame.ts';
import { RecordLoad } from '#client/dossiers/record-load.ts';
import '#client/dossiers/step-panel.ts';
import { Address } from '#client/kernel/address.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { officeShort, personName } from '#client/offices/directory.ts';
import { orderButton } from '#client/rectifications/ask-rectification.ts';
import { transferLink } from '#client/transfers/transfer-link.ts';
import { complaintApi } from '#shared/complaints/complaint.api.ts';
import type { Complaint } from '#shared/complaints/complaint.schema.ts';
import { COMPLAINT_EDIT } from './complaint-edit-book.ts';
import './complaint-facts.ts';
import { COMPLAINT_BOOK } from './complaint-step-book.ts';

/** S14: one complaint or report: what it is, where it stands, what comes next, what happened. */
@customElement('complaint-page')
export class ComplaintPage extends LitElement {
  static override styles = [base, buttons, panels, frameStyles];

  @property({ attribute: 'complaint-id' }) complaintId = '';
  @state() private editing = false;
  /** The field an opened form begins with. */
  #first = '';
  readonly #address = new Address(this);
  readonly #load = new RecordLoad(
    this,
    'complaint',
    () => Number(this.complaintId),
    (id, signal) => call(complaintApi.read, { params: { id }, signal }),
  );

  readonly #changedHere = (event: CustomEvent<{ record: Complaint }>) => {
    this.editing = false;
    this.#load.changedHere(event.detail.record.version);
  };

  #edit(first = ''): void {
    this.#first = first;
    this.editing = true;
  }

  #step(step: string): void {
    this.renderRoot.querySelector('step-panel')?.open(step);
  }

  readonly #frame: Frame<Complaint> = {
    kind: 'complaint',
    standing: ({ state: at, intake, returns, restricted, ownerOfficeId, handlerId }) =>
      html`<span class="tag">${say(`complaint.intake.${intake}`)}</span> <span class="tag">${say(`complaint.state.${at}`)}</span>
        ${restricted ? html`<span class="tag">${t('dossier.restricted')}</span>` : nothing}
        ${returns > 0 ? html`<span class="tag">${t('record.returns', { n: returns })}</span>` : nothing}
        ${officeShort(ownerOfficeId)} ${personName(handlerId)}`,
    tools: (complaint) =>
      html`${complaint.state === 'closed' ? nothing : transferLink(complaint)}${
        mayEdit(complaint)
          ? html`<button class="small" @click=${() => this.#edit()}>${t(complaint.state === 'closed' ? 'record.correct' : 'record.edit')}</button>`
          : nothing
      }${complaint.state === 'closed' ? nothing : clueButton(complaint, 'complaint')}${orderButton(complaint, 'complaint')}`,
    overview: (complaint) =>
      html`<complaint-facts .complaint=${complaint} @identity-opened=${this.#load.reload}></complaint-facts>`,
    wayTo: (complaint, place) => {
      const way = FACT_WAYS[place];
      if (!way) return undefined;
      if ('step' in way)
        return complaint.openSteps.some((step) => step === way.step) ? () => this.#step(way.step) : undefined;
      return mayEdit(complaint) ? () => this.#edit(way.field) : undefined;
    },
    steps: (complaint) =>
      html`<step-panel .record=${complaint} .book=${COMPLAINT_BOOK} @record-stepped=${this.#changedHere}></step-panel>`,
    over: (complaint) =>
      this.editing
        ? html`<edit-dialog .record=${complaint} .book=${COMPLAINT_EDIT} first=${this.#first} @record-edited=${this.#changedHere} @edit-cancelled=${() => {
            this.editing = false;
          }}></edit-dialog>`
        : nothing,
  };

  override render() {
    return recordPage(this.#load, Number(this.complaintId), this.#address, this.#frame);
  }
}

/** Where a fact that a paper lacks is entered: in a field of the record, or by a step. */
const FACT_WAYS: Readonly<Record<string, { readonly field: string } | { readonly step: string }>> = {
  被投诉人: { field: 'subjectName' },
  被投诉人联系方式: { field: 'subjectContact' },
  被投诉人地址: { field: 'address' },
  争议事实: { field: 'content' },
  投诉请求: { field: 'demands' },
  投诉事项: { field: 'title' },
  受理情形: { step: 'refuse' },
  终止情形: { step: 'end_mediation' },
};

function mayEdit({ access, state: at }: Complaint): boolean {
  if (access !== 'own' && access !== 'edit') return false;
  return at === 'closed' ? may('complaint.correct') : may('complaint.handle') || may('dossier.assign');
}

declare global {
  interface HTMLElementTagNameMap {
    'complaint-page': ComplaintPage;
  }
}
