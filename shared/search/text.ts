const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Stands for punctuation: a token of its own, so that no phrase is found across a full stop. */
export const STOP = '\ue000';

/**
 * Text as the index stores it: half-width, each Chinese sign a word of its own, Tibetan split at its tsheg, punctuation a
 * stop. A hyphen or slash inside a number only parts it, so that numbers are found however they are written.
 */
export function indexText(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  let out = '';
  for (const sign of plain) {
    if (CJK.test(sign)) out += ` ${sign} `;
    else if (/[\p{L}\p{N}\p{M}]/u.test(sign)) out += sign;
    else if (/[\s\-_/·•་#.]/u.test(sign)) out += ' ';
    else out += ` ${STOP} `;
  }
  return out.replace(/ +/g, ' ').trim();
}

/** Which columns may answer: a block reads heads only (number, title, respondent), everybody else the content too; `words` leaves initials out. */
export type SearchScope = 'heads' | 'all' | 'words';

/**
 * What was typed as a question to the index: every word must occur, wherever, the last open where it ends in letters or
 * figures; a few Latin letters alone are initials too. Null where nothing is left to look for.
 */
export function questionOf(typed: string, scope: SearchScope): string | null {
  const phrases = typed
    .trim()
    .split(/\s+/)
    .slice(0, 8)
    .map((part) =>
      indexText(part)
        .split(' ')
        .filter((word) => word && word !== STOP),
    )
    .filter((words) => words.length > 0)
    .map((words) => `"${words.join(' ')}"${/[\p{N}a-z]$/u.test(words[words.length - 1]!) ? '*' : ''}`);
  if (phrases.length === 0) return null;
  const words = `{${scope === 'heads' ? 'head' : 'head body'}} : (${phrases.join(' AND ')})`;
  return scope !== 'words' && looksLikeInitials(typed) ? `(${words}) OR (initials : ${initialsPhrase(typed)})` : words;
}

function looksLikeInitials(typed: string): boolean {
  return /^[a-z]{2,12}$/i.test(typed.normalize('NFKC').trim());
}

function initialsPhrase(typed: string): string {
  return `"${[...typed.normalize('NFKC').trim().toLowerCase()].join(' ')}"`;
}
