import { expect, test } from 'vitest';
import { CALENDAR_YEARS } from '#shared/clocks/calendar.seed.ts';
import { noticeOfText } from '#shared/clocks/notice.text.ts';

const YEAR_2025 = `国务院办公厅关于2025年
部分节假日安排的通知
国办发明电〔2024〕12号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
　　经国务院批准，现将2025年元旦、春节、清明节、劳动节、端午节、国庆节和中秋节放假调休日期的具体安排通知如下。
　　一、元旦：1月1日（周三）放假1天，不调休。
　　二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
　　三、清明节：4月4日（周五）至6日（周日）放假，共3天。
　　四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
　　五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
　　六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
　　节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作，遇有重大突发事件，要按规定及时报告并妥善处置。`;

test('the notice of 2025, pasted as it stands, gives the days the product ships with', () => {
  const shipped = CALENDAR_YEARS.find(({ year }) => year === 2025)!;
  const read = noticeOfText(YEAR_2025)!;

  expect(Object.keys(read.off).sort()).toEqual(Object.keys(shipped.off).sort());
  expect(read.work).toEqual([...shipped.work].sort());
  expect(read.source).toBe('国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）');
});

test('a holiday that began in the old year brings only the days of its own', () => {
  const read = noticeOfText('关于2023年部分节假日安排的通知 一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。');

  expect(Object.keys(read!.off)).toEqual(['2023-01-01', '2023-01-02']);
});

test('dates that do not come to the days it names are no calendar, and other texts are none', () => {
  expect(noticeOfText(YEAR_2025.replace('至6日（周日）放假，共3天', '至7日（周一）放假，共3天'))).toBeUndefined();
  expect(noticeOfText(YEAR_2025.replace('5月1日（周四）至5日', '5月5日至1日'))).toBeUndefined();
  expect(noticeOfText('2025年放假通知，请各单位遵照执行。')).toBeUndefined();
  expect(noticeOfText('')).toBeUndefined();
});
