import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '#client/kernel/styles.ts';
import { copiesText } from '#shared/documents/form.ts';
import { type FormCode, formOf } from '#shared/documents/forms.ts';
import type { Block, Cell, Row as LayoutRow } from '#shared/documents/layout.ts';
import { holds, type Piece, piecesOf, type Row, rowsAt, type Standing } from './sheet-pieces.ts';

/** A paper as it will read, drawn anew while it is filled: what is missing is marked, what is sealed says only that it is there. Fires nothing. */
@customElement('paper-sheet')
export class PaperSheet extends LitElement {
  static override styles = [
    base,
    css`
      :host { display: block; }
      article { background: #fff; color: #1a1a1a; border: 1px solid var(--rule); padding: 2.2rem 1.9rem; font-family: FangSong, "仿宋_GB2312", STFangsong, "Noto Serif CJK SC", serif; font-size: 0.9375rem; line-height: 1.8; overflow-wrap: anywhere; }
      .head { text-align: center; font-size: 1.25rem; line-height: 1.5; font-family: STZhongsong, "Noto Serif CJK SC", SimSun, serif; }
      .centre { text-align: center; }
      .in { text-indent: 2em; }
      p, td { white-space: pre-line; }
      .seal { text-align: center; width: 60%; margin: 1.6em 0 0 auto; }
      .note, .copies { font-size: 0.8125rem; }
      .copies { border-top: 1px solid #1a1a1a; margin-top: 0.8em; padding-top: 0.3em; }
      table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 0.8125rem; line-height: 1.5; }
      td { border: 1px solid #1a1a1a; padding: 3px 5px; }
      .label { text-align: center; }
      mark { background: #ffec8b; color: #5c1a00; font-weight: 600; }
      .filled { background: #eef4fb; }
      .sealed { background: #e6e6e6; letter-spacing: 2px; }
      @media print { article { border: 0; padding: 0; } .filled, .sealed { background: none; } }
      @media (max-width: 640px) { article { padding: 1.2rem 0.9rem; } }
    `,
  ];

  @property() form: FormCode = 'service_receipt';
  @property({ attribute: false }) standing: Standing = { places: new Map(), answers: {} };

  override render() {
    const { layout, copies } = formOf(this.form);
    const foot = layout.foot ?? [];
    return html`<article lang="zh-CN">
      ${layout.blocks.map((block) => this.#block(block, copiesText(copies)))}
      ${foot.length > 0 ? html`<div class="copies">${foot.map((line) => html`<p>${this.#line(line)}</p>`)}</div>` : nothing}
    </article>`;
  }

  #block(block: Block, copies: string): TemplateResult | typeof nothing {
    if (block.kind === 'office') return html`<p class="head">${this.#line('{发文机关}')}</p>`;
    if (block.kind === 'title') return html`<p class="head">${block.text}</p>`;
    if (block.kind === 'number') return html`<p class="centre">${this.#line(block.text)}</p>`;
    if (block.kind === 'text')
      return html`${linesOf(piecesOf(block.text, this.standing)).map((line) => html`<p class=${block.indent ? 'in' : ''}>${line.map(drawn)}</p>`)}`;
    if (block.kind === 'note') return html`<p class="note">${this.#line(block.text)}</p>`;
    if (block.kind === 'copies') return html`<p class="copies">${copies}</p>`;
    if (block.kind === 'sign') return html`<p class="seal">${this.#line('{发文机关}\n（印　章）\n{成文日期}')}</p>`;
    if (block.kind === 'table') return this.#table(block.widths, block.rows);
    if (block.kind === 'when')
      return holds(this.standing, block.place) ? html`${block.blocks.map((one) => this.#block(one, copies))}` : nothing;
    return html`<br />`;
  }

  #table(widths: readonly number[], rows: readonly LayoutRow[]) {
    const whole = widths.reduce((sum, width) => sum + width, 0);
    return html`<table><colgroup>${widths.map((width) => html`<col width="${Math.round((width / whole) * 100)}%" />`)}</colgroup>
      <tbody>${rows.flatMap((row) => (row.each ? this.#repeated(row, row.each) : [this.#row(row.cells)]))}</tbody></table>`;
  }

  #row(cells: readonly Cell[], fill: (text: string) => unknown = (text) => this.#line(text)) {
    return html`<tr>${cells.map(
      ({ text, span, down, label }) =>
        html`<td colspan=${span ?? 1} rowspan=${down ?? 1} class=${label ? 'label' : ''}>${fill(text)}</td>`,
    )}</tr>`;
  }

  #repeated({ cells }: LayoutRow, place: string) {
    const rows: readonly Row[] = rowsAt(this.standing, place);
    if (rows.length === 0)
      return [html`<tr><td colspan=${cells.length}>${drawn({ text: `【缺：${place}】`, as: 'missing' })}</td></tr>`];
    return rows.map((row, at) =>
      this.#row(cells, (text) =>
        text.replace(/\{([^{}]+)\}/g, (_, name: string) => (name === '序号' ? String(at + 1) : (row[name] ?? ''))),
      ),
    );
  }

  #line(text: string) {
    return piecesOf(text, this.standing).map(drawn);
  }
}

/** A text of several lines is several paragraphs of the same look, as it will be printed. */
function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const { text, as } of pieces) {
    const [first = '', ...rest] = text.split('\n');
    lines[lines.length - 1]!.push({ text: first, as });
    for (const line of rest) lines.push([{ text: line, as }]);
  }
  return lines;
}

function drawn({ text, as }: Piece) {
  if (as === 'missing') return html`<mark>${text}</mark>`;
  return as === 'plain' ? text : html`<span class=${as}>${text}</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-sheet': PaperSheet;
  }
}
