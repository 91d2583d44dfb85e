import type { Actor, Role } from '#shared/auth/permissions.ts';
import type { ComplaintIntake, ComplaintStep } from '#shared/complaints/complaint.schema.ts';
import type { Chance } from './chance.ts';

/** What an answer says. */
const ANSWERS = [
  '经现场核查，情况属实，商家已退还货款并当面致歉，投诉人表示满意。',
  '经调解，双方达成一致，商家更换商品并承担运费。',
  '经核查，被诉商品进货票据齐全，检验合格，已向投诉人说明。',
  '已责令经营者限期改正，并列入重点检查对象。',
  '双方对赔偿数额分歧较大，调解终止，已告知可通过诉讼解决。',
];

/** One act in a record's invented life: so many days after the one before, by whoever holds the role in the office that has it. */
export interface Act {
  readonly afterDays: number;
  readonly by: Role | { readonly office: number; readonly role: Role };
  readonly step?: Omit<ComplaintStep, 'version' | 'on'>;
  readonly clock?: {
    readonly kind: 'paused' | 'resumed' | 'extended';
    readonly name: string;
    readonly length?: number;
  };
}

/** Where the record is registered and handled. */
export interface Place {
  readonly registrar: Actor;
  readonly office: number;
  readonly elsewhere: number;
  readonly coordination: number;
}

const tell = (text: string): NonNullable<ComplaintStep['telling']> => ({
  to: 'complainant',
  way: 'phone',
  toldOn: '',
  text,
});

/** Invents what happens to a record, from the first dispatch to its end; today cuts the road off wherever it has come to. */
export function inventRoad(chance: Chance, intake: ComplaintIntake, place: Place, recent: boolean): Act[] {
  return [...arrival(chance, intake, place), ...handling(chance, intake, recent)];
}

function arrival(
  chance: Chance,
  intake: ComplaintIntake,
  { registrar, office, elsewhere, coordination }: Place,
): Act[] {
  if (intake.officeId === registrar.officeId) return [];
  const acts: Act[] = [];
  const back = { office: registrar.officeId, role: 'liaison' as const };
  const returns = chance.weighted([
    [0, 78],
    [1, 12],
    [2, 10],
  ] as const);
  const giveBack = (afterDays: number): Act => ({
    afterDays,
    by: 'liaison',
    step: { step: 'give_back', reason: chance.one(['不属于本局职责范围', '经营地址不在本辖区', '当事人登记在外地']) },
  });
  if (intake.officeId === undefined)
    acts.push({ afterDays: chance.between(0, 2), by: back, step: { step: 'dispatch', officeId: office } });
  if (returns > 0) {
    acts.push(giveBack(1));
    acts.push({ afterDays: 1, by: back, step: { step: 'dispatch', officeId: returns > 1 ? elsewhere : office } });
  }
  if (returns > 1) {
    acts.push(giveBack(1));
    acts.push({
      afterDays: chance.between(2, 9),
      by: { office: coordination, role: 'coordinator' },
      step: { step: 'rule', officeId: office, reason: '经核实，实际经营地在该辖区，由其办理。' },
    });
  }
  acts.push({ afterDays: chance.between(0, 2), by: 'liaison', step: { step: 'acknowledge' } });
  return acts;
}

