import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { session } from '#client/auth/session.ts';
import '#client/campaigns/campaign-field.ts';
import '#client/elements/combo-box.ts';
import '#client/elements/problem-line.ts';
import { Address } from '#client/kernel/address.ts';
import { call, uuid } from '#client/kernel/api.ts';
import { fieldOf } from '#client/kernel/fields.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { allOffices, officeName, officeOf } from '#client/offices/directory.ts';
import { dossierApi } from '#shared/dossiers/dossier.api.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import type { Faults, FormSchema } from '#shared/kernel/faults.ts';
import { transferApi } from '#shared/transfers/transfer.api.ts';
import { TransferDraft } from '#shared/transfers/transfer.asks.ts';
import type { Road } from '#shared/transfers/transfer.lists.ts';

const schema = TransferDraft as unknown as FormSchema;
const NO_ENFORCERS = ['coordination', 'procuratorate'];

/** Begins a transfer: to whom, and from which record it comes; the rest is written in the wizard. Fires nothing. */
@customElement('transfer-start-page')
export class TransferStartPage extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: grid; gap: var(--s-3); max-width: 640px; margin: 0 auto; align-content: start; }
      h1 { font-size: var(--t-5); }
      form { display: grid; gap: var(--s-3); }
      .roads { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: var(--s-2); }
      .roads label { border: 1px solid var(--edge); border-radius: 4px; padding: var(--s-2) var(--s-3); display: flex; gap: 6px; align-items: baseline; min-height: 2.75rem; }
      .roads small { display: block; color: var(--ink-2); }
      @media (max-width: 640px) { :host { padding: var(--s-3); } }
    `,
  ];

  @state() private road: Road | undefined;
  @state() private faults: Faults = {};
  readonly #address = new Address(this);
  readonly #key = uuid();

  readonly #begin = new Task(this, {
    autoRun: false,
    task: async () => {
      const source = this.#value('sourceId');
      const office = Number(this.#value('toOfficeId'));
      const title = this.#value('title');
      const campaign = Number(this.#value('campaignId'));
      const body = {
        road: this.#road,
        ...(source ? { sourceId: await idOf(source) } : {}),
        ...(office ? { toOfficeId: office } : {}),
        ...(title ? { title } : {}),
        ...(campaign ? { campaignId: campaign } : {}),
      };
      const made = await call(transferApi.draft, { body, key: this.#key });
      go(`/transfers/${made.id}/edit`);
    },
    onError: (error) => {
      this.faults = (error instanceof Refusal ? (error.detail['fields'] as Faults | undefined) : undefined) ?? {};
    },
  });

  get #roads(): Road[] {
    return officeOf(session()?.officeId)?.department === 'police'
      ? ['from_police', 'department']
      : ['police', 'department'];
  }

  get #road(): Road {
    const asked = this.#address.query.get('road') as Road | null;
    return this.road ?? (asked && this.#roads.includes(asked) ? asked : this.#roads[0]!);
  }

  #value(name: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value?.trim() ?? '';
  }

  override render() {
    const road = this.#road;
    const placed = ['sourceId', 'toOfficeId', 'title', 'road', 'campaignId'];
    const unplaced = this.#begin.status === 3 && !Object.keys(this.faults).some((field) => placed.includes(field));
    const field = (name: string, draw?: (id: string) => unknown) =>
      fieldOf(schema, name, {
        faults: this.faults,
        values: {},
        look: { name: 'TransferDraft', ...(draw ? { custom: { [name]: draw } } : {}) },
      });
    return html`<h1>${t('transfers.begin')}</h1>
      <form class="sheet" novalidate @submit=${(event: Event) => {
        event.preventDefault();
        void this.#begin.run();
      }}>
        <fieldset class="roads"><legend class="label">${t('transfers.road')}</legend>${this.#roads.map(
          (one) =>
            html`<label><input type="radio" name="road" value=${one} ?checked=${one === road} @change=${() => {
              this.road = one;
            }} /><span>${say(`transfer.road.${one}`)}<small>${t(`transfers.road_does.${one}`)}</small></span></label>`,
        )}</fieldset>
        ${field('sourceId', (id) => html`<input id=${id} name="sourceId" autocomplete="off" placeholder="AJ-26-12" .value=${this.#address.query.get('source') ?? ''} />`)}
        ${road === 'police' ? html`<p class="helper">${t('transfers.to_same_level', { office: officeName(this.#police?.id) })}</p>` : field('toOfficeId', (id) => html`<combo-box id=${id} name="toOfficeId" label=${t('transfers.receiver')} .choices=${this.#offices(road)}></combo-box>`)}
        ${field('title')}
        <campaign-field fault=${this.faults['campaignId'] ?? ''}></campaign-field>
        ${unplaced ? html`<problem-line .error=${this.#begin.error}></problem-line>` : nothing}
        <div><button class="primary" ?disabled=${this.#begin.status === 1}>${t('transfers.begin')}</button></div>
      </form>`;
  }

  get #police() {
    const here = officeOf(session()?.officeId);
    return allOffices().find(
      ({ department, region, validUntil }) => department === 'police' && region === here?.region && !validUntil,
    );
  }

  #offices(road: Road) {
    const mine = session()?.officeId;
    return allOffices()
      .filter(
        ({ id, department, validUntil }) =>
          !validUntil && id !== mine && !NO_ENFORCERS.includes(department) && department !== 'police',
      )
      .filter(({ region }) => road === 'department' || region === officeOf(mine)?.region)
      .map(({ id }) => ({ value: String(id), label: officeName(id) }));
  }
}

/** The record a number belongs to; whoever may not see it is told that the number is unknown. */
async function idOf(number: string): Promise<number> {
  try {
    return (await call(dossierApi.find, { params: { number } })).id;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') throw invalid({ sourceId: 'unknown' });
    throw error;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'transfer-start-page': TransferStartPage;
  }
}
