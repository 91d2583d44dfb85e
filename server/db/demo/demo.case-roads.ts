import type { Role } from '#shared/auth/permissions.ts';
import type { CaseEdit, CaseStep, SummaryCase } from '#shared/cases/case.asks.ts';
import type { EvidenceAdding, GoodsTaking, MeasureAsking } from '#shared/cases/exhibit.api.ts';
import type { Chance } from './chance.ts';
import { type CaseStory, officers, storyOf, type Where } from './demo.case-stories.ts';
import { inventStory, type Story } from './demo.texts.ts';

interface Timed {
  readonly afterDays: number;
  readonly by: Role;
}
type Said<T extends object, K extends keyof T> = Omit<T, K | 'version'>;

/** One act in a case's invented life: so many days after the one before, by whoever holds the role in its office. */
export type CaseAct = Timed &
  (
    | { readonly kind: 'step'; readonly step: Said<CaseStep, 'on'> }
    | { readonly kind: 'edit'; readonly fields: Said<CaseEdit, never> }
    | { readonly kind: 'evidence'; readonly piece: Said<EvidenceAdding, 'collectedOn'> }
    | {
        readonly kind: 'seize';
        readonly measure: Said<MeasureAsking, 'takenOn'>;
        readonly goods: Said<GoodsTaking, 'takenOn'>;
      }
    | { readonly kind: 'approve' | 'release' }
    | { readonly kind: 'dispose'; readonly reason: string }
    | { readonly kind: 'clock'; readonly turn: 'paused' | 'resumed' }
  );

const ALL_CONDITIONS = ['filing.1', 'filing.2', 'filing.3', 'filing.4'];
/** A case with its road; today cuts the road off wherever it has come to. */
export function inventCase(chance: Chance, where: Where): { story: CaseStory; acts: CaseAct[] } {
  const told = inventStory(chance, where.county, where.name, where.stock);
  const story = storyOf(chance, where, told);
  const acts = story.summary ? summaryRoad(chance, story.summary) : ordinaryRoad(chance, told);
  const stop = where.recent && chance.is(0.3) ? chance.between(0, acts.length) : acts.length;
  return { story, acts: acts.slice(0, stop) };
}

function summaryRoad(chance: Chance, { penalties }: SummaryCase): CaseAct[] {
  const fine = penalties[0]?.amountFen;
  const paid =
    fine && chance.is(0.93)
      ? [step(chance.between(0, 9), 'inspector', { step: 'pay', duty: 'fine', amountFen: fine })]
      : [];
  return [step(chance.between(1, 5), 'inspector', { step: 'archive' }), ...paid];
}

const step = (afterDays: number, by: Role, what: Said<CaseStep, 'on'>): CaseAct => ({
  kind: 'step',
  afterDays,
  by,
  step: what,
});

function ordinaryRoad(chance: Chance, told: Story): CaseAct[] {
  if (chance.is(0.15))
    return [
      step(chance.between(2, 12), 'inspector', {
        step: 'propose',
        filing: false,
        ground: chance.one(['not_filed.1', 'not_filed.2']),
        reason: '经核查，违法行为轻微并已及时改正。',
      }),
      step(chance.between(1, 4), 'approver', { step: 'not_file', reason: '同意不予立案。' }),
    ];
  const grave = chance.is(0.08);
  const fine = grave ? chance.between(105, 300) * 100_000 : chance.between(2, 80) * 25_000;
  const seizes = chance.is(0.35);
  const acts = [
    step(chance.between(1, 12), 'inspector', {
      step: 'propose',
      filing: true,
      conditions: ALL_CONDITIONS,
      reason: '有证据初步证明存在违法行为，提请立案。',
    }),
    step(chance.between(1, 3), 'approver', { step: 'file', officers: officers(chance) }),
    ...inquiry(chance, told, fine, seizes),
    step(chance.between(1, 4), 'inspector', { step: 'submit_review' }),
    ...(chance.is(0.1)
      ? [
          step(chance.between(1, 5), 'legal_reviewer', {
            step: 'return_review',
            reason: '货值金额缺少计算依据，请补充。',
          }),
          step(chance.between(2, 9), 'inspector', { step: 'submit_review' }),
        ]
      : []),
    step(chance.between(1, 9), 'legal_reviewer', { step: 'pass_review', reason: '事实清楚，证据确凿，适用法律正确。' }),
    step(chance.between(0, 2), 'approver', { step: 'approve_notice' }),
    step(chance.between(1, 4), 'inspector', { step: 'tell', way: 'direct' }),
    ...answer(chance, grave),
    step(chance.between(1, 3), 'approver', {
      step: 'decide',
      outcome: 'penalty',
      penalties: [{ kind: 'fine', amountFen: fine }],
      reason: '同意。',
    }),
    step(chance.between(1, 4), 'inspector', { step: 'serve', way: 'direct' }),
  ];
  return [...acts, ...performance(chance, fine, seizes)];
}

