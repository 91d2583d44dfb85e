import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Static } from 'typebox';
import { may } from '#client/auth/session.ts';
import '#client/elements/problem-line.ts';
import { call } from '#client/kernel/api.ts';
import { yuan } from '#client/kernel/format.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { loading, problem, say, t } from '#client/kernel/words.ts';
import { personName } from '#client/offices/directory.ts';
import { exhibitApi } from '#shared/cases/exhibit.api.ts';
import './exhibit-dialog.ts';
import type { ExhibitAct } from './exhibit-acts.ts';

type Exhibits = Static<(typeof exhibitApi.list.schema.response)[200]>;
type Piece = Exhibits['evidence'][number];
type Measure = Exhibits['measures'][number];
type Goods = Exhibits['goods'][number];

/** A quantity as people write it: thousandths as decimals without trailing zeros. */
const quantity = (thousandths: number) => String(thousandths / 1000);

/** Evidence, measures and goods of a case, and what may be done with them. Fires `exhibits-changed` once the server agreed. */
@customElement('case-exhibits')
export class CaseExhibits extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); }
      header { display: flex; justify-content: space-between; align-items: center; gap: var(--s-2); }
      li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--s-1) var(--s-3); border-bottom: 1px solid var(--rule); padding: var(--s-2) 0; font-size: var(--t-3); line-height: 1.5; }
      .gone { color: var(--ink-3); }
      small { color: var(--ink-2); }
      .hash { font-family: var(--mono, ui-monospace, monospace); overflow-wrap: anywhere; }
      .actions { align-items: start; }
      details ol { margin-top: var(--s-1); color: var(--ink-2); font-size: var(--t-2); display: grid; gap: 2px; }
      details li { display: list-item; border: 0; padding: 0; list-style: decimal inside; }
      summary { cursor: pointer; color: var(--azurite); font-size: var(--t-2); }
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } li { grid-template-columns: minmax(0, 1fr); } }
      @media print { button { display: none; } }
    `,
  ];

  @property({ type: Number, attribute: 'case-id' }) caseId = 0;
  @property({ type: Number }) version = 0;
  @property({ type: Boolean }) editable = false;
  @state() private act: ExhibitAct | undefined;

  readonly #list = new Task(this, {
    args: () => [this.caseId, this.version] as const,
    task: ([id], { signal }) => call(exhibitApi.list, { params: { id }, signal }),
  });

  readonly #done = () => {
    this.act = undefined;
    this.dispatchEvent(new Event('exhibits-changed'));
  };

  override render() {
    return html`${this.#list.render({ pending: () => (this.#list.value ? this.#whole(this.#list.value) : loading()), error: problem, complete: (all) => this.#whole(all) })}
      ${
        this.act
          ? html`<exhibit-dialog .act=${this.act} case-id=${this.caseId} version=${this.version} @exhibit-done=${this.#done} @act-cancelled=${() => {
              this.act = undefined;
            }}></exhibit-dialog>`
          : nothing
      }`;
  }

  #whole({ evidence, measures, goods }: Exhibits) {
    const handles = this.editable && may('case.handle');
    return html`${this.#section(
      'evidence',
      evidence.length,
      handles ? { kind: 'add_evidence' } : undefined,
      evidence.map((one) => this.#piece(one, handles)),
    )}
      ${this.#section(
        'measures',
        measures.length,
        handles ? { kind: 'ask_measure' } : undefined,
        measures.map((one) => this.#measure(one)),
      )}
      ${this.#section(
        'goods',
        goods.length,
        handles ? { kind: 'take_goods' } : undefined,
        goods.map((one) => this.#goods(one, handles)),
      )}`;
  }

  #section(name: 'evidence' | 'measures' | 'goods', count: number, add: ExhibitAct | undefined, rows: unknown) {
    return html`<section class="sheet"><header><h2>${t(`exhibits.${name}`)}</h2>${add ? this.#button(add, `＋ ${t(`exhibits.${add.kind}` as 'exhibits.add_evidence')}`) : nothing}</header>
      ${count === 0 ? html`<p class="helper">${t(`exhibits.${name}_none`)}</p>` : html`<ul>${rows}</ul>`}</section>`;
  }

  #button(act: ExhibitAct, label: string) {
    return html`<button class="small" @click=${() => {
      this.act = act;
    }}>${label}</button>`;
  }

  #piece(piece: Piece, handles: boolean) {
    const {
      kind,
      title,
      source,
      collectedOn,
      collectedBy,
      place,
      sha256,
      version,
      withdrawnOn,
      withdrawnBecause,
      replaced,
    } = piece;
    const gone = withdrawnOn !== null || replaced;
    return html`<li class=${gone ? 'gone' : ''}><div><strong>${title}</strong> ${say(`case.evidence_kind.${kind}`)}${version > 1 ? ` · ${t('exhibits.version', { n: version })}` : ''}
        <br /><small>${[collectedOn, collectedBy, source, place].filter(Boolean).join(' · ')}</small>
        ${sha256 ? html`<br /><small class="hash">SHA-256 ${sha256}</small>` : nothing}
        ${replaced ? html`<br /><small>${t('exhibits.replaced')}</small>` : nothing}
        ${withdrawnOn ? html`<br /><small>${t('exhibits.withdrawn', { day: withdrawnOn, why: withdrawnBecause ?? '' })}</small>` : nothing}</div>
      <div class="actions no-print">${handles && !gone ? html`${this.#button({ kind: 'replace', piece }, t('exhibits.replace'))}${this.#button({ kind: 'withdraw', id: piece.id }, t('exhibits.withdraw'))}` : nothing}</div></li>`;
  }

  #measure({ id, kind, state: at, urgent, basis, place, goods, takenOn, dueOn, endedOn, reason, approvedBy }: Measure) {
    const judged = approvedBy !== null || !(at === 'asked' || (urgent && at === 'standing'));
    const head = this.editable && may('case.approve');
    const turn = (one: 'approve' | 'refuse' | 'lifted' | 'converted' | 'confiscated' | 'dealt_with') =>
      this.#button({ kind: 'turn', id, turn: one }, say(`case.measure_turn.${one}`) ?? one);
    return html`<li class=${endedOn || at === 'lapsed' ? 'gone' : ''}><div><strong>${say(`case.measure_kind.${kind}`)}</strong> ${say(`case.measure_state.${at}`)}${urgent ? ` · ${t('exhibits.urgent')}` : ''}
        <br /><small>${[takenOn, dueOn && !endedOn ? t('exhibits.until', { day: dueOn }) : endedOn, place, basis].filter(Boolean).join(' · ')}</small><br /><small>${goods}</small>
        ${reason ? html`<br /><small>${reason}</small>` : nothing}${approvedBy ? html`<br /><small>${personName(approvedBy)}</small>` : nothing}</div>
      <div class="actions no-print">${head && !judged ? html`${turn('approve')}${turn('refuse')}` : nothing}
        ${head && at === 'standing' ? turn('lifted') : nothing}
        ${this.editable && may('case.handle') && at === 'standing' ? html`${kind === 'register' ? turn('converted') : nothing}${turn('confiscated')}${turn('dealt_with')}` : nothing}</div></li>`;
  }

  #goods({ id, name, spec, unit, thousandths, kept, valueFen, place, perishable, acts }: Goods, handles: boolean) {
    return html`<li class=${kept === 0 ? 'gone' : ''}><div><strong>${name}</strong> ${quantity(thousandths)} ${unit} · ${t('exhibits.kept', { n: quantity(kept), unit })}
        <br /><small>${[spec, valueFen ? yuan(valueFen) : '', place, perishable ? t('GoodsTaking.perishable') : ''].filter(Boolean).join(' · ')}</small>
        <details><summary>${t('exhibits.acts', { n: acts.length })}</summary><ol>${acts.map(
          (one) =>
            html`<li>${one.on} ${say(`case.goods_act.${one.act}`)} ${quantity(one.thousandths)} ${unit}：${one.from} → ${one.to} ${one.place ?? ''} ${one.reason ?? ''}</li>`,
        )}</ol></details></div>
      <div class="actions no-print">${handles && kept > 0 ? this.#button({ kind: 'move', id }, t('exhibits.act')) : nothing}</div></li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-exhibits': CaseExhibits;
  }
}
