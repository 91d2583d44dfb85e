import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { pathOf, stateWord } from '#client/dossiers/ledgers.ts';
import { call } from '#client/kernel/api.ts';
import { base, inputs, panels } from '#client/kernel/styles.ts';
import { loading, problem, say, t } from '#client/kernel/words.ts';
import { officeShort } from '#client/offices/directory.ts';
import { entityApi, type Repeats } from '#shared/entities/entity.api.ts';
import { REPEAT_MONTHS } from '#shared/entities/repeats.ts';
import { entityTags } from './entity-styles.ts';

const CHOICES = [3, 6, 12, 24, 36, 60] as const;

/** What came more than once within some months, here, of the same owner or at the same address. Fires nothing. */
@customElement('entity-repeats')
export class EntityRepeats extends LitElement {
  static override styles = [
    base,
    inputs,
    panels,
    entityTags,
    css`
      .ask { display: flex; flex-wrap: wrap; gap: var(--s-2) var(--s-4); align-items: center; font-size: var(--t-2); margin-bottom: var(--s-3); }
      .ask select { width: auto; }
      .ask label { display: inline-flex; gap: var(--s-2); align-items: center; min-height: 1.75rem; }
      th, td { white-space: nowrap; }
      td:nth-child(2) { white-space: normal; min-width: 14rem; }
      h3 { margin-top: var(--s-3); }
      .scroll { overflow-x: auto; }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
    `,
  ];

  @property({ type: Number }) entity = 0;
  @state() private months = REPEAT_MONTHS;
  @state() private exact = false;

  readonly #repeats = new Task(this, {
    args: () => [this.entity, this.months, this.exact] as const,
    task: ([id, months, exact], { signal }) =>
      call(entityApi.repeats, { params: { id }, query: { months, exact }, signal }),
  });

  override render() {
    return html`<section class="sheet"><h2>${t('entity.tab.repeats')}</h2>
      <div class="ask">
        <label>${t('entity.repeats_within')} <select @change=${(event: Event) => {
          this.months = Number((event.target as HTMLSelectElement).value);
        }}>${CHOICES.map((n) => html`<option value=${n} ?selected=${n === this.months}>${t('entity.months', { n })}</option>`)}</select></label>
        <label><input type="checkbox" .checked=${this.exact} @change=${(event: Event) => {
          this.exact = (event.target as HTMLInputElement).checked;
        }} />${t('entity.repeats_exact')}</label>
      </div>
      ${this.#repeats.render({ pending: loading, error: problem, complete: (found) => this.#found(found) })}
    </section>`;
  }

  #found({ since, groups }: Repeats) {
    if (groups.length === 0) return html`<p class="helper" role="status">${t('entity.repeats_none', { since })}</p>`;
    return groups.map(
      ({
        matter,
        offences,
      }) => html`<h3>${say(`matter.${matter}`) ?? matter} · ${t('entity.repeats_times', { n: offences.length })}</h3>
        <div class="scroll" tabindex="0" role="region" aria-label=${say(`matter.${matter}`) ?? matter}><table class="plain">
          <thead><tr>${(['on', 'record', 'matter', 'whose', 'office', 'state'] as const).map((one) => html`<th scope="col">${t(`entity.repeat.${one}`)}</th>`)}</tr></thead>
          <tbody>${offences.map(
            (
              one,
            ) => html`<tr><td class="when">${one.on}</td><td><a href=${pathOf(one)}>${one.number}</a> ${one.title}</td>
              <td>${say(`matter.${one.matter}`) ?? one.matter}</td>
              <td>${one.tie === 'entity' ? nothing : html`<a href="/entities/${one.entity.id}">${one.entity.name}</a> `}${t(`entity.tie.${one.tie}`)}</td>
              <td>${officeShort(one.ownerOfficeId)}</td><td>${stateWord(one.kind, one.state)}</td></tr>`,
          )}</tbody>
        </table></div>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'entity-repeats': EntityRepeats;
  }
}
