import type { PartyKind } from './case.lists.ts';
import { needsHearingOffer, type Penalty } from './case.money.ts';

/** What a file must hold before a case may be decided (程序规定 48, 57-60), in the order of the task list. */
export const SECTIONS = [
  'party',
  'facts',
  'evidence',
  'nature',
  'discretion',
  'proposal',
  'review',
  'notice',
  'statement',
  'discussion',
] as const;
export type SectionKey = (typeof SECTIONS)[number];

/** A section with what is missing in it, by field; nothing missing where it is done or not needed. */
export interface Section {
  readonly key: SectionKey;
  readonly state: 'done' | 'missing' | 'not_needed';
  readonly missing: readonly string[];
}

/** What of a file decides whether its sections are complete. */
export interface CaseFile {
  readonly parties: readonly {
    readonly name: string;
    readonly kind: PartyKind;
    readonly creditCode?: string | null;
    readonly noCode?: string | null;
    readonly hasIdNo?: boolean;
  }[];
  readonly officers: readonly unknown[];
  readonly facts: string | null;
  /** Pieces of evidence that stand; each has a source. */
  readonly evidence: number;
  readonly nature: string | null;
  readonly violated: string | null;
  readonly basis: string | null;
  readonly discretion: string | null;
  readonly proposal: string | null;
  readonly proposed: readonly Penalty[];
  readonly goodsValueFen: number | null;
  readonly reviewGrounds: readonly string[];
  readonly reviewerId: number | null;
  /** The review that follows a hearing was passed. */
  readonly reviewedAfterHearing: boolean;
  readonly toldOn: string | null;
  readonly statement: string | null;
  readonly statementAnswer: string | null;
  readonly hearingAskedOn: string | null;
  readonly hearingHeldOn: string | null;
  readonly discussedOn: string | null;
}

/** Decisions of art. 50 need legal review and collective discussion; an actual hearing is one of its grounds. */
export const isGrave = (file: Pick<CaseFile, 'reviewGrounds' | 'hearingHeldOn'>): boolean =>
  file.reviewGrounds.length > 0 || file.hearingHeldOn !== null;

/** Whether what is proposed obliges to offer a hearing. */
export const offersHearing = ({
  proposed,
  goodsValueFen,
  parties,
}: Pick<CaseFile, 'proposed' | 'goodsValueFen' | 'parties'>): boolean =>
  needsHearingOffer(proposed, goodsValueFen ?? 0, parties[0]?.kind ?? 'company');

type Check = (file: CaseFile) => readonly string[] | 'not_needed';

const empty = (...fields: [string, unknown][]) =>
  fields.filter(([, value]) => value === null || value === undefined || value === '').map(([name]) => name);

const CHECKS: Record<SectionKey, Check> = {
  party: ({ parties }) => {
    if (parties.length === 0) return ['parties'];
    return parties.flatMap(({ kind, creditCode, noCode, hasIdNo }, at) =>
      creditCode || noCode || ((kind === 'person' || kind === 'unlicensed') && hasIdNo)
        ? []
        : [`parties.${at}.creditCode`],
    );
  },
  facts: ({ facts, officers }) => [...empty(['facts', facts]), ...(officers.length < 2 ? ['officers'] : [])],
  evidence: ({ evidence }) => (evidence > 0 ? [] : ['evidence']),
  nature: ({ nature, violated, basis }) => empty(['nature', nature], ['violated', violated], ['basis', basis]),
  discretion: ({ discretion }) => empty(['discretion', discretion]),
  proposal: ({ proposal }) => empty(['proposal', proposal]),
  review: ({ reviewerId, hearingHeldOn, reviewedAfterHearing }) => {
    if (reviewerId === null) return ['review'];
    return hearingHeldOn !== null && !reviewedAfterHearing ? ['review_after_hearing'] : [];
  },
  notice: ({ proposed, toldOn }) => (proposed.length === 0 ? 'not_needed' : empty(['toldOn', toldOn])),
  statement: ({ proposed, statement, statementAnswer, hearingAskedOn, hearingHeldOn }) => {
    if (proposed.length === 0) return 'not_needed';
    const missing = empty(['statement', statement]);
    if (statement === 'made') missing.push(...empty(['statementAnswer', statementAnswer]));
    if (hearingAskedOn !== null && hearingHeldOn === null) missing.push('hearing');
    return missing;
  },
  discussion: (file) => (isGrave(file) ? empty(['discussion', file.discussedOn]) : 'not_needed'),
};

/** Every section with its state: the page's task list and the service's gate are the same list. */
export function sectionsOf(file: CaseFile): Section[] {
  return SECTIONS.map((key) => {
    const missing = CHECKS[key](file);
    if (missing === 'not_needed') return { key, state: 'not_needed', missing: [] };
    return { key, state: missing.length > 0 ? 'missing' : 'done', missing };
  });
}

/** What must be complete before the file goes to review. */
const BEFORE_REVIEW: readonly SectionKey[] = ['party', 'facts', 'evidence', 'nature', 'discretion', 'proposal'];

/** Sections that still keep a file from review, or from the decision. */
export function missingFor(goal: 'review' | 'decision', file: CaseFile): SectionKey[] {
  return sectionsOf(file)
    .filter(({ key, state }) => state === 'missing' && (goal === 'decision' || BEFORE_REVIEW.includes(key)))
    .map(({ key }) => key);
}
