import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import '#client/elements/reason-dialog.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call } from '#client/kernel/api.ts';
import { dayOf } from '#client/kernel/format.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { personName } from '#client/offices/directory.ts';
import { entityApi, type Unmerged } from '#shared/entities/entity.api.ts';
import type { Entity } from '#shared/entities/entity.schema.ts';

type Merge = Entity['merges'][number];

/** What was merged into an entity, each to be taken out again; what somebody went on with since is named. Fires `entity-parted`. */
@customElement('entity-merges')
export class EntityMerges extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      li { font-size: var(--t-3); border-top: 1px solid var(--rule); padding: var(--s-1) 0; display: grid; gap: 2px; justify-items: start; }
      small { color: var(--ink-2); }
      .kept { background: var(--orpiment-t); color: var(--orpiment); padding: var(--s-2) var(--s-3); font-size: var(--t-2); margin-bottom: var(--s-2); }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
    `,
  ];

  @property({ attribute: false }) merges: readonly Merge[] = [];
  @state() private parting: Merge | undefined;
  @state() private kept: Unmerged | undefined;

  readonly #part = new Task(this, {
    autoRun: false,
    task: async ([id, reason]: readonly [number, string]) => {
      const undone = await call(entityApi.unmerge, { params: { id }, body: { reason } });
      this.parting = undefined;
      this.kept = undone.fields.length + undone.records.length > 0 ? undone : undefined;
      toast(t('entity.parted'));
      this.dispatchEvent(new Event('entity-parted'));
    },
  });

  override render() {
    if (this.merges.length === 0 && !this.kept) return nothing;
    return html`${this.kept ? this.#stayed(this.kept) : nothing}
      ${this.merges.length === 0 ? nothing : html`<section class="sheet"><h2>${t('entity.merges')}</h2><ul>${this.merges.map((one) => this.#merge(one))}</ul></section>`}
      ${this.parting ? this.#dialog(this.parting) : nothing}`;
  }

  #merge(merge: Merge) {
    const { other, mergedBy, mergedAt, reason } = merge;
    return html`<li><span>${other.name}</span><small>${dayOf(mergedAt)} ${personName(mergedBy)} · ${reason}</small>${
      may('entity.merge')
        ? html`<button class="small no-print" @click=${() => {
            this.parting = merge;
          }}>${t('entity.part')}</button>`
        : nothing
    }</li>`;
  }

  #stayed({ fields, records }: Unmerged) {
    const names = fields.map((field) => say(`EntityFiling.${field}`) ?? field);
    return html`<div class="kept" role="status">${t('entity.part_kept')}
      ${names.length > 0 ? html`<div>${names.join('、')}</div>` : nothing}
      ${records.length > 0 ? html`<div>${records.map(({ number }) => number).join('、')}</div>` : nothing}</div>`;
  }

  #dialog({ id, other }: Merge) {
    return html`<reason-dialog open needs-reason heading=${t('entity.part')} verb=${t('entity.part')} .most=${1000}
      .act=${{ changes: [t('entity.part_does', { name: other.name })] }} .error=${this.#part.error} ?busy=${this.#part.status === 1}
      @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#part.run([id, event.detail.reason])}
      @act-cancelled=${() => {
        this.parting = undefined;
      }}></reason-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'entity-merges': EntityMerges;
  }
}
