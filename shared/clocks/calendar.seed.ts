import { addDays, type CalendarYear } from '../kernel/calendar.ts';

/** A run of days off `[first, last, name]`, month and day. */
type Run = readonly [first: string, last: string, name: string];

/** The years as published, in runs; the source is the State Council's notice on the holidays of that year. */
const NOTICES: readonly {
  year: number;
  source: string;
  off: readonly Run[];
  work: readonly string[];
  festivals: readonly string[];
}[] = [
  {
    year: 2023,
    source: 'https://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm',
    off: [
      ['01-01', '01-02', '元旦'],
      ['01-21', '01-27', '春节'],
      ['04-05', '04-05', '清明节'],
      ['04-29', '05-03', '劳动节'],
      ['06-22', '06-24', '端午节'],
      ['09-29', '10-06', '中秋节、国庆节'],
    ],
    work: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
    festivals: ['01-01', '01-22', '01-23', '01-24', '04-05', '05-01', '06-22', '09-29', '10-01', '10-02', '10-03'],
  },
  {
    year: 2024,
    source: 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm',
    off: [
      ['01-01', '01-01', '元旦'],
      ['02-10', '02-17', '春节'],
      ['04-04', '04-06', '清明节'],
      ['05-01', '05-05', '劳动节'],
      ['06-10', '06-10', '端午节'],
      ['09-15', '09-17', '中秋节'],
      ['10-01', '10-07', '国庆节'],
    ],
    work: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
    festivals: ['01-01', '02-10', '02-11', '02-12', '04-04', '05-01', '06-10', '09-17', '10-01', '10-02', '10-03'],
  },
  {
    year: 2025,
    source: 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
    off: [
      ['01-01', '01-01', '元旦'],
      ['01-28', '02-04', '春节'],
      ['04-04', '04-06', '清明节'],
      ['05-01', '05-05', '劳动节'],
      ['05-31', '06-02', '端午节'],
      ['10-01', '10-08', '国庆节、中秋节'],
    ],
    work: ['01-26', '02-08', '04-27', '09-28', '10-11'],
    festivals: [
      '01-01',
      '01-28',
      '01-29',
      '01-30',
      '01-31',
      '04-04',
      '05-01',
      '05-02',
      '05-31',
      '10-01',
      '10-02',
      '10-03',
      '10-06',
    ],
  },
  {
    year: 2026,
    source: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
    off: [
      ['01-01', '01-03', '元旦'],
      ['02-15', '02-23', '春节'],
      ['04-04', '04-06', '清明节'],
      ['05-01', '05-05', '劳动节'],
      ['06-19', '06-21', '端午节'],
      ['09-25', '09-27', '中秋节'],
      ['10-01', '10-07', '国庆节'],
    ],
    work: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    festivals: [
      '01-01',
      '02-16',
      '02-17',
      '02-18',
      '02-19',
      '04-05',
      '05-01',
      '05-02',
      '06-19',
      '09-25',
      '10-01',
      '10-02',
      '10-03',
    ],
  },
];

function yearOf({ year, source, off, work, festivals }: (typeof NOTICES)[number]): CalendarYear {
  const full = (day: string) => `${year}-${day}`;
  const days: Record<string, string> = {};
  for (const [first, last, name] of off) {
    for (let at = full(first); at <= full(last); at = addDays(at, 1)) days[at] = name;
  }
  return { year, source, off: days, work: work.map(full), festivals: festivals.map(full) };
}

/** The calendars the product ships with; an office imports the next when it is published. */
export const CALENDAR_YEARS: readonly CalendarYear[] = NOTICES.map(yearOf);
