import { type Form, KEPT, SERVED_AND_KEPT } from '../form.ts';
import { cell, copies, label, line, opinion, p, row, sign, table, when } from '../layout.ts';
import { contact, head, party, plainHead } from './case-parts.ts';

const base = { series: '2021', kinds: ['case'] } as const;
const own = { ...base, paper: null, issuedBy: 'case.handle', makings: [{ to: 'office' }], copies: KEPT } as const;
const inquiry = [{ 状态: ['clue', 'to_file', 'investigating'] }] as const;
const signed = '　　　　　　　　年　　月　　日';

/** 行政处罚文书格式范本 of 2021: from the filing to what is recorded and kept on the spot. */
export const FILING_FORMS = {
  filing_approval: {
    ...own,
    name: '立案审批表',
    at: '7',
    step: 'propose',
    fits: [{ 状态: ['clue', 'to_file'] }],
    must: ['案由', '线索时间', '核查情况及理由'],
    layout: {
      blocks: [
        ...plainHead('立案审批表'),
        table(
          [10, 16, 21, 42, 25, 42],
          [
            row([
              label('当事人', { down: 5, upright: true }),
              label('单位', { down: 2, upright: true }),
              label('名称'),
              cell('{单位名称}', { span: 3 }),
            ]),
            row([
              label('统一社会信用代码'),
              cell('{统一社会信用代码}'),
              label('法定代表人\n（负责人）'),
              cell('{法定代表人}'),
            ]),
            row([label('个体\n工商户\n／个人', { down: 2 }), label('字号名称'), cell('{字号名称}', { span: 3 })]),
            row([label('姓名'), cell('{经营者}'), label('身份证件\n号码'), cell('{当事人证件号码}')]),
            row([label('住所（住址）', { span: 2 }), cell('{住所}', { span: 3 })]),
            row([label('案由', { span: 2 }), cell('{案由}', { span: 4 })]),
            row([label('发现线索／\n收到材料\n时间', { span: 2 }), cell('{线索时间}', { span: 4 })]),
            row(
              [
                label('核查情况及立案理由', { span: 2 }),
                cell(`{核查情况及理由}\n\n核查人员：　　　　　　　　\n${signed}`, { span: 4 }),
              ],
              38,
            ),
            wide('办案机构\n负责人意见', '办案机构负责人'),
            wide('部门负责人意见', '部门负责人'),
            row([label('备注', { span: 2 }), cell('{备注}', { span: 4 })]),
          ],
        ),
      ],
    },
  },
  scene_record: {
    ...own,
    name: '现场笔录',
    at: '9',
    fits: inquiry,
    must: [
      '开始时间',
      '结束时间',
      '地点',
      '执法人员甲',
      '执法证号甲',
      '执法人员乙',
      '执法证号乙',
      '检查事项',
      '现场情况',
    ],
    layout: {
      blocks: [
        ...plainHead('现场笔录'),
        line('时间：{开始时间}至{结束时间}'),
        line('地点：{地点}'),
        line('检查人员：{执法人员甲}　　执法证号：{执法证号甲}'),
        line('检查人员：{执法人员乙}　　执法证号：{执法证号乙}'),
        ...party(),
        line('通知当事人到场情况：{通知到场情况}'),
        line(
          '检查人员：我们是{发文机关}的执法人员，依法就{检查事项}进行现场检查，请予配合。现向你出示我们的执法证件，你是否看清楚？',
        ),
        line('当事人：{出示证件回答}'),
        line(
          '检查人员：你有权进行陈述和申辩。你应当如实回答询问，并协助调查或者检查，不得拒绝或者阻挠。你认为检查人员与你（单位）有直接利害关系或者有其他关系可能影响公正执法的，依法有申请回避的权利。你是否申请检查人员回避？',
        ),
        line('当事人：{回避回答}'),
        line('现场情况：'),
        p('{现场情况}'),
        when(
          '强制措施情况',
          line('当场告知当事人采取行政强制措施的理由、依据以及依法享有的权利、救济途径情况：'),
          p('{强制措施情况}'),
        ),
        line('当事人的陈述和申辩：{当事人意见}'),
        line('检查人员：以上是本次现场检查的情况记录，{核对方式}。如果属实请签名。'),
        line('当事人：'),
      ],
      foot: [`当事人：${signed}`, `见证人：${signed}`, `检查人员：　　　　　、${signed}`],
    },
  },
  interview_record: {
    ...own,
    name: '询问笔录',
    at: '14',
    fits: inquiry,
    must: [
      '开始时间',
      '结束时间',
      '地点',
      '执法人员甲',
      '执法证号甲',
      '执法人员乙',
      '执法证号乙',
      '被询问人',
      '询问事项',
      '问答',
    ],
    layout: {
      blocks: [
        ...plainHead('询问笔录'),
        line('时间：{开始时间}至{结束时间}　第{询问次数}次'),
        line('地点：{地点}'),
        line('询问人：{执法人员甲}　　执法证号：{执法证号甲}'),
        line('　　　　{执法人员乙}　　执法证号：{执法证号乙}'),
        line('被询问人：{被询问人}　　性别：{被询问人性别}'),
        line('身份证件号码：{被询问人证件号码}'),
        line('工作单位：{被询问人单位}　　职务：{被询问人职务}'),
        line('联系电话：{被询问人电话}　　其他联系方式：{被询问人其他联系方式}'),
        line('联系地址：{被询问人地址}'),
        line('询问人：你好，我们是{发文机关}的执法人员，已向你出示了我们的执法证件。你是否看清楚？'),
        line('被询问人：{出示证件回答}'),
        line(
          '问：我们依法就{询问事项}有关问题进行调查，请予配合。依照法律规定，你有权进行陈述和申辩。如果你认为调查人员与本案有直接利害关系或者有其他关系可能影响公正执法的，依法有申请回避的权利，你是否申请调查人员回避？',
        ),
        line('答：{回避回答}'),
        line('问：你应当如实回答询问，并协助调查，不得拒绝或者阻挠。你是否明白？'),
        line('答：{义务回答}'),
        line('{问答}'),
        line('询问人：以上是本次询问情况的记录，{核对方式}。与你所述一致请签名，如果有遗漏你可以补正。'),
        line('被询问人：'),
      ],
      foot: [`被询问人：${signed}`, `询问人：　　　　　、${signed}`],
    },
  },
  preservation: {
    ...base,
    name: '先行登记保存证据通知书',
    at: '19',
    paper: 'preservation',
    issuedBy: 'case.approve',
    makings: [{ to: 'party' }],
    copies: SERVED_AND_KEPT,
    fits: inquiry,
    must: ['当事人', '案由', '清单编号', '保存地点', '联系人', '联系电话', '联系地址'],
    layout: {
      blocks: [
        ...head('先行登记保存证据通知书'),
        ...party(),
        p(
          '为调查你（单位）涉嫌{案由}，依据《中华人民共和国行政处罚法》第五十六条的规定，本局决定对你（单位）有关证据（详见《场所/设施/财物清单》文书编号：{清单编号}）采取先行登记保存措施。先行登记保存的证据，存放在{保存地点}。在此期间，你（单位）或者有关人员不得损毁、销毁或者转移证据。',
        ),
        p('本局将在七个工作日内对先行登记保存的证据依法作出处理决定。逾期未作出处理决定的，先行登记保存措施自动解除。'),
        ...contact(),
        p('附件：《场所/设施/财物清单》（文书编号：{清单编号}）'),
        sign(),
        copies(),
      ],
    },
  },
  goods_list: {
    ...base,
    kinds: ['case', 'transfer'],
    name: '场所/设施/财物清单',
    at: '24',
    paper: 'goods_list',
    issuedBy: 'case.handle',
    makings: [{ to: 'party' }],
    copies: SERVED_AND_KEPT,
    fits: [{}],
    must: ['清单'],
    layout: {
      blocks: [
        ...head('场所/设施/财物清单').slice(0, 2),
        line('文书编号：{文号}'),
        table(
          [12, 42, 40, 14, 18, 30],
          [
            row([
              label('序号'),
              label('标称名称/场所'),
              label('规格（型号）/场所地址'),
              label('单位'),
              label('数量'),
              label('备注'),
            ]),
            {
              each: '清单',
              cells: [
                cell('{序号}', { align: 'center' }),
                cell('{名称}'),
                cell('{规格}'),
                cell('{单位}', { align: 'center' }),
                cell('{数量}', { align: 'center' }),
                cell('{备注}'),
              ],
            },
          ],
        ),
        copies(),
      ],
      foot: [`当事人：${signed}`, `执法人员：　　　　　、${signed}`, `见证人：${signed}`],
    },
  },
} as const satisfies Record<string, Form>;

/** An opinion box as wide as the filing form. */
function wide(name: string, who: string) {
  const { cells, tall } = opinion(name, who, 4, 26);
  return { tall, cells: [{ ...cells[0]!, span: 2 }, cells[1]!] };
}
