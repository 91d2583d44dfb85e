import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { actorOf, may, session } from '#client/auth/session.ts';
import { today } from '#client/clocks/law.ts';
import '#client/elements/day-field.ts';
import '#client/elements/reason-dialog.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { rectificationApi } from '#shared/rectifications/rectification.api.ts';
import type { RectificationRow } from '#shared/rectifications/rectification.schema.ts';
import { rectificationStepsFor } from '#shared/rectifications/rectification.steps.ts';

/** More time for several chosen orders at once, asked for or granted: each is its own act; what was refused is named. Fires `bulk-done`. */
@customElement('rectification-bulk')
export class RectificationBulk extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      .bar { display: flex; flex-wrap: wrap; gap: var(--s-2) var(--s-3); align-items: center; background: var(--azurite-t); border: 1px solid var(--azurite); padding: var(--s-1) var(--s-3); font-size: var(--t-3); margin-top: var(--s-1); }
      @media print { .bar { display: none; } }
    `,
  ];

  @property({ attribute: false }) rows: readonly RectificationRow[] = [];
  @state() private asking = false;
  @state() private busy = false;
  @state() private error: unknown;

  /** Of one's own office, still to be corrected, and their last day not yet past. */
  get #open(): readonly RectificationRow[] {
    const [here, step] = [session(), this.#step];
    if (!here || !step) return [];
    const mine = permissionsOf(actorOf(here));
    return this.rows.filter(
      (row) =>
        !row.stub &&
        row.ownerOfficeId === here.officeId &&
        rectificationStepsFor({ ...row, announcedOn: null, today: today() }, 'own', mine).includes(step),
    );
  }

  get #step(): 'extend' | 'ask_extension' | undefined {
    if (may('rectification.approve')) return 'extend';
    return may('rectification.handle') ? 'ask_extension' : undefined;
  }

  readonly #take = async (event: CustomEvent<{ reason: string }>) => {
    const until = this.renderRoot.querySelector<HTMLInputElement>('[name="until"]')!.value.trim();
    const step = this.#step;
    this.error = until ? undefined : invalid({ until: 'required' });
    if (!until || !step) return;
    this.busy = true;
    const failed: string[] = [];
    let n = 0;
    for (const { id, version, number } of this.#open) {
      const body = { step, version, until, reason: event.detail.reason };
      await call(rectificationApi.step, { params: { id }, body }).then(
        () => {
          n += 1;
        },
        () => failed.push(number),
      );
    }
    this.busy = false;
    this.asking = false;
    this.dispatchEvent(new Event('bulk-done'));
    const act = t(`rectification.step.${step}`);
    const numbers = failed.slice(0, 5).join('、');
    toast(
      failed.length > 0
        ? t('list.bulk_partly', { act, n, failed: failed.length, numbers })
        : t('list.bulk_done', { act, n }),
    );
  };

  override render() {
    const step = this.#step;
    if (this.rows.length === 0 || !step) return nothing;
    const open = this.#open;
    const verb = t(`rectification.step.${step}`);
    return html`<div class="bar" role="group" aria-label=${t('grid.selected', { count: this.rows.length })}>
        <strong>${t('grid.selected', { count: this.rows.length })}</strong>
        <button class="small" ?disabled=${this.busy || open.length === 0} @click=${() => {
          this.asking = true;
        }}>${verb} ${open.length}</button>
        ${open.length < this.rows.length ? html`<span>${t('rectifications.bulk_left', { n: this.rows.length - open.length })}</span>` : nothing}
      </div>
      ${
        this.asking
          ? html`<reason-dialog open needs-reason heading=${t('rectifications.bulk', { act: verb, n: open.length })} verb=${verb} .act=${{ changes: [t(`rectification.does.${step}`)] }}
              .error=${this.error} ?busy=${this.busy} @act-confirmed=${this.#take} @act-cancelled=${() => {
                this.asking = false;
              }}>
              <div class="field"><label for="until">${t('RectificationExtension.until')}</label><day-field id="until" name="until" label=${t('RectificationExtension.until')}></day-field></div>
            </reason-dialog>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rectification-bulk': RectificationBulk;
  }
}
