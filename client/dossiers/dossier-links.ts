import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '#client/elements/problem-line.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { tellDone } from '#client/operations/undo.ts';
import { dossierApi } from '#shared/dossiers/dossier.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { pathOf, stateWord } from './ledgers.ts';
import './record-table.ts';
import { recordColumns } from './record-table.ts';

/** One record at the other end of a link. */
export interface Linked {
  readonly id: number;
  readonly kind: string;
  readonly number: string;
  readonly state: string;
  readonly link: string;
  readonly direction: string;
}

const relation = ({ link, direction, kind }: Linked) =>
  say(`link.${link}.${direction}.${kind}`) ?? say(`link.${link}.${direction}`) ?? say(`link.${link}`) ?? link;
const columns = () =>
  recordColumns<Linked>([
    { key: 'link', label: t('dossier.link_kind'), cell: relation },
    { key: 'number', label: t('dossier.link_number'), cell: (one) => html`<a href=${pathOf(one)}>${one.number}</a>` },
    { key: 'kind', label: t('column.kind'), cell: ({ kind }) => say(`kind.${kind}`) ?? kind },
    { key: 'state', label: t('column.state'), cell: ({ kind, state }) => stateWord(kind, state) },
  ]);

/** Records this one is linked with, and, for whoever may edit it, linking another by its number. Fires `dossier-linked`. */
@customElement('dossier-links')
export class DossierLinks extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      form { display: grid; grid-template-columns: minmax(0, 12rem) minmax(0, 12rem) max-content; gap: var(--s-2); align-items: end; margin-top: var(--s-3); }
      @media (max-width: 640px) { form { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  @property({ type: Number }) dossier = 0;
  @property({ attribute: false }) links: readonly Linked[] = [];
  @property({ type: Boolean }) editable = false;

  readonly #link = new Task(this, {
    autoRun: false,
    task: async () => {
      const field = (name: string) => this.renderRoot.querySelector<HTMLInputElement>(`[name="${name}"]`)!.value.trim();
      const number = field('number');
      if (!number) return;
      const { id: toId } = await call(dossierApi.find, { params: { number } });
      const { operation } = await call(dossierApi.link, {
        params: { id: this.dossier },
        body: { toId, link: field('link') as 'related' },
      });
      tellDone(t('dossier.link_done', { number }), operation);
      this.dispatchEvent(new Event('dossier-linked'));
    },
  });

  override render() {
    return html`<section class="sheet">
      <h2>${t('dossier.links')}</h2>
      <record-table label=${t('dossier.links')} empty=${t('dossier.links_none')} .columns=${columns()} .rows=${this.links}></record-table>
      ${this.editable ? this.#form() : nothing}
    </section>`;
  }

  #form() {
    const missing = this.#link.error instanceof Refusal && this.#link.error.code === 'not_found';
    return html`<form class="no-print" @submit=${(event: Event) => {
      event.preventDefault();
      void this.#link.run();
    }}>
      <div class="field"><label for="number">${t('dossier.link_number')}</label><input id="number" name="number" placeholder="TS-26-1107" autocomplete="off" aria-invalid=${missing ? 'true' : 'false'} /></div>
      <div class="field"><label for="link">${t('dossier.link_kind')}</label><select id="link" name="link">${(['related', 'same_matter'] as const).map((one) => html`<option value=${one}>${t(`link.${one}`)}</option>`)}</select></div>
      <button>${t('dossier.link_add')}</button>
    </form>
    ${missing ? html`<p class="problem" role="alert">${t('dossier.number_unknown')}</p>` : html`<problem-line .error=${this.#link.error}></problem-line>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dossier-links': DossierLinks;
  }
}
