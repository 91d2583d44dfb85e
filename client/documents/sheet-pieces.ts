import type { PaperAnswer, PlaceFilled } from '#shared/documents/document.api.ts';
import { dayOnPaper, momentOnPaper } from '#shared/documents/values.ts';

/** A piece of a paper's line as it reads on screen. */
export interface Piece {
  readonly text: string;
  readonly as: 'plain' | 'filled' | 'missing' | 'sealed';
}

export type Row = Readonly<Record<string, string>>;

/** What stands in each place at this moment: what was typed before what the record says. */
export interface Standing {
  readonly places: ReadonlyMap<string, PlaceFilled>;
  readonly answers: Readonly<Record<string, PaperAnswer>>;
}

/** The rows of a list, as typed or as the record has them. */
export function rowsAt({ places, answers }: Standing, place: string): readonly Row[] {
  const typed = answers[place];
  if (Array.isArray(typed)) return typed.filter((row) => Object.values(row).some((cell) => cell.trim() !== ''));
  return places.get(place)?.rows ?? [];
}

/** Whether a place holds something, and so whether a part that hangs on it is printed. */
export function holds(standing: Standing, place: string): boolean {
  const typed = standing.answers[place];
  const told = standing.places.get(place);
  if (told?.shape === 'rows') return rowsAt(standing, place).length > 0;
  if (typeof typed === 'boolean') return typed;
  if (told?.shape === 'tick') return told.text === 'true';
  return (typeof typed === 'string' ? typed.trim() !== '' : told?.filled) === true;
}

/** A line of a layout with its places filled, its optional parts left out where their place is empty. */
export function piecesOf(line: string, standing: Standing): Piece[] {
  const kept = line.replace(/\{#([^{}]+)\}(.*?)\{\/\1\}/g, (_, place: string, inner: string) =>
    holds(standing, place) ? inner : '',
  );
  return kept
    .split(/(\{[^{}]+\})/)
    .filter(Boolean)
    .map((part) => (part.startsWith('{') ? pieceOf(part.slice(1, -1), standing) : { text: part, as: 'plain' }));
}

function pieceOf(place: string, standing: Standing): Piece {
  const told = standing.places.get(place);
  if (!told) return { text: `〔${place}〕`, as: 'plain' };
  if (told.shape === 'tick') return { text: holds(standing, place) ? '☑' : '□', as: 'plain' };
  if (told.sealed && standing.answers[place] === undefined) return { text: '●●●', as: 'sealed' };
  if (!holds(standing, place)) return { text: `【缺：${place}】`, as: 'missing' };
  return { text: written(told, standing), as: 'filled' };
}

function written({ place, shape, text }: PlaceFilled, { answers }: Standing): string {
  const typed = answers[place];
  const value = typeof typed === 'string' ? typed : (text ?? '');
  if (shape === 'day') return /^\d{4}-\d\d-\d\d$/.test(value) ? dayOnPaper(value) : value;
  if (shape === 'moment') return /^\d{4}-\d\d-\d\d/.test(value) ? momentOnPaper(value) : value;
  return value;
}
