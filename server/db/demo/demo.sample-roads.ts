import { DISPOSAL_BOXES } from '#shared/spot-checks/sample.lists.ts';
import type { SpotCheckPlan, SpotCheckStep } from '#shared/spot-checks/spot-check.asks.ts';
import type { Chance } from './chance.ts';
import { officers } from './demo.case-stories.ts';
import type { SpotCheckAct } from './demo.spot-check-roads.ts';

/** What is sampled, whose business it is, and the item that may fail. */
export const SAMPLED = [
  ['food.quality', 'market', '酸奶', { item: '菌落总数', measured: '28000', standard: '≤10000', unit: 'CFU/g' }],
  ['food.additive', 'market', '牦牛肉干', { item: '山梨酸', measured: '0.21', standard: '≤0.075', unit: 'g/kg' }],
  ['food.label', 'market', '青稞饼', { item: '过氧化值', measured: '0.41', standard: '≤0.25', unit: 'g/100g' }],
  ['farm.residue', 'agriculture', '韭菜', { item: '腐霉利', measured: '1.3', standard: '≤0.2', unit: 'mg/kg' }],
  ['product.gas', 'market', '家用燃气软管', { item: '耐压性能', measured: '泄漏', standard: '无泄漏' }],
  ['product.children', 'market', '儿童玩具', { item: '邻苯二甲酸酯', measured: '2.4', standard: '≤0.1', unit: '%' }],
] as const;

const step = (
  afterDays: number,
  by: SpotCheckAct['by'],
  asked: Omit<SpotCheckStep, 'version' | 'on'>,
): SpotCheckAct => ({
  kind: 'step',
  afterDays,
  by,
  step: asked,
});

interface Sampling {
  readonly plan: SpotCheckPlan;
  readonly sampled: (typeof SAMPLED)[number];
  readonly ahead: number;
}

/** Everything that follows the plan of a sample; most pass, some are tested again, and what failed is disposed of. */
export function sampleRoad(chance: Chance, { plan, sampled, ahead }: Sampling): SpotCheckAct[] {
  const [, , product, worst] = sampled;
  const year = plan.plannedOn.slice(2, 4);
  const taken = step(ahead, 'inspector', {
    step: 'sample',
    officers: officers(chance),
    sampleNumber: `DBJ${year}623000${chance.between(100_000, 999_999)}`,
    product,
    spec: chance.one(['250g/袋', '500g/袋', '散装', '1件']),
    batch: `${plan.plannedOn.replaceAll('-', '')}`,
    producedOn: plan.plannedOn,
    quantity: '2kg',
    backup: '1kg',
    maker: chance.is(0.5) ? plan.subjectName : '甘南州雪域食品有限公司',
    overCapReason: '年度抽检计划任务。',
  });
  const failed = chance.is(0.4);
  const items = [
    { item: '铅', measured: '0.03', standard: '≤0.5', unit: 'mg/kg', verdict: 'passed' as const },
    {
      ...worst,
      verdict: failed ? ('failed' as const) : ('passed' as const),
      ...(failed ? {} : { measured: '未检出' }),
    },
  ];
  const acts = [
    taken,
    step(chance.between(1, 4), 'inspector', { step: 'send', laboratory: '甘南州检验检测中心' }),
    step(chance.between(8, 25), 'inspector', {
      step: 'report',
      reportNumber: `GN${year}-${chance.between(1000, 9999)}`,
      conclusion: failed ? 'unqualified' : 'qualified',
      items,
    }),
  ];
  if (failed) acts.push(...contested(chance), ...disposed(chance));
  return [
    ...acts,
    step(chance.between(1, 4), 'approver', { step: 'confirm' }),
    step(chance.between(3, 15), 'inspector', { step: 'publish', text: '州市场监督管理局网站' }),
    ...(failed && chance.is(0.6) ? [step(15, 'inspector', { step: 'settle', text: '已按规定处置完毕' })] : []),
  ];
}

function contested(chance: Chance): SpotCheckAct[] {
  const served = step(chance.between(3, 5), 'inspector', { step: 'serve' });
  if (chance.is(0.6)) return [served];
  const asked = [served, step(1, 'inspector', { step: 'ask_retest' })];
  if (chance.is(0.3)) return [...asked, step(2, 'inspector', { step: 'decide_retest', refusal: 'microbes' })];
  const good = chance.is(0.4);
  return [
    ...asked,
    step(2, 'inspector', { step: 'decide_retest', accepted: true }),
    step(2, 'inspector', { step: 'name_lab', laboratory: '甘肃省检验检测认证研究院' }),
    step(9, 'inspector', {
      step: 'retest',
      reportNumber: `GS-${chance.between(1000, 9999)}`,
      conclusion: good ? 'qualified' : 'unqualified',
      items: [{ item: '复检项目', verdict: good ? 'passed' : 'failed' }],
    }),
  ];
}

function disposed(chance: Chance): SpotCheckAct[] {
  const texts = {
    control: '剩余产品封存下架，已售部分召回',
    cause: '贮存温度不当',
    penalty: '情节轻微并及时改正，不予处罚',
    correction: '已整改，复查合格',
    notify: '已通报生产地监管部门',
  };
  const disposal = DISPOSAL_BOXES.map((box) => ({ box, done: box !== 'penalty', text: texts[box] }));
  return [
    step(chance.between(15, 60), 'inspector', {
      step: 'dispose',
      disposal,
      followUp: chance.is(0.6) ? 'notify' : 'case_office',
      findings: '核查处置完毕',
    }),
  ];
}
