import type { CaseIntake } from '#shared/cases/case.asks.ts';
import type { TransferDraft, TransferStepAsk } from '#shared/transfers/transfer.asks.ts';
import type { TransferStepName } from '#shared/transfers/transfer.workflow.ts';

/** Who acts in a transfer of the sample workspace: by office and role. */
export type Player = 'drafter' | 'head' | 'chief' | 'police' | 'elsewhere' | 'receiver' | 'coordinator';

/** One act: so many days after the one before. */
export interface TransferAct {
  readonly after: number;
  readonly by: Player;
  readonly step: TransferStepName;
  readonly facts?: Partial<TransferStepAsk>;
}

/** A transfer as it is lived: where it begins, from what, and what happens to it. */
export interface TransferStory {
  readonly county: string;
  /** How many days before today it is drafted. */
  readonly back: number;
  readonly road: 'department' | 'police' | 'from_police';
  /** The department it goes to, where that is not the police. */
  readonly to?: string;
  readonly violation?: Pick<CaseIntake, 'title' | 'matter' | 'violation' | 'content' | 'parties' | 'goodsValueFen'>;
  readonly draft: Omit<Partial<TransferDraft>, 'road' | 'sourceId' | 'toOfficeId'>;
  readonly acts: readonly TransferAct[];
}

const act = (after: number, by: Player, step: TransferStepName, facts: Partial<TransferStepAsk> = {}): TransferAct => ({
  after,
  by,
  step,
  facts,
});
const because = (reason: string) => ({ reason });

const report = [act(1, 'drafter', 'submit')];
const approved = [...report, act(1, 'chief', 'approve')];
const sent = [...approved, act(0, 'drafter', 'send')];
const signed = [...sent, act(0, 'police', 'acknowledge', { signedBy: '接案民警' })];
const refused = [
  ...signed,
  act(2, 'police', 'refuse', { reason: '涉案金额经认定不足追诉标准，犯罪事实显著轻微。', number: '不立字〔2026〕7号' }),
];
const inReview = [...refused, act(1, 'head', 'ask_review', because('销售记录显示金额已达追诉标准，提请复议。'))];
const upheld = [...inReview, act(2, 'police', 'uphold', because('经复议，维持原不予立案决定。'))];
const filed = [...signed, act(2, 'police', 'file', { number: '刑立字〔2026〕31号' })];
const handed = [...filed, act(1, 'drafter', 'hand_goods', { handedBy: '办案人员', signedBy: '物证管理员' })];

const mark: TransferStory['violation'] = {
  title: '某商行销售侵犯注册商标专用权白酒案',
  matter: 'product.fake',
  violation: '销售假冒注册商标的白酒',
  content: '仓库内查获标称名牌白酒一百二十箱，经权利人辨认系假冒。',
  goodsValueFen: 21_600_000,
  parties: [{ kind: 'sole_trader', name: '某商行', noCode: '正在办理换照', legalRep: '马占云', phone: '13909415501' }],
};
const meat: TransferStory['violation'] = {
  title: '某肉铺经营病死畜肉案',
  matter: 'farm.meat',
  violation: '经营病死、死因不明的牛羊肉',
  content: '冷库内查获无检疫证明牛羊肉八百余公斤，经检验系病死畜肉。',
  goodsValueFen: 4_100_000,
  parties: [{ kind: 'unlicensed', name: '韩才让', idNo: '623027198503124417', phone: '13909415502' }],
};
const pesticide: TransferStory['violation'] = {
  title: '某农资店销售伪劣农药案',
  matter: 'product.quality',
  violation: '以不合格农药冒充合格农药',
  content: '三户种植户青稞减产，送检农药有效成分不足标明值的三成。',
  goodsValueFen: 6_300_000,
  parties: [{ kind: 'sole_trader', name: '某农资店', noCode: '档案查询中', legalRep: '王建平', phone: '13909415503' }],
};
const fuel: TransferStory['violation'] = {
  title: '某加油站以不合格柴油冒充合格柴油案',
  matter: 'product.quality',
  violation: '以不合格产品冒充合格产品',
  content: '两次抽检柴油硫含量超标，销售台账显示已售出四十余吨。',
  goodsValueFen: 18_900_000,
  parties: [
    { kind: 'company', name: '某石油销售有限公司', noCode: '核对中', legalRep: '李延庆', phone: '13909415504' },
  ],
};

const crimes = {
  mark: { crime: '销售假冒注册商标的商品罪', crimeBasis: '尚未销售货值二十一万余元', salesFen: 1_200_000 },
  meat: {
    crime: '销售不符合安全标准的食品罪',
    crimeBasis: '属于病死、死因不明的畜肉（法释〔2021〕24号第一条）',
    salesFen: 900_000,
  },
  pesticide: { crime: '销售伪劣农药罪', crimeBasis: '使生产遭受损失六万余元', lossFen: 6_400_000 },
  fuel: { crime: '销售伪劣产品罪', crimeBasis: '销售金额十八万余元', salesFen: 18_900_000 },
} as const;
const goods = {
  mark: [{ name: '白酒', spec: '500毫升×6', unit: '箱', thousandths: 120_000, place: '局物证室', perishable: false }],
  meat: [{ name: '牛羊肉', unit: '公斤', thousandths: 812_500, place: '租用冷库', perishable: true }],
  pesticide: [{ name: '农药', spec: '1升', unit: '瓶', thousandths: 64_000, place: '局物证室', perishable: false }],
  fuel: [{ name: '柴油样品', spec: '2升', unit: '桶', thousandths: 6_000, place: '局物证室', perishable: false }],
} as const;

