/** What a person read in sixty-eight of the published decisions: row of the sheet, number, fine and confiscated gains in fen. */
export interface ReadByHand {
  readonly row: number;
  readonly number: string;
  readonly fineFen: number;
  readonly gainsFen: number;
  readonly warning?: true;
  readonly goods?: true;
  /** The text leaves a sum or the whole decision open: no reading of it may pass unflagged. */
  readonly unclear?: true;
  readonly noPenalty?: true;
}

/** The reading the parser is held against. */
export const READ_BY_HAND: readonly ReadByHand[] = [
  { row: 2, number: '京东市监处罚〔2026〕38号', fineFen: 200000, gainsFen: 0, warning: true },
  { row: 3, number: '京昌市监处罚〔2026〕39号', fineFen: 100000, gainsFen: 0 },
  { row: 4, number: '泾市监（丁）处罚〔2025〕4038号', fineFen: 6000, gainsFen: 2000 },
  { row: 5, number: '固市监价罚〔2026〕15号', fineFen: 281528, gainsFen: 218472 },
  { row: 6, number: '凤市监处罚〔2025〕515号', fineFen: 3605, gainsFen: 721 },
  { row: 7, number: '恩施市监处罚〔2026〕10号', fineFen: 200000, gainsFen: 0 },
  { row: 8, number: '翁牛特市监处罚〔2025〕260号', fineFen: 0, gainsFen: 0, unclear: true },
  { row: 9, number: '潜市监处罚〔2025〕230号', fineFen: 99003, gainsFen: 33097 },
  { row: 10, number: '温鹿市监处罚〔2025〕1860号', fineFen: 1000000, gainsFen: 0, warning: true },
  { row: 11, number: '界市监处罚〔2025〕818号', fineFen: 150000, gainsFen: 0 },
  { row: 14, number: '定市监处罚〔2025〕437号', fineFen: 200000, gainsFen: 0, warning: true },
  { row: 17, number: '仙市监处罚〔2025〕258号', fineFen: 0, gainsFen: 0, unclear: true },
  { row: 18, number: '息市监处罚[2025]226号', fineFen: 0, gainsFen: 0, unclear: true },
  { row: 20, number: '晋市监处罚〔2025〕10-085号', fineFen: 0, gainsFen: 0, unclear: true },
  { row: 21, number: '磐市监处罚〔2025〕214号', fineFen: 150000, gainsFen: 42595 },
  { row: 22, number: '广市监处罚〔2025〕08021号', fineFen: 11300, gainsFen: 57000 },
  { row: 23, number: '榕长市监金处罚〔2025〕38号', fineFen: 0, gainsFen: 0, unclear: true },
  { row: 24, number: '和市监处罚〔2025〕371号', fineFen: 29250, gainsFen: 11700 },
  { row: 25, number: '西市监处罚〔2025〕1704号', fineFen: 226050, gainsFen: 452100 },
  { row: 26, number: '狮市监处罚〔2025〕9016号', fineFen: 0, gainsFen: 0, unclear: true },
  { row: 27, number: '巴平市监处罚〔2025〕144号', fineFen: 60000, gainsFen: 0 },
  { row: 29, number: '杭萧市监处罚〔2025〕1311号', fineFen: 1000000, gainsFen: 0, warning: true, goods: true },
  { row: 30, number: '温洞市监处罚〔2025〕69号', fineFen: 1530000, gainsFen: 0, warning: true },
  { row: 32, number: '广区市监处罚〔2025〕156号', fineFen: 200000, gainsFen: 0 },
  { row: 33, number: '冀市监邢处〔2025〕13050625000236号', fineFen: 6000, gainsFen: 3000 },
  { row: 35, number: '广利市监处罚〔2025〕353号', fineFen: 200000, gainsFen: 0 },
  { row: 36, number: '开市监处罚〔2025〕200号', fineFen: 10000, gainsFen: 1500 },
  { row: 38, number: '凤市监处罚〔2025〕289号', fineFen: 0, gainsFen: 5760 },
  { row: 39, number: '合高市监不罚字〔2025〕342号', fineFen: 0, gainsFen: 0, noPenalty: true },
  { row: 40, number: '蚌山市监处罚〔2025〕60号', fineFen: 36432, gainsFen: 12144 },
  { row: 41, number: '凤市监处罚〔2025〕46号', fineFen: 100000, gainsFen: 0 },
  { row: 44, number: '东市监处罚〔2025〕763号', fineFen: 184320, gainsFen: 92160 },
  { row: 46, number: '常市监处罚〔2025〕100042号', fineFen: 200000, gainsFen: 127656 },
  { row: 47, number: '营市监处罚〔2025〕163号', fineFen: 600000, gainsFen: 0 },
  { row: 48, number: '犍市监处罚〔2025〕84号', fineFen: 10560, gainsFen: 10560 },
  { row: 50, number: '锡山市监处罚〔2025〕08026号', fineFen: 843622, gainsFen: 843622 },
  { row: 53, number: '杭富市监处罚〔2025〕124号', fineFen: 29000, gainsFen: 29000 },
  { row: 56, number: '犍市监处罚〔2025〕66号', fineFen: 17940, gainsFen: 8970 },
  { row: 57, number: '五市监处罚〔2025〕171号', fineFen: 40000, gainsFen: 32771 },
  { row: 58, number: '乌中市监处罚〔2025〕14号', fineFen: 0, gainsFen: 0, unclear: true },
  { row: 59, number: '肥西市监罚字〔2025〕101号', fineFen: 90000, gainsFen: 90100 },
  { row: 62, number: '无市监处罚〔2025〕93号', fineFen: 0, gainsFen: 2000 },
  { row: 65, number: '廊安市监处罚〔2024〕249号', fineFen: 2400000, gainsFen: 0 },
  { row: 68, number: '常市监处罚〔2024〕010144号', fineFen: 2000, gainsFen: 400 },
  { row: 69, number: '冀市监邢处〔2024〕13050624000291号', fineFen: 3140, gainsFen: 1560 },
  { row: 71, number: '太市监处罚〔2024〕0431号', fineFen: 10000, gainsFen: 3178 },
  { row: 72, number: '松市监处罚〔2024〕223号', fineFen: 464172, gainsFen: 154724 },
  { row: 74, number: '汉滨市监处罚〔2024〕54号', fineFen: 5000000, gainsFen: 0 },
  { row: 76, number: '澄市监处罚〔2024〕1200915号', fineFen: 1020000, gainsFen: 1800, warning: true },
  { row: 77, number: '成温市监处〔2024〕51012324000177号', fineFen: 41979, gainsFen: 27986 },
  { row: 79, number: '兴市监桔处[2024]69号', fineFen: 275, gainsFen: 0, unclear: true },
  { row: 80, number: '滁琅市监处罚〔2024〕209号', fineFen: 0, gainsFen: 171000 },
  { row: 83, number: '沛市监处罚〔2024〕00206号', fineFen: 301140, gainsFen: 301140 },
  { row: 86, number: '启市监处罚〔2024〕00142号', fineFen: 500000, gainsFen: 289, warning: true },
  { row: 89, number: '肥西市监处罚〔2024〕98号', fineFen: 300000, gainsFen: 123917 },
  { row: 92, number: '常市监处罚〔2023〕010132号', fineFen: 20000, gainsFen: 0, warning: true },
  { row: 94, number: '资乐市监处〔2023〕51202223000331号', fineFen: 1811200, gainsFen: 1811200 },
  { row: 95, number: '常市监处罚〔2023〕060100号', fineFen: 300000, gainsFen: 0, warning: true },
  { row: 98, number: '崇市监处罚〔2023〕01238号', fineFen: 200000, gainsFen: 0, warning: true },
  { row: 101, number: '宁江市监处罚〔2023〕00647号', fineFen: 38400, gainsFen: 12800 },
  { row: 104, number: '海市监处罚〔2023〕00479号', fineFen: 14400, gainsFen: 4800 },
  { row: 107, number: '澄市监处罚〔2023〕1303396号', fineFen: 200000, gainsFen: 0, warning: true },
  { row: 110, number: '宜市监处罚〔2023〕87号', fineFen: 18785050, gainsFen: 18785050 },
  { row: 113, number: '淮清市监处罚〔2023〕00112号', fineFen: 2000000, gainsFen: 567354 },
  { row: 115, number: '渝沙坪坝市监处字(2023)244号', fineFen: 0, gainsFen: 0, warning: true, unclear: true },
  { row: 116, number: '太市监处罚〔2023〕0294号', fineFen: 256000, gainsFen: 256000 },
  { row: 119, number: '常市监处罚〔2023〕020095号', fineFen: 10000, gainsFen: 12860 },
  { row: 133, number: '乐峨市监处〔2023〕51118123000017号', fineFen: 0, gainsFen: 41100 },
];
