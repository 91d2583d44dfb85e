import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { session } from '#client/auth/session.ts';
import { regionShort } from '#client/kernel/places.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { allOffices, officeName, officeOf } from '#client/offices/directory.ts';
import type { Member } from '#shared/campaigns/campaign.asks.ts';
import { TARGET_KINDS } from '#shared/campaigns/campaign.lists.ts';
import { NOT_ENFORCING } from '#shared/offices/departments.ts';
import { COUNTIES, PREFECTURE } from '#shared/offices/regions.ts';

type TargetKind = (typeof TARGET_KINDS)[number];

/**
 * Who takes part in a campaign and what is asked of each, department by county: a number makes the office a member with that target, 0 a
 * member without one, an empty cell leaves it out. `value` is the list of members. Fires `change`.
 */
@customElement('plan-grid')
export class PlanGrid extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      :host { display: grid; gap: var(--s-2); }
      .heads { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--s-2); }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; font-size: var(--t-2); }
      th { font-weight: 400; color: var(--ink-2); padding: 2px 4px; text-align: center; white-space: nowrap; }
      th[scope="row"] { text-align: left; padding-right: var(--s-2); position: sticky; left: 0; background: var(--sheet); }
      td { padding: 1px; text-align: center; }
      td input { width: 2.75rem; min-height: 1.75rem; padding: 0 4px; text-align: center; font-variant-numeric: tabular-nums; }
      .none { color: var(--ink-3); }
      @media (max-width: 640px) { .heads { grid-template-columns: minmax(0, 1fr); } td input { min-height: 2.75rem; } }
    `,
  ];

  @property({ reflect: true }) name = 'members';
  @property({ attribute: false }) value: readonly Member[] = [];
  @property() fault = '';
  @state() private kind: TargetKind | undefined;

  /** The ledger the numbers are of; what is asked of other ledgers stays as it is. */
  get #kind(): TargetKind {
    return this.kind ?? this.value.flatMap(({ targets }) => targets)[0]?.kind ?? TARGET_KINDS[TARGET_KINDS.length - 1]!;
  }

  get #regions(): readonly string[] {
    const home = officeOf(session()?.officeId)?.region ?? PREFECTURE;
    return home === PREFECTURE ? [PREFECTURE, ...COUNTIES] : [home];
  }

  get #offices() {
    return allOffices().filter(({ department, validUntil }) => !validUntil && !NOT_ENFORCING.includes(department));
  }

  #told(value: readonly Member[]): void {
    this.value = value;
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  #set(officeId: number, typed: string): void {
    const others = this.value.filter((one) => one.officeId !== officeId);
    const known = this.value.find((one) => one.officeId === officeId);
    const n = Number.parseInt(typed, 10);
    if (!/^\d+$/.test(typed.trim())) {
      this.#told(others);
      return;
    }
    const rest = (known?.targets ?? []).filter(({ kind }) => kind !== this.#kind);
    const targets = n > 0 ? [...rest, { kind: this.#kind, n }] : rest;
    this.#told([...others, { officeId, part: known?.part ?? 'supporting', targets }]);
  }

  #lead(officeId: number): void {
    this.#told(this.value.map((one) => ({ ...one, part: one.officeId === officeId ? 'lead' : 'supporting' })));
  }

  /** The numbers are meant for another ledger from now on. */
  #turn(kind: TargetKind): void {
    const before = this.#kind;
    this.kind = kind;
    this.#told(
      this.value.map((one) => ({
        ...one,
        targets: one.targets.map((target) => (target.kind === before ? { ...target, kind } : target)),
      })),
    );
  }

  override render() {
    const regions = this.#regions;
    const departments = [...new Set(this.#offices.map(({ department }) => department))];
    return html`<div class="heads">
        <div class="field"><label for="kind">${t('campaign.target_kind')}</label><select id="kind" @change=${(event: Event) => this.#turn((event.target as HTMLSelectElement).value as TargetKind)}>
          ${TARGET_KINDS.map((one) => html`<option value=${one} ?selected=${one === this.#kind}>${t(`kind.${one}`)}</option>`)}</select></div>
        <div class="field"><label for="lead">${t('CampaignDraft.leadOfficeId')}</label><select id="lead" @change=${(event: Event) => this.#lead(Number((event.target as HTMLSelectElement).value))}>
          <option value=""></option>
          ${this.value.map(({ officeId, part }) => html`<option value=${officeId} ?selected=${part === 'lead'}>${officeName(officeId)}</option>`)}</select></div>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('CampaignDraft.members')}><table>
        <thead><tr><td></td>${regions.map((region) => html`<th scope="col">${regionShort(region)}</th>`)}</tr></thead>
        <tbody>${departments.map((department) => html`<tr><th scope="row">${say(`department.${department}`) ?? department}</th>${regions.map((region) => this.#cell(department, region))}</tr>`)}</tbody>
      </table></div>
      <small>${t('campaign.plan_helper')}</small>
      ${this.fault ? html`<span class="fault">${say(`fault.${this.fault}`)}</span>` : nothing}`;
  }

  #cell(department: string, region: string) {
    const office = this.#offices.find((one) => one.department === department && one.region === region);
    if (!office) return html`<td class="none">—</td>`;
    const member = this.value.find(({ officeId }) => officeId === office.id);
    const n = member ? String(member.targets.find(({ kind }) => kind === this.#kind)?.n ?? 0) : '';
    return html`<td><input inputmode="numeric" aria-label=${officeName(office.id)} .value=${n} @change=${(
      event: Event,
    ) => {
      event.stopPropagation();
      this.#set(office.id, (event.target as HTMLInputElement).value.normalize('NFKC'));
    }} @input=${(event: Event) => event.stopPropagation()} /></td>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-grid': PlanGrid;
  }
}
