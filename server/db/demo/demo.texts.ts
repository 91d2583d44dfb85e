import type { Chance } from './chance.ts';

interface Told {
  readonly matter: string;
  readonly weight: number;
  readonly goods: readonly string[];
  readonly wrongs: readonly string[];
  readonly shops: readonly string[];
}

/** What people here complain about; every name is invented. */
const STORIES: readonly Told[] = [
  {
    matter: 'food.quality',
    weight: 20,
    goods: ['牦牛肉干', '酸奶', '酥油', '糌粑', '月饼', '火锅底料', '袋装粉丝', '食用油'],
    wrongs: ['有异味', '已经发霉', '吃出异物', '颜色异常，怀疑掺假', '已过保质期仍在销售'],
    shops: ['超市', '副食店', '百货店', '便利店', '土特产店'],
  },
  {
    matter: 'food.label',
    weight: 6,
    goods: ['散装饼干', '蕨麻', '进口糖果', '藏茶'],
    wrongs: ['没有生产日期', '标签信息不全', '生产日期被涂改'],
    shops: ['副食店', '土特产店', '批发部'],
  },
  {
    matter: 'food.catering',
    weight: 10,
    goods: ['牛肉面', '手抓羊肉', '火锅', '凉皮', '外卖套餐'],
    wrongs: ['食用后腹泻', '餐具不干净', '后厨有老鼠', '菜里有头发'],
    shops: ['牛肉面馆', '藏餐吧', '火锅店', '小吃店', '饭店'],
  },
  {
    matter: 'product.fake',
    weight: 9,
    goods: ['冬虫夏草', '品牌羽绒服', '名牌白酒', '香烟', '运动鞋'],
    wrongs: ['鉴定为假货', '以次充好', '重量被压铅', '与宣传不符'],
    shops: ['虫草行', '服装店', '名烟名酒店', '商行'],
  },
  {
    matter: 'product.quality',
    weight: 12,
    goods: ['电暖器', '手机', '电动车电池', '沙发', '洗衣机', '棉被'],
    wrongs: ['用了三天就坏', '通电后冒烟', '拒不履行三包', '有明显质量问题'],
    shops: ['家电商场', '手机店', '家具城', '电动车行', '百货商场'],
  },
  {
    matter: 'price.fraud',
    weight: 7,
    goods: ['景区矿泉水', '停车', '旅游纪念品', '液化气'],
    wrongs: ['结账价高于标价', '临时加价', '打折前先提价'],
    shops: ['小卖部', '停车场', '纪念品店', '液化气站'],
  },
  {
    matter: 'price.untagged',
    weight: 5,
    goods: ['水果', '中药材', '餐饮'],
    wrongs: ['没有明码标价', '价签与实际收款不一致'],
    shops: ['水果店', '药材行', '农家乐'],
  },
  {
    matter: 'measure.short_weight',
    weight: 6,
    goods: ['牛羊肉', '蔬菜', '虫草', '水果'],
    wrongs: ['缺斤短两', '十斤少了一斤二两', '电子秤不准'],
    shops: ['肉铺', '蔬菜店', '农贸市场摊位'],
  },
  {
    matter: 'measure.fuel',
    weight: 3,
    goods: ['92号汽油', '柴油'],
    wrongs: ['加油量与显示不符', '加油后车辆熄火'],
    shops: ['加油站'],
  },
  {
    matter: 'trade.advert',
    weight: 5,
    goods: ['保健品', '祛斑产品', '学习机'],
    wrongs: ['宣传能治病', '夸大效果', '会销诱导老人购买'],
    shops: ['体验馆', '养生馆', '专卖店'],
  },
  {
    matter: 'trade.online',
    weight: 5,
    goods: ['直播间购买的玉石', '网购农机配件', '直播带货牦牛绒围巾'],
    wrongs: ['收到的与描述不符', '七天无理由退货被拒', '商家失联'],
    shops: ['电商服务部', '网络经营部'],
  },
  {
    matter: 'drug.medicine',
    weight: 4,
    goods: ['感冒药', '藏药成药', '消炎药'],
    wrongs: ['没有处方也出售', '药品过期', '价格高于公示'],
    shops: ['大药房', '诊所'],
  },
  {
    matter: 'service.lodging',
    weight: 4,
    goods: ['民宿房间', '酒店订单'],
    wrongs: ['到店无房还不退款', '卫生差、床单没换', '押金不退'],
    shops: ['民宿', '宾馆', '客栈'],
  },
  {
    matter: 'service.fitness',
    weight: 3,
    goods: ['健身年卡', '美容套餐'],
    wrongs: ['停业不退款', '强制消费'],
    shops: ['健身馆', '美容院'],
  },
  {
    matter: 'farm.seed',
    weight: 4,
    goods: ['青稞种子', '油菜种子', '马铃薯种薯'],
    wrongs: ['出苗率不到三成', '品种与包装不符'],
    shops: ['种子门市部', '农资店'],
  },
  {
    matter: 'farm.fertiliser',
    weight: 3,
    goods: ['复合肥', '尿素'],
    wrongs: ['施用后庄稼发黄', '包装重量不足'],
    shops: ['农资店', '供销社门市'],
  },
  {
    matter: 'farm.meat',
    weight: 3,
    goods: ['羊肉', '猪肉', '牦牛肉'],
    wrongs: ['没有检疫印章', '怀疑注水', '病死畜肉上市'],
    shops: ['肉铺', '屠宰点'],
  },
  {
    matter: 'commerce.prepaid',
    weight: 4,
    goods: ['洗车卡', '理发储值卡', '蛋糕卡'],
    wrongs: ['店铺转让后不认卡', '余额不退'],
    shops: ['洗车行', '理发店', '蛋糕店'],
  },
  {
    matter: 'commerce.used_car',
    weight: 1,
    goods: ['二手皮卡', '二手面包车'],
    wrongs: ['隐瞒事故', '里程表被调'],
    shops: ['二手车行'],
  },
  {
    matter: 'crime.fake_goods',
    weight: 2,
    goods: ['成箱假酒', '假冒洗涤用品'],
    wrongs: ['发现制售窝点', '大量批发到乡镇'],
    shops: ['仓库', '作坊'],
  },
];

