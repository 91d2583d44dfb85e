// Makes the standard paper of a form as a Word file whose places still stand in braces: the layout of GB/T 9704, the form tables of the
// penalty forms. Plain JavaScript, because it runs in a thread as it is.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LineRuleType,
  convertMillimetersToTwip as mm,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable as VerticalAlign,
  WidthType,
} from 'docx';

/** Twentieths of a point: 22 lines of 28.95 pt fill the text area; 29 pt would not fit. */
const PITCH = 579;
const SIGN = 320; // one sign of the text size
const WIDE = mm(156);
/** Where office and date are centred on one another: four signs from the right, half a date further in. */
const CENTRE = WIDE - 4 * SIGN - 1120;

const fonts = (name) => ({ ascii: name, eastAsia: name, hAnsi: name, cs: name });
const TEXT = fonts('仿宋');
const TITLE = fonts('方正小标宋简体');
const PAGE = fonts('宋体');

/** Without the first a program takes another country's signs where a font has several; were figures Chinese too, it would break them. */
const CHINESE = { eastAsia: 'zh-CN', value: 'en-US' };

const exact = (line) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 });
const atLeast = (line) => ({ line, lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 });
/** A quarter of a point closer: 28 signs of 16 pt then fill a line of 156 mm. No grid: it would stretch the lines of tables. */
const CLOSER = { font: TEXT, size: 32, characterSpacing: -5 };
const run = (text, look = {}) =>
  new TextRun({ text, ...CLOSER, ...(look.size ? { characterSpacing: 0 } : {}), ...look });

const plain = (text, more = {}) => new Paragraph({ children: [run(text)], spacing: exact(PITCH), ...more });
const big = (text, after = 0) =>
  new Paragraph({
    children: [run(text, { font: TITLE, size: 44 })],
    alignment: AlignmentType.CENTER,
    spacing: { ...exact(720), after },
    keepNext: true,
  });

/** One centred under the other, whatever their lengths; nothing of it may be left alone on a page. */
const centred = (text, more = {}) =>
  new Paragraph({
    children: [new TextRun({ children: [new Tab(), text], ...CLOSER })],
    tabStops: [{ type: TabStopType.CENTER, position: CENTRE }],
    spacing: exact(PITCH),
    ...more,
  });

const MAKERS = {
  office: () => [big('{发文机关}')],
  title: ({ text }) => [big(text, 120)],
  number: ({ text }) => [plain(text, { alignment: AlignmentType.CENTER, spacing: { ...exact(PITCH), before: 120 } })],
  text: ({ text, indent, last }) => [
    plain(text, {
      ...(indent ? { indent: { firstLine: 2 * SIGN, firstLineChars: 200 } } : {}),
      ...(last ? { keepNext: true } : {}),
    }),
  ],
  space: () => [plain('')],
  sign: () => [
    plain('', { keepNext: true }),
    centred('{发文机关}', { keepNext: true }),
    centred('（印　章）', { keepNext: true }),
    centred('{成文日期}', { keepNext: true }),
  ],
  note: ({ text }) => [new Paragraph({ children: [run(text, { size: 21 })], spacing: atLeast(320) })],
  copies: ({ text }) => [
    new Paragraph({
      children: [run(text, { size: 24 })],
      spacing: { ...exact(480), before: 240 },
      border: { top: { style: BorderStyle.SINGLE, size: 8, space: 4 } },
    }),
  ],
  table: ({ widths, rows }) => [tableOf(widths, rows), new Paragraph({ children: [], spacing: exact(120) })],
};

const made = (block) => MAKERS[block.kind](block);

/** An optional part opens at the end of the line before it and closes at its own end: left out, it leaves no empty line behind. */
function unfolded(blocks, copies) {
  const flat = [];
  const before = () => flat[flat.length - 1];
  for (const block of blocks) {
    if (block.kind === 'copies') {
      before().last = true;
      flat.push({ ...block, text: copies });
    } else if (block.kind !== 'when') {
      if (block.kind === 'sign') before().last = true; // no seal without a word of the text on its page
      flat.push({ ...block });
    } else {
      const inner = unfolded(block.blocks, copies);
      before().text += `{#${block.place}}`;
      inner[inner.length - 1].text += `{/${block.place}}`;
      flat.push(...inner);
    }
  }
  return flat;
}

const EDGE = { style: BorderStyle.SINGLE, size: 6, color: '000000' };