function inquiry(chance: Chance, { content }: Story, fine: number, seizes: boolean): CaseAct[] {
  const piece = (title: string, kind: EvidenceAdding['kind'], source: string): CaseAct => ({
    kind: 'evidence',
    afterDays: chance.between(0, 6),
    by: 'inspector',
    piece: { kind, title, source, collectedBy: '办案人员两名', place: '当事人经营场所' },
  });
  const tested = chance.is(0.16);
  return [
    piece('现场笔录', 'record', '现场检查'),
    ...(seizes
      ? [
          {
            kind: 'seize' as const,
            afterDays: 0,
            by: 'inspector' as const,
            measure: {
              kind: 'seize' as const,
              urgent: true,
              basis: '食品安全法第一百一十条',
              place: '当事人经营场所',
              goods: '涉案物品一批',
            },
            goods: {
              name: '涉案物品',
              unit: '件',
              thousandths: chance.between(2, 90) * 1000,
              place: '局物证室',
              perishable: chance.is(0.3),
              from: '当事人',
              to: '办案人员',
            },
          },
          { kind: 'approve' as const, afterDays: 1, by: 'approver' as const },
          { kind: 'release' as const, afterDays: chance.between(5, 24), by: 'inspector' as const },
        ]
      : []),
    piece('询问笔录', 'statement', '当事人'),
    ...(tested
      ? [
          { kind: 'clock' as const, afterDays: 1, by: 'inspector' as const, turn: 'paused' as const },
          {
            kind: 'clock' as const,
            afterDays: chance.between(8, 24),
            by: 'inspector' as const,
            turn: 'resumed' as const,
          },
        ]
      : []),
    ...(chance.is(0.05)
      ? [
          step(2, 'approver', { step: 'suspend', ground: 'suspend.4', reason: '当事人下落不明。' }),
          step(chance.between(10, 40), 'approver', { step: 'resume', reason: '已与当事人取得联系。' }),
        ]
      : []),
    {
      kind: 'edit',
      afterDays: chance.between(3, 45),
      by: 'inspector',
      fields: {
        facts: `${content.slice(0, 200)}经调查属实。`,
        nature: '违法行为成立',
        violated: '相关法律第三十四条',
        basis: '相关法律第一百二十四条',
        discretion: chance.one([
          '初次违法，主动改正，从轻处罚。',
          '货值金额较大，予以一般处罚。',
          '两年内再次违法，从重处罚。',
        ]),
        proposal: `罚款${fine / 100}元。`,
        proposed: [{ kind: 'fine', amountFen: fine }],
      },
    },
  ];
}

/** What the party says to the notice; a grave fine is heard, reviewed again and discussed. */
function answer(chance: Chance, grave: boolean): CaseAct[] {
  if (grave)
    return [
      step(2, 'inspector', { step: 'ask_hearing' }),
      step(24, 'inspector', {
        step: 'hold_hearing',
        presider: '主持人 刘文',
        text: '听证报告：当事人请求从轻，未提出新的证据。',
        answer: '意见不予采纳。',
      }),
      step(1, 'inspector', { step: 'propose_decision' }),
      step(3, 'legal_reviewer', { step: 'pass_review', reason: '听证程序合法，同意原处理意见。' }),
      step(2, 'approver', {
        step: 'discuss',
        participants: ['局长', '分管副局长', '法制股长'],
        reason: '一致同意处罚意见。',
      }),
    ];
  const said = chance.weighted([
    ['waived', 55],
    ['made', 20],
    ['none', 25],
  ] as const);
  if (said === 'none') return [step(17, 'inspector', { step: 'propose_decision' })];
  const statement =
    said === 'made'
      ? { statement: 'made' as const, text: '当事人请求减轻处罚。', answer: '经复核，已在裁量中考虑，不再减轻。' }
      : { statement: 'waived' as const };
  return [
    step(chance.between(1, 5), 'inspector', { step: 'hear_statement', ...statement }),
    step(1, 'inspector', { step: 'propose_decision' }),
  ];
}

/** A fine that is not paid in time: most are paid off by instalments or go to the court, a few are still waited for. */
function owing(fine: number, seizes: boolean): CaseAct[] {
  const way = (fine / 25_000) % 5;
  const half = Math.floor(fine / 2);
  const part = (afterDays: number, amountFen: number) =>
    step(afterDays, 'inspector', { step: 'pay', duty: 'fine', amountFen, receipt: `分期${afterDays}` });
  if (way === 0) return [step(20, 'inspector', { step: 'urge' })];
  if (way < 3)
    return [
      step(8, 'approver', { step: 'defer', reason: '当事人确有经济困难，书面申请分期缴纳。' }),
      part(30, half),
      part(35, fine - half),
      ...disposal(seizes),
      step(3, 'inspector', { step: 'perform', ground: 'close.1', reason: '罚款已分期缴清。' }),
      step(4, 'approver', { step: 'close' }),
    ];
  return [
    step(20, 'inspector', { step: 'urge' }),
    step(32, 'approver', { step: 'apply_enforcement', reason: '经催告仍不履行，申请人民法院强制执行。' }),
  ];
}

const disposal = (seizes: boolean): CaseAct[] =>
  seizes ? [{ kind: 'dispose', afterDays: 1, by: 'inspector', reason: '依处罚决定没收后销毁' }] : [];

function performance(chance: Chance, fine: number, seizes: boolean): CaseAct[] {
  if (chance.is(0.12)) return owing(fine, seizes);
  return [
    step(chance.between(1, 14), 'inspector', {
      step: 'pay',
      duty: 'fine',
      amountFen: fine,
      receipt: String(chance.between(100_000, 999_999)),
    }),
    ...disposal(seizes),
    step(chance.between(1, 6), 'inspector', { step: 'perform', ground: 'close.1', reason: '处罚决定已执行完毕。' }),
    step(chance.between(1, 9), 'approver', { step: 'close' }),
  ];
}
