import { expect, test } from 'vitest';
import { type CaseFile, missingFor, sectionsOf } from '#shared/cases/case.sections.ts';

const whole: CaseFile = {
  parties: [{ name: '夏河县扎西特产店', kind: 'sole_trader', creditCode: '92623027MA72ABCD1X' }],
  officers: [{}, {}],
  facts: '销售超过保质期的酸奶。',
  evidence: 3,
  nature: '经营超过保质期的食品',
  violated: '食品安全法第三十四条第十项',
  basis: '食品安全法第一百二十四条第一款第五项',
  discretion: '初次违法，货值金额小，从轻处罚。',
  proposal: '没收违法所得，罚款五千元。',
  proposed: [{ kind: 'fine', amountFen: 500_000 }],
  goodsValueFen: 20_000,
  reviewGrounds: [],
  reviewerId: 9,
  reviewedAfterHearing: false,
  toldOn: '2026-03-02',
  statement: 'waived',
  statementAnswer: null,
  hearingAskedOn: null,
  hearingHeldOn: null,
  discussedOn: null,
};
const state = (file: CaseFile, key: string) => sectionsOf(file).find((one) => one.key === key);

test('a whole file may be decided', () => {
  expect(missingFor('decision', whole)).toEqual([]);
});

test('an empty file names every section, and what of it is missing', () => {
  const bare = {
    ...whole,
    parties: [],
    officers: [{}],
    facts: null,
    evidence: 0,
    nature: null,
    violated: null,
    basis: null,
    discretion: null,
    proposal: null,
  };

  expect(missingFor('review', bare)).toEqual(['party', 'facts', 'evidence', 'nature', 'discretion', 'proposal']);
  expect(state(bare, 'facts')?.missing).toEqual(['facts', 'officers']);
});

test('a stall without a code says why, or its keeper is known by an ID number', () => {
  const stall = (more: object) => ({ ...whole, parties: [{ name: '流动摊贩', kind: 'unlicensed' as const, ...more }] });

  expect(state(stall({}), 'party')?.missing).toEqual(['parties.0.creditCode']);
  expect(state(stall({ noCode: '流动摊贩' }), 'party')?.state).toBe('done');
  expect(state(stall({ hasIdNo: true }), 'party')?.state).toBe('done');
});

test('what the party says must be answered, and a hearing asked for must be held', () => {
  expect(missingFor('decision', { ...whole, statement: 'made' })).toEqual(['statement']);
  expect(missingFor('decision', { ...whole, hearingAskedOn: '2026-03-04' })).toEqual(['statement']);
});

test('after a hearing the file is reviewed again and discussed by the heads', () => {
  const heard = { ...whole, hearingAskedOn: '2026-03-04', hearingHeldOn: '2026-03-20' };

  expect(missingFor('decision', heard)).toEqual(['review', 'discussion']);
  expect(missingFor('decision', { ...heard, reviewedAfterHearing: true, discussedOn: '2026-03-28' })).toEqual([]);
});

test('without a penalty nobody is told of one', () => {
  const none = { ...whole, proposed: [], toldOn: null, statement: null };

  expect(state(none, 'notice')?.state).toBe('not_needed');
  expect(missingFor('decision', none)).toEqual([]);
});