export const NAMES = [
  '扎西',
  '雪域',
  '金桥',
  '拉卜楞',
  '香巴拉',
  '草原',
  '福源',
  '顺达',
  '万家',
  '吉祥',
  '洮河',
  '九色',
  '桑科',
  '腊子口',
  '兴隆',
  '德吉',
  '白龙江',
  '鑫源',
  '民生',
  '阿尼玛卿',
  '安多',
  '康乐',
  '旺达',
  '格桑花',
  '和谐',
  '永盛',
];
export const STREETS = ['人民街', '当周街', '东二路', '步行街', '农贸市场', '车站路', '滨河路', '团结路', '新街'];
export const TOWNSHIPS: Record<string, readonly string[]> = {
  '623001': ['当周街道', '伊合昂街道', '坚木克尔街道', '通钦街道', '那吾镇', '勒秀镇'],
  '623021': ['城关镇', '新城镇', '冶力关镇', '羊永镇', '王旗镇'],
  '623022': ['柳林镇', '木耳镇', '扎古录镇', '喀尔钦镇'],
  '623023': ['城关镇', '大川镇', '峰迭镇', '立节镇', '东山镇'],
  '623024': ['电尕镇', '益哇镇', '旺藏镇', '洛大镇'],
  '623025': ['尼玛镇', '欧拉镇', '阿万仓镇', '曼日玛镇'],
  '623026': ['玛艾镇', '郎木寺镇', '西仓镇', '双岔镇'],
  '623027': ['拉卜楞镇', '王格尔塘镇', '阿木去乎镇', '桑科镇', '甘加镇', '博拉镇'],
};

