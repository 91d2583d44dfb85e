/** A kind of paper that bears an official number 文号: the code word between the office's abbreviation and the year. */
export interface Paper {
  readonly word: string;
  /** The code word offices here write instead of the form set's. */
  readonly usual?: string;
  /** Written `第12号`, as the complaint forms of 2026 print it. */
  readonly ordinal?: true;
}

/**
 * Papers with a number of their own: the code words of the penalty forms as revised in 2021; the complaint forms of 2026-04 leave the
 * word to the office, so theirs (`ordinal`) and the goods list's are custom.
 */
export const PAPERS = {
  penalty: { word: '处罚', usual: '罚' },
  no_penalty: { word: '不罚' },
  spot_penalty: { word: '当罚' },
  penalty_notice: { word: '罚告' },
  hearing_notice: { word: '听通' },
  correction_order: { word: '责改' },
  refund_order: { word: '责退' },
  coercive_measure: { word: '强制' },
  measure_extension: { word: '延强' },
  measure_lifting: { word: '解强' },
  preservation: { word: '先登' },
  preservation_lifting: { word: '解登' },
  early_disposal_notice: { word: '先处告' },
  case_transfer: { word: '案移' },
  crime_transfer: { word: '涉罪移' },
  goods_transfer: { word: '物移' },
  assignment: { word: '交办' },
  jurisdiction: { word: '指定' },
  inquiry_help: { word: '协查' },
  seizure_help: { word: '协扣' },
  interview_notice: { word: '询通' },
  material_request: { word: '限提' },
  test_commission: { word: '检鉴委' },
  test_period: { word: '检鉴期' },
  test_result: { word: '检鉴结' },
  identification: { word: '辨鉴通' },
  custody: { word: '托管' },
  payment_terms: { word: '延分通' },
  payment_reminder: { word: '罚催' },
  enforcement_request: { word: '执申' },
  service_notice: { word: '罚送告' },
  goods_list: { word: '物清' },
  complaint_forwarding: { word: '投分', ordinal: true },
  identity_request: { word: '投证', ordinal: true },
  complaint_acceptance: { word: '投受', ordinal: true },
  complaint_refusal: { word: '投不受', ordinal: true },
  mediation_notice: { word: '投调通', ordinal: true },
  mediation_end: { word: '投终', ordinal: true },
  mediation_record: { word: '投调', ordinal: true },
  report_result: { word: '举告', ordinal: true },
} as const satisfies Record<string, Paper>;

export type PaperCode = keyof typeof PAPERS;
export const PAPER_CODES = Object.keys(PAPERS) as PaperCode[];

/** One paper as the table's general shape. */
export const paperOf = (code: PaperCode): Paper => PAPERS[code];
