import type { Words } from './words.ts';

/** Statutory grounds in short; the article stands beside each in the data. */
export const groundWords = {
  'ground.refuse.1': ['不属于市场监管职责，或本机关无处理权限', 'Not within competence or authority'],
  'ground.refuse.2': ['法院、仲裁、行政机关或消协已受理或处理', 'Already accepted or handled elsewhere'],
  'ground.refuse.3': ['不是为生活消费需要，或不能证明存在争议', 'Not for daily consumption, or dispute not shown'],
  'ground.refuse.4': ['自知道权益受侵害之日起超过三年', 'Over three years since known'],
  'ground.refuse.5': ['未提供规定材料，或提供虚假材料', 'Required facts missing or false'],
  'ground.refuse.6': ['冒用他人名义，或拒不配合核验身份', 'Impersonation, or refuses verification'],
  'ground.refuse.7': ['法律、法规、规章规定的其他情形', 'Other cases by law'],
  'ground.end.1': ['撤回投诉或双方自行和解', 'Withdrawn, or settled by the two sides'],
  'ground.end.2': ['一方无正当理由不参加或明确拒绝调解', 'A side stays away or refuses mediation'],
  'ground.end.3': ['一方明确表示无法达成协议', 'A side says no agreement is possible'],
  'ground.end.4': ['对鉴定、检测费用承担无法协商一致', 'No agreement on who pays for testing'],
  'ground.end.5': ['自受理之日起六十日内未达成协议', 'No agreement within sixty days'],
  'ground.end.6': ['受理后发现不予受理或涉嫌违法情形', 'Found later to be refusable or unlawful'],
  'ground.end.7': ['一方死亡或主体资格灭失', 'A side died or no longer exists'],
  'ground.end.8': ['法律、法规、规章规定的其他情形', 'Other cases by law'],
  'ground.not_filed.1': ['违法行为轻微并及时改正，没有造成危害后果', 'Slight, corrected in time, no harm done'],
  'ground.not_filed.2': ['初次违法且危害后果轻微并及时改正', 'First offence, slight harm, corrected in time'],
  'ground.not_filed.3': ['有证据足以证明没有主观过错', 'Shown to be without fault'],
  'ground.not_filed.4': ['依法可以不予立案的其他情形', 'Other cases by law'],
} as const satisfies Words;
