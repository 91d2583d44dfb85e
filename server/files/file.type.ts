import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { endingsOf, type FileType, isFileType } from '#shared/files/file.kinds.ts';
import { endingOf } from '#shared/files/file.name.ts';
import { Refusal } from '#shared/kernel/errors.ts';

const LOOK = 64 * 1024;
/** What stands in the directory at the end of a zip that is a document; written by tools the detector does not know. */
const IN_ZIP: readonly [string, FileType][] = [
  ['OFD.xml', 'application/ofd'],
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];
const MARKUP = /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|meta|link|style|\?xml|\?php)\b/i;
const CONTROLS = /[^\P{Cc}\t\n\r\f]/u;

/** The type of a file by its content. Refuses what is not on the list, and a name whose ending says something else. */
export async function typeOf(path: string, name: string): Promise<FileType> {
  const found = await signed(path);
  const type = found === 'application/zip' ? await documentIn(path) : (found ?? (await textIn(path)));
  const ending = endingOf(name);
  if (!type || !isFileType(type)) throw new Refusal('unsupported_type', { type: found ?? null });
  if (ending && !endingsOf(type).includes(ending)) throw new Refusal('unsupported_type', { type, ending });
  return type;
}

/** What the content's own signs say; a text in wide signs begins with two bytes that also begin a sound. */
async function signed(path: string): Promise<string | undefined> {
  const [first, second] = await pieceOf(path, 'start');
  if (first === 0xff && second === 0xfe) return undefined;
  return (await fileTypeFromFile(path).catch(() => undefined))?.mime.split(';')[0];
}

async function pieceOf(path: string, where: 'start' | 'end'): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, LOOK);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, where === 'start' ? 0 : size - length);
    return buffer;
  } finally {
    await handle.close();
  }
}

async function documentIn(path: string): Promise<FileType | undefined> {
  const directory = await pieceOf(path, 'end');
  return IN_ZIP.find(([entry]) => directory.includes(entry))?.[1];
}

/** Plain text in an encoding in use here, with nothing in it that a browser could take for a page. */
async function textIn(path: string): Promise<FileType | undefined> {
  const piece = await pieceOf(path, 'start');
  if (piece.length === 0) return undefined;
  const text = decoded(piece);
  return text === undefined || CONTROLS.test(text) || MARKUP.test(text) ? undefined : 'text/plain';
}

function decoded(piece: Buffer): string | undefined {
  const wide = piece[0] === 0xff && piece[1] === 0xfe;
  for (const encoding of wide ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    for (let cut = 0; cut < 4; cut += 1) {
      try {
        return new TextDecoder(encoding, { fatal: true }).decode(piece.subarray(0, piece.length - cut));
      } catch {
        // the piece may end within a sign: once more without its last byte
      }
    }
  }
  return undefined;
}
