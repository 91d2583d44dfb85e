import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '#client/entities/subject-box.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { peopleOf, personName } from '#client/offices/directory.ts';

/** Somebody who stands back from a business, as it is written down here. */
interface Standing {
  readonly personId: number;
  readonly entityId: number;
  readonly name: string;
  readonly reason: string;
}

/** Who stands back from whom 回避, and why; `value` is what the draw is prepared with. */
@customElement('recusal-list')
export class RecusalList extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      :host { display: grid; gap: var(--s-2); }
      .row { display: grid; grid-template-columns: minmax(8rem, 1fr) minmax(10rem, 2fr) minmax(8rem, 2fr) auto; gap: var(--s-2); align-items: center; }
      li { display: flex; flex-wrap: wrap; gap: var(--s-2); align-items: center; font-size: var(--t-3); }
      @media (max-width: 640px) { .row { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  /** Offices whose inspectors take part. */
  @property({ attribute: false }) offices: readonly number[] = [];
  @state() private standing: readonly Standing[] = [];

  get value(): { personId: number; entityId: number; reason: string }[] {
    return this.standing.map(({ personId, entityId, reason }) => ({ personId, entityId, reason }));
  }

  #add(): void {
    const root = this.renderRoot;
    const personId = Number(root.querySelector('select')!.value);
    const subject = root.querySelector('subject-box')!;
    const reason = root.querySelector<HTMLInputElement>('[name="reason"]')!;
    const entityId = Number(subject.value);
    if (!personId || !entityId || reason.value.trim().length < 2) {
      reason.focus();
      return;
    }
    const same = (one: Standing) => one.personId === personId && one.entityId === entityId;
    const added = { personId, entityId, name: subject.text, reason: reason.value.trim() };
    this.standing = [...this.standing.filter((one) => !same(one)), added];
    subject.value = '';
    subject.text = '';
    reason.value = '';
  }

  override render() {
    const people = this.offices.flatMap((office) => peopleOf(office));
    return html`<ul>${this.standing.map(
      (one) =>
        html`<li><strong>${personName(one.personId)}</strong> ${one.name} <small>${one.reason}</small>
          <button type="button" class="small" @click=${() => {
            this.standing = this.standing.filter((other) => other !== one);
          }}>${t('action.remove')}</button></li>`,
    )}</ul>
    <div class="row"><select aria-label=${t('column.inspectors')}><option value=""></option>${people.map(({ value, label }) => html`<option value=${value}>${label}</option>`)}</select>
      <subject-box name="entityId" label=${t('SpotCheckPlan.subjectName')}></subject-box>
      <input name="reason" autocomplete="off" maxlength="200" aria-label=${t('draws.recusal_why')} placeholder=${t('draws.recusal_why')} />
      <button type="button" class="small" @click=${() => this.#add()}>＋ ${t('DrawPlan.recusals')}</button></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'recusal-list': RecusalList;
  }
}
