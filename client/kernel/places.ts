import { COUNTIES, REGIONS } from '#shared/offices/regions.ts';
import { language } from './words.ts';

const byCode = new Map<string, (typeof REGIONS)[number]>(REGIONS.map((region) => [region.code, region]));

/** A region as people call it; its code where it is none of ours. */
export function regionName(code: string): string {
  const region = byCode.get(code);
  if (!region) return code;
  return language() === 'zh' ? region.name : region.nameEn;
}

/** A region in two signs, where a grid has no room for more. */
export function regionShort(code: string): string {
  const region = byCode.get(code);
  if (!region) return code;
  return language() === 'zh' ? region.short : region.nameEn;
}

const INITIALS: Record<string, string> = {
  '623000': 'z gn',
  '623001': 'hz',
  '623021': 'lt',
  '623022': 'zn',
  '623023': 'zq',
  '623024': 'db',
  '623025': 'mq',
  '623026': 'lq',
  '623027': 'xh',
};

/** The eight counties to choose from, with the initials they also answer to. */
export const countyChoices = () =>
  COUNTIES.map((code) => ({ value: code as string, label: regionName(code), initials: INITIALS[code] ?? '' }));
