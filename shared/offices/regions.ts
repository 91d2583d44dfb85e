/** Gannan and its eight counties, GB/T 2260. */
export const REGIONS = [
  { code: '623000', name: '甘南藏族自治州', nameEn: 'Gannan Prefecture', short: '州' },
  { code: '623001', name: '合作市', nameEn: 'Hezuo', short: '合作' },
  { code: '623021', name: '临潭县', nameEn: 'Lintan', short: '临潭' },
  { code: '623022', name: '卓尼县', nameEn: 'Zhuoni', short: '卓尼' },
  { code: '623023', name: '舟曲县', nameEn: 'Zhouqu', short: '舟曲' },
  { code: '623024', name: '迭部县', nameEn: 'Diebu', short: '迭部' },
  { code: '623025', name: '玛曲县', nameEn: 'Maqu', short: '玛曲' },
  { code: '623026', name: '碌曲县', nameEn: 'Luqu', short: '碌曲' },
  { code: '623027', name: '夏河县', nameEn: 'Xiahe', short: '夏河' },
] as const;

export const PREFECTURE = '623000';
export const COUNTIES = REGIONS.map((region) => region.code).filter((code) => code !== PREFECTURE);
export type RegionCode = (typeof REGIONS)[number]['code'];
export const REGION_CODES = REGIONS.map((region) => region.code);
