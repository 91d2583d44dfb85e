import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { matterChoices } from '#client/complaints/entry-fields.ts';
import '#client/elements/combo-box.ts';
import { number } from '#client/kernel/format.ts';
import { countyChoices } from '#client/kernel/places.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { aside, listed, say, t } from '#client/kernel/words.ts';
import { CHANNELS, INTAKES } from '#shared/complaints/complaint.lists.ts';
import type { Import, ImportDefaults } from '#shared/imports/import.api.ts';
import { FIELDS_OF, IMPORT_LEDGERS, type ImportField, NEEDED } from '#shared/imports/import.fields.ts';

/** Which column is which field, with the first rows beside, and what holds where the file does not say. Fires `columns-matched`. */
@customElement('import-columns')
export class ImportColumns extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-3); }
      .top { display: flex; flex-wrap: wrap; gap: var(--s-3); align-items: end; margin-bottom: var(--s-3); }
      .top .field { width: 12rem; }
      .narrow { width: 7rem; }
      .grid { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 2px var(--s-5); }
      .line { display: grid; grid-template-columns: 8rem 11rem minmax(0, 1fr); gap: var(--s-2); align-items: center; border-bottom: 1px solid var(--rule); padding: 2px 0; font-size: var(--t-3); }
      .line select { min-height: 1.875rem; }
      .line small { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .missing { color: var(--cinnabar); }
      .defaults { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); gap: var(--s-3); }
      @media (max-width: 1000px) { .grid { grid-template-columns: minmax(0, 1fr); } .defaults { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
      @media (max-width: 640px) { .line { grid-template-columns: 6rem minmax(0, 1fr); } .line small { grid-column: 1 / -1; } .defaults { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  @property({ attribute: false }) import!: Import;

  #tell(change: {
    sheet?: number;
    ledger?: Import['ledger'];
    headerRow?: number;
    mapping?: Import['mapping'];
    defaults?: ImportDefaults;
  }): void {
    const { sheet, ledger, headerRow, mapping, defaults } = this.import;
    const same = change.sheet === undefined && change.headerRow === undefined && change.ledger === undefined;
    const detail = {
      sheet,
      ...(change.sheet === undefined ? { ledger } : {}),
      ...(same ? { headerRow, mapping } : {}),
      defaults,
      ...change,
    };
    this.dispatchEvent(new CustomEvent('columns-matched', { detail }));
  }

  #map(field: ImportField, value: string): void {
    const { [field]: _, ...others } = this.import.mapping;
    this.#tell({ mapping: value === '' ? others : { ...others, [field]: Number(value) } });
  }

  #default(change: Partial<ImportDefaults>): void {
    this.#tell({ defaults: { ...this.import.defaults, ...change } });
  }

  override render() {
    const { sheets, sheet, ledger, headerRow, skipped } = this.import;
    const why = Object.entries(skipped).filter(([, n]) => n > 0);
    return html`<section class="sheet">
        <h2>${t('imports.step.map')}</h2>
        <div class="top">
          <div class="field"><label for="ledger">${t('import.ledger')}</label><select id="ledger" @change=${(event: Event) => this.#tell({ ledger: (event.target as HTMLSelectElement).value as Import['ledger'] })}>${IMPORT_LEDGERS.map((one) => html`<option value=${one} ?selected=${one === ledger}>${t(`import.ledger.${one}`)}</option>`)}</select></div>
          ${
            this.import.origin === 'paste'
              ? ''
              : html`<div class="field"><label for="sheet">${t('imports.sheet')}</label><select id="sheet" @change=${(event: Event) => this.#tell({ sheet: Number((event.target as HTMLSelectElement).value) })}>${sheets.map(
                  (one, at) =>
                    html`<option value=${at} ?selected=${at === sheet}>${one.name}${aside(number(one.rows))}</option>`,
                )}</select></div>`
          }
          <div class="field narrow"><label for="header">${t('imports.header_row')}</label><input id="header" inputmode="numeric" .value=${String(headerRow)} @change=${(
            event: Event,
          ) =>
            this.#tell({
              headerRow: Math.max(0, Math.floor(Number((event.target as HTMLInputElement).value)) || 0),
            })} /></div>
          ${why.length > 0 ? html`<p class="helper">${t('imports.skipped', { n: why.reduce((all, [, n]) => all + n, 0), why: listed(why.map(([kind, n]) => say(`imports.skip.${kind}`, { n }) ?? kind)) })}</p>` : ''}
        </div>
        <div class="grid">${FIELDS_OF[ledger].map((field) => this.#line(field))}</div>
      </section>
      <section class="sheet"><h2>${t('imports.defaults')}</h2><div class="defaults">${this.#defaults()}</div></section>`;
  }

  #line(field: ImportField) {
    const { ledger, mapping, headings, samples, defaults } = this.import;
    const needed = NEEDED[ledger].includes(field);
    const column = mapping[field];
    const given = (defaults as Record<string, unknown>)[field];
    const missing = needed && column === undefined && !given;
    const shown =
      column === undefined
        ? ''
        : samples
            .map((row) => row[column])
            .filter(Boolean)
            .join(' | ');
    return html`<div class="line"><label for=${field} class=${missing ? 'missing' : ''}>${needed ? '* ' : ''}${t(`import.field.${field}`)}</label>
      <select id=${field} aria-invalid=${missing ? 'true' : 'false'} @change=${(event: Event) => this.#map(field, (event.target as HTMLSelectElement).value)}>
        <option value="">${t('imports.leave_out')}</option>
        ${headings.map((heading, at) => (heading ? html`<option value=${at} ?selected=${at === column}>${heading}</option>` : ''))}
      </select><small title=${shown}>${shown}</small></div>`;
  }

  #defaults() {
    const { channel, intake, county, matter, answered } = this.import.defaults;
    const select = <T extends string>(
      id: keyof ImportDefaults,
      label: string,
      prefix: string,
      values: readonly T[],
      value: T,
    ) =>
      html`<div class="field"><label for=${`d-${id}`}>${label}</label><select id=${`d-${id}`} @change=${(event: Event) => this.#default({ [id]: (event.target as HTMLSelectElement).value })}>${values.map(
        (one) => html`<option value=${one} ?selected=${one === value}>${say(`${prefix}.${one}`)}</option>`,
      )}</select></div>`;
    const combo = (
      id: 'county' | 'matter',
      value: string | undefined,
      choices: readonly { value: string; label: string }[],
    ) =>
      html`<div class="field"><label for=${`d-${id}`}>${t(`import.field.${id}`)}</label><combo-box id=${`d-${id}`} label=${t(`import.field.${id}`)} .value=${value ?? ''} .choices=${choices}
        @change=${(event: Event) => this.#default({ [id]: (event.target as HTMLElement & { value: string }).value })}></combo-box></div>`;
    if (this.import.ledger === 'case')
      return html`${combo('county', county, countyChoices())} ${combo('matter', matter, matterChoices())}
        ${select('answered', t('import.closed'), 'import.closed', ['closed', 'open'] as const, answered)}
        ${select('issuers', t('import.issuers'), 'import.issuers', ['ask', 'other'] as const, this.import.defaults.issuers ?? 'ask')}`;
    return html`${select('intake', t('import.field.intake'), 'complaint.intake', INTAKES, intake)}
      ${select('channel', t('import.field.channel'), 'complaint.channel', CHANNELS, channel)}
      ${combo('county', county, countyChoices())} ${combo('matter', matter, matterChoices())}
      ${select('answered', t('import.field.reply'), 'import.answered', ['closed', 'open'] as const, answered)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'import-columns': ImportColumns;
  }
}
