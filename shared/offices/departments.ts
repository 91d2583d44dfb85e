/** Departments by their lasting code, as they are called today; what an office was called then stands with the office. */
export const DEPARTMENTS = [
  'coordination',
  'market',
  'agriculture',
  'commerce',
  'police',
  'food_drug',
  'industry_commerce',
  'quality',
  'culture_tourism',
  'urban_management',
  'transport',
  'health',
  'housing',
  'environment',
  'procuratorate',
  'justice',
] as const;
export type Department = (typeof DEPARTMENTS)[number];

/** Departments that coordinate or read: they may not inspect, order or penalise (国办发〔2024〕54号: 议事协调机构不得实施行政检查). */
export const NOT_ENFORCING: readonly string[] = ['coordination', 'procuratorate'] satisfies Department[];

/** A department in a region as it was founded, and when it ended in a merger. */
export interface OfficeSeed {
  readonly department: Department;
  readonly name: string;
  readonly nameEn: string;
  readonly shortName: string;
  readonly from: string;
  readonly until?: string;
  readonly into?: Department;
}

/**
 * What a region begins with; an office edits names, dates and telephones afterwards. Market supervision took over industry-commerce,
 * quality and food-drug in the reform of 2018–2019; agriculture was called 农牧 before it.
 */
export const OFFICE_SEEDS: readonly OfficeSeed[] = [
  {
    department: 'coordination',
    name: '质量发展领导小组办公室',
    nameEn: 'Quality Office',
    shortName: '质量办',
    from: '2013-01-01',
  },
  {
    department: 'market',
    name: '市场监督管理局',
    nameEn: 'Market Supervision',
    shortName: '市监局',
    from: '2019-03-01',
  },
  { department: 'agriculture', name: '农业农村局', nameEn: 'Agriculture', shortName: '农业农村局', from: '2019-03-01' },
  { department: 'commerce', name: '商务局', nameEn: 'Commerce', shortName: '商务局', from: '2010-01-01' },
  { department: 'police', name: '公安局', nameEn: 'Police', shortName: '公安局', from: '1990-01-01' },
  { department: 'procuratorate', name: '人民检察院', nameEn: 'Procuratorate', shortName: '检察院', from: '1990-01-01' },
  {
    department: 'food_drug',
    name: '食品药品监督管理局',
    nameEn: 'Food and Drug (former)',
    shortName: '食药监局',
    from: '2013-01-01',
    until: '2019-02-28',
    into: 'market',
  },
  {
    department: 'industry_commerce',
    name: '工商行政管理局',
    nameEn: 'Industry and Commerce (former)',
    shortName: '工商局',
    from: '1990-01-01',
    until: '2019-02-28',
    into: 'market',
  },
  {
    department: 'quality',
    name: '质量技术监督局',
    nameEn: 'Quality Supervision (former)',
    shortName: '质监局',
    from: '1998-01-01',
    until: '2019-02-28',
    into: 'market',
  },
];
