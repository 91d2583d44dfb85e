import { Zip } from 'easy-template-x';

const unescaped = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** What a reader of a Word file reads: its paragraphs, those of tables among them, a line each. */
export function readable(xml: string): string {
  return xml
    .split(/<\/w:p>/)
    .map((paragraph) =>
      unescaped([...paragraph.matchAll(/<w:t(?: [^>]*)?(?<!\/)>([^<]*)(?=<)/g)].map(([, text]) => text ?? '').join('')),
    )
    .join('\n');
}

/** The first element that does not close where it should; undefined in a well-formed part. */
export function unbalanced(xml: string): string | undefined {
  const open: string[] = [];
  for (const [, close, name, single] of xml.matchAll(/<(\/?)([\w:.-]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (single) continue;
    if (!close) open.push(name!);
    else if (open.pop() !== name) return name;
  }
  return open.pop();
}

/** A Word file opened: every part as it stands, the text of its body, and of its feet. */
export async function opened(bytes: Buffer) {
  const zip = await Zip.load(bytes);
  const part = (path: string) => zip.getFile(path).getContentText();
  const names = zip.listFiles();
  const body = await part('word/document.xml');
  const feet = await Promise.all(names.filter((name) => /word\/footer\d+\.xml/.test(name)).map(part));
  return { names, part, xml: body, text: readable(body), feet: feet.map(readable).join('\n') };
}

/** A Word file with one text replaced by another, as an office edits a template. */
export async function edited(
  bytes: Buffer,
  ...changes: readonly (readonly [from: string, to: string])[]
): Promise<Buffer> {
  const zip = await Zip.load(bytes);
  let xml = await zip.getFile('word/document.xml').getContentText();
  for (const [from, to] of changes) {
    if (!xml.includes(from)) throw new Error(`nothing says ${from}`);
    xml = xml.replaceAll(from, to);
  }
  zip.setFile('word/document.xml', xml);
  return zip.export(Buffer);
}

/** A Word file with a part more. */
export async function withPart(bytes: Buffer, path: string, content: string | Buffer): Promise<Buffer> {
  const zip = await Zip.load(bytes);
  zip.setFile(path, content);
  return zip.export(Buffer);
}
