import { halfWidth } from './identity.ts';

const DOTS = /[·•‧・∙⋅﹒●．.]/g;
const PLACE = /^(甘肃省)?(甘南(藏族自治)?州)?(合作市|(临潭|卓尼|舟曲|迭部|玛曲|碌曲|夏河)县)?/;
/** Short names of the counties stand before a name too, but only where enough of it is left. */
const SHORT_PLACE = /^(甘南|合作|临潭|卓尼|舟曲|迭部|玛曲|碌曲|夏河)(?=..)/;
const LEGAL_FORM =
  /(个体工商户|个人独资企业|农民专业合作社联合社|农民专业合作社|专业合作社|股份有限公司|有限责任公司|有限公司|股份公司|集团公司|普通合伙|有限合伙|特殊普通合伙|分公司|总公司|公司)$/;

/** A name as it is compared: width, case, spaces, brackets and signs do not tell two names apart, and all middle dots are one. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(DOTS, '')
    .replace(/[〇○◯]/g, '零')
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
    .normalize('NFKC'); // what stood between two signs may have kept them from composing
}

/**
 * What is left of a name without its place before and its legal form behind: 夏河县扎西特产店（个体工商户）is known as 扎西特产店.
 * Never empty where the name is not: a name that is all place and form stays as it is.
 */
export function coreName(name: string): string {
  const whole = nameKey(name);
  let core = whole;
  for (let before = ''; before !== core; ) {
    before = core;
    core = core.replace(LEGAL_FORM, '');
  }
  core = core.replace(PLACE, '');
  core = core.replace(SHORT_PLACE, '');
  return core.length >= 2 ? core : whole;
}

/** A Tibetan name as it is compared: tsheg, shad, head marks and spaces left out. */
export function tibetanKey(name: string): string {
  return name.normalize('NFKC').replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** An address as it is compared within its county: without county, spaces and signs; null where it says too little to compare. */
export function addressKey(address: string): string | null {
  const key = nameKey(address).replace(PLACE, '');
  return key.length >= 4 ? key : null;
}

/** A code or number as it is compared: half-width, capital, without spaces and dashes. */
export function codeKey(written: string): string {
  return halfWidth(written)
    .toUpperCase()
    .replace(/[-—–_]/g, '');
}

/** The digits of a telephone number. */
export const phoneKey = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^86(?=1\d{10}$)/, '');
