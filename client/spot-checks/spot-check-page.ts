import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import { askCase } from '#client/cases/ask-case.ts';
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
import { askRectification } from '#client/rectifications/ask-rectification.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import { spotCheckApi } from '#shared/spot-checks/spot-check.api.ts';
import type { SpotCheck } from '#shared/spot-checks/spot-check.schema.ts';
import './check-answers.ts';
import { caseBegun, orderBegun } from './came-of-it.ts';
import './sample-facts.ts';
import { SPOT_CHECK_EDIT } from './spot-check-edit-book.ts';
import './spot-check-facts.ts';
import { SPOT_CHECK_BOOK } from './spot-check-step-book.ts';

const ended = ({ state: at }: SpotCheck) => ENDS.spot_check.includes(at);
const works = ({ access }: SpotCheck) => access === 'own' || access === 'edit';

/** S10: one check: what was planned, the checklist answered on the spot, what was found, and what comes of it. */
@customElement('spot-check-page')
export class SpotCheckPage extends LitElement {
  static override styles = [base, buttons, panels, frameStyles];

  @property({ attribute: 'spot-check-id' }) spotCheckId = '';
  @state() private editing = false;
  readonly #address = new Address(this);
  readonly #load = new RecordLoad(
    this,
    'spot_check',
    () => Number(this.spotCheckId),
    (id, signal) => call(spotCheckApi.read, { params: { id }, signal }),
  );

  readonly #changedHere = (event: CustomEvent<{ record: SpotCheck }>) => {
    this.editing = false;
    this.#load.changedHere(event.detail.record.version);
  };

  readonly #frame: Frame<SpotCheck> = {
    kind: 'spot_check',
    standing: ({ state: at, restricted, ownerOfficeId, handlerId }) =>
      html`<span class="tag">${stateWord('spot_check', at)}</span>
        ${restricted ? html`<span class="tag">${t('dossier.restricted')}</span>` : nothing}
        ${officeShort(ownerOfficeId)} ${personName(handlerId)}`,
    tools: (record) =>
      html`${comesOf(record)}${
        mayEdit(record)
          ? html`<button class="small" @click=${() => {
              this.editing = true;
            }}>${t(ended(record) ? 'record.correct' : 'record.edit')}</button>`
          : nothing
      }`,
    overview: (record) => {
      const answering = works(record) && record.state === 'checking' && may('spot_check.handle');
      const list = html`<check-answers .record=${record} ?editable=${answering} @answers-kept=${this.#changedHere}></check-answers>`;
      const facts = html`<spot-check-facts .record=${record}></spot-check-facts><sample-facts .record=${record}></sample-facts>`;
      return answering ? html`${list}${facts}` : html`${facts}${list}`; // on the spot the checklist is the work
    },
    steps: (record) =>
      html`<step-panel .record=${record} .book=${SPOT_CHECK_BOOK} @record-stepped=${this.#changedHere}></step-panel>`,
    over: (record) =>
      this.editing
        ? html`<edit-dialog .record=${record} .book=${SPOT_CHECK_EDIT} @record-edited=${this.#changedHere} @edit-cancelled=${() => {
            this.editing = false;
          }}></edit-dialog>`
        : nothing,
  };

  override render() {
    return recordPage(this.#load, Number(this.spotCheckId), this.#address, this.#frame);
  }
}

function mayEdit(record: SpotCheck): boolean {
  if (!works(record)) return false;
  return ended(record) ? may('spot_check.approve') : may('spot_check.handle') || may('dossier.assign');
}

/** What was found becomes an order to correct or a clue, which both know where they come from. */
function comesOf(record: SpotCheck) {
  if (!works(record) || !record.begunOn || record.state === 'cancelled') return nothing;
  return html`${
    may('rectification.handle')
      ? html`<button class="small no-phone" @click=${() => askRectification(orderBegun(record))}>${t('spot_checks.order')}</button>`
      : nothing
  }${
    may('case.register')
      ? html`<button class="small no-phone" @click=${() => askCase(caseBegun(record))}>${t('spot_checks.case')}</button>`
      : nothing
  }`;
}

declare global {
  interface HTMLElementTagNameMap {
    'spot-check-page': SpotCheckPage;
  }
}
