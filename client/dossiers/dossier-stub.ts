import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '#client/elements/reason-dialog.ts';
import { call } from '#client/kernel/api.ts';
import { regionName } from '#client/kernel/places.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { officeName, officeOf } from '#client/offices/directory.ts';
import { dossierApi } from '#shared/dossiers/dossier.api.ts';
import { stateWord } from './ledgers.ts';

/** What is left of a restricted record for whoever is not named in it: that it exists, whose it is, whom to call, how to ask. */
@customElement('dossier-stub')
export class DossierStub extends LitElement {
  static override styles = [base, buttons, panels, css`.sheet { max-width: 40rem; display: grid; gap: var(--s-3); }`];

  @property({ attribute: false }) record!: {
    id: number;
    number: string;
    county: string;
    state: string;
    ownerOfficeId: number;
  };
  @property() kind = 'complaint';
  @state() private asking = false;
  @state() private asked = false;

  readonly #ask = new Task(this, {
    autoRun: false,
    task: async ([reason]: readonly [string]) => {
      await call(dossierApi.askAccess, { params: { id: this.record.id }, body: { reason } });
      this.asking = false;
      this.asked = true;
    },
  });

  override render() {
    const { number, county, state: at, ownerOfficeId } = this.record;
    const office = officeOf(ownerOfficeId);
    return html`<section class="sheet">
      <h1>${number} · ${t('dossier.stub_title')}</h1>
      <p>${t('dossier.stub_text')}</p>
      <dl class="facts"><dt>${t('column.state')}</dt><dd>${stateWord(this.kind, at)}</dd><dt>${t('list.filter.county')}</dt><dd>${regionName(county)}</dd>
        <dt>${t('part.owner')}</dt><dd>${officeName(ownerOfficeId)}</dd><dt>${t('dossier.call')}</dt><dd class="num">${office?.phone ?? ''}</dd></dl>
      ${
        this.asked
          ? html`<p role="status">${t('dossier.access_asked')}</p>`
          : html`<div><button @click=${() => {
              this.asking = true;
            }}>${t('dossier.ask_access')}</button></div>`
      }
      ${
        this.asking
          ? html`<reason-dialog open needs-reason heading="${t('dossier.ask_access')} ${number}" verb=${t('dossier.ask_access')} reason-label=${t('dossier.ask_why')}
              .error=${this.#ask.error} ?busy=${this.#ask.status === 1} @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#ask.run([event.detail.reason])}
              @act-cancelled=${() => {
                this.asking = false;
              }}></reason-dialog>`
          : nothing
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dossier-stub': DossierStub;
  }
}
