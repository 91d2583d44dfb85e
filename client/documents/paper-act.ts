import { Task } from '@lit/task';
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '#client/elements/reason-dialog.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call, download } from '#client/kernel/api.ts';
import { t } from '#client/kernel/words.ts';
import { documentApi, type PaperMade } from '#shared/documents/document.api.ts';
import { numberApi } from '#shared/numbers/number.api.ts';
import { formName } from './names.ts';

/** What is done with a made paper: put in force with its number, opened although it names somebody, its number voided. */
export type PaperActKind = 'issue' | 'open' | 'void';

/** Asks before an act on a made paper and does it. Fires `paper-acted` `{ act }` once the server agreed, and `act-cancelled`. */
@customElement('paper-act')
export class PaperAct extends LitElement {
  @property() act: PaperActKind = 'issue';
  @property({ attribute: false }) paper!: PaperMade;
  @property({ type: Number }) version = 0;

  readonly #do = new Task(this, {
    autoRun: false,
    task: async ([reason]: readonly [string]) => {
      const { id, numberId, form } = this.paper;
      if (this.act === 'issue') {
        const { paper } = await call(documentApi.issue, { params: { id }, body: { version: this.version } });
        toast(t('papers.issued', { name: formName(form), number: paper.number ?? '' }));
      } else if (this.act === 'open') await download(documentApi.open, { reason }, { id });
      else await call(numberApi.void, { params: { id: numberId! }, body: { reason } });
      this.dispatchEvent(new CustomEvent('paper-acted', { detail: { act: this.act } }));
    },
  });

  override render() {
    const { act, paper } = this;
    const verb = t(`papers.${act}`);
    return html`<reason-dialog open heading="${verb} ${formName(paper.form)} ${paper.number ?? ''}" verb=${verb} ?danger=${act === 'void'}
      ?needs-reason=${act !== 'issue'} ?no-reason=${act === 'issue'} .act=${{ changes: [t(`papers.${act}_does`)], ...(act === 'open' ? {} : { undoable: false }) }}
      .error=${this.#do.error} ?busy=${this.#do.status === 1}
      @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#do.run([event.detail.reason])}
      @act-cancelled=${() => this.dispatchEvent(new Event('act-cancelled'))}></reason-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-act': PaperAct;
  }
}
