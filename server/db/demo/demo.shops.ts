import type { INDUSTRIES, LICENCE_KINDS } from '#shared/entities/entity.lists.ts';

export type Industry = (typeof INDUSTRIES)[number];
type LicenceKind = (typeof LICENCE_KINDS)[number];

/** A kind of shop as complaints name it: its industry, what it must hold, and how it is called in Tibetan. */
interface Shop {
  readonly industry: Industry;
  readonly licences: readonly LicenceKind[];
  readonly bo: string;
  /** Mostly without a licence or a code: a stall, a workshop. */
  readonly small?: true;
}

const shop = (industry: Industry, licences: readonly LicenceKind[], bo: string, small?: true): Shop => ({
  industry,
  licences,
  bo,
  ...(small ? { small } : {}),
});

/** The shops of the stories; whatever is not named here is a general shop. */
export const SHOPS: Readonly<Record<string, Shop>> = {
  超市: shop('food_retail', ['food_trade'], 'ཚོང་ཁང་།'),
  副食店: shop('food_retail', ['food_trade'], 'ཚོང་ཁང་།'),
  便利店: shop('food_retail', ['food_trade'], 'ཚོང་ཁང་།'),
  土特产店: shop('food_retail', ['food_trade'], 'ཚོང་ཁང་།'),
  批发部: shop('food_retail', ['food_trade'], 'ཚོང་ཁང་།'),
  牛肉面馆: shop('catering', ['food_trade', 'hygiene'], 'ཟ་ཁང་།'),
  藏餐吧: shop('catering', ['food_trade', 'hygiene'], 'ཟ་ཁང་།'),
  火锅店: shop('catering', ['food_trade', 'hygiene'], 'ཟ་ཁང་།'),
  小吃店: shop('catering', ['small_food'], 'ཟ་ཁང་།'),
  饭店: shop('catering', ['food_trade', 'hygiene'], 'ཟ་ཁང་།'),
  虫草行: shop('herbs', [], 'སྨན་རྩྭའི་ཚོང་ཁང་།'),
  药材行: shop('herbs', [], 'སྨན་རྩྭའི་ཚོང་ཁང་།'),
  名烟名酒店: shop('food_retail', ['food_trade'], 'ཚོང་ཁང་།'),
  家电商场: shop('appliances', [], 'གློག་ཆས་ཚོང་ཁང་།'),
  手机店: shop('appliances', [], 'ཁ་པར་ཚོང་ཁང་།'),
  电动车行: shop('vehicles', [], 'འཁོར་ལོའི་ཚོང་ཁང་།'),
  家具城: shop('building', [], 'ཁྱིམ་ཆས་ཚོང་ཁང་།'),
  水果店: shop('food_retail', ['food_trade'], 'ཤིང་འབྲས་ཚོང་ཁང་།'),
  肉铺: shop('farm_produce', ['small_food'], 'ཤ་ཚོང་ཁང་།', true),
  蔬菜店: shop('farm_produce', [], 'སྔོ་ཚལ་ཚོང་ཁང་།', true),
  农贸市场摊位: shop('farm_produce', [], 'ཁྲོམ་གྱི་ཚོང་སྟེགས།', true),
  加油站: shop('fuel', ['fuel_retail', 'hazardous'], 'སྣུམ་སྣོན་ས་ཚིགས།'),
  大药房: shop('drugs', ['drug_trade'], 'སྨན་ཁང་།'),
  诊所: shop('health', ['drug_trade'], 'སྨན་ཁང་།'),
  民宿: shop('lodging', ['hygiene'], 'མགྲོན་ཁང་།'),
  宾馆: shop('lodging', ['special_trade', 'hygiene'], 'མགྲོན་ཁང་།'),
  客栈: shop('lodging', ['hygiene'], 'མགྲོན་ཁང་།'),
  种子门市部: shop('farm_inputs', ['seed'], 'ས་བོན་ཚོང་ཁང་།'),
  农资店: shop('farm_inputs', ['pesticide'], 'ཞིང་ལས་ཡོ་བྱད་ཚོང་ཁང་།'),
  供销社门市: shop('farm_inputs', ['seed', 'pesticide'], 'ཉོ་ཚོང་མཉམ་ལས་ཁང་།'),
  屠宰点: shop('farm_produce', ['slaughter'], 'ཤ་ར།'),
  洗车行: shop('personal_service', [], 'འཁོར་ལོ་འཁྲུད་ས།'),
  理发店: shop('personal_service', ['hygiene'], 'སྐྲ་བཞར་ཁང་།'),
  美容院: shop('personal_service', ['hygiene'], 'མཛེས་བཟོ་ཁང་།'),
  健身馆: shop('fitness', [], 'ལུས་རྩལ་ཁང་།'),
  作坊: shop('food_making', ['small_food'], 'བཟོ་གྲྭ།', true),
  仓库: shop('retail', [], 'མཛོད་ཁང་།', true),
};

export const GENERAL_SHOP: Shop = shop('retail', [], 'ཚོང་ཁང་།');

/** The trade a kind of shop is in. */
export const industryOf = (kind: string): Industry => (SHOPS[kind] ?? GENERAL_SHOP).industry;

/** Shop names that are also written in Tibetan. */
export const NAMES_BO: Readonly<Record<string, string>> = {
  扎西: 'བཀྲ་ཤིས',
  雪域: 'གངས་ལྗོངས',
  拉卜楞: 'བླ་བྲང',
  香巴拉: 'ཤམ་བྷ་ལ',
  草原: 'རྩྭ་ཐང',
  桑科: 'བསང་ཁོག',
  德吉: 'བདེ་སྐྱིད',
  白龙江: 'འབྲུག་ཆུ',
  阿尼玛卿: 'ཨ་མྱེས་རྨ་ཆེན',
  安多: 'ཨ་མདོ',
  格桑花: 'སྐལ་བཟང་མེ་ཏོག',
};

/** The counties in Tibetan, as signs over shops name them. */
export const COUNTIES_BO: Readonly<Record<string, string>> = {
  '623001': 'གཙོས་གྲོང་ཁྱེར',
  '623021': 'ལིན་ཐན་རྫོང',
  '623022': 'ཅོ་ནེ་རྫོང',
  '623023': 'འབྲུག་ཆུ་རྫོང',
  '623024': 'ཐེ་བོ་རྫོང',
  '623025': 'རྨ་ཆུ་རྫོང',
  '623026': 'ཀླུ་ཆུ་རྫོང',
  '623027': 'བསང་ཆུ་རྫོང',
};
