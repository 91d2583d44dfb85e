/** Where a matter goes: to another department, to the police (行刑衔接), or from the police to an agency (移送规定 13). */
export const ROADS = ['department', 'police', 'from_police'] as const;
export type Road = (typeof ROADS)[number];

/** What a file for the police consists of (移送规定 6), in the order of the law: each is there, or it is said why not. */
export const MATERIALS = ['letter', 'report', 'goods_list', 'expert', 'other'] as const;
export type Material = (typeof MATERIALS)[number];

/** How the police say a filed case ended; after the last three it is the agency's again (移送规定 10, 13). */
export const POLICE_RESULTS = ['prosecuted', 'convicted', 'dropped', 'not_prosecuted', 'returned'] as const;
/** How another department says a matter ended. */
export const DEPARTMENT_RESULTS = ['case_filed', 'handled', 'not_established', 'advised'] as const;
export const RESULTS = [...POLICE_RESULTS, ...DEPARTMENT_RESULTS] as const;
export type Result = (typeof RESULTS)[number];

/** Results after which the sender's own procedure goes on. */
export const BACK_RESULTS: readonly Result[] = ['dropped', 'not_prosecuted', 'returned'];

/** The results a road knows. */
export const resultsOf = (road: Road): readonly Result[] => (road === 'police' ? POLICE_RESULTS : DEPARTMENT_RESULTS);
