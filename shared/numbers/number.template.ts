import type { Department } from '../offices/departments.ts';
import { REGIONS } from '../offices/regions.ts';
import { type PaperCode, paperOf } from './paper.codes.ts';

/** A template's text and a year's running number in it, `（夏）市监罚〔2026〕12号`: no leading zero, nothing folded. */
export function numberText(template: string, year: number, running: number): string {
  return template.replace('{year}', String(year)).replace('{n}', String(running));
}

/** Brackets a year is written in, of whatever shape a typist found. */
const YEAR_BRACKETS = /[[【（({﹝〔［｛﹙]\s*(\d{4})\s*[\]】）)}﹞〕］｝﹚]/g;

/**
 * How two writings of one number are told to be the same: year in hexagonal brackets, width and case folded, no blanks, no 第, no
 * leading zeros. Only for comparing: the number itself is kept as it was written, for folding turns （夏） into (夏).
 */
export function numberKey(written: string): string {
  return written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .normalize('NFKC')
    .replace(YEAR_BRACKETS, '〔$1〕')
    .replace(/〔(\d{4})〕第+/g, '〔$1〕')
    .replace(/(^|\D)0+(?=\d)/g, '$1');
}

/** What two templates have in common when they would number papers alike. */
export const numberingOf = (template: string): string => numberKey(numberText(template, 2000, 1));

/** What is wrong with a template, as a fault's word; null where numbers may be drawn by it. */
export function templateFault(template: string): string | null {
  const without = template.replace('{year}', '').replace('{n}', '');
  if (without.length + 9 !== template.length) return 'number_places';
  if (/[{}]/.test(without)) return 'number_places';
  if (!template.includes('〔{year}〕')) return 'year_brackets';
  if (template.indexOf('{n}') < template.indexOf('{year}')) return 'number_places';
  if (/\d\{n\}|\{n\}\d/.test(template)) return 'leading_digit';
  if (template !== template.trim() || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(template)) return 'pattern';
  return null;
}

/** The year and running number of a text drawn by this template; null for any other text. */
export function readNumber(template: string, text: string): { year: number; running: number } | null {
  const [head, middle, tail] = template.split(/\{year\}|\{n\}/);
  const escaped = [head!, middle!, tail!].map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const found = new RegExp(`^${escaped[0]}(\\d{4})${escaped[1]}([1-9]\\d*)${escaped[2]}$`).exec(text);
  return found ? { year: Number(found[1]), running: Number(found[2]) } : null;
}

/** What stands for a department in a number. */
const DEPARTMENT_WORDS: Partial<Record<Department, string>> = {
  market: '市监',
  agriculture: '农',
  commerce: '商',
  police: '公',
  procuratorate: '检',
  coordination: '质量办',
  food_drug: '食药监',
  industry_commerce: '工商',
  quality: '质监',
  culture_tourism: '文旅',
  urban_management: '城管',
  transport: '交',
  health: '卫',
  housing: '建',
  environment: '环',
  justice: '司',
};

/** The sign a region goes by in front of a number. */
const REGION_SIGNS: Readonly<Record<string, string>> = {
  '623000': '甘南',
  '623001': '合',
  '623021': '临',
  '623022': '卓',
  '623023': '舟',
  '623024': '迭',
  '623025': '玛',
  '623026': '碌',
  '623027': '夏',
};

/** How an office's paper is numbered until the office says otherwise: as Gansu's offices write it, `（夏）市监罚〔{year}〕{n}号`. */
export function defaultTemplate(paper: PaperCode, office: { department: string; region: string }): string {
  const { word, usual, ordinal } = paperOf(paper);
  const sign = REGION_SIGNS[office.region] ?? REGIONS.find(({ code }) => code === office.region)?.short ?? '';
  const department = DEPARTMENT_WORDS[office.department as Department] ?? '';
  return `（${sign}）${department}${usual ?? word}〔{year}〕${ordinal ? '第' : ''}{n}号`;
}
