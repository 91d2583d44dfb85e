import { creditCodeOf } from '#shared/entities/identity.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import type { RectificationOrder, RectificationStep } from '#shared/rectifications/rectification.asks.ts';
import type { Chance } from './chance.ts';
import { officers } from './demo.case-stories.ts';
import type { Scene } from './demo.pictures.ts';
import type { Story } from './demo.texts.ts';

/** One act in an order's invented life: a step, or pictures of the place. */
export type RectificationAct = { readonly afterDays: number; readonly by: 'inspector' | 'approver' } & (
  | {
      readonly kind: 'step';
      readonly step: Omit<RectificationStep, 'version' | 'on' | 'until'>;
      readonly days?: number;
    }
  | { readonly kind: 'pictures'; readonly scene: Scene; readonly after: boolean }
);

interface Fault {
  readonly title: string;
  readonly problem: string;
  readonly violated: string;
  readonly basis: string;
  readonly requirement: string;
  readonly scene?: Scene;
}

const FAULTS: Record<string, readonly Fault[]> = {
  food: [
    {
      title: '后厨环境卫生不达标',
      problem: '后厨地面积水油污，垃圾桶未加盖，生熟刀具混放。',
      violated: '食品安全法第三十三条',
      basis: '食品安全法第一百二十六条',
      requirement: '清理地面和操作台，垃圾桶加盖，刀具分开存放并标识。',
      scene: 'kitchen',
    },
    {
      title: '未建立进货查验记录',
      problem: '现场不能提供近三个月的进货票据和查验记录。',
      violated: '食品安全法第五十三条',
      basis: '食品安全法第一百二十六条',
      requirement: '补齐供货者资质和进货票据，建立进货查验记录。',
    },
  ],
  price: [
    {
      title: '商品未明码标价',
      problem: '货架上部分商品没有标价签，标价内容不全。',
      violated: '价格法第十三条',
      basis: '价格法第四十二条',
      requirement: '逐件标明品名、计价单位、价格。',
      scene: 'shelf',
    },
  ],
  measure: [
    {
      title: '电子秤超期未检定',
      problem: '正在使用的两台电子计价秤检定有效期已过。',
      violated: '计量法第九条',
      basis: '计量法第二十五条',
      requirement: '停止使用，送检合格后方可使用。',
    },
  ],
  service: [
    {
      title: '安全通道堆放杂物',
      problem: '二楼安全通道堆放纸箱杂物，无法通行。',
      violated: '消防法第二十八条',
      basis: '消防法第六十条',
      requirement: '清除杂物，保持通道畅通。',
      scene: 'corridor',
    },
  ],
};
const OTHER: Fault = {
  title: '经营管理不规范',
  problem: '未在经营场所醒目位置公示证照，台账不全。',
  violated: '相关管理规定第十条',
  basis: '相关管理规定第三十条',
  requirement: '公示证照，补齐台账。',
};

/** Invents what an order says and everything that follows it; today cuts the road off wherever it has come to. */
export function inventRectification(
  chance: Chance,
  { county, day, recent }: { county: string; day: string; recent: boolean },
  told: Story,
): { order: RectificationOrder; acts: RectificationAct[] } {
  const fault = chance.one(FAULTS[told.matter.split('.')[0]!] ?? [OTHER]);
  const { scene, ...says } = fault;
  const days = chance.one([3, 7, 10, 15, 30]);
  const order: RectificationOrder = {
    ...says,
    source: chance.weighted([
      ['inspection', 62],
      ['complaint', 18],
      ['campaign', 10],
      ['product_check', 5],
      ['superior', 5],
    ] as const),
    subjectKind: 'sole_trader',
    subjectName: told.subjectName,
    creditCode: creditCodeOf(`92${county}`, `MA7${chance.between(10_000, 99_999)}`),
    matter: told.matter,
    consequence: `逾期不改正的，依照${says.basis}处理。`,
    county,
    township: told.township,
    place: told.address,
    orderedOn: day,
    until: addDays(day, days),
    drawNumber: true,
    restricted: chance.is(0.02),
  };
  return { order, acts: roadOf(chance, { days, scene, recent }) };
}