function handling(chance: Chance, intake: ComplaintIntake, recent: boolean): Act[] {
  if (intake.intake === 'consultation' || intake.intake === 'suggestion')
    return [
      {
        afterDays: chance.between(1, 5),
        by: 'liaison',
        step: { step: 'answer', telling: tell('已就咨询事项作出说明。') },
      },
    ];
  if (intake.intake !== 'both' && chance.is(0.03))
    return [{ afterDays: 2, by: 'liaison', step: { step: 'withdraw', reason: '双方自行和解，投诉人撤回。' } }];
  if (intake.intake === 'report') return ofReport(chance, recent);
  if (intake.intake !== 'both' && chance.is(0.12))
    return [
      {
        afterDays: chance.between(1, 7),
        by: 'liaison',
        step: {
          step: 'refuse',
          ground: `refuse.${chance.between(1, 5)}`,
          reason: '经审查不符合受理条件，已告知其他救济途径。',
          telling: tell('不予受理，可依法向人民法院提起诉讼或申请仲裁。'),
        },
      },
    ];
  const acts: Act[] = [
    { afterDays: chance.between(1, 8), by: 'liaison', step: { step: 'accept', telling: tell('您的投诉已受理。') } },
  ];
  if (intake.intake === 'both') {
    const report = ofReport(chance, recent).filter(({ step }) => !step || !CLOSING.has(step.step));
    acts.push(...report);
    if (!report.some(({ step }) => step?.step === 'file_case' || step?.step === 'not_file')) return acts;
  }
  const settled = chance.is(0.72);
  acts.push(
    settled
      ? {
          afterDays: chance.between(2, 30),
          by: 'liaison',
          step: {
            step: 'settle',
            reason: chance.one(ANSWERS),
            ...(intake.amountFen ? { recoveredFen: Math.round((intake.amountFen * chance.between(3, 10)) / 10) } : {}),
          },
        }
      : {
          afterDays: chance.between(5, 45),
          by: 'liaison',
          step: {
            step: 'end_mediation',
            ground: chance.one(['end.2', 'end.3', 'end.4']),
            reason: '调解不成，终止调解。',
          },
        },
  );
  if (!settled)
    acts.push({
      afterDays: chance.between(1, 8),
      by: 'liaison',
      step: { step: 'inform', telling: tell('调解终止，可通过其他途径维护权益。') },
    });
  return [...acts, ...closing(chance, settled ? 'settled' : 'mediation_ended')];
}

const CLOSING = new Set(['submit', 'send_back', 'approve', 'reopen', 'visit']);

function ofReport(chance: Chance, recent: boolean): Act[] {
  const acts: Act[] = [
    {
      afterDays: chance.between(1, 4),
      by: 'liaison',
      step: { step: 'verify', officers: ['执法员 李军', '执法员 才让'] },
    },
  ];
  if (chance.is(recent ? 0.45 : 0.2)) {
    acts.push({ afterDays: 1, by: 'liaison', clock: { kind: 'paused', name: 'report.verify' } });
    if (!recent || chance.is(0.4))
      acts.push({ afterDays: chance.between(6, 20), by: 'liaison', clock: { kind: 'resumed', name: 'report.verify' } });
    else return acts;
  }
  if (chance.is(0.1))
    acts.push({ afterDays: 1, by: 'approver', clock: { kind: 'extended', name: 'report.verify', length: 15 } });
  const filed = chance.is(0.45);
  acts.push({
    afterDays: chance.between(3, 18),
    by: 'approver',
    step: filed
      ? { step: 'file_case', reason: '违法事实初步成立，予以立案。' }
      : {
          step: 'not_file',
          ground: chance.one(['not_filed.1', 'not_filed.2']),
          reason: '经核查，违法行为轻微并已及时改正。',
        },
  });
  return [...acts, ...closing(chance, filed ? 'case_filed' : 'case_not_filed')];
}

function closing(chance: Chance, outcome: NonNullable<ComplaintStep['outcome']>): Act[] {
  const acts: Act[] = [
    { afterDays: chance.between(1, 4), by: 'liaison', step: { step: 'submit', outcome, reason: chance.one(ANSWERS) } },
  ];
  if (chance.is(0.06)) {
    acts.push({
      afterDays: 1,
      by: 'approver',
      step: { step: 'send_back', reason: '办理情况不够具体，请补充现场核查记录。' },
    });
    acts.push({
      afterDays: 2,
      by: 'liaison',
      step: { step: 'submit', outcome, reason: `${chance.one(ANSWERS)}（已补充现场核查记录）` },
    });
  }
  acts.push({ afterDays: chance.between(0, 3), by: 'approver', step: { step: 'approve' } });
  if (chance.is(0.05))
    acts.push({
      afterDays: chance.between(5, 30),
      by: 'approver',
      step: { step: 'reopen', reason: '投诉人提供新的证据。' },
    });
  else if (chance.is(0.3))
    acts.push({ afterDays: chance.between(3, 12), by: 'liaison', step: { step: 'visit', satisfied: chance.is(0.86) } });
  return acts;
}
