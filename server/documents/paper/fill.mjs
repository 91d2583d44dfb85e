// Fills the places of a Word template: texts, ticks, repeated rows, optional parts, and missing facts that cannot be overlooked.
import {
  createDefaultPlugins,
  officeMarkup,
  ScopeData,
  TemplateHandler,
  TemplatePlugin,
  TextPlugin,
  xml,
} from 'easy-template-x';

/** What stands behind the highlight in a run's properties, whose order Word insists on. */
const AFTER_HIGHLIGHT = [
  'w:u',
  'w:effect',
  'w:bdr',
  'w:shd',
  'w:fitText',
  'w:vertAlign',
  'w:rtl',
  'w:cs',
  'w:em',
  'w:lang',
];

const propertiesOf = (run) => run.childNodes?.find((node) => node.nodeName === 'w:rPr');

function textRun(text, properties) {
  const words = xml.create.generalNode('w:t', {
    attributes: { 'xml:space': 'preserve' },
    childNodes: [xml.create.textNode(text)],
  });
  words.childNodes[0].parentNode = words;
  return withChildren('w:r', [...(properties ? [xml.create.cloneNode(properties, true)] : []), words]);
}

function withChildren(name, children) {
  const node = xml.create.generalNode(name);
  for (const child of children) xml.modify.appendChild(node, child);
  return node;
}

/** A tick is drawn as a box; a text of several lines becomes several paragraphs of the same look, not one with breaks in it. */
class Paragraphs extends TextPlugin {
  simpleTagReplacements(tag, data) {
    const value = data.getScopeData();
    if (typeof value === 'boolean' && tag.placement === 'TextNode') {
      tag.xmlTextNode.textContent = value ? '☑' : '□';
      return undefined;
    }
    if (typeof value !== 'string' || !value.includes('\n') || tag.placement !== 'TextNode')
      return super.simpleTagReplacements(tag, data);
    const lines = value.split('\n');
    const paragraph = officeMarkup.query.containingParagraphNode(tag.xmlTextNode);
    const properties = propertiesOf(officeMarkup.query.containingRunNode(tag.xmlTextNode));
    const [left] = officeMarkup.modify.splitParagraphByTextNode(paragraph, tag.xmlTextNode, false);
    tag.xmlTextNode.textContent = lines.pop();
    xml.modify.appendChild(left, textRun(lines.shift(), properties));
    const look = officeMarkup.query.findParagraphPropertiesNode(left);
    breakable(look);
    for (const line of lines) {
      const own = look ? [xml.create.cloneNode(look, true)] : [];
      xml.modify.insertBefore(withChildren('w:p', [...own, textRun(line, properties)]), paragraph);
    }
  }
}

/** Only the last paragraph of a text stays with what follows it: a list bound together whole would leave half a page empty before it. */
function breakable(look) {
  for (const node of [...(look?.childNodes ?? [])]) if (node.nodeName === 'w:keepNext') xml.modify.remove(node);
}

/** A missing fact stands in the paper as such, highlighted, and nothing around it is. */
class Missing extends TemplatePlugin {
  contentType = 'missing';

  simpleTagReplacements(tag, data) {
    const { text } = data.getScopeData();
    if (tag.placement !== 'TextNode') return;
    const words = officeMarkup.query.containingTextNode(tag.xmlTextNode);
    const run = officeMarkup.query.containingRunNode(tag.xmlTextNode);
    const properties = propertiesOf(run);
    const [before, after] = xml.modify.splitByChild(run, words, true);
    const marked = textRun(text, properties ?? xml.create.generalNode('w:rPr'));
    highlight(propertiesOf(marked));
    xml.modify.insertBefore(marked, after);
    if (after.childNodes?.length) {
      if (properties) xml.modify.insertChild(after, xml.create.cloneNode(properties, true), 0);
    } else xml.modify.remove(after);
    if (!before.childNodes?.some((node) => node.nodeName !== 'w:rPr')) xml.modify.remove(before);
  }
}

function highlight(properties) {
  const node = xml.create.generalNode('w:highlight', { attributes: { 'w:val': 'yellow' } });
  const next = properties.childNodes?.findIndex((child) => AFTER_HIGHLIGHT.includes(child.nodeName)) ?? -1;
  if (next < 0) xml.modify.appendChild(properties, node);
  else xml.modify.insertChild(properties, node, next);
}

const plugins = () => [
  ...createDefaultPlugins().filter(({ contentType }) => contentType === 'loop'),
  new Paragraphs(),
  new Missing(),
];

/** A place nothing is known of prints nothing; one that is missing was said to be so before. */
const resolver = (args) => ScopeData.defaultResolver(args) ?? '';

const handler = () =>
  new TemplateHandler({ plugins: plugins(), scopeDataResolver: resolver, defaultContentType: 'text' });

/** The template with its places filled. `data` holds texts, rows, true or false, and `{ _type: 'missing', text }`. */
export async function fillPaper(template, data) {
  return handler().process(template, data);
}

/** The places a template names, wherever it does: in its text, tables, heads and feet. */
export async function placesOf(template) {
  const tags = await handler().parseTags(template);
  return [...new Set(tags.map(({ name }) => name))];
}

/** Puts one line over the first of the paper: what it is not yet, and why. */
export async function markDraft(zip, text) {
  const path = 'word/document.xml';
  const document = await zip.getFile(path).getContentText();
  zip.setFile(
    path,
    document.replace(/<w:body>/, (body) => body + draftLine(text)),
  );
}

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function draftLine(text) {
  const edge = (side) => `<w:${side} w:val="single" w:sz="8" w:space="4" w:color="C00000"/>`;
  const look =
    '<w:rFonts w:ascii="黑体" w:hAnsi="黑体" w:eastAsia="黑体"/><w:b/><w:color w:val="C00000"/><w:sz w:val="24"/>';
  return `<w:p><w:pPr><w:pBdr>${['top', 'left', 'bottom', 'right'].map(edge).join('')}</w:pBdr><w:spacing w:line="400" w:lineRule="atLeast" w:after="120"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}