function tableOf(widths, rows) {
  const edges = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE };
  return new Table({
    columnWidths: widths.map((width) => mm(width)),
    width: { size: widths.reduce((sum, width) => sum + mm(width), 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: edges,
    margins: { left: 85, right: 85, top: 40, bottom: 40 },
    rows: rows.map((row) => rowOf(row)),
  });
}

function rowOf({ cells, tall = 9, each }) {
  const last = cells.length - 1;
  return new TableRow({
    height: { value: mm(tall), rule: 'atLeast' },
    cantSplit: tall < 60,
    children: cells.map((cell, at) => {
      const open = each && at === 0 ? `{#${each}}` : '';
      const shut = each && at === last ? `{/${each}}` : '';
      return cellOf({ ...cell, text: `${open}${cell.text}${shut}` });
    }),
  });
}

/** An empty opinion is signed at its foot, a long text begins at the top. */
const standsAt = (text) =>
  text.startsWith('\n') ? VerticalAlign.BOTTOM : text.includes('\n') ? VerticalAlign.TOP : VerticalAlign.CENTER;

/** An upright head is set sign under sign, as a typist does it, so that every program draws it alike. */
function cellOf({ text, span, down, label, upright, align }) {
  const lines = upright ? [...text].map((sign) => sign) : text.split('\n');
  const signed = (line) => /^[^{}]*(：\u3000{4,}|年\u3000+月\u3000+日)$/.test(line);
  return new TableCell({
    ...(span ? { columnSpan: span } : {}),
    ...(down ? { rowSpan: down } : {}),
    verticalAlign: label ? VerticalAlign.CENTER : standsAt(text),
    children: lines.map(
      (line) =>
        new Paragraph({
          children: [run(line, { size: 24 })],
          alignment: signed(line)
            ? AlignmentType.RIGHT
            : (align ?? (label ? 'center' : 'left')) === 'center'
              ? AlignmentType.CENTER
              : AlignmentType.LEFT,
          spacing: exact(360),
        }),
    ),
  });
}

/** `— 1 —`, at the outer edge of the page, one sign in. */
const dash = (alignment, indent) =>
  new Paragraph({
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: PAGE, size: 28 })],
    alignment,
    indent,
  });

/** Where every page is signed, the signatures stand over its number. */
const footOf = (lines, alignment, indent) =>
  new Footer({
    children: [
      ...lines.map(
        (line, at) =>
          new Paragraph({
            children: [run(line, { size: 24 })],
            spacing: exact(400),
            ...(at === 0 ? { border: { top: { style: BorderStyle.SINGLE, size: 6, space: 4 } } } : {}),
          }),
      ),
      ...(lines.length > 0
        ? [
            new Paragraph({
              children: [
                new TextRun({
                  children: ['第', PageNumber.CURRENT, '页共', PageNumber.TOTAL_PAGES, '页'],
                  font: PAGE,
                  size: 24,
                }),
              ],
              alignment: AlignmentType.RIGHT,
            }),
          ]
        : [dash(alignment, indent)]),
    ],
  });

/** A form that is one table is signed in the office and belongs on one page; everything else has the margins of an official letter. */
const marginsOf = ({ blocks, foot = [] }) =>
  blocks.some(({ kind }) => kind === 'text')
    ? { top: mm(37), bottom: mm(35 + 8 * foot.length), header: mm(15), footer: mm(22) }
    : { top: mm(24), bottom: mm(22), header: mm(12), footer: mm(12) };

/** The standard paper of a layout, places unfilled. */
export async function standardPaper({ name, copies, layout }) {
  const { blocks, foot = [] } = layout;
  const document = new Document({
    title: name,
    creator: '一盘棋',
    lastModifiedBy: '一盘棋',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: { font: TEXT, size: 32, language: CHINESE }, paragraph: { spacing: exact(PITCH) } } },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { left: mm(28), right: mm(26), ...marginsOf(layout) },
          },
        },
        footers: {
          default: footOf(foot, AlignmentType.RIGHT, { right: SIGN }),
          even: footOf(foot, AlignmentType.LEFT, { left: SIGN }),
        },
        children: unfolded(blocks, copies).flatMap(made),
      },
    ],
  });
  return withFallbacks(await Packer.toBuffer(document));
}

/** Names the fonts that may stand in where a machine lacks the first: names only, no font is shipped. */
async function withFallbacks(bytes) {
  const { Zip } = await import('easy-template-x');
  const zip = await Zip.load(bytes);
  zip.setFile('word/fontTable.xml', FONT_TABLE);
  return zip.export(Buffer);
}

const fallback = (name, others, family) =>
  `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`;
const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
  fallback('仿宋', '仿宋_GB2312,FangSong,STFangsong,Noto Serif CJK SC', 'modern'),
  fallback('方正小标宋简体', 'FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,Noto Serif CJK SC', 'roman'),
  fallback('宋体', 'SimSun,STSong,Noto Serif CJK SC', 'roman'),
  fallback('黑体', 'SimHei,STHeiti,Noto Sans CJK SC', 'swiss'),
].join('')}</w:fonts>`;
