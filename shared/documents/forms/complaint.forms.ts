import { type Form, KEPT, SERVED_AND_KEPT } from '../form.ts';
import { cell, label, line, number, p, row, sign, space, table, title } from '../layout.ts';

const letter = (name: string) => [title(name), number(), space()];
/** Telephone and clerk, as most of these letters end. */
const clerk = '联系人：{联系人}；联系电话：{联系电话}。';
const base = { series: '2026-04', kinds: ['complaint'] } as const;

/** 市场监督管理部门处理投诉举报文书式样 of April 2026: the two registers and the letters up to the decision to accept or refuse. */
export const COMPLAINT_FORMS = {
  complaint_entry: {
    ...base,
    name: '投诉登记表',
    at: '文书式样一',
    paper: null,
    issuedBy: 'complaint.handle',
    fits: [{ 类型: ['complaint', 'both'] }],
    makings: [{ to: 'office', named: true }],
    copies: KEPT,
    must: ['编号', '投诉人', '投诉人电话', '被投诉人', '争议事实', '投诉请求'],
    layout: {
      blocks: [
        title('投诉登记表'),
        line('登记单位：{发文机关}　　编号：{编号}'),
        table(
          [13, 26, 45, 27, 45],
          [
            row([
              label('投诉人', { down: 4, upright: true }),
              label('姓名'),
              cell('{投诉人}'),
              label('联系电话'),
              cell('{投诉人电话}'),
            ]),
            row([label('证件类型'), cell('{投诉人证件类型}'), label('证件号码'), cell('{投诉人证件号码}')]),
            row([label('联系地址'), cell('{投诉人地址}', { span: 3 })]),
            row([
              label('是否同意公示投诉信息'),
              cell('{同意公示}是　{不同意公示}否', { align: 'center' }),
              label('是否同意委托调解'),
              cell('{同意委托调解}是　{不同意委托调解}否', { align: 'center' }),
            ]),
            row([
              label('被投诉人', { down: 2, upright: true }),
              label('名称（姓名）'),
              cell('{被投诉人}'),
              label('联系人'),
              cell('{被投诉人联系方式}'),
            ]),
            row([label('地址'), cell('{被投诉人地址}', { span: 3 })]),
            row([label('消费者权益争议事实依据'), cell('{争议事实}\n', { span: 4 })], 72),
            row(
              [
                label('投诉请求', { upright: true }),
                cell('{投诉请求}\n\n投诉人（签字）：　　　　　　　　\n　　　年　　月　　日', { span: 4 }),
              ],
              38,
            ),
          ],
        ),
        line('经办人（签字）：　　　　　　　　年　　月　　日'),
      ],
    },
  },
  report_entry: {
    ...base,
    name: '举报登记表',
    at: '文书式样二',
    paper: null,
    issuedBy: 'complaint.handle',
    fits: [{ 类型: ['report', 'both'] }],
    makings: [{ to: 'office', named: true }],
    copies: KEPT,
    must: ['编号', '被投诉人', '争议事实'],
    layout: {
      blocks: [
        title('举报登记表'),
        line('登记单位：{发文机关}　　编号：{编号}'),
        table(
          [13, 22, 45, 30, 46],
          [
            row([
              label('举报人', { down: 2, upright: true }),
              label('姓名'),
              cell('{投诉人}'),
              label('联系电话'),
              cell('{投诉人电话}'),
            ]),
            row([label('联系地址'), cell('{投诉人地址}'), label('身份证件号码'), cell('{投诉人证件号码}')]),
            row([
              label('被举报人', { down: 2, upright: true }),
              label('名称（姓名）'),
              cell('{被投诉人}', { span: 3 }),
            ]),
            row([label('地址'), cell('{被投诉人地址}', { span: 3 })]),
            row(
              [
                label('涉嫌违反市场监督管理法律、法规、规章的具体线索和相应的事实依据'),
                cell('{争议事实}\n\n举报人（签字）：　　　　　　　　\n　　　年　　月　　日', { span: 4 }),
              ],
              112,
            ),
          ],
        ),
        line('经办人（签字）：　　　　　　　　年　　月　　日'),
      ],
    },
  },
  complaint_forwarding: {
    ...base,
    name: '投诉/举报分送通知书',
    at: '文书式样三',
    paper: 'complaint_forwarding',
    issuedBy: 'complaint.dispatch',
    step: 'dispatch',
    fits: [{ 分送: ['yes'] }],
    makings: [{ to: 'receiver', named: true }],
    copies: SERVED_AND_KEPT,
    must: ['受文机关', '收到日期', '投诉事项', '报告期限'],
    layout: {
      blocks: [
        ...letter('{事项类别}分送通知书'),
        line('{受文机关}：'),
        p(
          '现转去{投诉人}于{收到日期}关于{投诉事项}的{事项类别}。请你局按照《市场监督管理投诉举报处理办法》的规定依法予以处理，并将处理结果于{报告期限}前报告我局。',
        ),
        p('附：相关材料{材料份数}份，共{材料页数}页。'),
        sign(),
      ],
    },
  },
  identity_request: {
    ...base,
    name: '限期提供身份证明材料通知书',
    at: '文书式样四',
    paper: 'identity_request',
    issuedBy: 'complaint.decide',
    step: 'ask_facts',
    fits: [{ 类型: ['complaint', 'both'], 投诉: ['open'], 状态: ['to_decide'] }],
    makings: [{ to: 'complainant', named: true }],
    copies: SERVED_AND_KEPT,
    must: ['投诉人', '提供期限', '所需材料', '联系电话', '联系地址'],
    layout: {
      blocks: [
        ...letter('限期提供身份证明材料通知书'),
        line('{投诉人}：'),
        p(
          '根据《中华人民共和国消费者权益保护法实施条例》第四十六条第一款的规定，消费者和经营者发生消费争议向市场监督管理部门或者其他有关行政部门投诉的，应当提供真实身份信息等材料。',
        ),
        p('根据《市场监督管理投诉举报处理办法》第十条第三款的规定，请你在{提供期限}前向我局提供以下身份证明材料。'),
        p('{所需材料}'),
        p(
          '逾期未提供或提供虚假材料的，我局将根据《市场监督管理投诉举报处理办法》第十条、第十六条的规定，对投诉依法不予受理。',
        ),
        p('联系电话：{联系电话}；通信地址：{联系地址}。'),
        sign(),
      ],
    },
  },
  complaint_acceptance: {
    ...base,
    name: '投诉受理决定书',
    at: '文书式样五',
    paper: 'complaint_acceptance',
    issuedBy: 'complaint.decide',
    once: true,
    step: 'accept',
    fits: [{ 投诉: ['accepted', 'settled', 'ended'] }],
    makings: [{ to: 'complainant', named: true }],
    copies: SERVED_AND_KEPT,
    must: ['投诉人', '收到日期', '投诉事项', '联系人', '联系电话'],
    layout: {
      blocks: [
        ...letter('投诉受理决定书'),
        line('{投诉人}：'),
        p(
          '我局于{收到日期}收到你关于{投诉事项}的投诉。经审查，符合《市场监督管理投诉举报处理办法》规定的受理条件，我局决定受理。',
        ),
        p(clerk),
        p('特此告知。'),
        sign(),
      ],
    },
  },
  complaint_refusal: {
    ...base,
    name: '投诉不予受理决定书',
    at: '文书式样六',
    paper: 'complaint_refusal',
    issuedBy: 'complaint.decide',
    once: true,
    step: 'refuse',
    fits: [{ 投诉: ['refused'] }],
    makings: [{ to: 'complainant', named: true }],
    copies: SERVED_AND_KEPT,
    must: ['投诉人', '收到日期', '投诉事项', '受理情形'],
    layout: {
      blocks: [
        ...letter('投诉不予受理决定书'),
        line('{投诉人}：'),
        p(
          '我局于{收到日期}收到你关于{投诉事项}的投诉。经审查，属以下第〔{受理情形}〕项情形，依据《市场监督管理投诉举报处理办法》第十六条的规定，我局决定不予受理。',
        ),
        p('（一）投诉事项不属于市场监督管理部门职责，或者本行政机关不具有处理权限的；'),
        p('（二）法院、仲裁机构、市场监督管理部门或者其他行政机关、消费者协会已经受理或者处理过同一消费者权益争议的；'),
        p('（三）不是为生活消费需要购买、使用商品或者接受服务，或者不能证明与被投诉人之间存在消费者权益争议的；'),
        p('（四）除法律另有规定外，投诉人知道或者应当知道自己的权益受到被投诉人侵害之日起超过三年的；'),
        p('（五）未提供本办法第十条第一款、第十一条规定的材料，或者提供虚假材料的；'),
        p('（六）冒用他人名义或者拒不配合市场监督管理部门核验真实身份信息的；'),
        p('（七）法律、法规、规章规定不予受理的其他情形。'),
        p('你还可以按照《中华人民共和国消费者权益保护法》第三十九条规定的其他途径解决消费者权益争议。'),
        p('特此告知。'),
        sign(),
      ],
    },
  },
} as const satisfies Record<string, Form>;
