import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { lightOf, standingWithDay } from '#client/clocks/face.ts';
import '#client/dossiers/step-panel.ts';
import '#client/elements/light-mark.ts';
import '#client/elements/problem-line.ts';
import { toast } from '#client/elements/toast-line.ts';
import { Address, changeQuery } from '#client/kernel/address.ts';
import { call } from '#client/kernel/api.ts';
import { bindKeys } from '#client/kernel/keys.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { loading, problem, say, t } from '#client/kernel/words.ts';
import { officeName } from '#client/offices/directory.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import type { Faults } from '#shared/kernel/faults.ts';
import { transferApi } from '#shared/transfers/transfer.api.ts';
import type { Transfer } from '#shared/transfers/transfer.schema.ts';
import './transfer-file.ts';
import { transferBook } from './transfer-step-book.ts';
import type { WizardContent } from './wizard-content.ts';
import './wizard-content.ts';
import type { WizardMaterials } from './wizard-materials.ts';
import './wizard-materials.ts';

const PARTS = ['content', 'materials', 'goods', 'check'] as const;
type Part = (typeof PARTS)[number];

/** S18: a transfer in four steps: offence and grounds, materials, goods, check and submit. What is written is saved at each step. */
@customElement('transfer-wizard-page')
export class TransferWizardPage extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-3); max-width: 980px; margin: 0 auto; align-content: start; }
      header { display: flex; flex-wrap: wrap; gap: var(--s-1) var(--s-4); align-items: baseline; }
      h1 { font-size: var(--t-5); flex: 1 1 100%; overflow-wrap: anywhere; }
      .helper { font-size: var(--t-2); color: var(--ink-2); margin-bottom: var(--s-3); }
      header .helper { margin: 0; }
      ol { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 2px; padding: 0; list-style: none; }
      ol li { display: grid; }
      ol button { width: 100%; border: 0; border-bottom: 3px solid var(--rule); border-radius: 0; background: none; color: var(--ink-2); padding: var(--s-1) var(--s-2); min-height: 2.25rem; }
      ol button[aria-current="step"] { border-bottom-color: var(--azurite); color: var(--ink); font-weight: 600; }
      .body { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-3); }
      .body > .helper { margin: 0; }
      .foot { display: flex; gap: var(--s-2); justify-content: space-between; position: sticky; bottom: calc(-1 * var(--s-3)); background: var(--sheet); padding: var(--s-2) 0; border-top: 1px solid var(--rule); }
      @media (max-width: 640px) { :host { padding: var(--s-3); } ol button { min-height: 2.75rem; font-size: var(--t-2); } .foot { bottom: 3.25rem; } .foot > * { flex: 1; } }
    `,
  ];

  @property({ attribute: 'transfer-id' }) transferId = '';
  @state() private now: Transfer | undefined;
  @query('wizard-content') private form!: WizardContent | null;
  @query('wizard-materials') private materials!: WizardMaterials | null;
  readonly #address = new Address(this);
  #unbind: (() => void) | undefined;

  readonly #load = new Task(this, {
    args: () => [Number(this.transferId)] as const,
    task: ([id], { signal }) => call(transferApi.read, { params: { id }, signal }),
    onComplete: (record) => {
      this.now = record;
      document.title = `${record.number} · ${t('app.name')}`;
    },
  });
  readonly #save = new Task(this, {
    autoRun: false,
    task: async ([then]: readonly [Part]) => {
      const record = await this.#saved();
      if (!record) return;
      this.now = record;
      changeQuery({ step: then === 'content' ? null : then });
    },
    onError: (error) => {
      const fields = error instanceof Refusal ? (error.detail['fields'] as Faults | undefined) : undefined;
      if (fields) this.form?.show(fields);
    },
  });

  get #part(): Part {
    const asked = this.#address.query.get('step') as Part | null;
    const first = this.now?.state === 'drafted' ? 'content' : 'materials';
    return asked && PARTS.includes(asked) ? asked : first;
  }

  /** Writes what stands in the form, if anything changed; undefined where a field is wrong. */
  async #saved(): Promise<Transfer | undefined> {
    const { id, version } = this.now!;
    if (this.materials) return this.materials.save();
    if (!this.form) return this.now;
    const changes = this.form.changes();
    if (!changes) return undefined;
    if (Object.keys(changes).length === 0) return this.now;
    const record = await call(transferApi.edit, { params: { id }, body: { version, ...changes } });
    toast(t('transfers.saved'));
    return record;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unbind = bindKeys({ on: 'Ctrl+Enter', run: () => this.#goOn() });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unbind?.();
  }

  /** Ctrl+Enter goes on wherever the focus is, for a step may need nothing typed; the last one is the step panel's. */
  #goOn(): unknown {
    if (!this.now || this.#part === 'check' || this.#save.status === 1) return false;
    return this.#save.run([this.#after]);
  }

  get #after(): Part {
    return PARTS[Math.min(PARTS.indexOf(this.#part) + 1, PARTS.length - 1)]!;
  }

  override render() {
    if (this.now) return this.#whole(this.now);
    return this.#load.render({ pending: loading, error: problem });
  }

  #whole(record: Transfer) {
    const part = this.#part;
    const failed =
      this.#save.status === 3 && !(this.#save.error instanceof Refusal && this.#save.error.detail['fields']);
    return html`<header><h1>${record.number} ${record.title}</h1>
        <span>${say(`transfer.road.${record.road}`)} → ${officeName(record.toOfficeId)}</span>
        ${record.clockFrom ? html`<light-mark light=${lightOf(record)} text=${standingWithDay(record)}></light-mark> <span class="helper">${say(`clock.name.${record.clockName}`)}</span>` : nothing}
        ${record.copyOfficeId ? html`<span class="helper">${t('transfers.copy_to')} ${officeName(record.copyOfficeId)}</span>` : nothing}
      </header>
      <nav aria-label=${t('transfers.steps')}><ol>${PARTS.map((one, at) => html`<li><button aria-current=${one === part ? 'step' : 'false'} @click=${() => this.#save.run([one])}>${at + 1} ${t(`transfers.step.${one}`)}</button></li>`)}</ol></nav>
      ${failed ? html`<problem-line .error=${this.#save.error}></problem-line>` : nothing}
      <div class="body">${this.#body(record, part)}</div>
      ${part === 'check' ? nothing : this.#foot(part)}`;
  }

  #body(record: Transfer, part: Part) {
    const fixed = record.state !== 'drafted';
    if (part === 'check')
      return html`<div class="sheet"><step-panel .record=${record} .book=${transferBook(record)} @record-stepped=${() => go(`/transfers/${record.id}`)}></step-panel></div>
        <transfer-file .transfer=${record}></transfer-file>`;
    if (part === 'materials')
      return html`<p class="helper">${t('transfers.materials_law')}</p><wizard-materials .transfer=${record} @transfer-saved=${(
        event: CustomEvent<{ record: Transfer }>,
      ) => {
        this.now = event.detail.record;
      }}></wizard-materials>`;
    if (fixed) return html`<p class="sheet">${t('transfers.fixed')}</p>`;
    return html`<p class="helper">${t(part === 'goods' ? 'transfers.goods_law' : 'transfers.content_law')}</p><wizard-content .transfer=${record} page=${part === 'goods' ? 'goods' : 'content'}></wizard-content>`;
  }

  #foot(part: Part) {
    const busy = this.#save.status === 1;
    const before = PARTS[PARTS.indexOf(part) - 1];
    return html`<div class="foot">${before ? html`<button ?disabled=${busy} @click=${() => this.#save.run([before])}>${t('transfers.back')}</button>` : html`<a class="button" href="/transfers/${this.now!.id}">${t('action.close')}</a>`}
      <button class="primary" ?disabled=${busy} @click=${() => this.#save.run([this.#after])}>${t('transfers.next')} <kbd>Ctrl+Enter</kbd></button></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'transfer-wizard-page': TransferWizardPage;
  }
}
