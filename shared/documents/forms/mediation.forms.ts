import { type Form, SERVED_AND_KEPT } from '../form.ts';
import { line, number, p, sign, space, title, when } from '../layout.ts';

const letter = (name: string) => [title(name), number(), space()];
const base = { series: '2026-04', kinds: ['complaint'], issuedBy: 'complaint.decide' } as const;

/** The forms of April 2026 from the summons to mediation on, and the outcome of a report. */
export const MEDIATION_FORMS = {
  mediation_notice: {
    ...base,
    name: '投诉调解通知书',
    at: '文书式样七',
    paper: 'mediation_notice',
    issuedBy: 'complaint.handle',
    fits: [{ 投诉: ['accepted'] }],
    makings: [{ to: 'complainant', named: true }, { to: 'respondent' }],
    copies: SERVED_AND_KEPT,
    must: ['受送达人', '投诉事项', '调解时间', '调解地点', '回避期限', '调解人员', '联系电话'],
    layout: {
      blocks: [
        ...letter('投诉调解通知书'),
        line('{受送达人}：'),
        p(
          '关于{投诉事项}的投诉，我局已经受理，根据《市场监督管理投诉举报处理办法》的规定，现组织双方当事人进行现场调解。请于{调解时间}到{调解地点}参加调解。无正当理由不参加调解的，我局将依法终止调解。',
        ),
        p('请携带以下材料：1.身份证明材料；2.{携带材料}。'),
        p(
          '如果您认为调解人员是投诉人或者被投诉人的近亲属或者有其他利害关系，可能影响公正处理投诉的，可以自收到本通知书之日起{回避期限}日内对调解人员提出回避申请。',
        ),
        p('调解人员：{调解人员}；联系电话：{联系电话}。'),
        p('特此通知。'),
        sign(),
      ],
    },
  },
  mediation_end: {
    ...base,
    name: '投诉终止调解决定书',
    at: '文书式样八',
    paper: 'mediation_end',
    once: true,
    step: 'end_mediation',
    fits: [{ 投诉: ['ended'] }],
    makings: [{ to: 'complainant', named: true }, { to: 'respondent' }],
    copies: SERVED_AND_KEPT,
    must: ['受送达人', '投诉事项', '终止情形'],
    layout: {
      blocks: [
        ...letter('投诉终止调解决定书'),
        line('{受送达人}：'),
        p(
          '经审查，关于{投诉事项}投诉的调解过程中出现以下第〔{终止情形}〕项情形，依据《市场监督管理投诉举报处理办法》第二十三条第一款的规定，我局决定终止调解。',
        ),
        p('（一）投诉人撤回投诉或者双方自行和解的；'),
        p('（二）投诉人、被投诉人无正当理由不参加调解，或者明确拒绝调解的；'),
        p('（三）经组织调解，投诉人或者被投诉人明确表示无法达成调解协议的；'),
        p('（四）投诉人与被投诉人对鉴定、检测费用承担无法协商一致的；'),
        p('（五）自投诉受理之日起六十日内投诉人和被投诉人未能达成调解协议的；'),
        p('（六）市场监督管理部门受理投诉后，发现存在本办法第十六条、第四十二条规定情形的；'),
        p('（七）投诉人、被投诉人死亡或者主体资格灭失的；'),
        p('（八）法律、法规、规章规定的应当终止调解的其他情形。'),
        p(
          '投诉人、被投诉人对市场监督管理部门作出的终止调解决定、调解结果不服的，可以按照《中华人民共和国消费者权益保护法》第三十九条规定，通过民事诉讼、仲裁等其他途径解决消费者权益争议。',
        ),
        p('特此告知。'),
        sign(),
      ],
    },
  },
  mediation_record: {
    ...base,
    name: '投诉调解书',
    at: '文书式样九',
    paper: 'mediation_record',
    once: true,
    step: 'settle',
    fits: [{ 投诉: ['settled'] }],
    makings: [{ to: 'both', named: true }],
    copies: [
      { n: 1, use: '交投诉人' },
      { n: 1, use: '交被投诉人' },
      { n: 1, use: '归档' },
    ],
    must: ['投诉人', '被投诉人', '争议事实', '投诉请求', '调解协议'],
    layout: {
      blocks: [
        ...letter('投诉调解书'),
        line('投诉人：{投诉人}　　联系电话：{投诉人电话}'),
        line('联系地址：{投诉人地址}'),
        when(
          '投诉人代理人',
          line('委托代理人：{投诉人代理人}　　联系电话：{代理人电话}'),
          line('联系地址：{代理人地址}'),
        ),
        line('被投诉人：{被投诉人}'),
        line('法定代表人（负责人）：{被投诉人负责人}　　联系电话：{被投诉人联系方式}'),
        line('地址（经营场所）：{被投诉人地址}'),
        when(
          '被投诉人代理人',
          line('委托代理人：{被投诉人代理人}　　联系电话：{被投诉人代理人电话}'),
          line('联系地址：{被投诉人代理人地址}'),
        ),
        line('投诉内容及投诉请求：'),
        p('{争议事实}'),
        p('{投诉请求}'),
        p('根据《市场监督管理投诉举报处理办法》有关规定，本局组织双方当事人进行调解，双方自愿达成如下协议：'),
        p('{调解协议}'),
        p(
          '本调解书经双方当事人签字后生效。调解书生效后，一方当事人未履行的，另一方当事人可以依据《中华人民共和国消费者权益保护法》第三十九条规定，通过民事诉讼、仲裁等其他途径解决消费者权益争议。',
        ),
        space(),
        p('投诉人（签名）：'),
        p('被投诉人（签名）：'),
        p('调解人员（签名）：'),
        sign(),
      ],
    },
  },
  report_result: {
    ...base,
    name: '举报处理结果告知书',
    at: '文书式样十',
    paper: 'report_result',
    issuedBy: 'complaint.handle',
    step: 'inform',
    fits: [{ 举报: ['filed', 'not_filed'] }],
    makings: [{ to: 'complainant', named: true }],
    copies: SERVED_AND_KEPT,
    must: ['投诉人', '投诉事项', '告知依据', '处理结果'],
    layout: {
      blocks: [
        ...letter('举报处理结果告知书'),
        line('{投诉人}：'),
        p('关于{投诉事项}的举报，我局已依法处理。根据{告知依据}规定，现将处理结果告知如下：'),
        p('{处理结果}'),
        p('特此告知。'),
        sign(),
      ],
    },
  },
} as const satisfies Record<string, Form>;
