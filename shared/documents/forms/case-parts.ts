import type { Block } from '../layout.ts';
import { line, number, office, p, space, title } from '../layout.ts';

/** The head of every penalty form: whose it is, what it is, its number. */
export const head = (name: string): Block[] => [office(), title(name), number(), space()];
/** The head of a record that bears no number. */
export const plainHead = (name: string): Block[] => [office(), title(name)];

/** Who the party is, as the penalty forms ask for it. */
export const party = (withPhone = true): Block[] => [
  line('当事人：{当事人}'),
  line('主体资格证照名称：{主体资格证照名称}'),
  line('统一社会信用代码：{统一社会信用代码}'),
  line('住所（住址）：{住所}'),
  line('法定代表人（负责人、经营者）：{法定代表人}'),
  line('身份证件号码：{当事人证件号码}'),
  ...(withPhone ? [line('联系电话：{当事人电话}　　其他联系方式：{当事人其他联系方式}')] : []),
];

/** Whom to call about it and where. */
export const contact = (): Block[] => [p('联系人：{联系人}　　联系电话：{联系电话}'), p('联系地址：{联系地址}')];
