import { Task } from '@lit/task';
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '#client/elements/reason-dialog.ts';
import { call } from '#client/kernel/api.ts';
import { t } from '#client/kernel/words.ts';
import { transferApi } from '#shared/transfers/transfer.api.ts';
import type { Transfer } from '#shared/transfers/transfer.schema.ts';

/** Asks that the complainant be named to the other side, or lets it: two persons, two reasons. Fires `record-edited` `{ record }`, `edit-cancelled`. */
@customElement('complainant-dialog')
export class ComplainantDialog extends LitElement {
  @property({ attribute: false }) transfer!: Transfer;
  @property() act: 'ask' | 'grant' = 'ask';

  readonly #do = new Task(this, {
    autoRun: false,
    task: async ([reason]: readonly [string]) => {
      const contract = this.act === 'ask' ? transferApi.askComplainant : transferApi.grantComplainant;
      const { id, version } = this.transfer;
      const record = await call(contract, { params: { id }, body: { reason, version } });
      this.dispatchEvent(new CustomEvent('record-edited', { detail: { record } }));
    },
  });

  override render() {
    const asked = this.transfer.complainantAsked;
    const changes = [
      t(`transfers.complainant_${this.act}_does`),
      ...(asked ? [t('transfers.complainant_asked', { why: asked })] : []),
    ];
    return html`<reason-dialog open needs-reason heading=${t(`transfers.complainant_${this.act}`)} verb=${t(`transfers.complainant_${this.act}`)} .act=${{ changes }}
      .error=${this.#do.error} ?busy=${this.#do.status === 1} .most=${2000}
      @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#do.run([event.detail.reason])}
      @act-cancelled=${() => this.dispatchEvent(new Event('edit-cancelled'))}></reason-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'complainant-dialog': ComplainantDialog;
  }
}
