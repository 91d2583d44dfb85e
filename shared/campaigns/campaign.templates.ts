import { addDays, type Day } from '../kernel/calendar.ts';
import type { CampaignDraft } from './campaign.asks.ts';
import type { Reporting } from './campaign.lists.ts';

/** A campaign that comes back year after year, as an office begins its plan with; each text may be changed. */
export interface CampaignTemplate {
  readonly key: string;
  readonly title: string;
  readonly basis: string;
  readonly aims: string;
  readonly matters: readonly string[];
  readonly days: number;
  readonly reporting: Reporting;
}

/** The year's usual campaigns of the prefecture. */
export const CAMPAIGN_TEMPLATES: readonly CampaignTemplate[] = [
  {
    key: 'tourism',
    title: '旅游市场联合整治',
    basis: '旅游法、消费者权益保护法；州质量发展领导小组年度工作要点',
    aims: '整治不合理低价游、强迫购物、虚假宣传、价格欺诈；检查景区周边餐饮、住宿、特产店的证照、标价和食品安全。',
    matters: ['service.other', 'service.lodging', 'price.untagged'],
    days: 80,
    reporting: 'fortnight',
  },
  {
    key: 'festival',
    title: '节前食品安全和市场秩序检查',
    basis: '食品安全法、价格法；节日期间市场监管工作部署',
    aims: '检查节令食品、农畜产品、电子秤和明码标价；对不合格食品下架封存、依法处理。',
    matters: ['food.quality', 'price.untagged', 'measure.short_weight'],
    days: 21,
    reporting: 'week',
  },
  {
    key: 'caterpillar_fungus',
    title: '虫草交易季市场整治',
    basis: '产品质量法、计量法、反不正当竞争法',
    aims: '检查虫草、藏药材交易市场的掺杂掺假、短斤少两和无照经营。',
    matters: ['product.fake', 'measure.short_weight', 'trade.licence'],
    days: 90,
    reporting: 'fortnight',
  },
  {
    key: 'consumer_day',
    title: '3·15消费维权集中行动',
    basis: '消费者权益保护法；市场监督管理投诉举报处理办法',
    aims: '集中办理积压投诉举报，曝光典型案例，宣传消费维权知识。',
    matters: ['food.quality', 'product.fake', 'commerce.prepaid'],
    days: 30,
    reporting: 'week',
  },
  {
    key: 'quality_month',
    title: '质量月产品质量整治',
    basis: '产品质量法；全国“质量月”活动部署',
    aims: '对建材、电线电缆、儿童用品等重点产品开展抽查和后处理，督促企业落实主体责任。',
    matters: ['product.quality', 'product.children'],
    days: 45,
    reporting: 'fortnight',
  },
];

/** The plan a template begins: a quarter of its time to mobilise, the rest to carry out, a tenth to sum up. */
export function planFrom(
  { title, basis, aims, matters, days, reporting }: CampaignTemplate,
  from: Day,
): Omit<CampaignDraft, 'members'> {
  const until = addDays(from, days);
  const begins = addDays(from, Math.round(days / 4));
  const sums = addDays(until, -Math.round(days / 10));
  return {
    title: `${from.slice(0, 4)}年${title}`,
    ...{ basis, aims, matters: [...matters], from, until, reportBy: until, reporting },
    phases: [
      { phase: 'mobilise', from, until: addDays(begins, -1) },
      { phase: 'carry_out', from: begins, until: addDays(sums, -1) },
      { phase: 'sum_up', from: sums, until },
    ],
  };
}