interface Course {
  readonly days: number;
  readonly scene: Scene | undefined;
  readonly recent: boolean;
}

function roadOf(chance: Chance, { days, scene, recent }: Course): RectificationAct[] {
  const acts: RectificationAct[] = scene
    ? [{ afterDays: 0, by: 'inspector', kind: 'pictures', scene, after: false }]
    : [];
  if (recent && chance.is(0.3)) return acts; // nobody has answered yet
  if (chance.is(0.03)) return [...acts, withdrawn];
  if (chance.is(0.15)) {
    acts.push(asked(chance.one([5, 10, 15])));
    if (recent && chance.is(0.5)) return acts; // the head has not decided yet
    acts.push(chance.is(0.8) ? granted : refused);
  }
  const round = [reported(chance, days), ...(scene ? [pictured(scene)] : [])];
  const again = chance.weighted([
    ['passed', 70],
    ['partly', 17],
    ['failed', 7],
    ['case', recent ? 12 : 0],
  ] as const);
  if (again === 'passed') return [...acts, ...round, passed(chance, scene)];
  if (again === 'case') return [...acts, ...round.slice(0, 1), gone(chance)];
  acts.push(...round.slice(0, 1), back(chance, again));
  return recent && chance.is(0.5) ? acts : [...acts, reported(chance, 8), ...round.slice(1), passed(chance, scene)];
}

const step = (
  by: RectificationAct['by'],
  afterDays: number,
  said: Omit<RectificationStep, 'version' | 'on' | 'until'>,
  days?: number,
): RectificationAct => ({ kind: 'step', by, afterDays, step: said, ...(days === undefined ? {} : { days }) });

const withdrawn = step('approver', 5, { step: 'withdraw', reason: '经营者已注销，无需继续整改。' });
const asked = (days: number) =>
  step('inspector', 1, { step: 'ask_extension', reason: '当事人反映设备材料尚未到货，申请延期。' }, days);
const granted = step('approver', 1, { step: 'extend', reason: '情况属实，同意延期。' });
const refused = step('approver', 1, { step: 'refuse_extension', reason: '理由不充分，按原期限整改。' });
const pictured = (scene: Scene): RectificationAct => ({
  kind: 'pictures',
  by: 'inspector',
  afterDays: 1,
  scene,
  after: true,
});

function reported(chance: Chance, days: number) {
  const text = chance.one([
    '已按要求整改完毕，请予复查。',
    '已完成整改，并对员工进行了培训。',
    '已整改，附进货票据复印件。',
  ]);
  return step('inspector', Math.max(1, chance.between(Math.floor(days / 2), days + 2)), { step: 'report', text });
}

const passed = (chance: Chance, scene: Scene | undefined) =>
  step('inspector', chance.between(1, 8), {
    step: 'visit',
    result: 'passed',
    officers: officers(chance),
    text: '现场复查，问题已整改到位。',
    ...(scene ? {} : { noPictures: '资料类问题，已核对原件。' }),
  });
const back = (chance: Chance, result: 'partly' | 'failed') =>
  step(
    'inspector',
    chance.between(1, 8),
    {
      step: 'visit',
      result,
      officers: officers(chance),
      text: result === 'partly' ? '部分问题已整改，其余继续整改。' : '现场复查，未见整改。',
    },
    chance.one([5, 7, 10]),
  );
const gone = (chance: Chance) =>
  step('inspector', chance.between(1, 6), {
    step: 'visit',
    result: 'failed',
    officers: officers(chance),
    text: '逾期未整改，拒不配合。',
    opensCase: true,
    violation: '逾期不改正违法行为',
  });
