import { addDays, type Day, isDay, weekdayOf } from '../kernel/calendar.ts';
import { REGIONS } from '../offices/regions.ts';
import type { DEMANDS } from './complaint.lists.ts';

type Demand = (typeof DEMANDS)[number];

/** What a paragraph can tell by itself. */
export const FOUND_KINDS = [
  'phone',
  'idNo',
  'creditCode',
  'amount',
  'day',
  'county',
  'township',
  'subject',
  'name',
  'title',
  'demand',
  'demand',
] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

/** One find: where it stands in the text, and its value as a form takes it (fen, day, region code, or words). */
export interface Found {
  readonly kind: FoundKind;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly value: string | number;
}

type Finder = (text: string, today: Day) => Found[];

/**
 * Every match of a pattern. A group `lead` is what must stand before a find without being part of it (older Safari knows no
 * lookbehind); where the value is the end of what matched, the find begins where the value does.
 */
const every =
  (kind: FoundKind, pattern: RegExp, value: (match: RegExpExecArray) => string | number | undefined): Finder =>
  (text) => {
    const found: Found[] = [];
    const search = new RegExp(pattern.source, 'g');
    for (let match = search.exec(text); match; match = search.exec(text)) {
      const read = value(match);
      const to = match.index + match[0].length;
      const lead = match.groups?.['lead']?.length ?? 0;
      const isTail = typeof read === 'string' && match[0].endsWith(read);
      const from = isTail ? to - read.length : match.index + lead;
      if (read !== undefined && read !== '') found.push({ kind, from, to, text: text.slice(from, to), value: read });
      if (match[0] === '') search.lastIndex += 1;
    }
    return found;
  };

const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** 两千六 is 2600, 一万二 12000, 三十五 35; undefined where the signs are no number. */
export function chineseNumber(written: string): number | undefined {
  let total = 0;
  let part = 0;
  let digit = -1;
  let unit = 1;
  for (const sign of written) {
    if (sign in DIGITS) {
      if (digit > 0) return undefined;
      digit = DIGITS[sign]!;
      if (digit === 0) unit = 1;
    } else if (sign in UNITS) {
      unit = UNITS[sign]!;
      if (unit === 10_000) {
        total = (total + part + Math.max(digit, 0)) * unit;
        part = 0;
      } else part += (digit < 0 ? 1 : digit) * unit;
      digit = -1;
    } else return undefined;
  }
  // 两千六: a last digit right after a unit counts in the next lower one
  return total + part + Math.max(digit, 0) * (digit > 0 && unit > 10 ? unit / 10 : 1);
}

const amount = every(
  'amount',
  /(?:(\d[\d,，]*(?:\.\d{1,2})?)\s*(万|千)?|([一二两三四五六七八九十百千万零〇]{1,9}))\s*(?:元|块钱|块|圆)/,
  (match) => {
    const [, digits, scale, chinese] = match;
    const plain = digits ? Number(digits.replace(/[,，]/g, '')) : chineseNumber(chinese ?? '');
    if (plain === undefined || Number.isNaN(plain)) return undefined;
    const fen = Math.round(plain * (scale === '万' ? 10_000 : scale === '千' ? 1000 : 1) * 100);
    return fen > 0 && fen < 1_000_000_000_000 ? fen : undefined;
  },
);

const two = (part: string | undefined) => (part ?? '').padStart(2, '0');

/** A date without a year is this year's, or last year's where it would lie ahead: what is told has happened. */
const date: Finder = (text, today) =>
  every(
    'day',
    /(?:(20\d\d)\s*[年./-]\s*)?(1[0-2]|0?[1-9])\s*[月./-]\s*(3[01]|[12]\d|0?[1-9])(?:\s*[日号])?(?!\d|[./-]\d|%)/,
    (match) => {
      const marked = /[年月日号]/.test(match[0]) || match[1] !== undefined;
      if (!marked) return undefined;
      const day = `${match[1] ?? today.slice(0, 4)}-${two(match[2])}-${two(match[3])}`;
      if (!isDay(day)) return undefined;
      return !match[1] && day > today ? `${Number(day.slice(0, 4)) - 1}${day.slice(4)}` : day;
    },
  )(text, today);

const BACK: Record<string, number> = { 今天: 0, 今日: 0, 昨天: 1, 昨日: 1, 前天: 2, 大前天: 3 };
const WEEKDAYS = '一二三四五六日';

const spoken: Finder = (text, today) =>
  every(
    'day',
    /大前天|前天|昨天|昨日|今天|今日|(上上|上个?|这个?|本)?(?:周|星期|礼拜)([一二三四五六日天])/,
    (match) => {
      const back = BACK[match[0]];
      if (back !== undefined) return addDays(today, -back);
      const wanted = WEEKDAYS.indexOf(match[2] === '天' ? '日' : match[2]!);
      const now = (weekdayOf(today) + 6) % 7;
      const monday = addDays(today, -now);
      const weeks = match[1]?.startsWith('上上') ? 2 : match[1]?.startsWith('上') ? 1 : 0;
      const day = addDays(monday, wanted - 7 * weeks);
      return day > today ? addDays(day, -7) : day;
    },
  )(text, today);

