import type { Day, Roll } from '../kernel/calendar.ts';
import { CAMPAIGN_RULES } from './rules/campaign.rules.ts';
import { CASE_RULES } from './rules/case.rules.ts';
import { COMPLAINT_RULES } from './rules/complaint.rules.ts';
import { RECTIFICATION_RULES } from './rules/rectification.rules.ts';
import { SAMPLE_RULES, SPOT_CHECK_RULES } from './rules/spot-check.rules.ts';
import { TRANSFER_RULES } from './rules/transfer.rules.ts';

export const UNITS = ['workday', 'day', 'hour'] as const;
export type Unit = (typeof UNITS)[number];

/** Why a clock may stand still: closed lists, each with the article that lets it. */
export interface PauseGround {
  readonly category: string;
  readonly article: string;
}

/** A legal limit as dated data: which one holds is chosen by the day of the triggering event. */
export interface ClockRule {
  readonly name: string;
  readonly length: number;
  readonly unit: Unit;
  readonly roll: Roll;
  readonly pauses: PauseGround[];
  /** How far it may be lengthened, how often, and by whom; null where the law knows no extension. */
  readonly extension: {
    readonly length: number;
    readonly times: number;
    readonly by: string;
    readonly article: string;
    /** What may follow once these are used up: heads who discuss it together and fix a day (程序规定 64). */
    readonly further?: { readonly by: 'collective'; readonly article: string };
  } | null;
  /** Of a limit in hours: whether the hour in which it starts counts; 程序规定 80 leaves it out. */
  readonly startHour?: 'counted' | 'skipped';
  /** From how many working days before its end it is near, where an office says so. */
  readonly near?: number;
  readonly law: string;
  /** Null where the number of the article was not compared with the text. */
  readonly article: string | null;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  /** Practice of an office, not law. */
  readonly custom: boolean;
}

/** Every clock the product knows by law, ledger by ledger; an office's own limits are stored beside these. */
export const CLOCK_RULES = [
  ...COMPLAINT_RULES,
  ...CASE_RULES,
  ...TRANSFER_RULES,
  ...RECTIFICATION_RULES,
  ...CAMPAIGN_RULES,
  ...SPOT_CHECK_RULES,
  ...SAMPLE_RULES,
] as const;

export type ClockName = (typeof CLOCK_RULES)[number]['name'];
export const CLOCK_NAMES = [...new Set(CLOCK_RULES.map(({ name }) => name))] as readonly ClockName[];

/** The version of a rule in force on the day of the triggering event; undefined where none was. The newest row wins. */
export function ruleOn(rules: readonly ClockRule[], name: string, day: Day): ClockRule | undefined {
  return rules
    .filter(
      (each) => each.name === name && each.validFrom <= day && (each.validUntil === null || day <= each.validUntil),
    )
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
}

/** From how many working days before its end a limit is near: what it says itself, else three, or a third of a short one. */
export function nearOf(rule: Pick<ClockRule, 'length' | 'near'>): number {
  if (rule.near) return rule.near;
  return rule.length < 9 ? Math.ceil(rule.length / 3) : 3;
}
