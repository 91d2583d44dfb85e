/** One cell of a form's table; `label` cells name what stands beside them. Heights and widths are millimetres. */
export interface Cell {
  readonly text: string;
  readonly span?: number;
  readonly down?: number;
  readonly label?: true;
  /** Set upright, sign under sign, as narrow heads of form tables are. */
  readonly upright?: true;
  readonly align?: 'left' | 'center';
}

/** One row of a form's table; with `each` it is repeated for every row of that place. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly tall?: number;
  readonly each?: string;
}

/** What a paper is made of, from top to foot. `{…}` in a text is a place that a record's fact fills. */
export type Block =
  | { readonly kind: 'office' }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly indent: boolean }
  | { readonly kind: 'table'; readonly widths: readonly number[]; readonly rows: readonly Row[] }
  | { readonly kind: 'sign' }
  | { readonly kind: 'space' }
  | { readonly kind: 'copies' }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'when'; readonly place: string; readonly blocks: readonly Block[] };

/** A paper's layout; `foot` stands at the foot of every page, where a record of an interview is signed page by page. */
export interface Layout {
  readonly blocks: readonly Block[];
  readonly foot?: readonly string[];
}

/** The issuing office's name over the title, as on every penalty form. */
export const office = (): Block => ({ kind: 'office' });
export const title = (text: string): Block => ({ kind: 'title', text });
/** The official number under the title; a form without one may name another place there. */
export const number = (text = '{文号}'): Block => ({ kind: 'number', text });
/** A paragraph, two signs in. */
export const p = (text: string): Block => ({ kind: 'text', text, indent: true });
/** A line that begins at the margin: an addressee, a heading of a record, a name and its value. */
export const line = (text: string): Block => ({ kind: 'text', text, indent: false });
export const space = (): Block => ({ kind: 'space' });
/** Office, seal and date, centred on one another at the right. */
export const sign = (): Block => ({ kind: 'sign' });
/** How many are made and for whom, as the penalty forms say it at their end. */
export const copies = (): Block => ({ kind: 'copies' });
/** A small line under a table. */
export const note = (text: string): Block => ({ kind: 'note', text });
export const table = (widths: readonly number[], rows: readonly Row[]): Block => ({ kind: 'table', widths, rows });
/** Blocks that stand in the paper only where the place is filled or ticked. */
export const when = (place: string, ...blocks: readonly Block[]): Block => ({ kind: 'when', place, blocks });

export const row = (cells: readonly Cell[], tall?: number): Row => (tall ? { cells, tall } : { cells });
/** A cell that names the one beside it. */
export const label = (text: string, more: Partial<Cell> = {}): Cell => ({
  text,
  label: true,
  align: 'center',
  ...more,
});
export const cell = (text: string, more: Partial<Cell> = {}): Cell => ({ text, ...more });
/** A box for an opinion in an approval form: its head, and who signs and when at its foot. */
export const opinion = (head: string, who: string, columns: number, tall = 34, text = ''): Row => ({
  tall,
  cells: [label(head), cell(`${text}\n\n${who}：　　　　　　　　\n　　　年　　月　　日`, { span: columns })],
});

/** Every place a layout names, in its order. */
export function placesIn({ blocks, foot = [] }: Layout): string[] {
  const found = new Set<string>();
  const read = (text: string) => {
    for (const [, place] of text.matchAll(/\{[#/]?([^{}]+)\}/g)) found.add(place!);
  };
  const walk = (block: Block): void => {
    if (block.kind === 'office') read('{发文机关}');
    if (block.kind === 'sign') read('{发文机关}{成文日期}');
    if ('text' in block) read(block.text);
    if (block.kind === 'when') {
      found.add(block.place);
      block.blocks.forEach(walk);
    }
    if (block.kind !== 'table') return;
    for (const { cells, each } of block.rows) {
      if (each) found.add(each);
      for (const one of cells) read(each ? '' : one.text);
    }
  };
  blocks.forEach(walk);
  foot.forEach(read);
  return [...found];
}

/** Places that stand only in a part which is left out where it does not apply: they are never missed. */
export function optionalIn({ blocks }: Layout): ReadonlySet<string> {
  const found = new Set<string>();
  const inner = (text: string) => {
    for (const [, place] of text.matchAll(/\{[#/]?([^{}]+)\}/g)) found.add(place!);
  };
  const walk = (block: Block, optional: boolean): void => {
    if (block.kind === 'when') {
      found.add(block.place);
      for (const one of block.blocks) walk(one, true);
    } else if ('text' in block) {
      if (optional) inner(block.text);
      else for (const [part] of block.text.matchAll(/\{#([^{}]+)\}.*?\{\/\1\}/g)) inner(part);
    }
  };
  for (const block of blocks) walk(block, false);
  return found;
}
