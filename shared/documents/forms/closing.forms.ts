import { type Form, KEPT, SERVED_AND_KEPT } from '../form.ts';
import { cell, copies, label, line, opinion, p, row, sign, table, when } from '../layout.ts';
import { contact, head, plainHead } from './case-parts.ts';

const base = { series: '2021' } as const;
const own = { ...base, paper: null, issuedBy: 'case.handle', makings: [{ to: 'office' }], copies: KEPT } as const;
const received = cell('\n（签名或者盖章）　　　　　年　　月　　日');

/** 行政处罚文书格式范本 of 2021: service, the end of a case, and what passes it on to another office. */
export const CLOSING_FORMS = {
  service_receipt: {
    ...own,
    kinds: ['case', 'rectification', 'transfer'],
    name: '送达回证',
    at: '50',
    eachParty: true,
    step: 'serve',
    fits: [{}],
    must: ['送达文书', '受送达人'],
    layout: {
      blocks: [
        ...plainHead('送达回证'),
        table(
          [40, 116],
          [
            row([label('送达文书\n名称及文号'), cell('{送达文书}')], 24),
            row([label('受送达人'), cell('{受送达人}')], 14),
            row([label('送达时间'), cell('{送达时间}')], 14),
            row([label('送达地点'), cell('{送达地点}')], 14),
            row([label('送达方式'), cell('{送达方式}')], 14),
            row([label('收件人'), received], 24),
            row([label('送达人'), received], 24),
            row([label('见证人'), received], 24),
            row([label('备注'), cell('{备注}')], 24),
          ],
        ),
      ],
    },
  },
  investigation_report: {
    ...own,
    kinds: ['case'],
    name: '案件调查终结报告',
    at: '35',
    step: 'submit_review',
    fits: [{ 状态: ['investigating', 'in_review', 'to_tell'] }],
    must: [
      '当事人',
      '案由',
      '立案日期',
      '办案人员',
      '案件来源及调查经过',
      '案件事实',
      '证据',
      '定性及依据',
      '拟处罚内容',
    ],
    layout: {
      blocks: [
        ...plainHead('案件调查终结报告'),
        p('因当事人涉嫌{案由}，本局于{立案日期}予以立案调查，指定{办案人员}为办案人员。现已调查终结，报告如下。'),
        p(
          '当事人基本情况：{当事人}，统一社会信用代码：{统一社会信用代码}，住所（住址）：{住所}，法定代表人（负责人、经营者）：{法定代表人}。',
        ),
        p('案件来源、调查经过及采取行政强制措施的情况：'),
        p('{案件来源及调查经过}'),
        p('调查认定的事实：'),
        p('{案件事实}'),
        p('上述事实，主要有以下证据证明：'),
        p('{证据}'),
        p('案件性质：{定性及依据}'),
        p('自由裁量理由等其他需要说明的事项：{裁量理由}'),
        p('处理意见及依据：'),
        p('{拟处罚内容}'),
        line('办案人员：　　　　　　　　　　　　年　　月　　日'),
        line('　　　　　　　　　　　　　　　　　年　　月　　日'),
        line('办案机构负责人：　　　　　　　　　年　　月　　日'),
      ],
    },
  },
  closing_approval: {
    ...own,
    kinds: ['case'],
    name: '结案审批表',
    at: '53',
    step: 'close',
    fits: [{ 状态: ['to_close', 'closed'] }],
    must: ['案件名称', '立案日期', '办案人员'],
    layout: {
      blocks: [
        ...plainHead('结案审批表'),
        table(
          [34, 46, 32, 44],
          [
            row([label('案件名称'), cell('{案件名称}', { span: 3 })]),
            row([label('立案日期'), cell('{立案日期}'), label('办案人员'), cell('{办案人员}')]),
            row([label('处理决定文书'), cell('{处理决定文书}'), label('处理决定日期'), cell('{处理决定日期}')]),
            row(
              [
                label('结案情形'),
                cell(
                  '{执行完毕}行政处罚决定执行完毕　{裁定终结}人民法院裁定终结执行\n{终止调查}案件终止调查　{不予处罚}依法不予行政处罚\n{不成立}违法事实不能成立　{移送行政}移送其他行政管理部门\n{移送司法}移送司法机关　{其他结案}其他',
                  { span: 3 },
                ),
              ],
              30,
            ),
            row([label('行政处罚内容'), cell('{处罚内容}', { span: 3 })], 18),
            row([
              label('行政处罚决定的执行方式'),
              cell('{主动履行}主动履行　{强制执行}强制执行　{其他执行}其他', { span: 3 }),
            ]),
            row([label('罚没财物\n处置情况'), cell('{财物处置情况}', { span: 3 })], 14),
            opinion('办案人员意见', '办案人员', 3, 22),
            opinion('办案机构\n负责人意见', '办案机构负责人', 3, 22),
            opinion('部门负责人意见', '部门负责人', 3, 22),
            row([label('备注'), cell('{备注}', { span: 3 })]),
          ],
        ),
      ],
    },
  },
  case_transfer: {
    ...base,
    kinds: ['transfer'],
    name: '案件移送函',
    at: '4',
    paper: 'case_transfer',
    issuedBy: 'transfer.draft',
    numberedByStep: true,
    makings: [{ to: 'receiver' }],
    copies: SERVED_AND_KEPT,
    once: true,
    step: 'send',
    fits: [{ 移送: ['department'] }],
    must: ['受移送机关', '案件名称', '移送对象', '移送原因', '管辖情形', '移送条款', '联系人', '联系电话', '联系地址'],
    layout: {
      blocks: [
        ...head('案件移送函'),
        line('{受移送机关}：'),
        p(
          '{案件名称}{移送对象}，因{移送原因}，{管辖情形}。依据《市场监督管理行政处罚程序规定》{移送条款}的规定，现移送你单位处理。',
        ),
        ...contact(),
        when('附件', p('附件：{附件}')),
        sign(),
        copies(),
      ],
    },
  },
  crime_transfer: {
    ...base,
    kinds: ['transfer'],
    name: '涉嫌犯罪案件移送书',
    at: '5',
    paper: 'crime_transfer',
    issuedBy: 'transfer.draft',
    numberedByStep: true,
    makings: [{ to: 'receiver' }],
    copies: [
      { n: 1, use: '送达' },
      { n: 1, use: '抄送人民检察院' },
      { n: 1, use: '归档' },
    ],
    once: true,
    step: 'send',
    fits: [{ 移送: ['police'] }],
    must: ['受移送机关', '案件名称', '移送对象', '联系人', '联系电话', '联系地址', '附件', '人民检察院'],
    layout: {
      blocks: [
        ...head('涉嫌犯罪案件移送书'),
        line('{受移送机关}：'),
        p(
          '{案件名称}{移送对象}，经调查，当事人的行为涉嫌犯罪。依据《中华人民共和国行政处罚法》第二十七条、《行政执法机关移送涉嫌犯罪案件的规定》第三条的规定，现将该案移送你单位。',
        ),
        ...contact(),
        p('附件：{附件}'),
        sign(),
        line('抄送：{人民检察院}'),
        copies(),
      ],
    },
  },
} as const satisfies Record<string, Form>;
