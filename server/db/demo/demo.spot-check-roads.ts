import { addDays } from '#shared/kernel/calendar.ts';
import { checklistFor } from '#shared/spot-checks/checklist.ts';
import type { ChecklistAnswers, SpotCheckPlan, SpotCheckStep } from '#shared/spot-checks/spot-check.asks.ts';
import type { CheckResult, FollowUp } from '#shared/spot-checks/spot-check.lists.ts';
import type { Chance } from './chance.ts';
import { officers } from './demo.case-stories.ts';
import type { Stock } from './demo.entities.ts';
import { SAMPLED, sampleRoad } from './demo.sample-roads.ts';
import { type Industry, industryOf } from './demo.shops.ts';

/** One act in a check's invented life. */
export type SpotCheckAct = { readonly afterDays: number; readonly by: 'inspector' | 'approver' } & (
  | { readonly kind: 'step'; readonly step: Omit<SpotCheckStep, 'version' | 'on'> }
  | { readonly kind: 'answers'; readonly answers: ChecklistAnswers['answers'] }
  | { readonly kind: 'order'; readonly problem: string; readonly violated: string }
  | { readonly kind: 'visited'; readonly officers: ReturnType<typeof officers> }
);

/** In which trades a matter is checked; one that is not named here is checked in every shop. */
const TRADES: Readonly<Record<string, readonly Industry[]>> = {
  'food.catering': ['catering'],
  'food.label': ['food_retail', 'food_making'],
  'food.quality': ['food_retail', 'food_making'],
  'food.additive': ['food_retail', 'food_making'],
  'drug.medicine': ['drugs', 'herbs'],
  'measure.instrument': ['market', 'farm_produce', 'food_retail', 'fuel'],
  'product.gas': ['fuel', 'appliances', 'building', 'equipment'],
  'product.children': ['retail', 'clothing', 'education'],
  'farm.meat': ['farm_produce'],
  'farm.residue': ['farm_produce', 'market'],
  'service.lodging': ['lodging', 'tourism'],
};
const fits =
  (shop: Stock) =>
  ([matter]: readonly [string, ...unknown[]]) =>
    TRADES[matter]?.includes(industryOf(shop.shop)) ?? true;

/** What is checked, whose business it is, and what inspectors find wrong there. */
const SUBJECTS = [
  [
    'food.catering',
    'market',
    '餐饮服务日常检查',
    { tableware: '消毒柜停用，餐具未消毒', health: '两名服务员健康证过期', raw: '冷库内生熟混放' },
  ],
  [
    'food.label',
    'market',
    '食品销售检查',
    { stale: '货架上三袋糕点过期', label: '散装干果无标签', receipt: '不能提供进货票据' },
  ],
  ['drug.medicine', 'market', '药品经营检查', { records: '处方药销售记录缺失', storage: '阴凉区温度超过规定' }],
  ['measure.instrument', 'market', '集贸市场计量检查', { verified: '两台电子秤超期未检定' }],
  ['price.untagged', 'market', '明码标价检查', { tag: '部分商品没有标价签' }],
  ['product.gas', 'market', '燃气具质量检查', { marks: '减压阀无厂名厂址' }],
  ['farm.meat', 'agriculture', '畜产品质量安全检查', { mark: '未附承诺达标合格证', receipt: '没有进货检查验收记录' }],
  ['service.lodging', 'market', '旅游住宿检查', { exits: '二楼安全通道堆放杂物', price: '房价未公示' }],
] as const;

const FINDINGS: Record<CheckResult, string> = {
  clean: '',
  pending: '发现问题，已告知当事人。',
  corrected: '发现问题，已当场责令改正。',
  idle: '营业执照在，未从事登记的经营活动。',
  closed: '店面已转让，停止经营。',
  refused: '拒不提供账册，阻挠检查。',
  gone: '登记住所查无此户。',
};

