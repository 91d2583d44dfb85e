import type { Permission } from '../auth/permissions.ts';
import type { Kind } from '../dossiers/dossier.kinds.ts';
import type { PaperCode } from '../numbers/paper.codes.ts';
import type { Layout } from './layout.ts';
import type { PlaceName } from './places.ts';

/** Whom a paper is made for. `others` is everybody the law does not show who complained. */
export const RECIPIENTS = ['complainant', 'respondent', 'both', 'party', 'receiver', 'office', 'others'] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** One addressee's own making of a paper; `named` where the law has the complainant stand in it. */
export interface Making {
  readonly to: Recipient;
  readonly named?: true;
}

/** So many copies for one use: 送达, 归档. */
export interface Copy {
  readonly n: number;
  readonly use: string;
}

/** One copy served and one kept, as most forms have it. */
export const SERVED_AND_KEPT: readonly Copy[] = [
  { n: 1, use: '送达' },
  { n: 1, use: '归档' },
];
/** One copy, for the file. */
export const KEPT: readonly Copy[] = [{ n: 1, use: '归档' }];

const NUMERALS = ['零', '一', '两', '三', '四', '五', '六'];

/** `本文书一式两份，一份送达，一份归档。` */
export function copiesText(copies: readonly Copy[]): string {
  const total = copies.reduce((sum, { n }) => sum + n, 0);
  const each = copies.map(({ n, use }) => `${NUMERALS[n] ?? n}份${use}`);
  return `本文书一式${NUMERALS[total] ?? total}份，${each.join('，')}。`;
}

/** What a record must be at for a form to be its next paper: every named standing among the listed ones. */
export type Fit = Readonly<Record<string, readonly string[]>>;

/** An official form as data: what it is called, whose it is, who puts it in force, and what it says. */
export interface Form {
  readonly name: string;
  readonly series: '2021' | '2026-04';
  /** Its place in the series: 文书式样五, or 45. */
  readonly at: string;
  readonly kinds: readonly Kind[];
  /** The paper whose numbers it bears; null where it bears none. */
  readonly paper: PaperCode | null;
  /** Who may put it in force and so draw its number. */
  readonly issuedBy: Permission;
  /** A step of the record draws its number; putting it in force takes that one. */
  readonly numberedByStep?: true;
  /** The step of the record it belongs to: agreed to on it, told by it, or entered once it is served. */
  readonly step?: string;
  /** One of it may be in force in a record at a time. */
  readonly once?: true;
  /** Where a record has several parties, one is made for each of them. */
  readonly eachParty?: true;
  readonly fits: readonly Fit[];
  /** The first is the usual one. */
  readonly makings: readonly Making[];
  /** How many are made, and where each goes. */
  readonly copies: readonly Copy[];
  /** Places without which it cannot be put in force. */
  readonly must: readonly PlaceName[];
  readonly layout: Layout;
}
