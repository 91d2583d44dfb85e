import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '#client/dossiers/record-table.ts';
import { recordColumns } from '#client/dossiers/record-table.ts';
import '#client/elements/problem-line.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { loading, t } from '#client/kernel/words.ts';
import { type TallyPeriod, tallyApi } from '#shared/campaigns/tally.api.ts';
import './tally-dialog.ts';
import { differences, figuresText, standingText } from './tally-look.ts';

/** The regular figures of one office: each period with what was handed in, and the way to hand in what is owed. Fires nothing. */
@customElement('tally-periods')
export class TallyPeriods extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: block; }
      .differs { color: var(--cinnabar); display: block; }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
    `,
  ];

  @property({ type: Number }) assignment = 0;
  /** Whether the reader hands figures in. */
  @property({ type: Boolean }) editable = false;
  @property({ type: Number }) version = 0;
  @state() private sending: TallyPeriod | undefined;

  readonly #periods = new Task(this, {
    args: () => [this.assignment, this.version] as const,
    task: ([id], { signal }) => call(tallyApi.ofAssignment, { params: { id }, signal }),
  });

  override render() {
    return this.#periods.render({
      pending: () => (this.#periods.value ? this.#drawn(this.#periods.value) : loading()),
      error: (error) => html`<problem-line .error=${error} retry @retried=${() => this.#periods.run()}></problem-line>`,
      complete: (periods) => this.#drawn(periods),
    });
  }

  #drawn(periods: readonly TallyPeriod[]) {
    if (periods.length === 0) return nothing;
    const columns = recordColumns<TallyPeriod>([
      {
        key: 'period',
        label: t('TallySending.from'),
        whole: true,
        cell: ({ from, until }) => `${from} – ${until.slice(5)}`,
      },
      { key: 'standing', label: t('column.state'), whole: true, cell: standingText },
      {
        key: 'figures',
        label: t('tally.figures'),
        cell: (one) =>
          html`${figuresText(one)} ${differences(one).map((line) => html`<span class="differs">${line}</span>`)}`,
      },
      { key: 'due', label: t('column.due'), whole: true, cell: ({ dueOn }) => dueOn },
    ]);
    const act = (one: TallyPeriod) =>
      one.standing === 'ahead'
        ? nothing
        : html`<button class="small" @click=${() => {
            this.sending = one;
          }}>${t(one.tally ? 'tally.anew' : 'tally.send')}</button>`;
    const done = () => {
      this.sending = undefined;
    };
    return html`<section class="sheet"><h2>${t('CampaignDraft.reporting')}</h2>
      <record-table label=${t('CampaignDraft.reporting')} .columns=${columns} .rows=${periods} .actions=${this.editable ? act : undefined}></record-table>
      ${
        this.sending
          ? html`<tally-dialog assignment=${this.assignment} .period=${this.sending} @tally-cancelled=${done} @tally-sent=${() => {
              done();
              void this.#periods.run();
            }}></tally-dialog>`
          : nothing
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tally-periods': TallyPeriods;
  }
}
