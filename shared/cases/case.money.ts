import { type Day, daysBetween } from '../kernel/calendar.ts';
import {
  HEARING_PENALTIES,
  HEARING_THRESHOLD,
  isPerson,
  type PartyKind,
  type PenaltyKind,
  SUMMARY_PENALTIES,
  SUMMARY_THRESHOLD,
  type Threshold,
} from './case.lists.ts';

/** One penalty of a decision; money is whole fen, null for a penalty that is no sum. */
export interface Penalty {
  readonly kind: PenaltyKind;
  readonly amountFen: number | null;
}

/** Money that came in: towards the fine, the unlawful gains, or the surcharge. */
export interface Payment {
  readonly duty: 'fine' | 'gains' | 'surcharge';
  readonly paidOn: Day;
  readonly amountFen: number;
}

const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);

/** What a decision orders to be paid, by duty. @example totalsOf([{ kind: 'fine', amountFen: 100 }]) // { fine: 100, gains: 0 } */
export function totalsOf(penalties: readonly Penalty[]): { fine: number; gains: number } {
  const of = (kind: PenaltyKind) => sum(penalties.filter((one) => one.kind === kind).map((one) => one.amountFen ?? 0));
  return { fine: of('fine'), gains: of('confiscate_gains') };
}

/** The surcharge for paying late: three per cent of the unpaid fine a day, never above the fine (程序规定 75). */
export function surchargeOf(fineFen: number, payments: readonly Payment[], payBy: Day | null, today: Day): number {
  if (!payBy || fineFen === 0 || today <= payBy) return 0;
  const paid = payments.filter(({ duty }) => duty === 'fine').sort((a, b) => (a.paidOn < b.paidOn ? -1 : 1));
  let owed = fineFen;
  let from = payBy;
  let hundredths = 0;
  for (const { paidOn, amountFen } of [...paid, { paidOn: today, amountFen: 0 }]) {
    const until = paidOn > today ? today : paidOn;
    if (until > from) {
      hundredths += Math.max(0, owed) * 3 * daysBetween(from, until);
      from = until;
    }
    owed -= amountFen;
  }
  return Math.min(fineFen, Math.floor(hundredths / 100));
}

/** What is still owed of a decision: the figures always add up to what was ordered. */
export function balanceOf(penalties: readonly Penalty[], payments: readonly Payment[], payBy: Day | null, today: Day) {
  const { fine, gains } = totalsOf(penalties);
  const paidFor = (duty: Payment['duty']) =>
    sum(payments.filter((one) => one.duty === duty).map((one) => one.amountFen));
  const surcharge = surchargeOf(fine, payments, payBy, today);
  const left = {
    fine: fine - paidFor('fine'),
    gains: gains - paidFor('gains'),
    surcharge: surcharge - paidFor('surcharge'),
  };
  return {
    ordered: { fine, gains, surcharge },
    left,
    settled: left.fine <= 0 && left.gains <= 0 && left.surcharge <= 0,
  };
}

const reaches = (threshold: Threshold, kind: PartyKind, fen: number) =>
  fen >= (isPerson(kind) ? threshold.personFen : threshold.otherFen);

/** Whether a hearing must be offered for what is proposed (听证办法 5). */
export function needsHearingOffer(
  penalties: readonly Penalty[],
  goodsFen: number,
  kind: PartyKind,
  threshold = HEARING_THRESHOLD,
): boolean {
  const { fine, gains } = totalsOf(penalties);
  const takesGoods = penalties.some((one) => one.kind === 'confiscate_goods');
  return (
    penalties.some((one) => (HEARING_PENALTIES as readonly PenaltyKind[]).includes(one.kind)) ||
    reaches(threshold, kind, fine) ||
    reaches(threshold, kind, gains + (takesGoods ? goodsFen : 0))
  );
}

/** Whether the summary procedure is open to what is proposed: a warning, or a fine within its limit (程序规定 66). */
export function fitsSummary(penalties: readonly Penalty[], kind: PartyKind, threshold = SUMMARY_THRESHOLD): boolean {
  const { fine } = totalsOf(penalties);
  return (
    penalties.length > 0 &&
    penalties.every((one) => (SUMMARY_PENALTIES as readonly PenaltyKind[]).includes(one.kind)) &&
    fine <= (isPerson(kind) ? threshold.personFen : threshold.otherFen)
  );
}
