import type { DecidedCase } from '#server/cases/case.decided.ts';
import type { Party } from '#shared/cases/case.asks.ts';
import type { PartyKind } from '#shared/cases/case.lists.ts';
import { CODE_NOT_STATED } from '#shared/cases/not-stated.ts';
import { ordersSomething, readPenalties } from '#shared/cases/penalty.text.ts';
import { codeAdviceOf } from '#shared/entities/identity.ts';
import type { ImportRow } from '#shared/imports/import.api.ts';
import type { ImportField } from '#shared/imports/import.fields.ts';
import { ELSEWHERE, meantBy } from '#shared/imports/meanings.ts';
import { numberKey } from '#shared/numbers/number.template.ts';
import { type Against, clean, day } from './import.check.ts';
import { matterFrom, officeFrom, place } from './import.values.ts';

type Doubt = NonNullable<ImportRow['reading']>['doubts'][number];

/** A decided case as it would be registered; or what is wrong with it, by field. */
export interface CheckedCase {
  readonly kind: 'case';
  readonly key: string | undefined;
  readonly doubtful: boolean;
  readonly decided: DecidedCase;
  readonly faults: Readonly<Record<string, string>>;
}

/** Reads one row of a case ledger or of published decisions. What is ordered is read from the text as put right; the text itself stays as it came. */
export function checkCase(cells: readonly string[], original: readonly string[], it: Against): CheckedCase {
  const faults: Record<string, string> = {};
  const raw = (field: ImportField, from = cells) => {
    const column = it.mapping[field];
    return column === undefined ? '' : (from[column] ?? '');
  };
  const cell = (field: ImportField, longest = 200) => {
    const text = raw(field);
    if (!text.startsWith('\u0000')) return clean(text).slice(0, longest);
    faults[field] = 'damaged';
    return '';
  };
  const decisionNumber = cell('decisionNumber', 80);
  const decidedOn = day('decidedOn', cell('decidedOn'), faults) ?? '';
  const closedOn = day('closedOn', cell('closedOn'), faults);
  const filedOn = day('filedOn', cell('filedOn'), faults);
  const county = place(cell('county'), it, faults);
  const matter = matterFrom(cell('matter'), it) ?? '';
  const code = cell('subjectCode', 40);
  const names = cell('subjectName', 400)
    .split(/[;；、\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
  if (!decisionNumber) faults['decisionNumber'] = 'required';
  if (!decidedOn && !faults['decidedOn']) faults['decidedOn'] = 'required';
  if (decidedOn > it.today) faults['decidedOn'] = 'future';
  if (closedOn && (closedOn < decidedOn || closedOn > it.today)) faults['closedOn'] = 'before_decision';
  if (filedOn && filedOn > decidedOn) faults['filedOn'] = 'future';
  if (!matter) faults['matter'] = 'required';
  if (names.length === 0) faults['subjectName'] = 'required';
  if (codeAdviceOf(code)?.problem === 'damaged') faults['subjectCode'] = 'damaged';
  const issuer = cell('officeId');
  const officeId = issuerOf(issuer, county, it, faults);
  const ordered = raw('penaltyText').replace('\u0000', '');
  const reading = readPenalties(ordered);
  if (!ordersSomething(reading)) faults['penaltyText'] = ordered.trim() ? 'nothing_ordered' : 'required';
  const text = clean(raw('penaltyText', [...original]).replace('\u0000', ''));
  const decided: DecidedCase = {
    decisionNumber,
    decidedOn,
    closedOn: it.defaults.answered === 'closed' ? (closedOn ?? decidedOn) : closedOn,
    filedOn,
    county,
    township: cell('township', 60),
    matter,
    violation: cell('violation'),
    basis: cell('basis', 2000),
    foreignNumber: cell('foreignNumber', 80),
    text: text.slice(0, 20_000),
    issuer,
    officeId,
    parties: names.map((name, at) => partyOf(name, at === 0 ? code : '')),
    ordered,
    reading,
  };
  return {
    kind: 'case',
    key: decisionNumber ? numberKey(decisionNumber) : undefined,
    doubtful: doubtsOf(ordered, code).length > 0,
    decided,
    faults,
  };
}

/** What of a decision must be asked about: its penalties, and a code that may be mistyped, which is kept once somebody confirmed it. */
export function doubtsOf(ordered: string, code: string): Doubt[] {
  const wrong = codeAdviceOf(clean(code))?.problem === 'check';
  return [...readPenalties(ordered).doubts, ...(wrong ? [{ why: 'code_check' as const, from: 0, to: 0 }] : [])];
}

/** The own office that decided, or null for an authority elsewhere. What another office of the prefecture decided is that office's to enter. */
function issuerOf(written: string, county: string, it: Against, faults: Record<string, string>): number | null {
  if (!written && it.mapping.officeId === undefined) return it.officeId;
  const found = written ? officeFrom(written, county, it) : undefined;
  if (found !== undefined && it.own.includes(found)) return found;
  if (!written) faults['officeId'] = 'required';
  else if (found !== undefined) faults['officeId'] = 'other_office';
  else if (it.defaults.issuers !== 'other' && meantBy(it.meanings, 'officeId', written) !== ELSEWHERE)
    faults['officeId'] = 'unknown';
  return null;
}

const KIND_WORDS: readonly [PartyKind, RegExp][] = [
  ['cooperative', /合作社/],
  ['company', /公司|集团|有限|企业/],
  ['sole_trader', /个体工商户|[店馆厂所部坊摊场铺行室院社屋]$|[店馆厂所部坊摊场铺行室](?:[（(]|$)|超市|商行|酒店|宾馆/],
];

function partyOf(name: string, code: string): Party {
  const kind =
    KIND_WORDS.find(([, words]) => words.test(name))?.[0] ?? (code || name.length > 4 ? 'organisation' : 'person');
  return { kind, name: name.slice(0, 200), ...(code ? { creditCode: code } : { noCode: CODE_NOT_STATED }) };
}