/** One invented story: what, where, whose fault. */
export interface Story {
  /** The shop of the library it is about; undefined where it is on nobody's file. */
  readonly subjectId: number | undefined;
  readonly matter: string;
  readonly subjectName: string;
  readonly title: string;
  readonly content: string;
  readonly amountFen: number | undefined;
  readonly township: string;
  readonly address: string;
}

/** A shop stories can be about. */
interface Shop {
  readonly id: number;
  readonly county: string;
  readonly shop: string;
  readonly name: string;
  readonly township: string;
  readonly address: string;
}

/** How often it is a shop on file. */
const ON_FILE = 0.72;

/** A shop of the county that sells such things; some are named again and again. */
function shopOf(chance: Chance, county: string, shops: readonly string[], stock: readonly Shop[]): Shop | undefined {
  if (!chance.is(ON_FILE)) return undefined;
  const fits = stock.filter((one) => one.county === county && shops.includes(one.shop));
  return fits[Math.floor(fits.length * chance.next() ** 1.3)];
}

/** What such goods cost, in yuan. */
const COSTS: Readonly<Record<string, readonly [number, number]>> = {
  'food.quality': [6, 380],
  'food.label': [8, 260],
  'food.catering': [15, 680],
  'product.fake': [180, 18_000],
  'product.quality': [90, 6800],
  'price.fraud': [5, 180],
  'price.untagged': [12, 460],
  'measure.short_weight': [20, 3200],
  'measure.fuel': [80, 480],
  'trade.advert': [198, 4980],
  'trade.online': [59, 8600],
  'drug.medicine': [12, 320],
  'service.lodging': [160, 1680],
  'service.fitness': [600, 6800],
  'farm.seed': [120, 5200],
  'farm.fertiliser': [150, 6400],
  'farm.meat': [30, 900],
  'commerce.prepaid': [100, 3000],
  'commerce.used_car': [18_000, 98_000],
};

/** A sum within what such goods cost. */
function costing(matter: string, yuan: number): number {
  const [least, most] = COSTS[matter] ?? [20, 2000];
  return yuan >= least && yuan <= most ? yuan : least + (yuan % (most - least));
}

/** Invents a story in a county, about one of the shops on file there where that fits. */
export function inventStory(chance: Chance, county: string, countyName: string, stock: readonly Shop[] = []): Story {
  const told = chance.weighted(STORIES.map((one) => [one, one.weight] as const));
  const goods = chance.one(told.goods);
  const wrong = chance.one(told.wrongs);
  const known = stock.length > 0 ? shopOf(chance, county, told.shops, stock) : undefined;
  const township = known?.township ?? chance.one(TOWNSHIPS[county] ?? ['城关镇']);
  const street = chance.one(STREETS);
  const subjectName = known?.name ?? `${countyName}${chance.one(NAMES)}${chance.one(told.shops)}`;
  const where = known?.address ?? `${township}${street}`;
  const drawn = chance.is(0.75)
    ? chance.weighted([
        [chance.between(8, 90), 3],
        [chance.between(90, 900), 4],
        [chance.between(900, 9000), 2],
        [chance.between(9000, 60_000), 0.4],
      ] as const)
    : undefined;
  const amount = drawn === undefined ? undefined : costing(told.matter, drawn);
  const paid = amount === undefined ? '' : `，花费${amount}元`;
  return {
    subjectId: known?.id,
    matter: told.matter,
    subjectName,
    title: `${goods}${wrong}`.slice(0, 60),
    content: `来话人反映：在${where}的${subjectName}购买${goods}${paid}，${wrong}。${chance.one(CLOSING)}`,
    amountFen: amount === undefined ? undefined : amount * 100,
    township,
    address: known?.address ?? `${township}${street}${chance.between(1, 220)}号`,
  };
}

const CLOSING = [
  '与商家交涉未果，要求有关部门处理。',
  '商家态度恶劣，拒绝退款。',
  '希望尽快调查并答复。',
  '有购物小票和照片。',
  '已多次联系店主，电话无人接听。',
  '请求查处并退还货款。',
];