const XIAHE = '623027';
const toPolice = (
  back: number,
  county: string,
  what: keyof typeof crimes,
  acts: readonly TransferAct[],
): TransferStory => ({
  back,
  county,
  road: 'police',
  violation: { mark, meat, pesticide, fuel }[what],
  draft: { ...crimes[what], goods: [...goods[what]], contact: '办案机构 0941-7121234' },
  acts,
});
const toDepartment = (
  back: number,
  county: string,
  to: string,
  draft: TransferStory['draft'],
  acts: readonly TransferAct[],
): TransferStory => ({ back, county, road: 'department', to, draft, acts });

const passed = [act(1, 'drafter', 'submit'), act(1, 'head', 'approve'), act(0, 'drafter', 'send')];
const taken = [...passed, act(1, 'receiver', 'acknowledge', { signedBy: '收件人员' })];
const rejected = [...taken, act(1, 'receiver', 'reject', because('该事项属生产环节，不属本部门职责。'))];
const residue = {
  title: '某合作社兽药残留超标线索',
  summary: '流通环节抽检发现牛肉兽药残留超标，溯源至某养殖合作社，养殖环节请依法处理。',
  basis: '农产品质量安全法第五十六条',
  parties: [{ kind: 'cooperative' as const, name: '某养殖合作社', noCode: '请接收单位核实' }],
};
const prepaid = {
  title: '某健身房预付卡停业不退款线索',
  summary: '多名消费者反映预付卡余额不退，涉及单用途商业预付卡管理，请依法处理。',
  basis: '单用途商业预付卡管理办法',
  parties: [{ kind: 'company' as const, name: '某健身服务有限公司', noCode: '请接收单位核实' }],
};

/** One transfer in every state, most of them where the shown accounts can see them. */
export const TRANSFER_STORIES: readonly TransferStory[] = [
  toPolice(96, XIAHE, 'mark', [
    ...handed,
    act(28, 'police', 'answer', { result: 'convicted', reason: '人民法院判处有期徒刑并处罚金。' }),
  ]),
  toPolice(74, '623021', 'fuel', [
    ...handed,
    act(20, 'police', 'answer', { result: 'not_prosecuted', reason: '检察机关决定不起诉，退回行政处理。' }),
  ]),
  toPolice(60, XIAHE, 'pesticide', [
    ...refused,
    act(2, 'head', 'accept_refusal', because('不再提请复议，依法作出行政处罚。')),
  ]),
  toPolice(52, '623001', 'meat', [
    ...upheld,
    act(2, 'head', 'ask_supervision', because('建议依法进行立案监督。')),
    act(6, 'police', 'supervise_file', { number: '刑立字〔2026〕28号' }),
  ]),
  toPolice(41, XIAHE, 'fuel', [...report, act(2, 'chief', 'disapprove', because('经价格认定，销售金额不足五万元。'))]),
  toPolice(37, '623023', 'mark', [
    ...sent,
    act(0, 'chief', 'withdraw', because('发现涉案物品清单有误，重新整理后移送。')),
  ]),
  toPolice(30, '623001', 'mark', [...upheld, act(1, 'head', 'ask_supervision', because('建议依法进行立案监督。'))]),
  toPolice(22, XIAHE, 'meat', handed),
  toPolice(13, XIAHE, 'fuel', upheld),
  toPolice(10, XIAHE, 'mark', inReview),
  toPolice(7, '623021', 'meat', filed),
  toPolice(6, XIAHE, 'pesticide', refused),
  toPolice(5, XIAHE, 'fuel', [...signed, act(0, 'police', 'forward', because('犯罪地在临潭县。'))]),
  toPolice(3, XIAHE, 'meat', signed),
  toPolice(2, XIAHE, 'mark', sent),
  toPolice(2, XIAHE, 'fuel', approved),
  toPolice(1, XIAHE, 'pesticide', report),
  toPolice(1, XIAHE, 'meat', []),
  toDepartment(58, XIAHE, 'agriculture', residue, [
    ...taken,
    act(1, 'receiver', 'accept'),
    act(19, 'receiver', 'answer', { result: 'case_filed', reason: '已立案查处，责令改正并处罚款。' }),
  ]),
  toDepartment(33, XIAHE, 'commerce', prepaid, rejected),
  toDepartment(21, XIAHE, 'agriculture', residue, [
    ...rejected,
    act(2, 'drafter', 'dispute', because('残留源于养殖用药，应由农业农村部门办理。')),
  ]),
  toDepartment(17, '623001', 'agriculture', residue, [
    ...rejected,
    act(1, 'drafter', 'dispute', because('残留源于养殖用药。')),
    act(4, 'coordinator', 'rule_back', because('生产经营一体，由移送单位先行处理。')),
  ]),
  toDepartment(9, XIAHE, 'commerce', prepaid, [...taken, act(1, 'receiver', 'accept')]),
  {
    back: 12,
    county: XIAHE,
    road: 'from_police',
    to: 'market',
    draft: {
      title: '某烟酒店销售假烟不构成犯罪案',
      summary: '经审查，涉案金额不足追诉标准，不需要追究刑事责任，依法应当给予行政处罚。',
      basis: '行政执法机关移送涉嫌犯罪案件的规定第十三条',
      parties: [{ kind: 'sole_trader', name: '某烟酒店', noCode: '请接收单位核实' }],
    },
    acts: [act(1, 'drafter', 'submit'), act(1, 'head', 'approve'), act(0, 'drafter', 'send')],
  },
];
