import { cleanText } from '../entities/identity.ts';
import { endingsOf, type FileType } from './file.kinds.ts';

/** Names a Windows desktop takes for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const LONGEST = 120;

/** The ending of a name, in lower case; empty where it has none. */
export function endingOf(name: string): string {
  return /[^.]\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** A name any desktop can save: no path, no sign that hides or means something to a system, no leading dot, not too long. */
export function cleanFileName(written: string): string {
  const last = cleanText(written.split(/[\\/\0]/).pop() ?? '');
  const plain = last
    .replace(/[\ud800-\udfff]/gu, '') // halves of a sign, which no header can carry
    .replace(/\s+/g, ' ')
    .replace(/[<>:"|?*%]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const safe = DEVICE.test(plain) ? `_${plain}` : plain;
  if (!safe) return 'file';
  const signs = [...safe];
  if (signs.length <= LONGEST) return safe;
  const ending = endingOf(safe);
  const tail = ending ? `.${ending}` : '';
  return signs.slice(0, LONGEST - tail.length).join('') + tail;
}

/** A cleaned name with the usual ending of its stored type, where it carries another or none. */
export function nameAs(name: string, type: FileType): string {
  const ending = endingOf(name);
  const endings = endingsOf(type);
  if (endings.includes(ending)) return name;
  const stem = ending ? name.slice(0, -ending.length - 1) : name;
  return cleanFileName(`${stem}.${endings[0]}`);
}

/** The header that makes a browser save a file under its name and never show it (RFC 6266, RFC 5987). */
export function attachmentHeader(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const coded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${coded}`;
}
