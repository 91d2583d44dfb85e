import { Task } from '@lit/task';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '#client/elements/reason-dialog.ts';
import { call } from '#client/kernel/api.ts';
import { answersOf, fieldsOf } from '#client/kernel/fields.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { type TallyPeriod, TallySending, tallyApi } from '#shared/campaigns/tally.api.ts';
import { CLAIMED, TYPED } from '#shared/campaigns/tally.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { type Faults, type FormSchema, faultsOf } from '#shared/kernel/faults.ts';

const schema = TallySending as unknown as FormSchema;

/**
 * Hands in the figures of one period; what the ledgers hold stands beside what one says of them. Fires `tally-sent` `{ periods }` and
 * `tally-cancelled`.
 */
@customElement('tally-dialog')
export class TallyDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      .fields { grid-template-columns: repeat(3, minmax(0, 1fr)); }
      .ledgers { font-size: var(--t-2); color: var(--ink-2); }
      @media (max-width: 640px) { .fields { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
    `,
  ];

  @property({ type: Number }) assignment = 0;
  @property({ attribute: false }) period!: TallyPeriod;
  @state() private faults: Faults = {};

  readonly #send = new Task(this, {
    autoRun: false,
    task: async ([reason]: readonly [string]) => {
      const answers = {
        zero: false,
        ...answersOf(schema, this.renderRoot),
        from: this.period.from,
        ...(reason ? { reason } : {}),
      };
      this.faults = faultsOf(schema, answers);
      if (Object.keys(this.faults).length > 0) return;
      const body = answers as unknown as TallySending;
      const periods = await call(tallyApi.send, { params: { id: this.assignment }, body });
      this.dispatchEvent(new CustomEvent('tally-sent', { detail: { periods } }));
    },
    onError: (error) => {
      this.faults = (error instanceof Refusal ? (error.detail['fields'] as Faults | undefined) : undefined) ?? {};
    },
  });

  override render() {
    const { from, until, now, tally } = this.period;
    const again = tally !== null;
    const values = { ...tally?.figures, ...tally?.claimed, note: tally?.note ?? undefined, zero: tally?.zero };
    const held = CLAIMED.map((kind) => `${t(`kind.${kind}`)} ${now[kind]}`).join(' · ');
    return html`<reason-dialog open heading="${t(again ? 'tally.anew' : 'tally.send')} ${from} – ${until}" verb=${t('tally.send')}
        ?no-reason=${!again} ?needs-reason=${again} reason-label=${t('TallySending.reason')}
        .error=${Object.keys(this.faults).length > 0 ? undefined : this.#send.error} ?busy=${this.#send.status === 1}
        @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#send.run([event.detail.reason])}
        @act-cancelled=${() => this.dispatchEvent(new Event('tally-cancelled'))}>
        ${fieldsOf(schema, this.faults, values, { only: [...TYPED] })}
        <p class="ledgers">${t('tally.ledgers', { held })}</p>
        ${fieldsOf(schema, this.faults, values, { only: [...CLAIMED] })}
        ${fieldsOf(schema, this.faults, values, { only: ['note', 'zero'] })}
      </reason-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tally-dialog': TallyDialog;
  }
}
