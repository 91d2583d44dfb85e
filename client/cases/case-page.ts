import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '#client/dossiers/edit-dialog.ts';
import { stateWord } from '#client/dossiers/ledgers.ts';
import { type Frame, frameStyles, recordPage } from '#client/dossiers/record-frame.ts';
import { RecordLoad } from '#client/dossiers/record-load.ts';
import '#client/dossiers/step-panel.ts';
import { Address, changeQuery } from '#client/kernel/address.ts';
import { call } from '#client/kernel/api.ts';
import { bindKeys } from '#client/kernel/keys.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { officeShort, personName } from '#client/offices/directory.ts';
import { orderButton } from '#client/rectifications/ask-rectification.ts';
import { caseApi } from '#shared/cases/case.api.ts';
import type { Case } from '#shared/cases/case.schema.ts';
import '#client/transfers/police-question.ts';
import { transferLink, transferOf } from '#client/transfers/transfer-link.ts';
import { caseEditBook } from './case-edit-book.ts';
import './case-exhibits.ts';
import './case-file.ts';
import { CASE_BOOK } from './case-step-book.ts';
import { mayEdit, type Way, wayTo, wayToPlace } from './case-ways.ts';

/** S16: one violation case: its file, where it stands, what is missing, what comes next, what happened. */
@customElement('case-page')
export class CasePage extends LitElement {
  static override styles = [base, buttons, panels, frameStyles];

  @property({ attribute: 'case-id' }) caseId = '';
  @state() private editing = false;
  /** The field an opened form begins with. */
  #first = '';
  readonly #address = new Address(this);
  readonly #load = new RecordLoad(
    this,
    'case',
    () => Number(this.caseId),
    (id, signal) => call(caseApi.read, { params: { id }, signal }),
  );

  #unbind: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unbind = bindKeys({ on: 'KeyY', run: () => this.#transfer() });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unbind?.();
  }

  /** Begins a transfer of this case; false where it is nobody's to begin now. */
  #transfer(): boolean {
    const record = this.#load.shown?.record;
    const path = record && transferable(record) ? transferOf(record) : undefined;
    if (path) go(path);
    return path !== undefined;
  }

  readonly #changedHere = (event: CustomEvent<{ record: Case }>) => {
    this.editing = false;
    this.#load.changedHere(event.detail.record.version);
  };

  #edit(first = ''): void {
    this.#first = first;
    this.editing = true;
  }

  /** Leads to where a section of the file, or a fact of a paper, is completed. */
  #complete(way: Way | undefined): void {
    if (!way) return;
    if ('field' in way) this.#edit(way.field);
    else if ('tab' in way) changeQuery({ tab: way.tab });
    else this.renderRoot.querySelector('step-panel')?.open(way.step);
  }

  readonly #frame: Frame<Case> = {
    kind: 'case',
    standing: ({ state: at, procedure, restricted, ownerOfficeId, handlerId }) =>
      html`<span class="tag">${say(`case.procedure.${procedure}`)}</span> <span class="tag">${stateWord('case', at)}</span>
        ${restricted ? html`<span class="tag">${t('dossier.restricted')}</span>` : nothing}
        ${officeShort(ownerOfficeId)} ${personName(handlerId)}`,
    tools: (record) =>
      html`${transferable(record) ? transferLink(record) : nothing}${
        mayEdit(record)
          ? html`<button class="small" @click=${() => this.#edit()}>${t(record.state === 'closed' ? 'record.correct' : 'cases.edit')}</button>`
          : nothing
      }${orderButton(record, 'case')}`,
    overview: (record) =>
      html`${
        asksPolice(record)
          ? html`<police-question .dossier=${record.id} number=${record.number} .version=${record.version} ?own=${record.access === 'own'} @question-answered=${this.#load.reload}></police-question>`
          : nothing
      }<case-file .case=${record} @identity-opened=${() => this.#load.changedHere()}
        @task-chosen=${(event: CustomEvent<{ key: string }>) => this.#complete(wayTo(record, event.detail.key))}></case-file>`,
    tabs: (record) =>
      record.access === 'overview' || record.procedure === 'summary'
        ? []
        : [
            {
              key: 'exhibits',
              label: t('exhibits.tab'),
              body: () =>
                html`<case-exhibits case-id=${record.id} version=${record.version} ?editable=${record.access !== 'read' && record.state !== 'closed'}
                  @exhibits-changed=${() => this.#load.changedHere()}></case-exhibits>`,
            },
          ],
    wayTo: (record, place) => {
      const way = wayToPlace(record, place);
      return way && (() => this.#complete(way));
    },
    steps: (record) =>
      html`<step-panel .record=${record} .book=${CASE_BOOK} @record-stepped=${this.#changedHere}></step-panel>`,
    over: (record) =>
      this.editing
        ? html`<edit-dialog .record=${record} .book=${caseEditBook(record)} first=${this.#first} @record-edited=${this.#changedHere} @edit-cancelled=${() => {
            this.editing = false;
          }}></edit-dialog>`
        : nothing,
  };

  override render() {
    return recordPage(this.#load, Number(this.caseId), this.#address, this.#frame);
  }
}

const transferable = ({ state: at }: Case) => !['to_close', 'closed', 'with_police'].includes(at);

/** Whoever reads the file is asked whether it is the police's, while that can still be answered. */
const asksPolice = ({ access, state: at, policeQuestion }: Case): boolean =>
  access !== 'overview' && (policeQuestion !== null || !['closed', 'to_close', 'with_police'].includes(at));

declare global {
  interface HTMLElementTagNameMap {
    'case-page': CasePage;
  }
}
