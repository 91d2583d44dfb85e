import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import '#client/dossiers/edit-dialog.ts';
import { stateWord } from '#client/dossiers/ledgers.ts';
import { type Frame, frameStyles, recordPage } from '#client/dossiers/record-frame.ts';
import { RecordLoad } from '#client/dossiers/record-load.ts';
import '#client/dossiers/step-panel.ts';
import { Address } from '#client/kernel/address.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { officeShort, personName } from '#client/offices/directory.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import { rectificationApi } from '#shared/rectifications/rectification.api.ts';
import type { Rectification } from '#shared/rectifications/rectification.schema.ts';
import './picture-pairs.ts';
import { RECTIFICATION_EDIT } from './rectification-edit-book.ts';
import './rectification-facts.ts';
import { RECTIFICATION_BOOK } from './rectification-step-book.ts';

const ended = ({ state: at }: Rectification) => ENDS.rectification.includes(at);

/** S22: one order to correct: what it says, how far it has come, the places before and after, what comes next. */
@customElement('rectification-page')
export class RectificationPage extends LitElement {
  static override styles = [base, buttons, panels, frameStyles];

  @property({ attribute: 'rectification-id' }) rectificationId = '';
  @state() private editing = false;
  /** The field an opened form begins with. */
  #first = '';
  readonly #address = new Address(this);
  readonly #load = new RecordLoad(
    this,
    'rectification',
    () => Number(this.rectificationId),
    (id, signal) => call(rectificationApi.read, { params: { id }, signal }),
  );

  readonly #changedHere = (event: CustomEvent<{ record: Rectification }>) => {
    this.editing = false;
    this.#load.changedHere(event.detail.record.version);
  };

  #edit(first = ''): void {
    this.#first = first;
    this.editing = true;
  }

  readonly #frame: Frame<Rectification> = {
    kind: 'rectification',
    standing: ({ state: at, restricted, ownerOfficeId, handlerId }) =>
      html`<span class="tag">${stateWord('rectification', at)}</span>
        ${restricted ? html`<span class="tag">${t('dossier.restricted')}</span>` : nothing}
        ${officeShort(ownerOfficeId)} ${personName(handlerId)}`,
    tools: (record) =>
      html`${
        mayEdit(record)
          ? html`<button class="small" @click=${() => this.#edit()}>${t(ended(record) ? 'record.correct' : 'record.edit')}</button>`
          : nothing
      }`,
    overview: (record) =>
      html`<rectification-facts .record=${record}></rectification-facts>
        ${
          record.access === 'overview'
            ? nothing
            : html`<picture-pairs .record=${record} ?editable=${mayPicture(record)} @pairs-changed=${this.#changedHere}></picture-pairs>`
        }`,
    wayTo: (record, place) => {
      const field = FACT_FIELDS[place];
      return field && mayEdit(record) ? () => this.#edit(field) : undefined;
    },
    steps: (record) =>
      html`<step-panel .record=${record} .book=${RECTIFICATION_BOOK} @record-stepped=${this.#changedHere}></step-panel>`,
    over: (record) =>
      this.editing
        ? html`<edit-dialog .record=${record} .book=${RECTIFICATION_EDIT} first=${this.#first} @record-edited=${this.#changedHere} @edit-cancelled=${() => {
            this.editing = false;
          }}></edit-dialog>`
        : nothing,
  };

  override render() {
    return recordPage(this.#load, Number(this.rectificationId), this.#address, this.#frame);
  }
}

/** The fields that tell what an order's notice may lack. */
const FACT_FIELDS: Readonly<Record<string, string>> = {
  当事人: 'subjectName',
  受送达人: 'subjectName',
  违法行为: 'problem',
  违反规定: 'violated',
  责令依据: 'basis',
  改正要求: 'requirement',
  逾期后果: 'consequence',
};

const works = ({ access }: Rectification) => access === 'own' || access === 'edit';

function mayEdit(record: Rectification): boolean {
  if (!works(record)) return false;
  return ended(record) ? may('rectification.approve') : may('rectification.handle') || may('dossier.assign');
}

const mayPicture = (record: Rectification) =>
  works(record) && !ended(record) && may('rectification.handle') && may('file.add');

declare global {
  interface HTMLElementTagNameMap {
    'rectification-page': RectificationPage;
  }
}