/** Invents what a check is planned as and everything that follows; today cuts the road off wherever it has come to. */
export function inventSpotCheck(
  chance: Chance,
  { day, recent, shop }: { day: string; recent: boolean; shop: Stock },
): { plan: SpotCheckPlan; department: string; acts: SpotCheckAct[] } {
  const samples = SAMPLED.filter(fits(shop));
  const sampled = samples.length > 0 && chance.is(0.4) ? chance.one(samples) : null;
  const [inspected, by, inspects, faults] = chance.one(SUBJECTS.filter(fits(shop)));
  const [matter, department, title] = sampled
    ? [sampled[0], sampled[1], `${sampled[2]}监督抽检`]
    : [inspected, by, inspects];
  const ahead = chance.between(1, recent ? 24 : 9);
  const random = chance.is(0.35);
  const purpose = random
    ? 'random'
    : chance.weighted([
        ['daily', 6],
        ['special', 3],
        ['follow_up', 1],
      ] as const);
  const plan: SpotCheckPlan = {
    checkKind: sampled ? 'sampling' : 'inspection',
    title,
    purpose: sampled ? 'sampling' : purpose,
    ...(random || chance.is(0.3)
      ? { task: random ? `${day.slice(0, 4)}年度双随机抽查` : '旅游旺季市场秩序专项检查' }
      : {}),
    approval: `检批〔${day.slice(0, 4)}〕${chance.between(1, 200)}号`,
    subjectKind: shop.kind,
    subjectName: shop.name,
    subjectId: shop.id,
    ...(shop.code ? { creditCode: shop.code } : {}),
    matter,
    county: shop.county,
    township: shop.township,
    place: shop.address,
    plannedOn: addDays(day, ahead),
    until: addDays(day, ahead + 10),
    restricted: chance.is(0.01),
  };
  const acts = sampled ? sampleRoad(chance, { plan, sampled, ahead }) : roadOf(chance, { plan, faults, ahead });
  return { plan, department, acts };
}

interface Course {
  readonly plan: SpotCheckPlan;
  readonly faults: Readonly<Record<string, string>>;
  readonly ahead: number;
}

const step = (
  afterDays: number,
  by: SpotCheckAct['by'],
  asked: Omit<SpotCheckStep, 'version' | 'on'>,
): SpotCheckAct => ({ kind: 'step', afterDays, by, step: asked });

function roadOf(chance: Chance, { plan, faults, ahead }: Course): SpotCheckAct[] {
  if (chance.is(0.04)) return [step(ahead, 'inspector', { step: 'cancel', reason: '与其他部门检查合并进行' })];
  const begin = step(ahead, 'inspector', {
    step: 'begin',
    officers: officers(chance),
    noticeNumber: `检通〔${plan.plannedOn.slice(0, 4)}〕${chance.between(1, 400)}号`,
    overCapReason: '上级部署的专项检查，已与其他部门合并进行。',
  });
  const result = chance.weighted([
    ['clean', 64],
    ['corrected', 15],
    ['pending', 8],
    ['idle', 5],
    ['closed', 4],
    ['gone', 3],
    ['refused', 1],
  ] as const);
  const found = result === 'pending' || result === 'corrected';
  const failing = found ? Object.entries(faults).slice(0, chance.between(1, 2)) : [];
  const items = checklistFor(plan.matter, plan.plannedOn)?.items ?? [];
  const clauses = items.filter(({ item }) => failing.some(([one]) => one === item)).map(({ clause }) => clause);
  const answers = items.map(({ item }) => {
    const note = failing.find(([one]) => one === item)?.[1];
    return note
      ? { item, answer: 'fails' as const, note }
      : { item, answer: chance.is(0.05) ? ('not_applicable' as const) : ('meets' as const) };
  });
  const followUp = followingOf(chance, result);
  const acts: SpotCheckAct[] = [begin];
  if (['clean', 'pending', 'corrected'].includes(result))
    acts.push({ kind: 'answers', afterDays: 0, by: 'inspector', answers });
  const findings = [...failing.map(([, note]) => note), FINDINGS[result]].filter(Boolean).join('；');
  const handIn = {
    step: 'finish',
    result,
    followUp,
    ...(findings ? { findings } : {}),
    ...(found ? { party: '情况属实，马上整改。' } : {}),
  } as const;
  acts.push(step(chance.between(0, 5), 'inspector', handIn));
  if (followUp === 'order')
    acts.push({
      kind: 'order',
      afterDays: 0,
      by: 'inspector',
      problem: findings,
      violated: [...new Set(clauses)].join('、'),
    });
  if (chance.is(0.07))
    acts.push(
      step(1, 'approver', { step: 'send_back', fields: ['findings'], reason: '检查情况过于简单，请补充。' }),
      step(1, 'inspector', { ...handIn, findings: `${findings}已补充现场情况。` }),
    );
  acts.push(step(chance.between(1, 4), 'approver', { step: 'confirm' }));
  acts.push(step(chance.between(2, 12), 'inspector', { step: 'publish', text: '国家企业信用信息公示系统（甘肃）' }));
  if (followUp === 'order' && chance.is(0.95))
    acts.push({ kind: 'visited', afterDays: chance.between(3, 8), by: 'inspector', officers: officers(chance) });
  if (found && chance.is(0.7)) acts.push(step(20, 'inspector', { step: 'settle', text: '后续处置已办结' }));
  return acts;
}

function followingOf(chance: Chance, result: CheckResult): FollowUp {
  if (result === 'corrected') return 'order';
  if (result === 'pending')
    return chance.weighted([
      ['order', 5],
      ['case_office', 3],
      ['notify', 2],
      ['daily', 1],
    ] as const);
  if (result === 'refused') return 'case_office';
  return result === 'clean' ? 'none' : 'daily';
}