const counties = REGIONS.filter((region) => region.code !== '623000');
const county = every(
  'county',
  new RegExp(counties.map(({ name, short }) => `${name}|${short}(?![镇乡村路街])`).join('|')),
  (match) => counties.find(({ name, short }) => match[0] === name || match[0] === short)?.code,
);
const township = every(
  'township',
  /(?<lead>[县市，,。\s在到]|^)(?<town>[\u4e00-\u9fa5]{2,5}?(?:镇|乡|街道))(?!长|府|企)/,
  (match) => match.groups!['town']!,
);

const ENDS =
  '有限责任公司|有限公司|公司|专卖店|特产店|便利店|体验店|旗舰店|超市|商行|商店|商场|饭店|酒店|宾馆|客栈|民宿|餐厅|餐吧|面馆|药房|药店|诊所|加油站|农贸市场|市场|门市部|经营部|批发部|合作社|理发店|美容院|健身馆|健身房|养生馆|家具城|电动车行|车行|小卖部|肉铺|店';
const subject = every(
  'subject',
  new RegExp(
    `(?<lead>[在到从向的是叫去，,。：:\\s]|^)(?!在|到|从)(?<shop>[\\u4e00-\\u9fa5A-Za-z0-9·]{2,24}?(?:${ENDS}))(?![员家长铺主门])`,
  ),
  (match) => match.groups!['shop']!.replace(/^.*(?:[县市镇乡]|街道)(?=[\u4e00-\u9fa5]{3})/, ''),
);
const name = every(
  'name',
  /(?:投诉人|举报人|来电人|联系人|姓名|游客|市民|消费者|顾客|村民|我叫|本人)[:：是为]?\s*([\u4e00-\u9fa5·]{2,4}?)(?=[，,。（(\s、;；:：]|电话|手机|反映|来电|称|在|$|男|女|先生|女士|1[3-9]\d|0\d{2})(先生|女士)?/,
  (match) => match[1]! + (match[2] ?? ''),
);

/** How names begin here: the commonest surnames, and the first parts of Tibetan names. */
const NAMES_BEGIN =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文祁包苟后安牟'
    .split('')
    .join('|');
const TIBETAN_BEGIN =
  '扎西|卓玛|才让|尼玛|桑吉|洛桑|丹增|旺姆|次仁|达瓦|多杰|贡保|加措|嘉措|仁青|拉毛|索南|格桑|白玛|旦正|道吉|当智|华旦|更登|尕藏|久美|看召|完么|南杰|项秀|杨青';
/** A name right before its telephone needs no word that says so, only that it begins like a name. */
const nameBefore = every(
  'name',
  new RegExp(
    `(?<lead>^|[，,。；;:：\\s])(?<who>(?:${TIBETAN_BEGIN})[\u4e00-\u9fa5]{0,2}|(?:${NAMES_BEGIN})[\u4e00-\u9fa5]{1,2})(?:先生|女士)?(?=[\\s，,:：(（]*(?:联系)?(?:电话|手机号?)?[:：\\s]*1[3-9]\\d[\\s-]?\\d{4}[\\s-]?\\d{4}(?!\\d))`,
  ),
  (match) => match.groups!['who']!,
);

/** Words by which each demand is made; what somebody refused to do is not asked for by that word. */
const ASKED_BY: readonly (readonly [Demand, string])[] = [
  ['refund', '退货退款|退款|退货|退钱'],
  ['compensation', '[退假]一赔[一二三四五六七八九十]|赔偿|索赔'],
  ['repair', '维修|修理'],
  ['replacement', '更换|换货|调换'],
  ['apology', '道歉'],
  ['punishment', '查处|处罚|严惩'],
];
const demands = ASKED_BY.map(([demand, words]) =>
  every('demand', new RegExp(`(?<lead>^|[^不拒绝给肯予未没])(?:${words})`), () => demand),
);

const FINDERS: readonly Finder[] = [
  every('idNo', /(?<lead>^|[^0-9A-Za-z])(?<id>[1-9]\d{5}(?:19|20)\d{9}[\dXx])(?![0-9A-Za-z])/, (match) =>
    match.groups!['id']!.toUpperCase(),
  ),
  every(
    'creditCode',
    /(?<lead>^|[^0-9A-Za-z])(?<code>[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10})(?![0-9A-Za-z])/,
    (match) => match.groups!['code'],
  ),
  every('phone', /(?<lead>^|[^\d])(?<no>1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|0\d{2,3}[\s-]?\d{7,8})(?!\d)/, (match) =>
    match.groups!['no']!.replace(/[\s-]/g, ''),
  ),
  amount,
  date,
  spoken,
  county,
  township,
  subject,
  name,
  nameBefore,
  ...demands,
];

/**
 * What a pasted note tells, found by rules alone and in the order of the text; overlapping finds go to the rule named first. `today` is the
 * day from which 上周六 is reckoned. Nothing found is taken over unseen.
 */
export function extract(written: string, today: Day): Found[] {
  const text = written.normalize('NFKC').slice(0, 20_000);
  const kept: Found[] = [];
  for (const find of FINDERS)
    for (const one of find(text, today))
      if (!kept.some((other) => one.from < other.to && other.from < one.to)) kept.push(one);
  return kept.sort((a, b) => a.from - b.from);
}
