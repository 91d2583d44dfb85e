// Looks into a Word file before any library does: how much it holds, and that nothing in it runs, embeds or fetches anything.
import { inflateRawSync } from 'node:zlib';

const ENTRIES_MOST = 400;
const ENTRY_MOST = 8 * 1024 * 1024;
const TOTAL_MOST = 24 * 1024 * 1024;
/** Parts that carry programs, other files or foreign documents. */
const FORBIDDEN = /(^|\/)(vbaProject\.bin|vbaData\.xml|activeX\/|embeddings\/|customUI\/|attachedToolbars|afchunk)/i;
/** Field codes that run or fetch. */
const LIVE_FIELD = /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|MACROBUTTON|LINK|IMPORT|DATABASE)\b/;
const INSTRUCTIONS = /<w:instrText[^>]*>([^<]*)<|w:instr="([^"]*)"/g;

/** The first fault of a Word file, as a word; null for one that may serve as a template. */
export function checkPackage(bytes) {
  let parts;
  try {
    parts = partsOf(bytes);
  } catch (error) {
    return error instanceof TooMuch ? 'too_large' : 'unreadable';
  }
  const text = (path) => parts.get(path)?.toString('utf8');
  const types = text('[Content_Types].xml');
  const document = text('word/document.xml');
  if (!types || !document) return 'not_word';
  if (/macroEnabled|vbaProject/i.test(types) || [...parts.keys()].some((path) => FORBIDDEN.test(path))) return 'macros';
  for (const [path, content] of parts) {
    if (!/\.(xml|rels)$/i.test(path)) continue;
    const part = content.toString('utf8');
    if (/<!(DOCTYPE|ENTITY)/i.test(part)) return 'doctype';
    if (path.endsWith('.rels') && fetches(part)) return 'external';
    if (/<w:altChunk\b|<o:OLEObject\b/i.test(part)) return 'macros';
    const codes = [...part.matchAll(INSTRUCTIONS)].map(([, a, b]) => a ?? b).join(' ');
    if (LIVE_FIELD.test(codes.toUpperCase())) return 'external';
  }
  return null;
}

/** A link a reader may follow is no fetching; anything else outside is. */
const fetches = (rels) =>
  [...rels.matchAll(/<Relationship\b[^>]*>/g)].some(
    ([one]) => /TargetMode="External"/i.test(one) && !/Type="[^"]*\/hyperlink"/i.test(one),
  );

class TooMuch extends Error {}

/** Every part of the package, unpacked under limits; throws for whatever is no sound zip. */
function partsOf(bytes) {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('no directory');
  const count = bytes.readUInt16LE(end + 10);
  if (count > ENTRIES_MOST) throw new TooMuch();
  const parts = new Map();
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let n = 0; n < count; n += 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('bad directory');
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.readUInt32LE(local) !== 0x04034b50) throw new Error('bad entry');
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = unpacked(bytes.subarray(from, from + packed), method);
    total += content.length;
    if (total > TOTAL_MOST) throw new TooMuch();
    if (parts.has(name) || name.includes('..') || name.startsWith('/')) throw new Error('bad name');
    parts.set(name, content);
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}

function unpacked(packed, method) {
  if (method === 0) {
    if (packed.length > ENTRY_MOST) throw new TooMuch();
    return packed;
  }
  if (method !== 8) throw new Error('unknown packing');
  try {
    return inflateRawSync(packed, { maxOutputLength: ENTRY_MOST });
  } catch (error) {
    if (error.code === 'ERR_BUFFER_TOO_LARGE') throw new TooMuch();
    throw error;
  }
}
