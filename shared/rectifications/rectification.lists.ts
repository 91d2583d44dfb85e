/** How the fault came to light; what was found in a product spot check has limits of its own. */
export const RECTIFICATION_SOURCES = [
  'inspection',
  'product_check',
  'food_sampling',
  'complaint',
  'case',
  'campaign',
  'superior',
  'look_back',
  'other',
] as const;
export type RectificationSource = (typeof RECTIFICATION_SOURCES)[number];

/** What a verifying visit 复查 finds. */
export const VISIT_RESULTS = ['passed', 'partly', 'failed'] as const;
export type VisitResult = (typeof VISIT_RESULTS)[number];

/** What a look-back 回头看 at something signed off finds: it holds, it is as before, the business is gone. */
export const LOOK_BACK_RESULTS = ['kept', 'relapsed', 'gone'] as const;
export type LookBackResult = (typeof LOOK_BACK_RESULTS)[number];

export const VISIT_PURPOSES = ['verify', 'look_back'] as const;

/** The longest an order, or one extension of it, may give; 产品质量监督抽查管理暂行办法 46 gives sixty days in all. */
export const LONGEST_ORDER = 365;
export const PRODUCT_CHECK_DAYS = 60;

/** So many days after the announcement the second re-inspection begins (产品质量监督抽查管理暂行办法 48). */
export const SECOND_AFTER_DAYS = 60;
